"""How far arithmetic goes in each space, on true analogies: `python -m inference.training.analogies`.

Writes docs/analogies.md but for its last section, that of `word_analogies`. Needs the shipped checkpoints, the text encoder, and nothing else.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from inference.contracts import Sampling
from inference.core.analogies import METHODS, ranks
from inference.core.noise import noise
from inference.core.statistics import wilson
from inference.networks.checkpoint import load_checkpoint
from inference.networks.text_encoder import TextEncoder
from inference.packs import folder_of
from inference.spaces.emoji_vector import EmojiVector
from inference.training.quadruples import QUADRUPLES, STYLE

ROOT = Path(__file__).parent.parent.parent
TARGET = ROOT / "docs" / "analogies.md"
SEED, AT_ONCE, TOP = 7, 256, 5
BEGIN_WORDS = "<!-- by word_analogies -->"


@dataclass(frozen=True)
class Score:
    """Of n quadruples, how many had d first, and among the first five."""

    n: int
    first: int
    five: int

    def said(self) -> str:
        """Return both shares in percent, the first with the interval in which it lies."""
        low, high = wilson(self.first, self.n)
        share, five = 100 * self.first / self.n, 100 * self.five / self.n
        return f"{share:.0f} ({100 * low:.0f}–{100 * high:.0f}) / {five:.0f}"


class Spaces:
    """The vectors of prompts in every space of the embedded model, from one seed of noise."""

    def __init__(self, space: EmojiVector) -> None:
        self.space = space

    def all_of(self, prompts: list[str]) -> dict[str, Tensor]:
        """Return vectors (n, dim) by the name of the space."""
        words = [self.space.encode(prompt) for prompt in prompts]
        latents, judged = [], []
        for start in range(0, len(words), AT_ONCE):
            made = self._walked(words[start : start + AT_ONCE])
            latents.append(torch.stack([latent.values for latent in made]))
            pictures = torch.stack(self.space.decode_many(made))
            judged.append(self.space.embed(pictures))
        latent = torch.cat(latents)
        return {
            "prompt": torch.stack([each.values for each in words]),
            "judge, words": torch.stack([self.space.embed_words(each) for each in words]),
            "judge, pictures": centred(torch.cat(judged)),
            "latent": centred(latent),
            "noise (control)": torch.stack(
                [noise(at, (latent.shape[1],)) for at in range(len(words))]
            ),
        }

    def _walked(self, words: list[Any]) -> list[Any]:
        """Sample one latent for each prompt, all from the same noise, in step."""
        sampling = Sampling(steps=4, guidance_scale=3.0)
        walks = [self.space.walk(self.space.noise(SEED), each, sampling) for each in words]
        asks = [next(walk) for walk in walks]
        ends: list[Any] = []
        while not ends:
            rows = self.space.forward(asks)
            asks = []
            for walk, row in zip(walks, rows, strict=True):
                try:
                    asks.append(walk.send(row))
                except StopIteration as end:
                    ends.append(end.value)
        return ends


def centred(vectors: Tensor) -> Tensor:
    """Take the mean of all away, without which everything is alike."""
    return vectors - vectors.mean(0)


def measure(spaces: Spaces) -> dict[str, dict[str, dict[str, Score]]]:
    """Return scores by kind of relation, space and method."""
    with gzip.open(QUADRUPLES) as file:
        told = json.load(file)
    plain = {kind: each for kind, each in told["quadruples"].items() if not _styled(kind)}
    styled = {kind: each for kind, each in told["quadruples"].items() if _styled(kind)}
    looks = sorted({name for each in styled.values() for four in each for name in four})
    return {
        **_scored(spaces.all_of(told["vocabulary"]), told["vocabulary"], plain),
        **_scored(spaces.all_of(looks), looks, styled),
    }


def _styled(kind: str) -> bool:
    return kind.startswith(f"{STYLE} to ")


def _scored(
    vectors: dict[str, Tensor], names: list[str], kinds: dict[str, list[list[str]]]
) -> dict[str, dict[str, dict[str, Score]]]:
    place = {name: at for at, name in enumerate(names)}
    found: dict[str, dict[str, dict[str, Score]]] = {}
    for kind, quadruples in kinds.items():
        indices = torch.tensor([[place[name] for name in four] for four in quadruples])
        found[kind] = {
            space: {method: _score(ranks(points, indices, method)) for method in METHODS}
            for space, points in vectors.items()
        }
    return found


def _score(found: Tensor) -> Score:
    return Score(len(found), int((found == 0).sum()), int((found < TOP).sum()))


def written(scores: dict[str, dict[str, dict[str, Score]]]) -> str:
    """Return the page."""
    lines = [INTRODUCTION]
    lines += ["\n## All kinds together, each counting alike\n"]
    lines += ["| Space | " + " | ".join(METHODS) + " |", "|---" * (len(METHODS) + 1) + "|"]
    for space in next(iter(scores.values())):
        shares = []
        for method in METHODS:
            each = [spaces[space][method] for spaces in scores.values()]
            at_once = sum(one.first / one.n for one in each) / len(each)
            in_five = sum(one.five / one.n for one in each) / len(each)
            shares.append(f"{100 * at_once:.0f} / {100 * in_five:.0f}")
        lines.append(f"| {space} | {' | '.join(shares)} |")
    for kind, spaces in scores.items():
        first = next(iter(spaces.values()))["3CosAdd"]
        lines += [f"\n## {kind[0].upper()}{kind[1:]}: {first.n} quadruples\n"]
        lines += ["| Space | " + " | ".join(METHODS) + " |", "|---" * (len(METHODS) + 1) + "|"]
        for space, methods in spaces.items():
            told = " | ".join(methods[method].said() for method in METHODS)
            lines.append(f"| {space} | {told} |")
    return "\n".join(lines) + "\n"


INTRODUCTION = f"""# Analogies: how far arithmetic goes

"man artist" is to "woman artist" as "man genie" is to … The names, genders, skin tones and styles of the emoji that `emoji-vector` was trained
on say which pairs differ in one thing alone, so the right answer is known. Written by `python -m inference.training.analogies`.

* **a : b :: c : d.** 3CosAdd takes the point most like b − a + c, 3CosMul the one that is like b and c and not like a (Levy and Goldberg 2014).
  a, b and c are left out of the answers.
* **Only b, only c:** what b or c alone is nearest to. Leaving a, b and c out gives much of an analogy away; arithmetic has found something only
  where its figure is clearly above both.
* **Every cell:** right at once, in percent (with the 95 % interval after Wilson), then right among the first {TOP}.
* **Candidates:** all 2,961 names of the training set, tones and genders included; for styles, all prompts of the quadruples. Up to 200 quadruples
  of a kind, drawn once (`inference/checkpoints/words/analogies.json.gz`).
* **Spaces:** *prompt*, the pooled sentence vector; *judge, words*, where the judge expects the picture of these words; *judge, pictures*, how the
  judge sees the picture that the model makes of them (seed {SEED}, four steps); *latent*, that picture's latent; *noise*, a noise of its own for every name,
  which must know nothing. Pictures and latents are compared after their mean was taken away.
* **Mind:** pictures and latents are the model's own, so its mistakes count as well as the space's; the judge learnt from the same emoji.
* **Read it so:** names that differ in one word are easy for a reader of words, so the two spaces of words are close to perfect, and say little about
  meaning. In the spaces of pictures arithmetic adds about 15 points to what c alone gives; from person to man, and from style to style, it adds
  little or nothing. Noise knows nothing: `noise(1) - noise(2) + noise(3)` is a variation, never an analogy."""


def main() -> None:
    """Measure, and write the page."""
    torch.set_grad_enabled(False)
    space = EmojiVector(ROOT / "inference" / "checkpoints" / "emoji-vector")
    space.load(load_checkpoint, lambda pack: TextEncoder.load(folder_of(pack)))
    _, mark, words = TARGET.read_text("utf-8").partition(BEGIN_WORDS)
    page = written(measure(Spaces(space)))
    TARGET.write_text(f"{page}\n{mark}{words}" if mark else page, encoding="utf-8")


if __name__ == "__main__":
    main()
