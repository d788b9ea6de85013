"""The reconciliation service: who is found, by name and by facts, and what is no query."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from kb.base import KnowledgeBase
from kb.model import Judgement
from kb.tying.reconciling import name_score
from tests.linking_story import AIR_CAMPAIGN, IRINA, REVIEWER, look, moment, q, story_store
from web import create_app

V1 = "/reconcile/v1"


@pytest.fixture(scope="module")
def site() -> Iterator[FlaskClient]:
    with story_store() as store:
        look(store).judge(IRINA, q(101), Judgement.ACCEPTED, REVIEWER, moment(1))
        yield create_app(KnowledgeBase(store)).test_client()


def answered(site: FlaskClient, queries: dict[str, Any]) -> dict[str, Any]:
    """What version 0.2 answers to a batch."""
    found: dict[str, Any] = site.post("/reconcile", data={"queries": json.dumps(queries)}).json
    return found


def first(site: FlaskClient, **query: Any) -> dict[str, Any]:
    """The best candidate, {} when there is none."""
    found = answered(site, {"q0": query})["q0"]["result"]
    return found[0] if found else {}


def matched(site: FlaskClient, *conditions: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    """The candidates of the draft of 1.0."""
    sent = {"queries": [{"conditions": list(conditions), **more}]}
    answer = site.post(f"{V1}/match", json=sent)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json["results"][0]["candidates"]
    return found


def test_the_very_name_is_a_match(site: FlaskClient) -> None:
    found = first(site, query="Irina Volkova")
    assert (found["id"], found["match"], found["score"]) == ("entity/person/irina-volkova", True, 100.0)
    assert found["type"] == [{"id": "ek:Person", "name": "person"}]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Volkova, Irina", "entity/person/irina-volkova"),
        ("irina", "entity/person/irina-volkova"),
        ("Volk", "entity/person/irina-volkova"),
        ("Irina-Volkova", "entity/person/irina-volkova"),
        ("Harbour Post", "entity/organization/the-harbour-post"),
        ("IRINA VOLKOVA", "entity/person/irina-volkova"),
    ],
)
def test_names_are_found_in_other_forms(site: FlaskClient, query: str, found: str) -> None:
    assert first(site, query=query)["id"] == found


@pytest.mark.parametrize("query", ["Atlantis", "", "*", '"', "zzz(", "a" * 500])
def test_what_is_not_there_is_not_found(site: FlaskClient, query: str) -> None:
    assert first(site, query=query) == {}


def test_events_are_found_by_their_words(site: FlaskClient) -> None:
    found = first(site, query="air campaign of Russia", type="ek:Event")
    assert found["id"] == AIR_CAMPAIGN.removeprefix("https://w3id.org/event-knowledge/kb/")


def test_a_type_keeps_others_out(site: FlaskClient) -> None:
    assert first(site, query="Irina Volkova", type="ek:Place") == {}
    assert first(site, query="Irina Volkova", type=["ek:Place", "ek:Person"])["match"]
    assert first(site, query="Irina Volkova", type="schema:Person") == {}


def test_the_unnamed_are_never_found(site: FlaskClient) -> None:
    found = answered(site, {"q": {"query": "Pentagon official", "limit": 50}})["q"]["result"]
    assert [one["id"] for one in found if "/entity/" in one["id"]] == []


def test_facts_speak_for_and_against(site: FlaskClient) -> None:
    part = {"pid": "partOf", "v": "Russian Foreign Ministry"}
    of_it = first(site, query="Volkova", properties=[part])
    of_another = first(site, query="Volkova", properties=[{"pid": "partOf", "v": {"id": "x"}}])
    assert of_it["score"] > of_another["score"]
    assert {one["id"]: one["value"] for one in of_it["features"]}["partOf"] == 100.0


BY_FACTS = {
    "the name of what somebody is part of": ("partOf", "Russian Foreign Ministry", IRINA),
    "its identifier": ("partOf", {"id": "entity/organization/russian-foreign-ministry"}, IRINA),
    "an identifier in a list elsewhere": ("sameAs", q(101), IRINA),
    "another kind of value, in small letters": ("label", "irina volkova", IRINA),
}


@pytest.mark.parametrize(("fact", "value", "found"), BY_FACTS.values(), ids=BY_FACTS.keys())
def test_without_a_name_facts_answer(site: FlaskClient, fact: str, value: object, found: str) -> None:
    best = first(site, query="", type="ek:Person", properties=[{"pid": fact, "v": value}])
    assert (best["id"], best["score"]) == (found.removeprefix("https://w3id.org/event-knowledge/kb/"), 100.0)
    assert [one["id"] for one in best["features"]] == [fact]


@pytest.mark.parametrize(("fact", "value"), [("partOf", "Atlantis"), ("colour", "red"), ("sameAs", "<>")])
def test_facts_that_hold_of_nobody_answer_nothing(site: FlaskClient, fact: str, value: str) -> None:
    assert first(site, query="", properties=[{"pid": fact, "v": value}]) == {}


def test_without_a_name_more_facts_weigh_more_and_the_unnamed_stay_untold(site: FlaskClient) -> None:
    kind, part = {"pid": "kind", "v": "Person"}, {"pid": "partOf", "v": "Russian Foreign Ministry"}
    found = answered(site, {"q": {"query": "", "limit": 50, "properties": [kind, part]}})["q"]["result"]
    assert found[0]["score"] == 100.0 > found[-1]["score"] == 50.0
    assert all("/entity/" not in one["id"] for one in found)


NAME = {"matchType": "name", "propertyValue": "Irina Volkova"}
MINISTRY = {"matchType": "property", "propertyId": "partOf", "propertyValue": "Russian Foreign Ministry"}


def test_the_draft_knows_facts_that_must_and_that_must_not_hold(site: FlaskClient) -> None:
    assert matched(site, NAME, {**MINISTRY, "required": True})[0]["match"]
    assert (
        matched(site, NAME, {**MINISTRY, "required": True, "matchQuantifier": "none"}, type="ek:Person") == []
    )
    assert matched(site, {"matchType": "id", "propertyValue": IRINA})[0]["name"] == "Irina Volkova"


def test_facts_are_handed_out(site: FlaskClient) -> None:
    wanted = {
        "ids": ["entity/person/irina-volkova", "no thing: <>"],
        "properties": [{"id": "sameAs"}, {"id": "partOf"}],
    }
    found = site.post(f"{V1}/extend", json=wanted).json
    assert found["rows"][0]["properties"] == [
        {"id": "sameAs", "values": [{"str": q(101)}]},
        {
            "id": "partOf",
            "values": [
                {"id": "entity/organization/russian-foreign-ministry", "name": "Russian Foreign Ministry"}
            ],
        },
    ]
    assert found["rows"][1]["properties"][0]["values"] == [{}]


def test_the_preview_may_be_framed_and_says_what_is_known(site: FlaskClient) -> None:
    page = site.get("/reconcile/preview?id=entity/person/irina-volkova")
    assert "Russian Foreign Ministry" in page.text
    assert "frame-ancestors *" in page.headers["Content-Security-Policy"]
    assert site.get("/reconcile/preview?id=nothing").status_code == 404


def test_pages_of_other_sites_may_ask(site: FlaskClient) -> None:
    assert site.get("/reconcile").headers["Access-Control-Allow-Origin"] == "*"
    assert site.options(f"{V1}/match").headers["Access-Control-Allow-Headers"]


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/reconcile", {"data": {"queries": "{"}}),
        ("/reconcile", {"data": {"queries": "[]"}}),
        ("/reconcile", {"data": {"queries": '{"q": 1}'}}),
        ("/reconcile", {"data": {"queries": '{"q": {"query": "x", "limit": -1}}'}}),
        ("/reconcile", {"data": {"extend": "{}"}}),
        (f"{V1}/match", {"json": {"queries": [{}]}}),
        (f"{V1}/match", {"json": []}),
        (f"{V1}/match", {"data": "x"}),
        (f"{V1}/extend", {"json": {"ids": ["a"], "properties": [{"id": "shoeSize"}]}}),
    ],
)
def test_what_makes_no_sense_is_told_as_json(site: FlaskClient, address: str, sent: dict[str, Any]) -> None:
    answer = site.post(address, **sent)
    assert answer.status_code == 400
    assert answer.json["error"]


@pytest.mark.parametrize(
    ("asked", "label", "least", "most"),
    [
        ("Geneva", "Geneva", 100, 100),
        ("geneva", "Geneva", 98, 98),
        ("Roe, Ann", "Ann Roe", 96, 96),
        ("Ann", "Ann Roe", 30, 60),
        ("Paris", "London", 0, 0),
    ],
)
def test_how_well_a_name_fits(asked: str, label: str, least: float, most: float) -> None:
    assert least <= name_score(asked, label) <= most
