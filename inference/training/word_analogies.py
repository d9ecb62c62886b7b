"""How far arithmetic with words goes, and by which reading: `python -m inference.training.word_analogies`.

Rewrites the section on words of docs/analogies.md. Half of the pairs chose the reading that the word
list has; the figures of the others are what it is worth. A minute on two cores.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from inference.core.analogies import ranks
from inference.core.hubs import crowding
from inference.maps.words import WordList
from inference.networks.text_encoder import TextEncoder
from inference.packs import folder_of
from inference.training.analogies import BEGIN_WORDS, TARGET, TOP
from inference.training.word_pairs import Kind, Quadruple, quadruples
from inference.training.words import AT_ONCE, ENCODER

DRAWS = 1000
Ranks = dict[Kind, Tensor]


@dataclass(frozen=True)
class Reading:
    """One way to compare words: how they are encoded, what of their cloud is taken away, how scored."""

    name: str
    encoding: str
    method: str = "3CosAdd"
    axes: int = 0  # widest directions taken away, "all but the top"
    hubs: bool = False


READINGS = (
    Reading("as prompts (query, all pieces)", "prompt"),
    Reading("… 3CosMul", "prompt", "3CosMul"),
    Reading("… without the 3 widest directions", "prompt", axes=3),
    Reading("… past hubs", "prompt", hubs=True),
    Reading("as “a picture of …”", "picture"),
    Reading("as words (passage, own pieces)", "words"),
    Reading("… 3CosMul", "words", "3CosMul"),
    Reading("… without the 3 widest directions", "words", axes=3),
    Reading("**… past hubs (in use)**", "words", hubs=True),
    Reading("as words, only b", "words", "only b"),
    Reading("as words, only c", "words", "only c"),
)


class Words:
    """The word list as each encoding reads it."""

    def __init__(self, encoder: TextEncoder, known: WordList) -> None:
        self.known = known
        self.languages = torch.tensor([word.language == "ja" for word in known.words]).long()
        self.place = {word.text.casefold(): at for at, word in enumerate(known.words)}
        self._read: dict[str, Callable[[list[str]], Tensor]] = {
            "prompt": lambda some: encoder.encode(some).pooled,
            "picture": lambda some: encoder.encode([_picture(one) for one in some]).pooled,
            "words": encoder.encode_words,
        }
        self._clouds: dict[str, Tensor] = {}

    def cloud(self, reading: Reading) -> Tensor:
        """Return unit vectors (n, 384) without their mean."""
        if reading.encoding not in self._clouds:
            texts = [word.text for word in self.known.words]
            read = self._read[reading.encoding]
            parts = [read(texts[at : at + AT_ONCE]) for at in range(0, len(texts), AT_ONCE)]
            self._clouds[reading.encoding] = torch.cat(parts)
        cloud = self._clouds[reading.encoding]
        means = [cloud[self.languages == each].mean(0) for each in (0, 1)]
        cloud = cloud - torch.stack(means).mean(0)
        if reading.axes:
            wide = torch.linalg.svd(cloud, full_matrices=False)[2][: reading.axes]
            cloud = cloud - cloud @ wide.T @ wide
        return functional.normalize(cloud, dim=-1)


def _picture(word: str) -> str:
    return f"a picture of {word}" if word.isascii() else f"{word}の絵"


def ranked(words: Words, reading: Reading, asked: dict[Kind, list[Quadruple]]) -> Ranks:
    """Return the rank of d for each quadruple, among the words of its language."""
    cloud = words.cloud(reading)
    crowded = crowding(cloud, words.languages) if reading.hubs else None
    found: Ranks = {}
    for kind, listed in asked.items():
        places = torch.tensor([[words.place[word.casefold()] for word in four] for four in listed])
        open_to = words.languages == (kind[0] == "ja")
        # A word that both languages write alike stands in the list once.
        open_to[places.flatten()] = True
        rows = open_to.nonzero()[:, 0]
        inside = torch.searchsorted(rows, places)
        own = None if crowded is None else crowded[rows]
        found[kind] = ranks(cloud[rows], inside, reading.method, crowded=own)
    return found


def share(found: Ranks, below: int, language: str | None = None) -> float:
    """Return in percent how many were among the first, each kind counting alike."""
    kinds = [each for kind, each in found.items() if language in (None, kind[0])]
    return 100 * sum(float((each < below).float().mean()) for each in kinds) / len(kinds)


def interval(found: Ranks, asked: dict[Kind, list[Quadruple]]) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of the share at once; pairs are drawn, not quadruples.

    Quadruples of one pair stand or fall together: what is drawn again is a : b with all its c : d.
    """
    dice, draws = random.Random(0), []
    grouped: list[list[tuple[int, int]]] = []
    for kind, listed in asked.items():
        by_pair: dict[frozenset[str], tuple[int, int]] = defaultdict(lambda: (0, 0))
        for four, rank in zip(listed, found[kind].tolist(), strict=True):
            right, count = by_pair[frozenset(four[:2])]
            by_pair[frozenset(four[:2])] = right + (rank == 0), count + 1
        grouped.append(list(by_pair.values()))
    for _ in range(DRAWS):
        shares = []
        for pairs in grouped:
            chosen = dice.choices(pairs, k=len(pairs))
            shares.append(sum(right for right, _ in chosen) / sum(count for _, count in chosen))
        draws.append(100 * sum(shares) / len(shares))
    draws.sort()
    return draws[int(0.025 * DRAWS)], draws[int(0.975 * DRAWS)]


def written(words: Words) -> str:
    """Return the section."""
    chose, held = quadruples(held_out=False), quadruples(held_out=True)
    count = sum(map(len, held.values()))
    lines = [BEGIN_WORDS, INTRODUCTION.format(count=f"{count:,}", kinds=len(held), top=TOP)]
    lines += ["| Reading | that chose | held out | English | Japanese |", "|---|---|---|---|---|"]
    told: dict[str, Ranks] = {}
    for reading in READINGS:
        first, found = ranked(words, reading, chose), ranked(words, reading, held)
        low, high = interval(found, held)
        told[reading.name] = found
        lines.append(
            f"| {reading.name} | {share(first, 1):.0f} | {share(found, 1):.0f} ({low:.0f}–{high:.0f})"
            f" / {share(found, TOP):.0f} | {share(found, 1, 'en'):.0f} | {share(found, 1, 'ja'):.0f} |"
        )
    shown = (READINGS[0].name, READINGS[8].name, READINGS[9].name, READINGS[10].name)
    lines += ["", "Held out, by kind: right at once, in percent.", ""]
    lines += ["| Kind | as prompts | in use | only b | only c |", "|---|---|---|---|---|"]
    for kind in held:
        cells = [f"{100 * float((told[name][kind] == 0).float().mean()):.0f}" for name in shown]
        lines.append(f"| {' '.join(kind)} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


INTRODUCTION = """
## Everyday words

The names above differ in one word, so their arithmetic is easy. Harder, and what everybody types first, are words alone: `"king" - "man" + "woman"`.
Written by `python -m inference.training.word_analogies`.

* **Pairs:** of a king and a queen, a dog and a puppy, hot and cold, France and Paris, walk and walked and so on, in English and in Japanese, written for
  this page (`inference/training/word_pairs.txt`). Every other pair chose the reading; the rest is **held out**: {count} quadruples of {kinds} kinds, king
  and queen among them.
* **Candidates:** all words of the list in the language, names of emoji and keywords included; a, b and c are left out.
* **Every cell:** right at once in percent, each kind counting alike; of the held-out ones also the 95 % bootstrap interval over pairs, and right among
  the first {top}.
* **As prompts** is the vector that pictures are made from. **As words** is the same network, told that it reads a passage, and without the pieces that
  it puts around the words: this is what nearest words are asked in ([ADR 0020](adr/0020-words-have-a-space-of-their-own.md)).
  **Past hubs** counts against a word how near its own ten neighbours are (CSLS, Conneau et al. 2018).
"""


def main() -> None:
    """Measure, and put the section into the page."""
    torch.set_grad_enabled(False)
    encoder = TextEncoder.load(folder_of(ENCODER))
    encoder.tokenizer.enable_padding()
    before, _, _ = TARGET.read_text("utf-8").partition(BEGIN_WORDS)
    section = written(Words(encoder, WordList()))
    TARGET.write_text(f"{before.rstrip()}\n\n{section}", encoding="utf-8")


if __name__ == "__main__":
    main()
