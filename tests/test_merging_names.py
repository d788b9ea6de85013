"""Which names name one and the same, and which never do."""

import pytest

from kb.merging import merge_entities
from kb.merging.wording import load_wording, words_of
from kb.model import Bearer, EntityKind, Same
from tests.extracted import findings_of

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE


def bearer(name: str, kind: EntityKind, articles: int = 1, capitals: str = "") -> Bearer:
    """Someone or somewhere of this name, in so many articles."""
    documents = frozenset(f"{name} {number}" for number in range(articles))
    return Bearer(
        iri=f"{kind}/{name}",
        name=name,
        kind=kind,
        documents=documents,
        capitals=frozenset(capitals.split()),
    )


def joined(*bearers: Bearer) -> list[tuple[str, ...]]:
    """The names that are found to be one, what stands for all first."""
    return [tuple(iri.partition("/")[2] for iri in merge.members) for merge in merge_entities(bearers)]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        pytest.param(PERSON, ("Grace Okafor", "Okafor"), id="surname alone"),
        pytest.param(PERSON, ("Grace Okafor", "Prime Minister Grace Okafor"), id="title before it"),
        pytest.param(PERSON, ("Grace N. Okafor", "Grace Okafor"), id="middle initial"),
        pytest.param(PERSON, ("Grace Okafor", "G. Okafor"), id="initial"),
        pytest.param(PERSON, ("Thomas Okafor", "Tom Okafor"), id="short form of a first name"),
        pytest.param(PERSON, ("Frederick Okafor", "Fritz Okafor"), id="short form from another language"),
        pytest.param(PERSON, ("Sergei Okafor", "Sergey Okafor"), id="two ways to Latin letters"),
        pytest.param(PERSON, ("José Ibáñez", "Jose Ibanez"), id="accents"),
        pytest.param(PERSON, ("Samir al-Khatib", "Khatib"), id="surname with an article of its own"),
        pytest.param(BODY, ("Harlow Shipping", "Harlow Shipping Ltd"), id="legal form"),
        pytest.param(BODY, ("World Ferry Union", "WFU"), id="acronym"),
        pytest.param(BODY, ("Bank of the Isles Trust", "BIT"), id="little words make no initial"),
        pytest.param(BODY, ("Harlow Motor Group", "Harlow"), id="first word"),
        pytest.param(BODY, ("Dow Jones Industrial Average", "Dow"), id="known short name"),
    ],
)
def test_other_forms_of_a_name_are_joined_under_the_fullest(kind: EntityKind, names: tuple[str, str]) -> None:
    assert joined(*(bearer(name, kind) for name in names)) == [names]


@pytest.mark.parametrize(
    "bearers",
    [
        pytest.param((("Grace Okafor", PERSON), ("Peter Okafor", PERSON)), id="two first names"),
        pytest.param((("Grace Okafor", PERSON), ("Grace Okafor Jr.", PERSON)), id="mother and daughter"),
        pytest.param(
            (("Grace Okafor", PERSON), ("Peter Okafor", PERSON), ("Okafor", PERSON)), id="a surname of two"
        ),
        pytest.param(
            (("Ann B. Roe", PERSON), ("Ann C. Roe", PERSON), ("Ann Roe", PERSON)), id="two middle names"
        ),
        pytest.param((("Grace Okafor", PERSON), ("Okafor", BODY)), id="a surname and a firm"),
        pytest.param((("Grace Okafor", PERSON), ("Grace", PERSON)), id="a first name alone"),
        pytest.param((("Harlow Group", BODY), ("Harlow", PLACE)), id="a firm and its town"),
        pytest.param(
            (("World Ferry Union", BODY), ("Western Film Union", BODY), ("WFU", BODY)), id="an acronym of two"
        ),
        pytest.param((("Central Market", BODY), ("CM", BODY)), id="two letters without witness"),
        pytest.param(
            (("Harlow Group", BODY), ("Harlow Tennis Open", BODY), ("Harlow", BODY)), id="two begin"
        ),
        pytest.param((("National Ferry Board", BODY), ("National", BODY)), id="a common word"),
        pytest.param((("Mercy", PLACE), ("Mercy", PERSON)), id="one word, a place and a person"),
    ],
)
def test_what_could_be_two_is_left_alone(bearers: tuple[tuple[str, EntityKind], ...]) -> None:
    assert joined(*(bearer(name, kind) for name, kind in bearers)) == []


def test_two_letters_are_an_acronym_where_an_article_has_them_beside_the_full_name() -> None:
    assert joined(bearer("Central Market", BODY, capitals="CM EU"), bearer("CM", BODY)) == [
        ("Central Market", "CM")
    ]


def test_a_country_is_one_as_a_place_and_as_one_that_acts() -> None:
    assert joined(bearer("Norway", PLACE, 2), bearer("Norway", BODY)) == [("Norway", "Norway")]


def test_a_name_of_one_word_is_what_most_articles_read_it_as() -> None:
    assert joined(bearer("Kestrel", BODY, 3), bearer("Kestrel", PERSON)) == [("Kestrel", "Kestrel")]
    assert joined(bearer("Kestrel", BODY, 2), bearer("Kestrel", PERSON)) == []


def test_a_decision_tells_its_rule_its_score_and_its_reason() -> None:
    (merge,) = merge_entities([bearer("Grace Okafor", PERSON), bearer("Okafor", PERSON)])
    assert (merge.kind, merge.rule, merge.score) == (Same.ENTITY, "surname", 0.8)
    assert merge.reasons == ("Only one person with the surname Okafor is named in full: Grace Okafor.",)


def test_whom_people_parted_no_rule_joins() -> None:
    bearers = [bearer(name, PERSON) for name in ("Grace Okafor", "G. Okafor", "Okafor")]
    parted = frozenset({frozenset({"person/Grace Okafor", "person/Okafor"})})
    assert [merge.members for merge in merge_entities(bearers, parted)] == [
        ("person/Grace Okafor", "person/G. Okafor")
    ]


def test_the_order_of_the_names_does_not_matter() -> None:
    bearers = [bearer(name, PERSON) for name in ("Tom Okafor", "Okafor", "Thomas Okafor", "Thomas B. Okafor")]
    assert merge_entities(bearers) == merge_entities(bearers[::-1])
    assert len(merge_entities(bearers)[0].members) == 4


def test_a_short_form_may_stand_for_several_given_names() -> None:
    assert load_wording().short["pat"] == {"patricia"}
    assert words_of("Ted’s O.K. Café") == ("ted", "ok", "cafe")


def test_an_index_of_shares_is_a_body_by_its_short_name_too() -> None:
    named = findings_of("The Dow fell on Thursday.").mentions
    assert [(mention.entity.name, mention.entity.kind) for mention in named] == [("Dow", BODY)]
