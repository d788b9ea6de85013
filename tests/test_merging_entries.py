"""Which entries of several articles are one, where they differ, and what keeps them apart."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kb.merging import merge_entries
from kb.merging.blocking import pairs
from kb.merging.events import kind_of
from kb.merging.figures import figures_in
from kb.model import Involved, Merge, Named, Same, Told
from kb.when import When

ROE, POE, UNION = (Named(f"entity/{name}", name) for name in ("Ann Roe", "Ben Poe", "Ferry Union"))
SPLIT, ZADAR, CROATIA, ITALY = (
    Named(f"place/{name}", name) for name in ("Split", "Zadar", "Croatia", "Italy")
)

ARREST = Told(
    iri="a/event",
    kind=Same.EVENT,
    label="Ann Roe was arrested in Split",
    document="a",
    source="Courier",
    when=When.parse("2016-05-23"),
    dated=True,
    trigger="arrested",
    type="arrest",
    status="happened",
    involved=(Involved("target", ROE),),
    places=(SPLIT, CROATIA),
    said="Ann Roe was arrested in Split",
)
SAYING = Told(
    iri="a/statement",
    kind=Same.STATEMENT,
    label="Ann Roe: We will open every drawer",
    document="a",
    source="Courier",
    when=When.parse("2016-05-23"),
    dated=True,
    trigger="said",
    involved=(Involved("speaker", ROE),),
    said="We will open every drawer of the harbour office",
    verbatim=True,
)


def elsewhere(told: Told, **more: object) -> Told:
    """The same as another article tells it."""
    return replace(told, iri="b/entry", document="b", source="Herald", **more)  # type: ignore[arg-type]


def merged(*told: Told) -> Merge | None:
    """The one decision on these, if any."""
    merges = merge_entries(told)
    assert len(merges) < 2
    return merges[0] if merges else None


def whole(date: str) -> dict[str, object]:
    return {"when": When.parse(date), "dated": True}


def bounded(date: str) -> dict[str, object]:
    return {"when": When.until(When.parse(date)), "dated": False}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({}, id="the same again"),
        pytest.param({"places": ()}, id="no place told"),
        pytest.param({"places": (CROATIA,)}, id="the country for the city"),
        pytest.param(whole("2016-05"), id="the month for the day"),
        pytest.param(whole("2016-05-24"), id="the next day"),
        pytest.param(bounded("2016-05-24"), id="no date in the news of the day after"),
        pytest.param({"status": "denied"}, id="denied"),
        pytest.param(
            {"involved": (Involved("target", ROE), Involved("initiator", UNION))}, id="one more in it"
        ),
        pytest.param({"involved": ()}, id="nobody named, but the city"),
        pytest.param({"trigger": "seized", "type": "justice"}, id="a wider kind"),
    ],
)
def test_one_event_told_by_two_articles_is_one(other: dict[str, object]) -> None:
    found = merged(ARREST, elsewhere(ARREST, **other))
    assert found is not None
    assert found.reasons


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(whole("2016-05-26"), id="another day"),
        pytest.param(whole("2016-06"), id="another month"),
        pytest.param({"places": (ZADAR, CROATIA)}, id="another city"),
        pytest.param({"involved": (Involved("target", POE),)}, id="somebody else"),
        pytest.param({"type": "strike", "trigger": "strike"}, id="another kind"),
        pytest.param(bounded("2016-06-20"), id="news of a month later"),
        pytest.param(
            {**whole("2016-05-24"), "places": (), "trigger": "arrest"}, id="the next day and no place"
        ),
        pytest.param({"when": When.unknown(), "dated": False}, id="nothing known of its day"),
    ],
)
def test_what_contradicts_it_keeps_two_events_apart(other: dict[str, object]) -> None:
    assert merged(ARREST, elsewhere(ARREST, **other)) is None


@pytest.mark.parametrize(
    ("kinds", "one"),
    [
        pytest.param(("chemicalAttack", "shelling"), True, id="shells may carry gas"),
        pytest.param(("terroristAttack", "bombing"), True, id="a bombing may be terror"),
        pytest.param(("shooting", "bombing"), False, id="no shot is a bomb"),
        pytest.param(("chemicalAttack", "arrest"), False, id="no attack"),
    ],
)
def test_what_tells_with_what_or_what_for_may_be_an_attack_of_any_kind(
    kinds: tuple[str, str], one: bool
) -> None:
    first, other = (replace(ARREST, type=kind, trigger=kind) for kind in kinds)
    assert (merged(first, elsewhere(other)) is not None) is one


def test_a_country_and_a_kind_are_no_reason_for_being_one() -> None:
    one = replace(ARREST, involved=(), places=(ITALY,))
    assert merged(one, elsewhere(one)) is None


def test_two_entries_of_one_article_are_never_joined_even_through_a_third() -> None:
    found = merged(ARREST, replace(ARREST, iri="a/again"), elsewhere(ARREST))
    assert found is not None
    assert len(found.members) == 2


def test_no_two_in_a_cluster_contradict_each_other() -> None:
    vague = elsewhere(ARREST, places=())
    other = replace(ARREST, iri="c/event", document="c", places=(ZADAR, CROATIA))
    found = merged(ARREST, vague, other)
    assert found is not None
    assert set(found.members) != {ARREST.iri, vague.iri, other.iri}


def test_the_date_that_most_tell_stands_for_all_and_the_others_are_told_as_a_disagreement() -> None:
    third = replace(ARREST, iri="c/event", document="c", source="Post", when=When.parse("2016-05-24"))
    found = merged(third, ARREST, elsewhere(ARREST))
    assert found is not None
    assert found.canonical == ARREST.iri
    assert found.disagreements == ("Date: 23 May 2016 (Courier); 23 May 2016 (Herald); 24 May 2016 (Post).",)


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"status": "denied"}, "Told as: so (Courier); denied (Herald)."),
        ({"places": (CROATIA,)}, "Place: Split (Courier); Croatia (Herald)."),
        ({"said": "Police held 12 men. 3 arrested."}, "Held: 4 (Courier); 3 (Herald)."),
        ({"said": "Labour won 412 of the 650 seats"}, "Seats: 411 (Courier); 412 (Herald)."),
        ({"said": "A quake of magnitude 7.7 struck"}, "Magnitude: 7.8 (Courier); 7.7 (Herald)."),
    ],
)
def test_where_versions_differ_is_told_in_sentences(other: dict[str, object], said: str) -> None:
    words = "Four people were arrested in Split. Labour won 411 seats. A 7.8-magnitude quake struck."
    told = replace(ARREST, said=words)
    found = merged(told, elsewhere(told, **other))
    assert found is not None
    assert said in found.disagreements


def test_a_date_that_is_only_less_exact_is_no_disagreement() -> None:
    found = merged(ARREST, elsewhere(ARREST, **whole("2016-05")))
    assert found is not None
    assert found.disagreements == ()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({}, id="word for word"),
        pytest.param({"said": "We will open every drawer"}, id="a part of it"),
        pytest.param({"said": "“We will open every drawer of the Harbour Office!”"}, id="other marks"),
        pytest.param(bounded("2016-05-24"), id="no day told"),
    ],
)
def test_one_statement_relayed_by_two_articles_is_one(other: dict[str, object]) -> None:
    found = merged(SAYING, elsewhere(SAYING, **other))
    assert found is not None
    assert (found.kind, found.rule) == (Same.STATEMENT, "same-statement")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"involved": (Involved("speaker", POE),)}, id="another speaker"),
        pytest.param({"involved": ()}, id="no speaker named"),
        pytest.param(whole("2016-05-24"), id="another day"),
        pytest.param({"said": "We will close every door of the customs house"}, id="other words"),
        pytest.param({"said": "We will"}, id="too few words"),
    ],
)
def test_other_statements_stay_apart(other: dict[str, object]) -> None:
    assert merged(SAYING, elsewhere(SAYING, **other)) is None


def test_what_people_parted_stays_apart() -> None:
    parted = frozenset({frozenset({ARREST.iri, "b/entry"})})
    assert merge_entries([ARREST, elsewhere(ARREST)], parted) == []


def test_the_order_of_the_entries_does_not_matter() -> None:
    told = [ARREST, elsewhere(ARREST), SAYING, replace(SAYING, iri="c/said", document="c")]
    assert merge_entries(told) == merge_entries(told[::-1])


def test_the_pairs_to_compare_grow_with_the_entries_and_not_with_their_square() -> None:
    def told(number: int) -> Iterator[Told]:
        for day in range(number):
            for document in "ab":
                when = When.parse(f"{2000 + day // 300}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}")
                yield replace(ARREST, iri=f"{document}/{day}", document=document, when=when)

    few, many = (len(list(pairs(told(number), kind_of))) for number in (100, 200))
    assert many < 2.5 * few


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The blast killed 13 people and wounded twenty-five.", {"killed": "13", "hurt": "25"}),
        ("Eleven people were killed in the blast.", {"killed": "11"}),
        ("Two hundred miners were evacuated.", {"displaced": "200"}),
        ("Officials put the toll at 12 on Monday.", {"killed": "12"}),
        ("The death toll rose to 45.", {"killed": "45"}),
        ("Labour won 411 of the 650 seats.", {"seats": "411"}),
        ("Labour won 411 seats, the Conservatives 121 seats.", {}),
        ("A quake of magnitude 7.8 hit Turkey.", {"magnitude": "7.8"}),
        ("Twelve died in a 7.8-magnitude quake.", {"killed": "12", "magnitude": "7.8"}),
        ("No one was hurt.", {}),
        ("The minister resigned.", {}),
    ],
)
def test_figures_are_read_in_words_and_digits(text: str, figures: dict[str, str]) -> None:
    assert figures_in(text) == figures
