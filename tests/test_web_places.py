"""The first page, the map, the comparison and the stories: each a page of its own without any script."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from kb.model import Bin, Entry, Filter
from kb.saved import Story
from kb.writing.picture import Lane
from tests.test_web_keeping import Kept
from tests.web_fake import (
    CAMPAIGN,
    DOCUMENT,
    GENOA,
    MEMO,
    SAYING,
    STRIKE,
    FakeKnowledgeBase,
    page,
    path,
    site_over,
)
from web import create_app
from web.comparing import compared
from web.pictures import picture_of_most
from web.steps import introduction, steps_of, story_title

LATER = STRIKE._replace(iri=f"{DOCUMENT}/event-eeeeeeeeeeee", edtf="2016-06-15")


@pytest.fixture
def site() -> FlaskClient:
    return site_over(FakeKnowledgeBase())


def test_the_map_lists_places_with_their_counts_and_where_they_are(site: FlaskClient) -> None:
    html = page(site, "/map?since=2016")
    assert 'data-latitude="44.4" data-longitude="8.9" data-count="2"' in html
    assert "/map?since=2016&amp;place=" in html
    assert '<div id="map"' in html


def test_a_place_shows_what_happened_there_while_all_places_stay_on_the_map() -> None:
    base = FakeKnowledgeBase()
    assert path(STRIKE.iri) in page(site_over(base), f"/map?place={GENOA.iri}&since=2016")
    assert [wanted.place for wanted in base.asked] == ["", GENOA.iri]


def test_where_nothing_is_located_the_page_says_how_to_mend_it() -> None:
    class Lost(FakeKnowledgeBase):
        def positions(self, places: object) -> dict[str, object]:  # type: ignore[override]
            return {}

    html = page(site_over(Lost()), "/map")
    assert "kb authority build" in html
    assert '<div id="map"' not in html
    assert "not located" in html


@pytest.mark.parametrize(
    ("left", "right", "leads", "parts"),
    [
        ([STRIKE], [STRIKE], {}, (1, 0, 0, 0)),
        ([STRIKE], [SAYING], {}, (0, 0, 1, 1)),
        ([STRIKE], [LATER], {LATER.iri: STRIKE.iri}, (0, 1, 0, 0)),
        ([STRIKE], [LATER], {}, (0, 0, 1, 1)),
        ([STRIKE._replace(dated=False)], [STRIKE], {}, (0, 1, 0, 0)),
        ([STRIKE, LATER, MEMO], [CAMPAIGN, LATER], {LATER.iri: LATER.iri}, (1, 0, 2, 1)),
        ([], [], {}, (0, 0, 0, 0)),
    ],
)
def test_what_is_shared_differs_or_is_told_by_one_only(
    left: list[Entry], right: list[Entry], leads: dict[str, str], parts: tuple[int, ...]
) -> None:
    found = compared(left, right, leads)
    assert (len(found.shared), len(found.differing), len(found.left), len(found.right)) == parts


def test_a_comparison_is_one_picture_and_four_lists(site: FlaskClient) -> None:
    html = page(site, f"/compare?left-kind=event&right-document={DOCUMENT}&right-known=2016-07")
    assert "In both (3)" in html
    assert "Only right (1)" in html
    assert html.count("<svg") == 1
    assert f'<option value="{DOCUMENT}" selected>' in html
    assert 'name="right-known" value="2016-07"' in html


def test_a_far_date_does_not_squeeze_what_is_compared(site: FlaskClient) -> None:
    days = [STRIKE._replace(iri=f"{STRIKE.iri}{day}", edtf=f"2016-06-{day}") for day in range(10, 30)]
    far = STRIKE._replace(iri=f"{STRIKE.iri}0", edtf="-0043-03-15")
    with site.application.test_request_context():
        picture, beyond = picture_of_most([Lane("both", (far, *days), 0)])
        assert picture == picture_of_most([Lane("both", tuple(days), 0)])[0]
        assert picture_of_most([]) == (picture_of_most([Lane("none", (), 0)])[0], 0)
    assert beyond == 1


def test_a_comparison_that_asks_for_nothing_shows_the_form_only(site: FlaskClient) -> None:
    assert "<svg" not in page(site, "/compare")
    about = page(site, "/compare?left-about=Genoa&right-kind=event")
    assert '<input type="text" dir="auto" name="left-about" value="Genoa"' in about
    assert '<input type="hidden" name="left-about"' not in about
    page(site, "/compare?left-since=never", status=400)


STORY = """# The strike

What it was about. <script>alert(1)</script>

## It begins

Dockers [stop work](/timeline?about=Genoa&kind=event), says [somebody](https://harbour.example/timeline?about=x).

## It ends

[Run](javascript:alert(1)) *nothing* more.
"""


def test_each_heading_is_a_step_and_its_first_link_to_the_timeline_its_view() -> None:
    story = Story("strike", STORY)
    assert story_title(story) == "The strike"
    assert [(step.title, step.query) for step in steps_of(story)] == [
        ("It begins", "about=Genoa&kind=event"),
        ("It ends", ""),
    ]


def test_a_story_runs_no_script() -> None:
    story = Story("strike", STORY)
    html = introduction(story) + steps_of(story)[0].text + steps_of(story)[1].text
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert "<em>nothing</em>" in html


@pytest.mark.parametrize(
    ("text", "steps"), [("", 0), ("Only words.", 1), ("# Only a title", 0), ("## a\n## b", 2)]
)
def test_a_story_without_headings_is_one_step(text: str, steps: int) -> None:
    assert len(steps_of(Story("x", text))) == steps


def test_a_story_shows_its_steps_with_pictures_and_is_on_the_first_page(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "strike.md").write_text(STORY, encoding="utf-8")
    site = create_app(Kept(tmp_path)).test_client()  # type: ignore[arg-type]
    html = page(site, "/story/strike")
    assert html.count("<figure") == 2
    assert 'href="/timeline?about=Genoa&amp;kind=event">In the timeline' in html
    assert 'href="/story/strike"><bdi>The strike' in page(site, "/")
    page(site, "/story/none", status=404)


def test_the_band_of_the_first_page_leaves_far_dates_out_and_is_of_equal_bins() -> None:
    class Uneven(FakeKnowledgeBase):
        def density(self, wanted: Filter, most: int) -> list[Bin]:
            day, asked = 86_400, (str(wanted.since or ""), str(wanted.until or ""))
            return {
                ("", ""): [Bin(-(10**9), 0, 1, 0), Bin(0, 20 * day, 30, 2), Bin(20 * day, 30 * day, 9, 0)],
                ("1970-01-01", "1970-01-30"): [Bin(at * day, (at + 1) * day, 1, 0) for at in range(41)],
            }[asked]

    html = page(site_over(Uneven()), "/")
    assert html.count('class="events"') == 41
    assert "earlier or later: 1 entry" in html


def test_the_band_of_the_first_page_may_begin_before_the_years_that_have_days() -> None:
    class Old(FakeKnowledgeBase):
        def density(self, wanted: Filter, most: int) -> list[Bin]:
            far = -400_000_000_000  # seconds: some 12,700 years before 1970
            return [Bin(10 * far, far - 1, 1, 0), Bin(far - 1, far, 40, 0)]

    assert "<svg" in page(site_over(Old()), "/")


def test_without_a_date_the_first_page_has_no_band_and_still_leads_on() -> None:
    html = page(site_over(FakeKnowledgeBase([STRIKE._replace(dated=False)])), "/")
    assert "band-figure" not in html
    assert '<a href="/timeline">Open the timeline</a>' in html
