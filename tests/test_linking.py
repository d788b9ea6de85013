"""Whom a label means: names, kinds, prominence, context; and the authority they are looked up in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.errors import NotFound, StoreDamaged
from kb.linking import Authority, Verdict, decide
from kb.linking.asking import search
from kb.linking.kinds import kind_fit
from kb.linking.record import Name, Record, Sort, wikidata
from kb.linking.spelling import folded, is_acronym, unbracketed
from tests import linking_world as w


@pytest.fixture(scope="module")
def authority() -> Iterator[Authority]:
    with w.world() as known:
        yield known


MEANT = {
    "by its label": ("Orskia", "country", "", w.ORSK, Verdict.ACCEPTED),
    "by an alias, without the article": ("the Republic of Lundia", "country", "", w.LUND, Verdict.ACCEPTED),
    "in capitals": ("ORSKIA", "country", "", w.ORSK, Verdict.ACCEPTED),
    "without a kind, where it is prominent": ("Orskia", "", "", w.ORSK, Verdict.ACCEPTED),
    "a country is met where a body is looked for": ("Orskia", "organization", "", w.ORSK, Verdict.ACCEPTED),
    "by initials with points": ("U.S.T.", "igo", "", w.UNION, Verdict.ACCEPTED),
    "a region of the name, asked for as such": ("Lundia", "region", "", w.LUNDIA_REGION, Verdict.ACCEPTED),
    "a country and a region of one name": ("Lundia", "place", "", w.LUND, Verdict.PROPOSED),
    "the region, where a city of its country is named": (
        "Lundia", "place", "The trains from Hillmouth stood still.", w.LUNDIA_REGION, Verdict.ACCEPTED,
    ),
    "neither, where two are named as well known as each other": (
        "Lundia", "place", "Twin Peak said so.", w.LUND, Verdict.PROPOSED,
    ),
    "the country, where its capital is named": (
        "Lundia", "place", "Port Ember said so.", w.LUND, Verdict.ACCEPTED,
    ),
    "two cities of a name": ("Ashby", "city", "", w.ASH_BIG, Verdict.PROPOSED),
    "the smaller city, with its country behind a comma": (
        "Ashby, Orskia", "city", "", w.ASH_SMALL, Verdict.PROPOSED,
    ),
    "a capital whose old name is a city's name": ("Hillmouth", "city", "", w.HILL, Verdict.PROPOSED),
    "a great city, before the region in which it lies": ("Bigton", "place", "", w.BIGTON, Verdict.PROPOSED),
    "that region, asked for as such": ("Bigton", "region", "", w.BIGTON_STATE, Verdict.ACCEPTED),
    "the seat of a government that acts": ("the Kremlin", "organization", "", w.RUSSIAN, Verdict.ACCEPTED),
    "the seat itself, as a place": ("the Kremlin", "place", "", w.KREMLIN, Verdict.ACCEPTED),
    "a seat, of which is not told what is meant": ("the Kremlin", "", "", w.KREMLIN, Verdict.PROPOSED),
    "an identifier that is in doubt": ("Midland Isles", "country", "", w.DOUBTED, Verdict.PROPOSED),
    "a person of a list": ("Ann Roe", "person", "", w.ROE, Verdict.ACCEPTED),
}  # fmt: skip


@pytest.mark.parametrize(("label", "kind", "context", "meant", "verdict"), MEANT.values(), ids=MEANT.keys())
def test_a_label_means(
    authority: Authority, label: str, kind: str, context: str, meant: Record, verdict: Verdict
) -> None:
    decision = decide(authority, label, kind, context)
    assert decision.iri == authority.identity(meant.iri)
    assert decision.verdict == verdict


NOBODY = {
    "a name nobody bears": ("Ravnia", "country"),
    "a place asked for as a person": ("Port Ember", "person"),
    "a word in small letters that is no acronym": ("when", "igo"),
    "a seat that acts, where the government is not held": ("Downing Street", "government"),
    "a building that acts": ("the White House", "agency"),
    "no name at all": (" – ", ""),
}


@pytest.mark.parametrize(("label", "kind"), NOBODY.values(), ids=NOBODY.keys())
def test_a_label_means_nobody_known(authority: Authority, label: str, kind: str) -> None:
    decision = decide(authority, label, kind)
    assert (decision.verdict, decision.iri, decision.candidates) == (Verdict.NIL, None, ())


def test_scores_are_shares_and_tell_why(authority: Authority) -> None:
    found = decide(authority, "Lundia", "place", "Port Ember said so.").candidates
    assert [one.iri for one in found] == [w.LUND.iri, w.LUNDIA_REGION.iri]
    assert 0 < found[1].score < found[0].score <= 1
    assert sum(one.score for one in found) <= 1
    assert found[0].why == ("It is named “Lundia”.", "The words around speak of its country.")


FITS = [
    ("country", "country", 1.0), ("place", "capital", 1.0), ("city", "capital", 1.0),
    ("city", "city state", 1.0),
    ("person", "city", 0.0), ("country", "organization", 0.0), ("", "city", 1.0), ("spaceport", "city", 0.8),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "held", "fit"), FITS)
def test_kinds_fit(asked: str, held: str, fit: float) -> None:
    assert kind_fit(asked, held) == fit


def test_a_more_general_record_fits_a_little_less() -> None:
    assert 0.5 < kind_fit("agency", "organization") < kind_fit("agency", "agency")


SPELT = [
    ("The U.S.", "us"), ("Côte-d’Or", "cote dor"), ("Łódź", "lodz"), ("São  Paulo", "sao paulo"),
    ("The", "the"), ("…", ""), ("Петроград", "петроград"), ("Straße", "strasse"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "key"), SPELT)
def test_names_are_folded(name: str, key: str) -> None:
    assert folded(name) == key
    assert folded(folded(name)) == key


def test_brackets_and_acronyms() -> None:
    assert unbracketed("Lundia (Orskia)") == "Lundia"
    assert [is_acronym(text) for text in ("U.N.", "NATO", "Nato", "A", "7UP")] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("big", {w.BIGTON.iri, w.BIGTON_STATE.iri}),
        ("salt union", {w.UNION.iri}),
        ("Traders of the Union had met before", {w.UNION.iri}),
        ("The port had been shut by traders", {w.PORT.iri, w.UNION.iri}),
        ("it was on", set()),
        ("…", set()),
    ],
)
def test_a_search_finds_by_the_beginnings_of_words_and_for_a_sentence_by_most_of_its_words(
    authority: Authority, text: str, found: set[str]
) -> None:
    assert {record.iri for record in search(authority, text)} == found


def test_a_record_replaces_an_older_one_of_its_source() -> None:
    with Authority.in_memory() as authority:
        authority.add([w.record(1, "city", "Alder")])
        authority.add([w.record(1, "city", "Birch")])
        assert authority.counts() == {"our world": 1}
        assert authority.named("Alder") == []
        assert [held.label for held in authority.named("birch")] == ["Birch"]


def test_an_interrupted_load_goes_on_where_it_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.linking.authority.BATCH", 2)
    records = [w.record(number, "city", f"Town {number}") for number in range(5)]

    def breaking() -> Iterator[Record]:
        yield from records[:3]
        raise ConnectionError

    with Authority.in_memory() as authority:
        with pytest.raises(ConnectionError):
            authority.add(breaking(), "towns")
        assert authority.counts() == {"our world": 2}
        assert authority.add(records, "towns") == 3
        assert authority.add(records, "towns") == 0
        assert authority.counts() == {"our world": 5}


def test_redirects_of_redirects_are_followed_to_their_end() -> None:
    first, second, third = (wikidata(f"Q90000010{number}") for number in range(3))
    with Authority.in_memory() as authority:
        for old, new in ((first, second), (second, third)):
            authority.add([Record(iri=new, kind="", source="x", names=(), replaces=(old,))])
        assert authority.moved(first) == authority.identity(second) == authority.moved(third) == third
        authority.add([Record(iri=third, kind="", source="x", names=(), deleted=True)])
        assert authority.identity(first) == authority.moved(second) == ""
        authority.add([Record(iri=first, kind="", source="x", names=(), replaces=(second,))])
        assert authority.moved(second) in (first, second)  # lists that send us in a circle end


def test_what_is_the_same_elsewhere_is_known_by_its_wikidata_iri(authority: Authority) -> None:
    assert authority.identity(w.HILL.iri) == wikidata("Q900000005")
    assert authority.identity("https://example.org/1") == "https://example.org/1"
    assert {"Q900000001", "Q900000005"} <= set(authority.wikidata_ids())


def test_a_record_is_called_by_its_english_label() -> None:
    names = (Name("Lundy"), Name("Lundien", "de", Sort.LABEL), Name("Lundia", "en", Sort.LABEL))
    assert Record(iri="https://example.org/1", kind="country", source="ours", names=names).name == "Lundia"


def test_no_authority_and_no_sqlite_are_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="kb authority build"):
        Authority.open(tmp_path)
    (tmp_path / "authority.sqlite").write_text("This is prose. " * 100, encoding="utf-8")
    with pytest.raises(StoreDamaged, match="build it anew"):
        Authority.open(tmp_path)
