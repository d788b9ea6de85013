"""What several articles tell of one and the same, on the pages: one row, its versions, why they are one."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from kb.base import KnowledgeBase
from kb.model import Entry, Filter
from tests.merging_story import REPORTS
from tests.web_fake import BROWSER, Outline, page, path
from web import create_app


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.create(tmp_path_factory.mktemp("web") / "kb") as made:
        for document in REPORTS:
            made.read(document)
        made.merge()
        yield made


@pytest.fixture(scope="module")
def site(base: KnowledgeBase) -> FlaskClient:
    return create_app(base).test_client()


@pytest.fixture(scope="module")
def arrest(base: KnowledgeBase) -> Entry:
    return next(entry for entry in base.timeline() if entry.told_by == 3)


def test_a_row_says_how_many_articles_tell_it_and_that_they_differ(site: FlaskClient, arrest: Entry) -> None:
    html = page(site, "/timeline")
    assert html.count("told by 3 articles, which differ") == 1
    assert html.count("told by 2 articles</span>") == 1
    assert {path(version.iri) for version in arrest.versions} <= {*Outline(html).addresses}
    assert Outline(html).open == []


def test_the_page_of_an_entry_lists_its_versions_where_they_differ_and_why_they_are_one(
    site: FlaskClient, arrest: Entry
) -> None:
    html = page(site, path(arrest.iri))
    addresses = Outline(html).addresses
    assert all(path(version.iri) in addresses for version in arrest.versions)
    assert arrest.disagreements[0] in html
    assert "Both name Ivo Maric." in html
    assert f"kb part {arrest.iri} {arrest.versions[0].iri}" in html
    assert path(arrest.iri) in Outline(page(site, path(arrest.versions[0].iri))).addresses


def test_the_page_of_an_entry_that_one_article_tells_says_how_to_join_it(
    site: FlaskClient, base: KnowledgeBase
) -> None:
    alone = next(entry for entry in base.timeline() if "Rijeka" in entry.label)
    assert f"kb join {alone.iri} OTHER" in page(site, path(alone.iri))


def test_a_timeline_may_keep_to_what_they_take_part_in_and_what_is_real(site: FlaskClient) -> None:
    html = page(site, "/timeline?about=Horvat&involved=1&real=1")
    assert html.count(" checked>") == 4
    assert "involved=1&amp;real=1" in html
    rows = site.get("/api/timeline?about=Horvat&involved=1&real=1").get_json()["entries"]
    assert rows
    assert not [row["label"] for row in rows if "arrest" in row["label"]]
    assert site.get("/timeline?real=perhaps").status_code == 400


def test_the_page_of_someone_gives_the_other_names(site: FlaskClient, base: KnowledgeBase) -> None:
    met = next(entry for entry in base.timeline(Filter(about="WFU")) if "met" in entry.label)
    html = page(site, path(met.actors[1].iri))
    assert "Also named" in html
    assert "WFU" in html
    assert Outline(html).open == []


def test_the_explorer_is_told_how_many_articles_tell_an_entry(site: FlaskClient, arrest: Entry) -> None:
    rows = {row["iri"]: row for row in site.get("/api/timeline").get_json()["entries"]}
    assert rows[arrest.iri]["toldBy"] == 3
    told = [(version["words"], version["document"]["publisher"]) for version in rows[arrest.iri]["versions"]]
    assert sorted(told) == [("23 May 2016", "Coast Herald"), ("24 May 2016", "Evening Post")]
    assert rows[arrest.iri]["disagreements"] == list(arrest.disagreements)
    assert not {version.iri for version in arrest.versions} & rows.keys()


def test_a_decision_answers_at_its_own_address(site: FlaskClient, base: KnowledgeBase, arrest: Entry) -> None:
    actors = [actor.iri for entry in base.timeline(Filter(about="WFU")) for actor in entry.actors]
    named = [iri for iri in actors if "/doc/" not in iri]  # the unnamed are never joined
    assert named
    decided = [arrest.iri, *named]
    for iri in decided:
        assert "ek:Merge" in site.get(f"{path(iri)}/merge", headers={"Accept": "text/turtle"}).text
        there = site.get(f"{path(iri)}/merge", headers=BROWSER)
        assert (there.status_code, there.headers["Location"]) == (303, path(iri))
