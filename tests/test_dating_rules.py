"""Every rule of the English table proves itself by its own examples."""

from collections.abc import Iterator
from typing import Any

import pytest

from kb.dating.guards import GUARDS
from kb.dating.lexicon import SHAPE_SLOTS, lexicon_of
from kb.dating.meanings import MEANINGS
from kb.dating.tokens import tokenize
from tests.dating_text import ENGLISH, times_of

RULES: list[dict[str, Any]] = ENGLISH.time["rules"]
ANCHOR: str = ENGLISH.time["anchor"]


def _examples() -> Iterator[Any]:
    for rule in RULES:
        for text, words, value in rule["examples"]:
            yield pytest.param(rule["id"], text, words, value, id=f"{rule['id']}: {words}")


def _counter_examples() -> Iterator[Any]:
    for rule in RULES:
        for text in rule.get("never", []):
            yield pytest.param(rule["id"], text, id=f"{rule['id']}: {text}")


@pytest.mark.parametrize(("rule", "text", "words", "value"), list(_examples()))
def test_an_example_is_found_by_its_rule_with_its_value(rule: str, text: str, words: str, value: str) -> None:
    assert (rule, words, value) in _told_in_its_kind(rule, text)


@pytest.mark.parametrize(("rule", "text"), list(_counter_examples()))
def test_a_counter_example_gives_the_rule_nothing(rule: str, text: str) -> None:
    early = next(row.get("kind") for row in RULES if row["id"] == rule) == "early"
    story = (
        STORIES["early"] if early else ""
    )  # that a rule of histories is silent in news is one of its examples
    own = [time for time in times_of(story + text, ANCHOR) if time.span.start >= len(story)]
    assert [time.span.of(story + text) for time in own if time.rule == rule] == []


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_a_rule_says_what_it_does_shows_where_it_holds_and_where_not_and_names_only_what_exists(
    rule: dict[str, Any],
) -> None:
    assert rule["says"].endswith(".")
    assert rule["examples"]
    assert rule["never"]
    assert rule["meaning"] in MEANINGS
    assert rule.get("guard", next(iter(GUARDS))) in GUARDS
    assert rule.get("around") is None or rule["around"] in ENGLISH.time["around"]


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_a_rule_has_no_key_that_nobody_reads(rule: dict[str, Any]) -> None:
    known = {
        "id",
        "pattern",
        "meaning",
        "guard",
        "around",
        "attributive",
        "kind",
        "says",
        "examples",
        "never",
    }
    assert rule.keys() <= known


def test_every_meaning_and_guard_is_used_by_a_rule() -> None:
    assert set(MEANINGS) == {rule["meaning"] for rule in RULES}
    assert set(GUARDS) == {rule["guard"] for rule in RULES if "guard" in rule}


def test_no_two_rules_share_a_name() -> None:
    names = [rule["id"] for rule in RULES]
    assert len(names) == len(set(names))


STORIES = {
    "narrative": "It began on 2 May 1811. In 1812, in 1813, in 1814 and in 1815 it went on. ",
    "early": "It began on 2 May 302. ",
}
"""Makes a story of what follows, for rules that hold in stories only."""


def _told_in_its_kind(rule: str, text: str) -> list[tuple[str, str, str]]:
    """Rule, words and value of what is found in the text, told as the kind of text the rule is for."""
    told = STORIES.get(next(row.get("kind") for row in RULES if row["id"] == rule), "") + text
    return [(time.rule, time.span.of(told), time.value) for time in times_of(told, ANCHOR)]


def test_every_shape_of_number_that_patterns_may_name_is_named_by_one() -> None:
    written = [*(rule["pattern"] for rule in RULES), *ENGLISH.time["phrases"].values()]
    patterns = " ".join(written)
    assert [name for name in SHAPE_SLOTS if f"{{{name}" not in patterns] == []


def test_no_rule_that_matches_is_passed_over_for_the_two_letters_that_stand_there() -> None:
    lexicon = lexicon_of("en")
    for rule in RULES:
        for text, *_ in rule["examples"]:
            letters = tokenize(text, 0, len(text), lexicon.letters, lexicon.cased).letters
            for at in range(len(letters)):
                tried = lexicon.beginning(letters[at : at + 2])
                begun = lexicon.starting.get(letters[at], ())
                assert all(rule in tried for rule in begun if rule.pattern.regex.match(letters, at)), text


def test_an_article_before_a_word_of_no_list_begins_no_rule() -> None:
    lexicon = lexicon_of("en")
    letters = tokenize("the harbour", 0, 11, lexicon.letters, lexicon.cased).letters
    assert lexicon.starting[letters[0]]
    assert lexicon.beginning(letters) == ()
