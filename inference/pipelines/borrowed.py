"""What all families of borrowed pipelines have in common; a family says only how it differs.

The library's own call draws every picture (`parked`), so samplers, guidance and image-to-image are
the library's to the last bit. Rashin brings the noise, the words as a point, and the batching.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from inference.contracts import Sampling
from inference.core.vectors import Direction, Embedding, Latent, same_space
from inference.errors import InvalidInput
from inference.pipelines import samplers
from inference.pipelines.facts import Facts

if TYPE_CHECKING:
    from torch import Tensor

    from inference.pipelines.parked import Ask


@dataclass(frozen=True, eq=False)
class Step:
    """One pass that a render asks for, under which adapters, and the clean latents (1, …) that
    the steps before it point at."""

    ask: Ask
    loras: tuple[tuple[str, float], ...]
    guess: Tensor | None
    width: int
    height: int

    @property
    def key(self) -> Hashable:
        """Return what steps must have in common to share a pass."""
        return self.ask.key, self.loras

    @property
    def rows(self) -> int:
        """Return how many rows of a batch this is."""
        return self.ask.rows


class Borrowed(Facts):
    """A pipeline of the library.

    A family brings `words`, and where they differ `no_words`, `words_against`, `arguments`,
    `for_call`, `from_call` and `begins`.
    """

    def words(self, prompt: str) -> dict[str, Tensor]:
        """Return the parts (1, …) of a prompt, as the library's call would have them."""
        raise NotImplementedError

    def no_words(self) -> dict[str, Tensor]:
        """Return the parts of what guidance leads away from where nothing is said."""
        return self.words("")

    def weighted_words(self, prompt: str) -> dict[str, Tensor]:
        """Return the parts of a prompt whose words carry weights (only with `reads_weights`)."""
        raise NotImplementedError

    # Weights

    def load(
        self, open_checkpoint: Callable[[Any], Any], open_encoder: Callable[[str], Any]
    ) -> None:
        """Read the weights. Raises `RefusedModel` or `DamagedWeights`."""
        from inference.pipelines import loras
        from inference.pipelines.open import open_pipeline, open_tiny, read_lora

        self.pipe = open_pipeline(self.description, self.entry, self.place)
        for lora in self.entry.loras:
            loras.attach(self.pipe, self.denoiser, lora.id, read_lora(lora))
        self.tiny = open_tiny(self.entry, self.pipe.vae, self.place)
        self._pictures = self._picture_pipe()
        self._nothing: dict[str, Tensor] | None = None

    def unload(self) -> None:
        """Forget the weights; `load` brings them back."""
        del self.pipe, self.tiny, self._pictures, self._nothing

    def _picture_pipe(self) -> Any:
        if self.with_picture is None:
            return None
        import inspect

        import diffusers

        opener = getattr(diffusers, self.with_picture)
        wanted = inspect.signature(opener.__init__).parameters
        parts = {role: part for role, part in self.pipe.components.items() if role in wanted}
        flags = {"requires_safety_checker": False, "add_watermarker": False}
        pipe = opener(**parts, **{name: no for name, no in flags.items() if name in wanted})
        pipe.set_progress_bar_config(disable=True)
        return pipe

    # Words

    def encode(self, prompt: str) -> Embedding:
        """Return what the words of a prompt become (dim,)."""
        return self._point(self._undisturbed(self.words, prompt))

    def encode_weighted(self, prompt: str) -> Embedding:
        """Return what a prompt becomes whose words carry weights, as in (red)1.3 or blue--."""
        return self._point(self._undisturbed(self.weighted_words, prompt))

    def encode_negative(self, prompt: str) -> Embedding:
        """Return what words become that guidance leads away from."""
        return self._point(self._undisturbed(self.words_against, prompt))

    def words_against(self, prompt: str) -> dict[str, Tensor]:
        """Return the parts of a negative prompt."""
        return self.words(prompt)

    def lean(self, embedding: Embedding, terms: Sequence[tuple[Direction, float]]) -> Embedding:
        """Return e + Σ scale · direction."""
        moved = embedding.values
        for direction, scale in terms:
            same_space(embedding, direction)
            moved = moved + scale * direction.values
        return embedding.at(moved)

    def _undisturbed(self, work: Callable[..., Any], *given: Any) -> Any:
        import torch

        with torch.no_grad():
            return work(*given)

    def _point(self, tensors: Mapping[str, Tensor]) -> Embedding:
        return Embedding(self.parts.pack(tensors), f"{self.id}.prompt", "flat")

    # Noise to latent

    def noise(self, seed: int, width: int | None = None, height: int | None = None) -> Latent:
        """Return the noise of a seed for a picture of a size, drawn on the CPU."""
        from inference.core.noise import noise

        shape = self.latent_shape(width or self.side, height or self.side)
        return Latent(noise(seed, (math.prod(shape),)), f"{self.id}.noise", "gaussian")

    def walk(
        self, noise: Latent, embedding: Embedding, sampling: Sampling
    ) -> Generator[Step, Any, Latent]:
        """Ask for one pass after another; return the latent.

        Raises `InvalidInput` where image-to-image would have no step to take.
        """
        latents = self._shaped(noise, sampling)
        arguments = self.arguments(self._parts_of(embedding), sampling)
        scheduler = samplers.build(sampling.sampler or self.card_sampler, self.pipe.scheduler)
        pipe = self.pipe
        if sampling.image is not None and sampling.strength is not None:
            if int(sampling.steps * sampling.strength) < 1:
                raise InvalidInput(
                    f"{sampling.strength:g} of {sampling.steps} steps is not one step",
                    expected=f"a strength of at least {1 / sampling.steps:.3g}, or more steps",
                )
            pipe, start = self._pictures, self._encoded(sampling.image)
            arguments |= {"image": start, "strength": sampling.strength}
            arguments = self.arguments_with_picture(arguments)
            begins = self.begins(scheduler, start, latents, sampling)
        else:
            begins = None
            arguments |= {"latents": self.for_call(latents)}
            arguments |= {"width": sampling.width, "height": sampling.height}
        found = yield from self._steps(pipe, scheduler, arguments, sampling, begins)
        return self._latent(self.from_call(found, sampling.width, sampling.height))

    def arguments(self, parts: dict[str, Tensor], sampling: Sampling) -> dict[str, Any]:
        """Return what the library's call is given for a render, without size and latents."""
        given: dict[str, Any] = dict(parts)
        if sampling.guidance_scale > 1 and self.says_no:
            if sampling.negative is not None:
                against = self._parts_of(sampling.negative)
            else:
                against = self._nothing = self._nothing or self._undisturbed(self.no_words)
            given |= {f"negative_{name}": part for name, part in against.items()}
        return given | {
            "num_inference_steps": sampling.steps,
            "guidance_scale": sampling.guidance_scale,
        }

    def arguments_with_picture(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """Return what the library's image-to-image call is given."""
        return arguments

    def for_call(self, latents: Tensor) -> Tensor:
        """Return latents (1, c, h, w) as the library's call takes them."""
        return latents

    def from_call(self, latents: Tensor, width: int, height: int) -> Tensor:
        """Return latents (1, c, h, w) from what the library's call works with."""
        return latents

    def begins(
        self, scheduler: Any, start: Tensor, noise: Tensor, sampling: Sampling
    ) -> Callable[..., Any]:
        """Return what prepares the latents of image-to-image: the picture, noised by our noise."""

        def prepared(image: Any, timestep: Tensor, *_: Any, **__: Any) -> Any:
            if hasattr(scheduler, "scale_noise"):
                return scheduler.scale_noise(start, timestep, noise)
            return scheduler.add_noise(start, noise, timestep)

        return prepared

    def _steps(
        self,
        pipe: Any,
        scheduler: Any,
        arguments: Mapping[str, Any],
        sampling: Sampling,
        begins: Callable[..., Any] | None = None,
    ) -> Generator[Step, Any, Tensor]:
        import torch

        from inference.pipelines.parked import parked

        guess: Tensor | None = None

        def seen(clean: Tensor) -> None:
            nonlocal guess
            guess = clean

        def call(own: Any) -> Tensor:
            if begins is not None:
                own.prepare_latents = begins
            found: Tensor = own(
                **arguments,
                generator=torch.Generator().manual_seed(sampling.seed),
                output_type="latent",
                return_dict=False,
            )[0]
            return found

        samplers.watch(scheduler, seen)
        walk = parked(pipe, self.denoiser, scheduler, call)
        try:
            ask = next(walk)
            while True:
                result = yield Step(ask, sampling.loras, guess, sampling.width, sampling.height)
                ask = walk.send(result)
        except StopIteration as end:
            latents: Tensor = end.value
            return latents
        finally:
            walk.close()

    def forward(self, asks: Sequence[Step]) -> list[Any]:
        """Carry out steps of any walks (all of one key) together.

        On a CPU, where company does not make passes cheaper, every step has a pass of its own and
        the bits of the library's own call.
        """
        import torch

        from inference.pipelines.loras import leaning
        from inference.pipelines.parked import carry_out

        network, wide = getattr(self.pipe, self.denoiser), self.device.type != "cpu"
        known = [lora.id for lora in self.entry.loras]
        with torch.no_grad(), leaning(network, asks[0].loras, known):
            return list(carry_out(network, [step.ask for step in asks], joined=wide))

    def preview(self, ask: Step) -> Latent | None:
        """Return the latent that the steps so far point at; None before the first."""
        if ask.guess is None:
            return None
        guess = self.from_call(ask.guess, ask.width, ask.height)
        return Latent(guess.float().cpu().flatten(), f"{self.id}.preview", "flat")

    def sample(
        self, noise: Latent, embedding: Embedding, *, steps: int, guidance_scale: float
    ) -> Iterator[Latent]:
        """Yield the latent that every step points at; the last one is the answer."""
        sampling = Sampling(steps, guidance_scale, width=self.side, height=self.side)
        walk = self.walk(noise, embedding, sampling)
        try:
            ask = next(walk)
            while True:
                ask = walk.send(self.forward([ask])[0])
                if (latent := self.preview(ask)) is not None:
                    yield latent
        except StopIteration as end:
            yield end.value

    # Pictures in

    def invert_walk(
        self, method: str, image: Tensor, sampling: Sampling
    ) -> Generator[Step, Any, Latent]:
        """Walk back from a picture (3, height, width) in [-1, 1] to the noise that remakes it
        under no words, in as many steps as the method's name says."""
        _, _, steps = method.rpartition("-")
        back = replace(sampling, steps=int(steps), guidance_scale=1.0, loras=())
        height, width = image.shape[-2:]
        back = replace(back, width=width, height=height, image=None, strength=None)
        arguments = self.arguments(self._parts_of(self.encode("")), back)
        arguments |= {"latents": self.for_call(self._encoded(image)), "width": width}
        arguments["height"] = height
        scheduler = samplers.backwards(self.pipe.scheduler)
        found = yield from self._steps(self.pipe, scheduler, arguments, back)
        values = self.from_call(found, width, height).float().cpu().flatten()
        return Latent(values, f"{self.id}.noise", "gaussian")

    def noised(self, image: Tensor, t: float, seed: int) -> Latent:
        """Return the latent of a picture (3, height, width) on its way to the noise of a seed, at
        t in [0, 1], with as much noise as the model is used to there."""
        clean = self._encoded(image).float().cpu().flatten()
        noise = self.noise(seed, image.shape[-1], image.shape[-2]).values
        if self.kind == samplers.FLOW:
            return self._latent((1 - t) * clean + t * noise)
        curve = samplers.build("ddim", self.pipe.scheduler).alphas_cumprod
        place = round(t * len(curve)) - 1
        kept = 1.0 if place < 0 else float(curve[place])
        return self._latent(math.sqrt(kept) * clean + math.sqrt(1 - kept) * noise)

    def invert(self, image: Tensor) -> Latent:
        """Return the noise of a picture (3, height, width) in [-1, 1], by the first method."""
        walk = self.invert_walk(next(iter(self.ways_back)), image, Sampling(1))
        try:
            ask = next(walk)
            while True:
                ask = walk.send(self.forward([ask])[0])
        except StopIteration as end:
            found: Latent = end.value
            return found

    def _encoded(self, image: Tensor) -> Tensor:
        """Return the latents (1, c, h, w) of a picture (3, height, width) in [-1, 1]."""
        import torch

        vae = self.pipe.vae
        with torch.no_grad():
            found = vae.encode(image[None].to(self.device, vae.dtype))
        latents = found.latent if hasattr(found, "latent") else found.latent_dist.mode()
        shift = getattr(vae.config, "shift_factor", None) or 0.0
        scaled: Tensor = ((latents - shift) * vae.config.scaling_factor).to(self._dtype)
        return scaled

    # Pictures out

    def decode(self, latent: Latent) -> Tensor:
        """Return the picture (3, side, side) in [-1, 1] of a latent of the usual size."""
        return self.decode_many([latent])[0]

    def decode_many(
        self, latents: Sequence[Latent], width: int | None = None, height: int | None = None
    ) -> list[Tensor]:
        """Return pictures (3, height, width) in [-1, 1]; previews by the tiny decoder if any."""
        import torch

        shape = 1, *self.latent_shape(width or self.side, height or self.side)
        with torch.no_grad():
            return [self._drawn(latent, shape) for latent in latents]

    def _drawn(self, latent: Latent, shape: tuple[int, ...]) -> Tensor:
        vae = self.pipe.vae
        draft = self.tiny is not None and latent.space.endswith(".preview")
        values = latent.values.reshape(shape).to(self.device)
        if draft:
            picture = self.tiny.decode(values.to(self.tiny.dtype), return_dict=False)[0]
        else:
            shift = getattr(vae.config, "shift_factor", None) or 0.0
            clean = (values / vae.config.scaling_factor + shift).to(vae.dtype)
            picture = vae.decode(clean, return_dict=False)[0]
        return picture[0].float().clamp(-1, 1).cpu()

    # Inside

    def _parts_of(self, embedding: Embedding) -> dict[str, Tensor]:
        return self.parts.unpack(embedding.values, self.device, self._dtype)

    def _shaped(self, noise: Latent, sampling: Sampling) -> Tensor:
        shape = 1, *self.latent_shape(sampling.width, sampling.height)
        return noise.values.reshape(shape).to(self.device, self._dtype)

    def _latent(self, values: Tensor) -> Latent:
        return Latent(values.float().cpu().flatten(), f"{self.id}.latent", "flat")
