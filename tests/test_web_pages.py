"""The pages: what they tell, that they need no script and nothing foreign."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from flask.testing import FlaskClient

from kb.model import DocumentView, Entry, Filter
from kb.when import When
from tests.web_fake import (
    CAMPAIGN,
    DOCKERS,
    DOCUMENT,
    MEMO,
    ROE,
    SAYING,
    STRIKE,
    VIEW,
    FakeKnowledgeBase,
    Outline,
    page,
    path,
    site_over,
)
from web.filters import counted
from web.pages import PAGE_LENGTH


@pytest.fixture
def base() -> FakeKnowledgeBase:
    return FakeKnowledgeBase()


@pytest.fixture
def site(base: FakeKnowledgeBase) -> FlaskClient:
    return site_over(base)


PAGES = [
    "/",
    "/timeline",
    "/timeline?about=%3Cb%3E&since=2016&until=2017&kind=event",
    "/documents",
    "/map",
    "/map?place=https%3A%2F%2Fw3id.org%2Fevent-knowledge%2Fkb%2Fentity%2Fplace%2Fgenoa",
    "/compare",
    "/compare?left-about=a&right-kind=event",
    "/export?about=%22%3E",
    "/embed/timeline",
    "/add",
    "/?lang=ar",
    "/timeline?lang=de",
    "/help",
    "/sparql",
    "/sparql?query=SELECT+*",
    "/sparql?query=ASK",
    "/sparql?query=DESCRIBE",
    path(DOCUMENT),
    path(SAYING.iri),
    path(ROE.iri),
    path(DOCKERS.iri),
]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_well_formed_with_nothing_inline_or_foreign(site: FlaskClient, address: str) -> None:
    outline = Outline(page(site, address))
    assert outline.open == []
    assert outline.inline == []
    assert len(outline.ids) == len(set(outline.ids))
    foreign = [a for a in outline.addresses if not a.startswith(("/", "#", "data:,"))]
    assert set(foreign) <= {"https://harbour.example/strike"}


def test_the_timeline_tells_each_entry_under_its_month(site: FlaskClient) -> None:
    html = page(site, "/timeline")
    for told in ("June 2016", "September 2014", "14 June 2016", "EDTF 2014-09/..", "happened", "dockers"):
        assert told in html
    assert f'href="{path(STRIKE.iri)}"' in html
    assert html.index(path(CAMPAIGN.iri)) < html.index(path(STRIKE.iri)) < html.index(path(SAYING.iri))


def test_the_undated_stand_apart_and_say_why(site: FlaskClient) -> None:
    html = page(site, "/timeline")
    assert html.index("told by the day of publication") < html.index(f'href="{path(MEMO.iri)}"')


def test_a_document_without_a_title_still_has_a_link_to_it() -> None:
    untitled = STRIKE._replace(document=replace(STRIKE.document, label=""))
    html = page(site_over(FakeKnowledgeBase([untitled])), "/timeline")
    assert f'<a href="{path(DOCUMENT)}"><bdi>untitled</bdi></a>' in html


def test_what_has_no_bounds_at_all_is_not_given_any() -> None:
    html = page(site_over(FakeKnowledgeBase([MEMO._replace(edtf="/", latest=None)])), "/timeline")
    assert '<p class="entry-date">no date given <span' in html
    assert "EDTF /" not in html


def test_the_explorer_is_told_the_same_query(site: FlaskClient) -> None:
    html = page(site, "/timeline?about=Genoa&since=2016-06&kind=event")
    assert 'data-source="/api/timeline?about=Genoa&amp;since=2016-06&amp;kind=event"' in html


def test_the_explorer_has_its_first_answer_in_the_page_with_no_end_of_the_script_within(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("web._bundle", lambda _: {"script": "/static/some.js"})
    sly = FakeKnowledgeBase([STRIKE._replace(label="A strike </script><b>bold</b>")])
    html = page(site_over(sly), "/timeline?lanes=none")
    carried = re.search(
        r'<script type="application/json" id="first-window" data-address="(.*?)">(.*?)</script>', html
    )
    assert carried
    asked = unescape(carried[1])
    assert asked == "/api/timeline?lanes=none&order=salience&limit=300"
    assert json.loads(carried[2]) == site_over(sly).get(asked).json
    assert json.loads(carried[2])["entries"][0]["label"] == "A strike </script><b>bold</b>"


def test_an_address_becomes_a_filter(site: FlaskClient, base: FakeKnowledgeBase) -> None:
    page(site, f"/timeline?about=Genoa&since=2016-06&until=2016-07-01&kind=statement&document={DOCUMENT}")
    assert base.asked[0] == Filter(
        about="Genoa",
        since=When.parse("2016-06"),
        until=When.parse("2016-07-01"),
        kind="statement",
        document=DOCUMENT,
    )


@pytest.mark.parametrize(
    ("query", "kind"), [("kind=event&kind=statement", ""), ("kind=event", "event"), ("kind=", ""), ("", "")]
)
def test_both_kinds_ticked_is_no_filter(
    site: FlaskClient, base: FakeKnowledgeBase, query: str, kind: str
) -> None:
    page(site, f"/timeline?{query}")
    assert base.asked[0].kind == kind


def test_what_the_list_is_narrowed_to_is_told_by_name(site: FlaskClient) -> None:
    html = page(site, f"/timeline?about={ROE.iri}&document={DOCUMENT}")
    assert f'Only about <a href="{path(ROE.iri)}"><bdi>Ann Roe</bdi></a>' in html
    assert f'Only from <a href="{path(DOCUMENT)}"><bdi>Strike in Genoa</bdi></a>' in html


@pytest.mark.parametrize("name", ["since", "until"])
def test_a_bad_date_is_told_what_a_date_looks_like(site: FlaskClient, name: str) -> None:
    html = page(site, f"/timeline?{name}=2016-99", status=400)
    assert f"{name}: " in html
    assert "Any EDTF date will do" in html


@pytest.mark.parametrize("query", ["kind=rumour", "page=0", "page=x", "page=²", "limit=5000"])
def test_what_makes_no_sense_in_an_address_is_refused_by_name(site: FlaskClient, query: str) -> None:
    response = site.get(f"/api/timeline?{query}" if "limit" in query else f"/timeline?{query}")
    assert response.status_code == 400
    assert query.split("=")[0] in response.text


def test_a_long_list_is_told_in_parts() -> None:
    many = [STRIKE] * (2 * PAGE_LENGTH + 50)
    site = site_over(FakeKnowledgeBase(many))
    assert 'rel="next" href="/timeline?page=2"' in page(site, "/timeline")
    last = page(site, "/timeline?page=3")
    assert 'rel="prev" href="/timeline?page=2"' in last
    assert 'rel="next"' not in last
    assert last.count('class="entry-label"') == 50
    assert "Part 3 of 3" in last


def test_past_the_last_part_of_a_list_there_is_nothing(site: FlaskClient) -> None:
    assert "part 1 is its last" in page(site, "/timeline?page=2", status=404)


@pytest.mark.parametrize(("number", "told"), [(0, "0 rows"), (1, "1 row"), (1200, "1,200 rows")])
def test_a_number_of_things_is_told_as_one_says_it(number: int, told: str) -> None:
    assert counted(number, "row") == told


def test_a_filter_that_matches_nothing_says_what_to_do() -> None:
    class Strict(FakeKnowledgeBase):
        def timeline(self, wanted: Filter) -> list[Entry]:
            return []

    html = page(site_over(Strict()), "/timeline?about=nobody")
    assert "No entry matches" in html
    assert 'href="/timeline">show everything' in html


def test_an_address_that_would_run_a_script_is_no_link() -> None:
    class Hostile(FakeKnowledgeBase):
        def document(self, iri: str) -> DocumentView:
            return replace(VIEW, url="javascript:alert(1)", title="<img src=x onerror=alert(1)>")

    html = page(site_over(Hostile()), path(DOCUMENT))
    assert "<dd>javascript:alert(1)</dd>" in html
    assert 'href="javascript:' not in html
    assert "<img" not in html


def test_an_empty_knowledge_base_says_how_to_begin() -> None:
    site = site_over(FakeKnowledgeBase([]))
    home = page(site, "/")
    assert all(way in home for way in ('<a href="/add">', "kb read FOLDER", "kb demo", '<a href="/help">'))
    assert "Saved views" not in home
    assert "kb read FILE" in page(site, "/documents")


def test_an_entry_shows_its_words_and_how_its_date_came_about(site: FlaskClient) -> None:
    html = page(site, path(SAYING.iri))
    assert '<mark class="time" title="time: 17 June 2016">on Friday</mark>' in html
    assert '<mark class="verbatim" title="quoted word for word">We want &lt;safe&gt; cranes,</mark>' in html
    assert re.search(r"<li>The words “on Friday”.*<li>The last Friday before", html, re.DOTALL)
    for told in ("weekday-nearest", "publication 2016-06-18", "0.97", "speaker", "Ann Roe", "asks for"):
        assert told in html
    assert "/sparql?query=DESCRIBE" in html


def test_who_leads_is_told_first(site: FlaskClient) -> None:
    html = page(site, path(SAYING.iri))
    assert html.index("<dt>speaker</dt>") < html.index("<dt>audience</dt>")


def test_an_entry_offers_its_other_forms(site: FlaskClient) -> None:
    html = page(site, path(SAYING.iri))
    for suffix in ("ttl", "jsonld", "rdf", "nt", "json"):
        assert f'href="{path(SAYING.iri)}.{suffix}"' in html
    assert f"kb correct {SAYING.iri} DATE" in html


def test_a_document_shows_all_findings_and_leads_to_their_entries(site: FlaskClient) -> None:
    html = page(site, path(DOCUMENT))
    assert '<mark class="event" title="event: Dockers in Genoa stopped work">Dockers in Genoa' in html
    assert '<mark class="time" title="time: 14 June 2016">on Tuesday</mark>' in html
    assert f'<a class="ref-statement" href="{path(SAYING.iri)}"' in html


def test_an_actor_has_a_timeline_of_its_own(site: FlaskClient) -> None:
    html = page(site, path(ROE.iri))
    assert 'data-source="/api/timeline?about=https%3A%2F%2Fw3id.org' in html
    assert path(SAYING.iri) in html


def test_a_page_without_a_bundle_names_none(base: FakeKnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.BUNDLE", {"style": "missing.css", "script": "missing.js"})
    html = page(site_over(base), "/timeline")
    assert "<script" not in html
    assert "stylesheet" not in html


def test_a_document_whose_text_is_not_kept_says_so(
    base: FakeKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "not the text" not in page(site_over(base), path(DOCUMENT))
    monkeypatch.setattr(base, "document", lambda _: replace(VIEW, text="", entries=(), times=()))
    assert "Of this document only the facts are kept, not the text." in page(site_over(base), path(DOCUMENT))
