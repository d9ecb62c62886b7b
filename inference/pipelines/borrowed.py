"""What all families of borrowed pipelines have in common; a family says only how it differs.

The library's own call draws every picture (`parked`), so samplers, guidance and image-to-image are
the library's to the last bit. Rashin brings the noise, the words as a point, and the batching.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inference.contracts import Sampling
from inference.core.vectors import Direction, Embedding, Latent, same_space
from inference.core.walks import alone
from inference.errors import InvalidInput
from inference.pipelines import placement, samplers
from inference.pipelines.facts import Facts
from inference.pipelines.late import Late, begun
from inference.pipelines.steps import Step, steps

if TYPE_CHECKING:
    from torch import Tensor
    from torch.nn import Module


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
        from inference.pipelines.open import open_pipeline, open_tiny, read_lora, settle

        self._settle_for_what_there_is()
        self.pipe = open_pipeline(self.description, self.entry, self.place)
        for lora in self.entry.loras:
            loras.attach(self.pipe, self.denoiser, lora.id, read_lora(lora))
        self.tiny = open_tiny(self.entry, self.pipe.vae, self.place)
        settle(self.pipe, self.place)
        self._pictures = self._picture_pipe()
        self._nothing: dict[str, Tensor] | None = None

    def unload(self) -> None:
        """Forget the weights; `load` brings them back."""
        del self.pipe, self.tiny, self._pictures, self._nothing

    def _settle_for_what_there_is(self) -> None:
        """Without a GPU that torch can use, be a model of the CPU."""
        import torch

        if self.place.device == "cuda" and not torch.cuda.is_available():
            self.place = placement.choose(self.description, self.entry, "cpu")
            self.__dict__.pop("device", None)

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

        shape = self.latent_shape(width or self.width, height or self.height)
        return Latent(noise(seed, (math.prod(shape),)), f"{self.id}.noise", "gaussian")

    def walk(
        self, noise: Latent, embedding: Embedding, sampling: Sampling
    ) -> Generator[Step, Any, Latent]:
        """Ask for one pass after another; return the latent.

        Raises `InvalidInput` where image-to-image has no step to take.
        """
        latents = self._shaped(noise, sampling)
        arguments = self.arguments(self._parts_of(embedding), sampling)
        scheduler = samplers.build(sampling.sampler or self.card_sampler, self.pipe.scheduler)
        if sampling.image is None or sampling.strength is None:
            arguments |= {"latents": self.for_call(latents)}
            arguments |= {"width": sampling.width, "height": sampling.height}
            walk = self._steps(self.pipe, scheduler, arguments, sampling)
        else:
            walk = self._steps_from_picture(scheduler, arguments, sampling, latents)
        found = yield from walk
        return self._latent(self.from_call(found, sampling.width, sampling.height))

    def _steps_from_picture(
        self, scheduler: Any, arguments: dict[str, Any], sampling: Sampling, noise: Tensor
    ) -> Generator[Step, Any, Tensor]:
        image, strength = sampling.image, sampling.strength
        if image is None or strength is None or int(sampling.steps * strength) < 1:
            raise InvalidInput(
                f"{strength:g} of {sampling.steps} steps is not one step",
                expected=f"a strength of at least {1 / sampling.steps:.3g}, or more steps",
            )
        start = self._encoded(image)
        if self._pictures is not None:
            arguments |= {"image": start, "strength": strength}
            arguments = self.arguments_with_picture(arguments)
            begins = self.begins(scheduler, start, noise)
            found = yield from self._steps(self._pictures, scheduler, arguments, sampling, begins)
            return found
        late = Late(scheduler, strength)
        late.set_timesteps(sampling.steps, device=self.device)
        mixed = begun(scheduler, start, noise, late.timesteps[:1])
        arguments |= {"latents": self.for_call(mixed)}
        arguments |= {"width": sampling.width, "height": sampling.height}
        found = yield from self._steps(self.pipe, late, arguments, sampling)
        return found

    def arguments(self, parts: dict[str, Tensor], sampling: Sampling) -> dict[str, Any]:
        """Return what the library's call is given for a render, without size and latents."""
        given: dict[str, Any] = dict(parts)
        if sampling.guidance_scale > 1 and self.takes_no:
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

    def begins(self, scheduler: Any, start: Tensor, noise: Tensor) -> Callable[..., Any]:
        """Return what prepares the latents of image-to-image: the picture, noised by our noise."""

        def prepared(image: Any, timestep: Tensor, *_: Any, **__: Any) -> Any:
            return begun(scheduler, start, noise, timestep)

        return prepared

    def _steps(
        self,
        pipe: Any,
        scheduler: Any,
        arguments: Mapping[str, Any],
        sampling: Sampling,
        begins: Callable[..., Any] | None = None,
    ) -> Generator[Step, Any, Tensor]:
        shape = self.latent_shape(sampling.width, sampling.height)
        return steps(pipe, self.denoiser, scheduler, arguments, sampling, shape, begins)

    def forward(self, asks: Sequence[Any]) -> list[Any]:
        """Carry out steps of any walks (all of one key) together.

        On a CPU, where company does not make passes cheaper, every step has a pass of its own and
        the bits of the library's own call.
        """
        import torch

        from inference.pipelines.attention import Together, carried
        from inference.pipelines.loras import leaning
        from inference.pipelines.parked import carry_out

        network, wide = getattr(self.pipe, self.denoiser), self.device.type != "cpu"
        known = [lora.id for lora in self.entry.loras]
        looks = isinstance(asks[0], Together)
        loras = asks[0].own.loras if looks else asks[0].loras
        with torch.no_grad(), leaning(network, loras, known):
            if looks:

                def joined(rows: Sequence[Step]) -> Sequence[Any]:
                    return carry_out(network, [step.ask for step in rows], joined=True)

                return list(carried(network, asks, joined))
            return list(carry_out(network, [step.ask for step in asks], joined=wide))

    # Half-way

    def middle(self) -> Module:
        """Return the block half-way through the denoiser."""
        network = getattr(self.pipe, self.denoiser)
        found: list[Module] = []
        for name in self.blocks:
            block = getattr(network, name)
            found += block if hasattr(block, "__len__") else [block]
        return found[(len(found) - 1) // 2]

    def heard(self, output: Any, count: int) -> Tensor:
        """Return what the block said under the words (1, channels); guidance puts them last.

        Raises `InvalidInput` for passes that walks share.
        """
        if count != 1:
            raise InvalidInput("only a walk that is alone can be listened to")
        from inference.core.activations import over_picture

        return over_picture(output)[-1:]

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
        sampling = Sampling(steps, guidance_scale, width=self.width, height=self.height)
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
        _, _, count = method.rpartition("-")
        back = replace(sampling, steps=int(count), guidance_scale=1.0, loras=())
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
        return alone(self.invert_walk(next(iter(self.ways_back)), image, Sampling(1)), self.forward)

    def _encoded(self, image: Tensor) -> Tensor:
        """Return the latents (1, c, h, w) of a picture (3, height, width) in [-1, 1]."""
        import torch

        from inference.pipelines.pictures import encoded

        with torch.no_grad():
            return encoded(self.pipe.vae, image[None].to(self.device)).to(self._dtype)

    # Pictures out

    def decode(self, latent: Latent) -> Tensor:
        """Return the picture (3, height, width) in [-1, 1] of a latent of the usual size."""
        return self.decode_many([latent])[0]

    def decode_many(
        self, latents: Sequence[Latent], width: int | None = None, height: int | None = None
    ) -> list[Tensor]:
        """Return pictures (3, height, width) in [-1, 1]; previews may be smaller."""
        import torch

        shape = 1, *self.latent_shape(width or self.width, height or self.height)
        with torch.no_grad():
            return [self._drawn(latent, shape) for latent in latents]

    def _drawn(self, latent: Latent, shape: tuple[int, ...]) -> Tensor:
        from inference.pipelines.pictures import decoded, draft

        values = latent.values.reshape(shape).to(self.device)
        if latent.space.endswith(".preview"):
            picture = draft(self.pipe.vae, self.tiny, values)
        else:
            picture = decoded(self.pipe.vae, values)
        return picture[0].float().clamp(-1, 1).cpu()

    # Inside

    def _parts_of(self, embedding: Embedding) -> dict[str, Tensor]:
        return self.parts.unpack(embedding.values, self.device, self._dtype)

    def _shaped(self, noise: Latent, sampling: Sampling) -> Tensor:
        shape = 1, *self.latent_shape(sampling.width, sampling.height)
        return noise.values.reshape(shape).to(self.device, self._dtype)

    def _latent(self, values: Tensor) -> Latent:
        return Latent(values.float().cpu().flatten(), f"{self.id}.latent", "flat")
