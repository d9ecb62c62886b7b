"""What an expression over words is near to: answered in the space in which words are compared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from inference.core.hubs import crowding, past_hubs
from inference.core.vectors import Direction, Embedding, Latent, Vector
from inference.engine.calls import call
from inference.engine.embeddings import Embeddings
from inference.engine.models import Models
from inference.errors import InvalidInput
from inference.expressions.evaluate import evaluate
from inference.expressions.grammar import parse
from inference.expressions.types import check
from inference.maps.words import WordList
from inference.networks.text_encoder import TextEncoder

DECIMALS = 4
SPACE = "words"


class Vocabulary:
    """The word list as points: unit vectors (n, 384) without their mean, and how crowded each is."""

    def __init__(self, words: WordList) -> None:
        self.list = words
        vectors = torch.from_numpy(words.vectors)
        self.languages = [word.language for word in words.words]
        labels = torch.tensor([language == "ja" for language in self.languages]).long()
        # Each language counts alike, whichever has more words.
        self.mean = torch.stack([vectors[labels == each].mean(0) for each in (0, 1)]).mean(0)
        self.vectors = functional.normalize(vectors - self.mean, dim=-1)
        self.crowded = crowding(self.vectors, labels)

    def open_to(self, without: list[str], language: str | None) -> Tensor:
        """Return which words (n,) may be answers."""
        hidden = {word.casefold() for word in without}
        allowed = [
            word.text.casefold() not in hidden and language in (None, word.language)
            for word in self.list.words
        ]
        return torch.tensor(allowed)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Return the shipped word list, read once."""
    return Vocabulary(WordList())


class WordLeaves:
    """Knows the leaves of expressions over words (`evaluate.Resolver`), in the space of the list."""

    def __init__(self, space: Any, embeddings: Embeddings, known: Vocabulary) -> None:
        self._space, self._embeddings, self._known = space, embeddings, known

    def words(self, prompt: str) -> Embedding:
        """Return the point of a word or phrase."""
        return self._embeddings.get(f"{self._known.list.encoder} words", prompt, self._encoded)

    def _encoded(self, prompt: str) -> Embedding:
        vector = self._space.encoder.encode_words([prompt])[0] - self._known.mean
        return Embedding(functional.normalize(vector, dim=-1), SPACE, "sphere")

    def noise(self, seed: int) -> Latent:
        """Refuse: noise means nothing."""
        raise _incomparable(f"noise({seed})")

    def picture(self, sha256: str, method: str | None) -> Latent:
        """Refuse: an inverted picture is noise."""
        raise _incomparable(f"img({sha256[:8]}…)")

    def direction(self, names: tuple[str, ...]) -> Direction:
        """Return the direction between two prompts, or the one that a shipped direction means."""
        if len(names) == 2:
            return self.words(names[1]) - self.words(names[0])
        start, end = (
            torch.stack([self.words(prompt).values for prompt in prompts]).mean(0)
            for prompts in self._space.poles(names[0])
        )
        return Direction(end - start, SPACE, "sphere")


def _incomparable(what: str) -> InvalidInput:
    return InvalidInput(
        f"words cannot be compared with {what}",
        expected="an expression over words",
        hint="look for pictures instead",
    )


def _model(arguments: Mapping[str, Any]) -> str:
    return str(arguments.get("model"))


def nearest(known: Vocabulary, value: Vector, open_to: Tensor, k: int) -> list[dict[str, Any]]:
    """Return the k nearest of the words (n,) that are open: {text, language, score}.

    By cosine, corrected for words that are near everything (`core.hubs`).
    """
    cosines = known.vectors @ functional.normalize(value.values, dim=-1)
    scores = past_hubs(cosines, known.crowded).masked_fill(~open_to, -torch.inf)
    best = scores.topk(min(k, int(open_to.sum())))
    return [
        {
            "text": known.list.words[int(at)].text,
            "language": known.languages[int(at)],
            "score": round(float(score), DECIMALS),
        }
        for at, score in zip(best.indices, best.values, strict=True)
    ]


@call(needs=_model)
def expression_near_words(
    models: Models,
    embeddings: Embeddings,
    model: str,
    expressions: list[str],
    k: int,
    without: list[str],
    language: str | None = None,
) -> dict[str, Any]:
    """Find the words that are nearest to the point or direction of each expression.

    Raises `InvalidInput` for a model that reads words with another encoder than the list was
    written with, and `InvalidExpression` for noise.
    """
    known, card = vocabulary(), models.cards[model]
    leaves = WordLeaves(_reader(models, model, known), embeddings, known)
    open_to = known.open_to(without, language)
    lists = []
    for source in expressions:
        value = evaluate(check(parse(source), card).node, leaves)
        if not isinstance(value, Vector):
            raise InvalidInput("that is a number", expected="a point or a direction")
        lists.append(nearest(known, value, open_to, k))
    return {"lists": lists}


def _reader(models: Models, model: str, known: Vocabulary) -> Any:
    space = models[model]
    if not isinstance(getattr(space, "encoder", None), TextEncoder):
        raise InvalidInput(
            f"{model} reads words in another way than the word list was written",
            expected=f"a model that reads with {known.list.encoder}",
            hint="ask emoji-vector",
        )
    return space
