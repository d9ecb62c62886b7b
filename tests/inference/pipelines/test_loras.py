"""LoRAs lean on a model while a pass wants them, by the library's own arithmetic, and then not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file

from inference.core.noise import noise
from inference.errors import InvalidInput
from inference.pipelines.loras import attach, leaning
from tests.bench.parity import SEED, Cell, Pair
from tests.toy_models import FAMILIES

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
Pairs = Callable[[str], Pair]
RANK = 4


def lora(pair: Pair, seed: int, *, kohya: bool = False) -> dict[str, torch.Tensor]:
    """Return an adapter of every attention, as the library or as the field's trainers write it."""
    network, found = getattr(pair.ours.pipe, pair.ours.denoiser), {}
    for place, (name, module) in enumerate(network.named_modules()):
        if not isinstance(module, torch.nn.Linear) or not name.endswith((".to_q", ".to_v")):
            continue
        down = 0.5 * noise(seed + 2 * place, (RANK, module.in_features))
        up = 0.5 * noise(seed + 2 * place + 1, (module.out_features, RANK))
        if kohya:
            flat = f"lora_unet_{name.replace('.', '_')}"
            found |= {f"{flat}.lora_down.weight": down, f"{flat}.lora_up.weight": up}
            found[f"{flat}.alpha"] = torch.tensor(float(RANK))
        else:
            prefix = f"{pair.ours.denoiser}.{name}"
            found |= {f"{prefix}.lora_A.weight": down, f"{prefix}.lora_B.weight": up}
    return found


def inked(plain: Pair, folder: Path, **files: dict[str, torch.Tensor]) -> Pair:
    """Open a model again, with LoRAs."""
    entries = []
    for id, tensors in files.items():
        save_file(tensors, folder / f"{id}.safetensors")
        entries.append({"id": id, "path": str(folder / f"{id}.safetensors")})
    return Pair(plain.kind, plain.folder, loras=entries)


def drawn(pair: Pair, *scales: tuple[tuple[str, float], ...]) -> list[torch.Tensor]:
    """Return the latents of renders under LoRAs, under way together."""
    said = pair.sampling(Cell(pair.ours.card_sampler, 1.0))
    point = pair.ours.noise(SEED, pair.side, pair.side)
    walks = [pair.ours.walk(point, pair.words, replace(said, loras=each)) for each in scales]
    steps, ends = [next(walk) for walk in walks], {}
    while len(ends) < len(walks):
        for place, walk in enumerate(walks):
            if place not in ends:
                try:
                    steps[place] = walk.send(pair.ours.forward([steps[place]])[0])
                except StopIteration as end:
                    ends[place] = end.value.values
    return [ends[place] for place in range(len(walks))]


@pytest.mark.parametrize("family", list(FAMILIES))
@torch.no_grad()
def test_a_lora_is_the_librarys_own(family: str, pair_of: Pairs, tmp_path: Path) -> None:
    plain = pair_of(family)
    pair = inked(plain, tmp_path, ink=lora(plain, 1))
    without, half, whole, after = drawn(pair, (), (("ink", 0.5),), (("ink", 1.0),), ())
    assert torch.equal(without, plain.walked([Cell(plain.ours.card_sampler, 1.0)])[0])
    assert torch.equal(without, after)
    assert not torch.allclose(half, without, atol=1e-3)
    assert not torch.allclose(half, whole, atol=1e-3)
    theirs: Any = pair.theirs
    if not hasattr(theirs, "load_lora_weights"):
        return  # the library loads no LoRAs of PixArt
    theirs.load_lora_weights(lora(plain, 1), adapter_name="ink")
    theirs.set_adapters(["ink"], [0.5])
    called = pair.called(Cell(plain.ours.card_sampler, 1.0))
    assert called is not None
    assert (half - called).abs().max() <= 1e-5 * called.abs().max()


@torch.no_grad()
def test_two_loras_add_up_and_files_of_other_trainers_are_read(
    pair_of: Pairs, tmp_path: Path
) -> None:
    plain = pair_of("stable_diffusion")
    files = {"ink": lora(plain, 1), "same": lora(plain, 1, kohya=True), "wash": lora(plain, 50)}
    pair = inked(plain, tmp_path, **files)
    ink, same, both, twice = drawn(
        pair,
        (("ink", 1.0),),
        (("same", 1.0),),
        (("ink", 1.0), ("wash", 0.5)),
        (("ink", 0.6), ("same", 0.4)),
    )
    assert torch.allclose(ink, same, atol=1e-4)
    assert torch.allclose(ink, twice, atol=1e-3)
    assert not torch.allclose(ink, both, atol=1e-2)


@torch.no_grad()
def test_whatever_happens_inside_they_are_off_afterwards(pair_of: Pairs, tmp_path: Path) -> None:
    plain = pair_of("stable_diffusion")
    pair = inked(plain, tmp_path, ink=lora(plain, 1))
    network = pair.ours.pipe.unet
    before = drawn(pair, ())[0]
    with pytest.raises(LookupError), leaning(network, (("ink", 1.0),), ["ink"]):
        raise LookupError("half-way")
    assert torch.equal(drawn(pair, ())[0], before)
    with (
        pytest.raises(InvalidInput, match="no LoRA called blot"),
        leaning(network, (("blot", 1.0),), ["ink"]),
    ):
        pass


@torch.no_grad()
def test_a_part_for_the_words_is_left_alone_and_the_card_says_so(
    pair_of: Pairs, tmp_path: Path
) -> None:
    plain = pair_of("stable_diffusion")
    words, name = lora(plain, 1), "text_encoder.text_model.encoder.layers.0.self_attn.q_proj"
    words[f"{name}.lora_A.weight"] = noise(1, (RANK, 32))
    words[f"{name}.lora_B.weight"] = noise(2, (32, RANK))
    pair = inked(plain, tmp_path, ink=lora(plain, 1), both=words)
    said = [note["en"] for note in pair.ours.card()["placement"]["notes"]]
    assert [line for line in said if "part for the words" in line] == [
        "The LoRA both also has a part for the words; it is not used."
    ]
    assert torch.equal(pair.words.values, plain.words.values)
    ink, both = drawn(pair, (("ink", 1.0),), (("both", 1.0),))
    assert torch.equal(ink, both)


def test_a_lora_of_another_model_is_refused(pair_of: Pairs) -> None:
    unet, flux = pair_of("stable_diffusion"), pair_of("flux")
    with pytest.raises(InvalidInput, match="nothing for this model's transformer"):
        attach(flux.ours.pipe, "transformer", "ink", lora(unet, 1))
    wrong = {name: value.repeat(1, 2) for name, value in lora(unet, 1).items()}
    fresh = Pair(unet.kind, unet.folder)
    with pytest.raises(InvalidInput, match="does not fit this model"):
        attach(fresh.ours.pipe, "unet", "ink", wrong)
