"""How far Rashin's latents are from those of the library's own calls, model by model.

`python -m tests.bench.parity` writes docs/parity.md. "Theirs" is what a user of the library writes:
`from_pretrained`, a scheduler `from_config`, one call with words and the generator of a seed.
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from inference.contracts import Sampling
from inference.core.noise import noise
from inference.engine.brought import open_brought
from inference.pipelines.parked import carry_out
from inference.pipelines.samplers import FLOW, SAMPLERS, Sampler
from tests.toy_models import FAMILIES, KINDS, write_toy_model

PAGE = Path(__file__).parents[2] / "docs" / "parity.md"
LIBRARIES = ("diffusers", "transformers", "torch")
WORDS, AGAINST, SEED, STEPS, STRENGTH = "a red cat", "blurry", 5, 5, 0.7
FEW = 4  # samplers of a relative
SMALL = 64  # pixels; where a model's usual size is larger, it draws this
OWN_WORDS = {"use_resolution_binning": False, "clean_caption": False}
HEAD = """# Parity with the library

The greatest difference of any number of the final latents between Rashin and the library's own call: same words, negative prompt, seed,
scheduler, guidance, steps ({steps}), and for image-to-image the same picture and strength ({strength}); float32 on a CPU, real classes at toy size, random weights.
*Alone* is how a CPU carries passes out; *joined* is how a GPU does, with strangers in the same pass. "Largest" is the largest number in the library's latents.

Made by `python -m tests.bench.parity` with {libraries}; `tests/house/test_parity.py` makes some of it again.

For PixArt and SANA the library has no image-to-image. Rashin begins its text-to-image late, which for Stable Diffusion gives
the latents of the library's image-to-image ([the code](../inference/pipelines/late.py)).

| Model | Sampler | Guidance | Largest | Text, alone | Text, joined | Picture, alone | Picture, joined |
|---|---|---|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Cell:
    """One way to draw with a model."""

    sampler: str
    guidance: float
    picture: bool = False


class Pair:
    """A toy model opened twice: by Rashin, and as the library's users do."""

    def __init__(self, kind: str, folder: Path, **more: Any) -> None:
        self.kind, self.folder = kind, folder
        entry = {"id": "mine", "kind": "folder", "path": str(folder), **more}
        self.ours, _ = open_brought(entry)
        self.ours.load(None, None)
        self.side = min(self.ours.width, SMALL)
        self.picture = noise(3, (3, self.side, self.side)).clamp(-1, 1)

    @cached_property
    def theirs(self) -> Any:
        import diffusers

        # What a folder does not have, the library wants to be told.
        told = {role: None for role, part in self.ours.pipe.components.items() if part is None}
        missing = {role: none for role, none in told.items() if role.endswith("_3")}
        pipe = diffusers.DiffusionPipeline.from_pretrained(str(self.folder), **missing)
        pipe.set_progress_bar_config(disable=True)
        return pipe

    @cached_property
    def words(self) -> Any:
        """The words as Rashin encodes them."""
        return self.ours.encode(WORDS)

    @cached_property
    def against(self) -> Any:
        """What guidance leads away from; None for a model that takes no such words."""
        return self.ours.encode_negative(AGAINST) if self.ours.takes_no else None

    def cells(self) -> Iterator[Cell]:
        """Yield every sampler (of a family's relatives some) with and without guidance."""
        card = self.ours.card()
        scales = [1.0, 4.0] if card["guidance_scale"]["max"] > 1 else [1.0]
        samplers = card["samplers"]
        for sampler in samplers if self.kind in FAMILIES else samplers[:FEW]:
            yield from (Cell(sampler, scale) for scale in scales)

    def sampling(self, cell: Cell) -> Sampling:
        """Return what Rashin's engine would say for a cell."""
        against = self.against
        start = (self.picture, STRENGTH) if cell.picture else (None, None)
        return Sampling(
            STEPS, cell.guidance, cell.sampler, self.side, self.side, SEED, against, *start
        )

    def begun(self, cell: Cell) -> Any:
        """Return a walk of Rashin."""
        point = self.ours.noise(SEED, self.side, self.side)
        return self.ours.walk(point, self.words, self.sampling(cell))

    def walked(self, cells: Sequence[Cell], *, joined: bool = False) -> list[Tensor]:
        """Return Rashin's latents of several renders under way at once."""
        walks = [self.begun(cell) for cell in cells]
        asks = {place: next(walk) for place, walk in enumerate(walks)}
        ends: dict[int, Tensor] = {}
        while asks:
            key = asks[min(asks)].key
            places = [place for place, ask in asks.items() if ask.key == key]
            for place, result in zip(
                places, self._passed([asks.pop(p) for p in places], joined), strict=True
            ):
                try:
                    asks[place] = walks[place].send(result)
                except StopIteration as end:
                    ends[place] = end.value.values
        return [ends[place] for place in range(len(cells))]

    def _passed(self, asks: list[Any], joined: bool) -> Sequence[Any]:
        if not joined:
            found: list[Any] = self.ours.forward(asks)
            return found
        network = getattr(self.ours.pipe, self.ours.denoiser)
        return carry_out(network, [step.ask for step in asks], joined=True)

    def called(self, cell: Cell, against: str | None = AGAINST) -> Tensor | None:
        """Return the library's latents; None where it has no such call."""
        found = self._call(cell, against, "latent")
        return None if found is None else self.ours.from_call(found, self.side, self.side).flatten()

    def pictured(self, cell: Cell) -> Tensor:
        """Return the library's picture (3, side, side) in [-1, 1]."""
        drawn: Tensor = 2 * self._call(cell, AGAINST, "pt")[0] - 1
        return drawn

    def _call(self, cell: Cell, against: str | None, output_type: str) -> Any:
        pipe = self.theirs
        if cell.picture and self.ours.with_picture is None:
            return None
        pipe.scheduler = self.scheduler(cell.sampler)
        if cell.picture and self.ours.kind == FLOW and not hasattr(pipe.scheduler, "scale_noise"):
            return None  # its image-to-image of flows takes no other schedulers
        given: dict[str, Any] = {"width": self.side, "height": self.side}
        if cell.picture:
            import diffusers

            opener = getattr(diffusers, self.ours.with_picture)
            more = (
                {} if "safety" not in str(pipe.components) else {"requires_safety_checker": False}
            )
            pipe = opener(**pipe.components, **more)
            pipe.set_progress_bar_config(disable=True)
            if self.ours.name.startswith("stable-diffusion") and self.ours.denoiser == "unet":
                given = {}
            given |= {"image": self.latents_of_picture(), "strength": STRENGTH}
        if self.ours.takes_no:
            given["negative_prompt"] = against
        if self.ours.name in ("pixart", "sana"):
            given |= OWN_WORDS
        if given.get("negative_prompt", "") is None and self.ours.name in ("pixart", "sana"):
            del given["negative_prompt"]
        return pipe(
            WORDS,
            num_inference_steps=STEPS,
            guidance_scale=cell.guidance,
            generator=torch.Generator().manual_seed(SEED),
            output_type=output_type,
            **given,
        )[0]

    def latents_of_picture(self) -> Tensor:
        """Return the picture as latents (1, c, h, w): the call would roll dice for them."""
        vae = self.theirs.vae
        found = vae.encode(self.picture[None]).latent_dist.mode()
        shift = getattr(vae.config, "shift_factor", None) or 0.0
        latents: Tensor = (found - shift) * vae.config.scaling_factor
        return latents

    def scheduler(self, id: str) -> Any:
        """Return what a user of the library makes of a sampler's name."""
        import diffusers

        name = self.ours.scheduler_config["_class_name"]
        own = getattr(diffusers, name).from_pretrained(str(self.folder), subfolder="scheduler")
        if id == self.ours.card_sampler:
            return own
        sampler: Sampler = SAMPLERS[id]
        opener = getattr(diffusers, sampler.scheduler)
        if sampler.kind != FLOW:
            return opener.from_config(own.config, **sampler.told)
        shift = own.config.get("shift") or own.config.get("flow_shift")
        if sampler.scheduler.startswith("FlowMatch"):
            return opener(shift=shift)
        return opener(prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=shift)


def opened(kind: str, folder: Path) -> Pair:
    """Write a toy model, if it is not there, and open it twice."""
    if not folder.exists():
        write_toy_model(kind, folder)
    return Pair(kind, folder)


@torch.no_grad()
def difference(pair: Pair, cell: Cell) -> tuple[float, float, float] | None:
    """Return the largest number of the library's latents, and how far Rashin is from it, alone and
    joined with other renders; None where the library has no such call."""
    theirs = pair.called(cell)
    if theirs is None:
        return None
    alone = pair.walked([cell])[0]
    company = [cell, *(c for c in list(pair.cells())[:3] if c != cell)]
    joined = pair.walked(company, joined=True)[0]
    return (
        float(theirs.abs().max()),
        float((alone - theirs).abs().max()),
        float((joined - theirs).abs().max()),
    )


def row(pair: Pair, cell: Cell) -> str:
    """Return a line of the table."""
    text = difference(pair, cell)
    picture = difference(pair, Cell(cell.sampler, cell.guidance, picture=True))
    if text is None:
        raise LookupError(f"the library has no call for {pair.kind}")
    shown = [f"{text[0]:.3g}", *map(shortly, text[1:])]
    shown += ["—", "—"] if picture is None else map(shortly, picture[1:])
    return f"| {pair.kind} | {cell.sampler} | {cell.guidance:g} | {' | '.join(shown)} |\n"


def shortly(number: float) -> str:
    """Write a difference."""
    return "0" if number == 0 else f"{number:.0e}"


def page(folder: Path) -> str:
    """Return the whole page."""
    libraries = ", ".join(f"{name} {version(name).partition('+')[0]}" for name in LIBRARIES)
    text = HEAD.format(libraries=libraries, steps=STEPS, strength=STRENGTH)
    for kind in KINDS:
        pair = opened(kind, folder / kind)
        text += "".join(row(pair, cell) for cell in pair.cells())
    return text


if __name__ == "__main__":
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as scratch:
        PAGE.write_text(page(Path(scratch)), encoding="utf-8")
