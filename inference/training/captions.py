"""What people might type to get a picture, in English and Japanese; always the same captions.

A caption is a name with or without its style, or keywords. Tones are part of a name. The style word
stays Latin in both languages: `noto`, `twemoji`, `fluent 3d`, `fluent flat`.
"""

from __future__ import annotations

from inference.training.names import Entry
from inference.training.splits import fraction

TONE_JA = {
    "light": "薄い肌色",
    "medium-light": "やや薄い肌色",
    "medium": "中間の肌色",
    "medium-dark": "やや濃い肌色",
    "dark": "濃い肌色",
}
# How often each column of `captions_of` is drawn during training.
COLUMN_SHARES = (0.28, 0.20, 0.13, 0.10, 0.10, 0.06, 0.08, 0.05)
_PLAIN_EN = ("{name}", "{name}", "a {name}", "{name} emoji", "picture of {name}")
_PLAIN_JA = ("{name}", "{name}", "{name}の絵文字", "{name}の絵")


def name_en(entry: Entry) -> str:
    """Return the English name with its tone: `woman astronaut, dark skin tone`."""
    tone = f", {entry.tone} skin tone" if entry.tone else ""
    return entry.label_en + tone


def name_ja(entry: Entry) -> str:
    """Return the Japanese name with its tone, or the English one where there is none."""
    if not entry.label_ja:
        return name_en(entry)
    return entry.label_ja + (f"、{TONE_JA[entry.tone]}" if entry.tone else "")


def prompt_en(name: str, style: str) -> str:
    """Return the English prompt for a name in a style."""
    return f"{name}, {style} style"


def prompt_ja(name: str, style: str) -> str:
    """Return the Japanese prompt for a name in a style."""
    return f"{name}、{style}"


def captions_of(entry: Entry) -> tuple[str, ...]:
    """Return eight captions: styled name in both languages, plain name in both, then keywords."""
    style, concept = entry.style, entry.concept
    english, japanese = name_en(entry), name_ja(entry)
    first = prompt_en(english, style)
    plain = _pick(_PLAIN_EN, concept, style, "en")
    plain_ja = _pick(_PLAIN_JA, concept, style, "ja")
    loose = english.replace(",", "")
    keywords = _keywords(entry.keywords_en, 2, concept, style, "a")
    keyword = _keywords(entry.keywords_en, 1, concept, style, "b")
    keywords_ja = _keywords(entry.keywords_ja, 2, concept, style, "c")
    either = keywords_ja if fraction(concept, "either") < 0.4 else keyword
    return (
        first,
        prompt_ja(japanese, style),
        plain.format(name=loose),
        plain_ja.format(name=japanese),
        prompt_en(" ".join(keywords), style) if keywords else first,
        prompt_en(keyword[0], style) if keyword else f"{style} {loose}",
        prompt_ja("、".join(keywords_ja), style) if keywords_ja else prompt_ja(japanese, style),
        " ".join(either) if either else english,
    )


def _pick(options: tuple[str, ...], *words: str) -> str:
    return options[int(fraction("pick", *words) * len(options))]


def _keywords(words: tuple[str, ...], count: int, *seed: str) -> tuple[str, ...]:
    """Choose `count` keywords, in an order that the seed words decide."""
    return tuple(sorted(words, key=lambda word: fraction("keyword", word, *seed))[:count])
