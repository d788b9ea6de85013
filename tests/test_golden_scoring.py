"""The scorer of the golden articles, on facts made by hand."""

from collections.abc import Sequence

import pytest

from kb.model import (
    Document,
    Entity,
    EntityKind,
    Event,
    Findings,
    Mention,
    Participant,
    Passage,
    QuoteKind,
    Resolution,
    Role,
    Sentence,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimexType,
)
from kb.when import When
from tests.golden.aspects import same_name
from tests.golden.facts import Facts, Happening, Moment, Saying, facts_of, same_date
from tests.golden.scoring import score, total
from tests.golden_facts import GOLD, MARCH, SAID, TEXT, at


def with_(
    saying: Sequence[Saying] = (), happening: Sequence[Happening] = (), moment: Sequence[Moment] = ()
) -> Facts:
    return Facts(TEXT, tuple(saying), tuple(happening), tuple(moment))


def hits(found: Facts) -> dict[str, int]:
    return {name: tally.hits for name, tally in score(GOLD, found).items()}


def test_gold_against_itself_is_perfect() -> None:
    scores = score(GOLD, GOLD)
    assert {tally.f1 for tally in scores.values()} == {1.0}
    assert [miss for tally in scores.values() for miss in tally.misses] == []


def test_nothing_found_has_no_recall_and_each_fact_is_missed() -> None:
    scores = score(GOLD, with_())
    assert {tally.recall for tally in scores.values()} == {0.0}
    assert [scores[kind].misses[0].split()[0] for kind in ("statement", "event", "time")] == ["missed"] * 3


WRONG = {
    "statement words": Saying((at("had reopened"),), SAID.cue, ("The mayor",), "indirect", "2016-06-13"),
    "statement speaker": Saying(SAID.words, SAID.cue, ("Traders",), "indirect", "2016-06-13"),
    "statement kind": Saying(SAID.words, SAID.cue, ("The mayor",), "direct", "2016-06-13"),
    "statement date": Saying(SAID.words, SAID.cue, ("The mayor",), "indirect", ""),
    "statement cue": Saying(SAID.words, at("on"), ("The mayor",), "indirect", "2016-06-13"),
}


@pytest.mark.parametrize(("aspect", "saying"), WRONG.items(), ids=WRONG.keys())
def test_one_wrong_thing_about_a_statement_costs_that_alone(aspect: str, saying: Saying) -> None:
    found = {name: right for name, right in hits(with_([saying])).items() if name.startswith("statement")}
    assert {name for name, right in found.items() if not right} == {aspect}


WRONG_EVENT = {
    "event type": Happening(MARCH.trigger, "meeting", "", MARCH.participants, MARCH.place, "happened"),
    "event date": Happening(
        MARCH.trigger, "protest", "2016-06-13", MARCH.participants, MARCH.place, "happened"
    ),
    "event status": Happening(MARCH.trigger, "protest", "", MARCH.participants, MARCH.place, "claimed"),
    "event place": Happening(MARCH.trigger, "protest", "", MARCH.participants, None, "happened"),
    "event participants": Happening(MARCH.trigger, "protest", "", (), MARCH.place, "happened"),
}


@pytest.mark.parametrize(("aspect", "happening"), WRONG_EVENT.items(), ids=WRONG_EVENT.keys())
def test_one_wrong_thing_about_an_event_costs_that_alone(aspect: str, happening: Happening) -> None:
    found = {name: right for name, right in hits(with_((), [happening])).items() if name.startswith("event")}
    assert {name for name, right in found.items() if not right} == {aspect}


def test_the_role_of_a_participant_matters() -> None:
    other = Happening(MARCH.trigger, "protest", "", (("target", at("Traders")),), MARCH.place, "happened")
    tally = score(GOLD, with_((), [other]))["event participants"]
    assert (tally.hits, tally.found, tally.gold) == (0, 1, 1)
    assert [miss.split()[0] for miss in tally.misses] == ["missed", "spurious"]


def test_a_longer_time_expression_is_found_but_not_exact() -> None:
    found = hits(with_((), (), [Moment(at("on Monday"), "2016-06-13")]))
    assert (found["time"], found["time extent"], found["time meaning"]) == (1, 0, 1)


def test_a_statement_elsewhere_is_spurious_and_costs_precision() -> None:
    stray = Saying((at("to the bridge in Linden"),), at("marched"), ("Traders",), "indirect", "")
    tally = score(GOLD, with_([SAID, stray]))["statement"]
    assert (tally.precision, tally.recall) == (0.5, 1.0)
    assert tally.misses[0].startswith("spurious")


def test_two_findings_of_one_statement_count_once() -> None:
    tally = score(GOLD, with_([SAID, Saying(*SAID.__dict__.values())]))["statement"]
    assert (tally.hits, tally.found) == (1, 2)


def test_of_two_candidates_the_better_is_taken() -> None:
    shorter = Saying((at("bridge had reopened"),), SAID.cue, ("Traders",), "indirect", "2016-06-13")
    assert score(GOLD, with_([shorter, SAID]))["statement speaker"].hits == 1


def test_scores_of_articles_add_up() -> None:
    both = total([score(GOLD, GOLD), score(GOLD, with_())])["statement date"]
    assert (both.hits, both.found, both.gold) == (1, 1, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Roe", "Roe"),
        ("the Syrian army", "Syrian army"),
        ("Abu\u00a0Ali", "Abu Ali"),
        ("Ra’ad", "Ra'ad"),
        ("", ""),
    ],
)
def test_these_are_one_name(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(("one", "other"), [("Roe", "Poe"), ("he", "Ann Roe"), ("", "Roe"), ("the", "Oslo")])
def test_these_are_two_names(one: str, other: str) -> None:
    assert not same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2016-06-17", "2016-06-17", True),
        ("2016-06", "2016-06~", True),
        ("2016-06-01/2016-06-30", "2016-06", True),
        ("2016-06-17", "2016-06", False),
        ("2014-09/..", "2014-09/", False),
        ("", "2016", False),
        ("", "", True),
    ],
)
def test_dates_are_the_same_when_their_bounds_are(one: str, other: str, same: bool) -> None:
    assert same_date(one, other) is same


# ------------------------------------------------------------------------------- from the findings


def mention(words: str, name: str = "") -> Mention:
    entity = Entity("someone", name or words, EntityKind.PERSON)
    return Mention(span=at(words), rule="test", entity=entity)


def findings(date: Resolution | None) -> Findings:
    bounds = Span(0, len(TEXT))
    statement = Statement(
        span=bounds,
        rule="test",
        key="statement-1",
        trigger=at("said"),
        label="",
        cue="say",
        act="say",
        kind=QuoteKind.INDIRECT,
        content=SAID.words,
        date=date,
        speaker=mention("The mayor", "Anna Brook"),
    )
    event = Event(
        span=bounds,
        rule="test",
        key="event-1",
        trigger=at("marched"),
        label="",
        type="protest",
        status=Status.HAPPENED,
        place=mention("Linden"),
        participants=(Participant(Role.INITIATOR, mention("Traders")),),
    )
    time = TimeExpression(
        span=at("Monday"), rule="test", type=TimexType.DATE, value="2016-06-13", when=When.of_day(2016, 6, 13)
    )
    return Findings(
        Document(iri="", text=TEXT), (Sentence(bounds, 0, Passage.BODY),), (time,), (), (statement,), (event,)
    )


def test_findings_come_in_the_shape_of_gold() -> None:
    told = Resolution(when=When.of_day(2016, 6, 13), rule="test", steps=())
    found = facts_of(findings(told))
    assert found.sayings[0].speaker == ("Anna Brook", "The mayor")
    assert (found.happenings, found.moments) == (GOLD.happenings, GOLD.moments)
    assert score(GOLD, found)["statement speaker"].f1 == 1


@pytest.mark.parametrize(
    "date",
    [None, Resolution(when=When.until(When.of_day(2016, 6, 17)), rule="test", steps=())],
    ids=["no date", "bounded by publication alone"],
)
def test_what_only_publication_bounds_has_no_date(date: Resolution | None) -> None:
    assert facts_of(findings(date)).sayings[0].date == ""
