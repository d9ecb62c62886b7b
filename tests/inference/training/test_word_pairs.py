"""Pairs of everyday words: each kind in two halves that share nothing."""

from inference.maps.words import WordList
from inference.training.word_pairs import MOST, pairs, quadruples


def test_no_pair_chooses_the_reading_and_says_how_good_it_is() -> None:
    def used(held_out: bool) -> set[tuple[str, frozenset[str]]]:
        every = quadruples(held_out=held_out)
        return {
            (" ".join(kind), frozenset(pair))
            for kind, listed in every.items()
            for four in listed
            for pair in (four[:2], four[2:])
        }

    chose, held = used(False), used(True)
    assert not chose & held
    assert ("en gender", frozenset({"king", "queen"})) in held
    assert ("ja gender", frozenset({"王", "女王"})) in held


def test_there_are_hundreds_in_both_languages_and_no_word_twice() -> None:
    every = quadruples(held_out=True)
    assert {language for language, _ in every} == {"en", "ja"}
    assert sum(map(len, every.values())) == MOST * len(every) > 1000
    assert all(len(set(four)) == 4 for listed in every.values() for four in listed)


def test_every_word_of_a_pair_is_in_the_shipped_list() -> None:
    known = {word.text.casefold() for word in WordList().words}
    assert all(w.casefold() in known for listed in pairs().values() for p in listed for w in p)
