"""The JSON window the explorer draws: rows, lanes, density."""

import json
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from kb.model import Filter, Named
from tests.web_fake import BASE, CAMPAIGN, ROE, STRIKE, FakeKnowledgeBase, site_over


@pytest.fixture
def base() -> FakeKnowledgeBase:
    return FakeKnowledgeBase()


@pytest.fixture
def site(base: FakeKnowledgeBase) -> FlaskClient:
    return site_over(base)


def window(site: FlaskClient, query: str = "") -> dict[str, object]:
    response = site.get(f"/api/timeline{query}")
    assert response.mimetype == "application/json"
    return dict(json.loads(response.text))


def test_the_window_counts_and_sends_the_first_entries(site: FlaskClient) -> None:
    found = window(site, "?limit=2")
    assert (found["total"], found["undated"]) == (4, 1)
    assert [row["iri"] for row in found["entries"]] == [CAMPAIGN.iri, STRIKE.iri]  # type: ignore[attr-defined]


def test_a_row_has_bounds_in_seconds_and_its_open_end(site: FlaskClient) -> None:
    campaign, strike, saying, memo = window(site)["entries"]  # type: ignore[misc]
    assert (strike["begin"], strike["end"], strike["grain"]) == (1465862400, 1465948799, "day")
    assert (campaign["begin"], campaign["end"], campaign["endOpen"]) == (1409529600, None, True)
    assert (memo["dated"], memo["begin"], memo["beginOpen"]) == (False, None, True)
    assert saying["about"] == [STRIKE.iri]
    assert saying["words"] == "17 June 2016"
    assert saying["lane"] == {"key": ROE.iri, "label": "Ann Roe"}
    assert strike["place"]["href"] == "/entity/place/genoa"
    assert strike["document"]["publisher"] == "Harbour Post"


def test_the_same_date_is_told_in_the_language_of_each_request(site: FlaskClient) -> None:
    told = [window(site, f"?lang={code}")["entries"][2]["words"] for code in ("en", "de", "en")]  # type: ignore[index]
    assert told == ["17 June 2016", "17. Juni 2016", "17 June 2016"]


def test_lanes_go_by_the_leading_actor(site: FlaskClient) -> None:
    lanes = {lane["label"]: lane["count"] for lane in window(site)["lanes"]}  # type: ignore[attr-defined]
    assert list(lanes.items()) == [("dockers", 2), ("Ann Roe", 1), ("nobody named", 1)]


def test_without_an_actor_the_place_is_the_lane() -> None:
    found = window(site_over(FakeKnowledgeBase([STRIKE._replace(actors=())])))
    assert [lane["label"] for lane in found["lanes"]] == ["Genoa"]  # type: ignore[attr-defined]


def test_what_exceeds_twelve_lanes_is_joined_in_the_last() -> None:
    crowd = [STRIKE._replace(actors=(Named(f"{BASE}entity/person/p{n}", f"P{n}"),)) for n in range(15)]
    found = window(site_over(FakeKnowledgeBase(crowd)))
    lanes = found["lanes"]
    assert len(lanes) == 13  # type: ignore[arg-type]
    assert lanes[-1] == {"key": "others", "label": "others", "count": 3}  # type: ignore[index]
    assert found["entries"][14]["lane"]["key"] == "others"  # type: ignore[index]


def test_the_density_counts_all_that_is_dated_whatever_the_window(
    site: FlaskClient, base: FakeKnowledgeBase
) -> None:
    bins = window(site, "?since=2016-06&until=2016-07")["density"]
    assert sum(b["events"] for b in bins) == 2  # type: ignore[attr-defined]
    assert sum(b["statements"] for b in bins) == 1  # type: ignore[attr-defined]
    assert base.asked[0] == Filter()


def test_for_a_drawing_lanes_have_densities_and_filters_their_values(site: FlaskClient) -> None:
    found = window(site, "?lanes=actor&text=cranes&axis=said")
    assert found["lanes"] == [
        {"key": ROE.iri, "label": "Ann Roe", "count": 1, "events": [0, 0], "statements": [1, 0]}
    ]
    assert found["bins"] == {"from": 0, "to": 2, "width": 1, "number": 2}
    assert found["facets"] == {"kind": [{"key": "event", "label": "event", "count": 3}]}
    assert (found["total"], found["undated"], found["estimated"]) == (4, 1, 1)


def test_a_drawing_is_told_as_what_the_dates_it_asked_for_were_read(site: FlaskClient) -> None:
    found = window(site, "?lanes=actor&since=juin+2016&until=17.+Juni+2016&text=cranes")
    assert found["asked"] == {"since": "2016-06", "until": "2016-06-17"}


@pytest.mark.parametrize("path", ["/timeline", "/api/timeline"])
def test_lanes_that_there_are_not_are_told_by_the_page_and_the_drawing_alike(
    site: FlaskClient, path: str
) -> None:
    answer = site.get(f"{path}?lanes=xyz")
    assert answer.status_code == 400
    assert "actor, place, source, type, none" in answer.text
    assert site.get(f"{path}?lanes=place").status_code == 200


def test_in_a_drawing_entries_name_their_lanes_and_where_they_stand(site: FlaskClient) -> None:
    campaign, strike, saying, _ = window(site, "?lanes=actor&axis=published")["entries"]  # type: ignore[misc]
    assert [row["lanes"] for row in (campaign, strike, saying)] == [["nobody"], ["others"], [ROE.iri]]
    assert strike["at"] == [1466208000, 1466208000]
    assert not {"quote", "versions", "lane"} & strike.keys()
    (_, strike, *_) = window(site, "?lanes=type")["entries"]  # type: ignore[misc]
    assert "at" not in strike  # but at its own begin and end


def test_filters_of_an_address_come_to_the_knowledge_base(site: FlaskClient, base: FakeKnowledgeBase) -> None:
    asked = {
        "actor": ROE.iri,
        "place": f"{BASE}entity/place/genoa",
        "source": "Harbour Post",
        "text": "cranes",
    }
    window(site, "?" + urlencode({**asked, "disputed": "1", "axis": "said"}))
    assert base.asked[1] == Filter(**asked, disputed=True, axis="said")


@pytest.mark.parametrize(
    ("told", "otherwise"),
    [
        ([], []),
        ([{}], []),
        ([{"edtf": "2016-06-15"}], ["2016-06-15"]),
        ([{"edtf": "2016-06-15"}, {"edtf": "2016-06-15"}, {"edtf": "2016-06"}], ["2016-06-15", "2016-06"]),
        ([{"edtf": "../2016-06-17", "dated": False}], []),
    ],
    ids=["told once", "told alike", "another day", "each date once", "no date of its own"],
)
def test_the_dates_that_other_articles_give_are_told_beside_its_own(
    told: list[dict[str, object]], otherwise: list[str]
) -> None:
    versions = tuple(STRIKE._replace(**version) for version in told)  # type: ignore[arg-type]
    site = site_over(FakeKnowledgeBase([STRIKE._replace(versions=versions)]))
    (row,) = window(site, "?lanes=actor")["entries"]  # type: ignore[misc]
    assert row["otherwise"] == otherwise


def test_entries_that_name_nobody_and_no_place_stand_in_one_lane() -> None:
    bare = STRIKE._replace(actors=(), place=None)
    found = window(site_over(FakeKnowledgeBase([bare, bare._replace(iri=f"{bare.iri}0")])))
    assert [(lane["key"], lane["count"]) for lane in found["lanes"]] == [("all", 2)]
    assert [row["lane"]["key"] for row in found["entries"]] == ["all", "all"]
