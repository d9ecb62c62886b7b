"""Captions and splits are a function of the names alone."""

from __future__ import annotations

from collections import Counter

import torch

from inference.training.captions import COLUMN_SHARES, captions_of
from inference.training.names import Entry, base_of, gender_of, plain_code, slug
from inference.training.pictures import BalancedSampler, PictureSet, balanced_weights
from inference.training.prompts import SHEET_EN, SHEET_JA
from inference.training.splits import split_of

CONCEPTS = [f"thing-{i}" for i in range(4000)]
STYLES = ("noto", "twemoji", "fluent 3d", "fluent flat")


def entry(concept: str = "red-apple", style: str = "noto", tone: str = "") -> Entry:
    return Entry(
        style=style,
        name=concept,
        label_en=concept.replace("-", " "),
        label_ja="赤リンゴ",
        keywords_en=("apple", "fruit", "red"),
        keywords_ja=("果物", "りんご"),
        group="food-drink",
        subgroup="food-fruit",
        tone=tone,
        gender="",
        concept=concept,
        base=base_of(concept),
        hexcode="1f34e",
    )


def test_splits_never_change_and_have_the_promised_sizes() -> None:
    splits = [[split_of(concept, style) for style in STYLES] for concept in CONCEPTS]
    assert splits == [[split_of(concept, style) for style in STYLES] for concept in CONCEPTS]
    counts = Counter(split for row in splits for split in row)
    total = len(CONCEPTS) * len(STYLES)
    assert 0.01 < counts["name"] / total < 0.03
    assert 0.02 < counts["pair"] / total < 0.04


def test_a_held_out_name_is_held_out_in_every_style() -> None:
    for concept in CONCEPTS:
        splits = {split_of(concept, style) for style in STYLES}
        assert "name" not in splits or splits == {"name"}


def test_captions_are_deterministic_in_both_languages_and_carry_the_style() -> None:
    captions = captions_of(entry())
    assert captions == captions_of(entry())
    assert len(captions) == len(COLUMN_SHARES)
    assert captions[0] == "red apple, noto style"
    assert captions[1] == "赤リンゴ、noto"


def test_tone_is_part_of_the_name() -> None:
    captions = captions_of(entry("woman-astronaut", tone="dark"))
    assert captions[0] == "woman astronaut, dark skin tone, noto style"
    assert captions[1].endswith("、濃い肌色、noto")


def test_people_variants_share_a_base_concept() -> None:
    same = ("astronaut", "man-astronaut", "woman-astronaut", "woman-astronaut-facing-right")
    assert {base_of(concept) for concept in same} == {"astronaut"}
    assert base_of("man") == "man"
    assert base_of("mango") == "mango"


def test_names_are_compared_without_the_habits_of_a_vendor() -> None:
    assert slug("Man’s shoe: red!") == "mans-shoe-red"
    assert plain_code("2764-FE0F") == "2764"
    assert (gender_of("woman astronaut"), gender_of("fireman"), gender_of("man, beard")) == (
        "woman",
        "",
        "man",
    )


def test_balanced_weights_give_a_crowd_less_than_its_share() -> None:
    weights = balanced_weights(["cook"] * 72 + ["pizza"] * 4)
    assert torch.isclose(weights.sum(), torch.tensor(1.0, dtype=weights.dtype))
    share = float(weights[:72].sum())
    assert 0.5 < share < 72 / 76


def test_sampler_stays_in_its_split_and_repeats_with_its_seed() -> None:
    entries = tuple(entry(f"thing-{i}") for i in range(20))
    splits = tuple("name" if i % 5 == 0 else "train" for i in range(20))
    pictures = PictureSet(torch.zeros(20, 3, 64, 64, dtype=torch.uint8), entries, splits)
    draws = [
        BalancedSampler(pictures, "train", torch.Generator().manual_seed(7)).draw(200)
        for _ in range(2)
    ]
    assert torch.equal(*draws)
    assert not set(draws[0].tolist()) & set(pictures.rows("name").tolist())


def test_sheets_ask_the_same_sixteen_things_in_both_languages() -> None:
    assert len(SHEET_EN) == len(SHEET_JA) == 16
    assert "赤いリンゴ、fluent flat" in SHEET_JA
