"""Gold is placed in its text; floors are read, raised and kept."""

from pathlib import Path

import pytest

from tests.golden.floors import falls, load_floors, lowered, raised, written
from tests.golden.gold import MisplacedError, Twin, facts_in, nearest, only
from tests.golden.tally import Tally
from tests.golden_facts import GOLD, MONDAY, TEXT, at

# --------------------------------------------------------------------------------------- the twins

TABLE = {
    "published": "2016-06-17",
    "statement": [
        {"words": "the bridge had reopened", "cue": "said", "speaker": "The mayor", "kind": "indirect"}
        | {"date": "2016-06-13", "evidence": "The mayor said on Monday that the bridge had reopened."}
    ],
    "event": [
        {"trigger": "marched", "within": "Traders marched to the bridge", "type": "protest", "date": ""}
        | {
            "participants": [{"role": "initiator", "words": "Traders"}],
            "place": "Linden",
            "status": "happened",
        }
    ],
    "time": [{"words": "Monday", "edtf": "2016-06-13"}],
}


def test_a_twin_is_placed_in_its_text() -> None:
    assert facts_in(Twin("bridge", Path("bridge.txt"), 0, TABLE), TEXT) == GOLD


def test_a_no_break_space_is_like_any_other() -> None:
    assert facts_in(Twin("bridge", Path("bridge.txt"), 0, TABLE), TEXT.replace(" ", "\u00a0")).moments == (
        MONDAY,
    )


@pytest.mark.parametrize(
    ("words", "complaint"), [("the bridge", "2 times"), ("the ferry", "0 times"), ("rid", "0 times")]
)
def test_words_that_do_not_stand_there_once_are_misplaced(words: str, complaint: str) -> None:
    with pytest.raises(MisplacedError, match=complaint):
        only(words, TEXT)


def test_words_that_stand_there_twice_are_taken_where_they_are_nearest() -> None:
    assert nearest("the bridge", TEXT, at("marched")) == at("the bridge", 1)


# -------------------------------------------------------------------------------------- the floors

SCORES = {"event date": Tally(hits=6, found=8, gold=10)}


def test_floors_stand_a_little_under_the_scores() -> None:
    assert lowered(SCORES) == {"event date": {"precision": 0.74, "recall": 0.59, "f1": 0.66}}


def test_floors_are_raised_but_not_lowered() -> None:
    old = {"event date": {"precision": 0.90, "recall": 0.10, "f1": 0.10}}
    assert raised(SCORES, old) == {"event date": {"precision": 0.90, "recall": 0.59, "f1": 0.66}}


def test_a_score_under_its_floor_is_said() -> None:
    complaints = falls("event date", SCORES["event date"], {"event date": {"precision": 0.9, "recall": 0.5}})
    assert complaints == ["event date: precision 0.7500 is under its floor 0.90"]


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(written(lowered(SCORES)), "utf-8")
    assert load_floors(path) == lowered(SCORES)
