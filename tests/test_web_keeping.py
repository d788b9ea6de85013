"""Files, saved views, feeds and frames: exactly what is shown, kept by who may, readable by others."""

import re
from html import unescape
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from flask.testing import FlaskClient

from kb.errors import BadRequest, NotFound
from kb.saved import load_stories, load_story, load_view, load_views, remove_view, save_view
from tests.web_fake import FakeKnowledgeBase, page
from web import create_app
from web.exports import FILES

ATOM = "{http://www.w3.org/2005/Atom}"


class Kept(FakeKnowledgeBase):
    """A knowledge base in a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder  # type: ignore[assignment]


@pytest.fixture
def base(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


@pytest.fixture
def site(base: Kept) -> FlaskClient:
    return create_app(base).test_client()  # type: ignore[arg-type]


def form_of(site: FlaskClient, address: str) -> str:
    """The token in the forms of a page."""
    return page(site, address).partition('name="form" value="')[2].partition('"')[0]


@pytest.mark.parametrize("suffix", list(FILES))
def test_a_file_holds_what_is_shown_and_has_a_name(site: FlaskClient, base: Kept, suffix: str) -> None:
    answer = site.get(f"/export.{suffix}?about=Genoa&kind=event")
    assert answer.text == f".{suffix} of 3 at most {FILES[suffix][2]}"
    assert answer.mimetype == FILES[suffix][0]
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="timeline.')
    assert (base.asked[-1].about, base.asked[-1].kind) == ("Genoa", "event")


def test_a_file_of_no_known_kind_is_not_there_and_says_which_are(site: FlaskClient) -> None:
    assert "Known: csv, json, ics" in page(site, "/export.docx", status=404)


def test_the_page_offers_every_file_of_the_same_view(site: FlaskClient) -> None:
    html = page(site, "/export?about=Genoa&status=planned")
    assert all(f'href="/export.{suffix}?about=Genoa&amp;status=planned"' in html for suffix in FILES)
    assert '<input type="hidden" name="status" value="planned">' in html
    assert "/feed.atom?about=Genoa" in html
    assert "&lt;iframe src=" in html


def test_a_view_is_kept_shown_on_the_first_page_and_forgotten(site: FlaskClient, base: Kept) -> None:
    kept = {
        "form": form_of(site, "/export?about=Genoa"),
        "title": "Genoa & more",
        "query": "about=Genoa&junk=1&lanes=place",
    }
    assert site.post("/views", data=kept).status_code == 303
    assert load_view(base.folder, "genoa-more").query == "about=Genoa&lanes=place"
    assert 'href="/timeline?about=Genoa&amp;lanes=place"><bdi>Genoa &amp; more' in page(site, "/")
    site.post("/views", data={"form": kept["form"], "forget": "genoa-more"})
    assert load_views(base.folder) == []


@pytest.mark.parametrize("token", ["", "made-up"])
def test_a_form_of_another_site_keeps_nothing(site: FlaskClient, base: Kept, token: str) -> None:
    page(site, "/export")
    assert site.post("/views", data={"form": token, "title": "x", "query": ""}).status_code == 403
    assert load_views(base.folder) == []


def test_the_session_is_kept_from_scripts_and_other_sites(site: FlaskClient) -> None:
    cookie = site.get("/export").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize("query", ["since=2016-99", "kind=rumour"])
def test_a_view_that_makes_no_sense_is_not_kept(site: FlaskClient, base: Kept, query: str) -> None:
    data = {"form": form_of(site, "/export"), "title": "x", "query": query}
    assert site.post("/views", data=data).status_code == 400
    assert load_views(base.folder) == []


def test_a_feed_tells_of_a_saved_view_under_its_title(site: FlaskClient, base: Kept) -> None:
    save_view(base.folder, "Strikes", "kind=event")
    feed = fromstring(site.get("/feed/strikes.atom").data)
    assert feed.findtext(f"{ATOM}title") == "Strikes"
    assert len(feed.findall(f"{ATOM}entry")) == 3
    assert site.get("/feed/none.atom").status_code == 404


def test_only_frames_may_be_framed(site: FlaskClient) -> None:
    frame, other = site.get("/embed/timeline?about=Genoa"), site.get("/timeline")
    assert "frame-ancestors *" in frame.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in other.headers["Content-Security-Policy"]
    assert "default-src 'self'" in frame.headers["Content-Security-Policy"]
    assert "<svg" in frame.text


def test_a_timeline_says_where_its_frame_is_told(site: FlaskClient) -> None:
    html = site.get("/timeline?about=Kobani").text
    found = re.search(r'type="application/json\+oembed" href="([^"]+)"', html)
    assert found is not None
    told = site.get(unescape(found[1])).json
    assert 'src="http://localhost/embed/timeline?about=Kobani"' in told["html"]


def test_oembed_frames_a_timeline_of_this_site_and_nothing_else(site: FlaskClient) -> None:
    told = site.get(
        "/oembed", query_string={"url": "http://localhost/timeline?about=%22%3E<b>", "maxwidth": "300"}
    )
    assert told.json
    assert (told.json["type"], told.json["width"]) == ("rich", 300)
    assert "/embed/timeline?about=" in told.json["html"]
    assert "<b>" not in told.json["html"]
    for strange in ("", "http://elsewhere.example/timeline", "http://localhost/sparql"):
        assert site.get("/oembed", query_string={"url": strange}).status_code == 404


@pytest.mark.parametrize("name", ["..", "../settings", "x/y", "none"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "settings.json").write_text("{}")
    save_view(tmp_path, "x", "")
    with pytest.raises(NotFound):
        load_view(tmp_path, name)
    with pytest.raises(NotFound):
        remove_view(tmp_path, name)
    with pytest.raises(NotFound):
        load_story(tmp_path, name)


@pytest.mark.parametrize("text", ["", "[]", "null", '{"title": "x"}', "{"])
def test_a_spoilt_view_is_told_by_its_file(tmp_path: Path, text: str) -> None:
    save_view(tmp_path, "x", "").name  # noqa: B018 - makes the folder
    (tmp_path / "views" / "x.json").write_text(text)
    with pytest.raises(BadRequest, match=r"x\.json is no view"):
        load_view(tmp_path, "x")


def test_a_view_without_a_title_or_a_folder_cannot_be_kept(tmp_path: Path) -> None:
    for folder, title in ((tmp_path, "  "), (None, "x")):
        with pytest.raises(BadRequest):
            save_view(folder, title, "")
    assert load_stories(None) == []
    assert load_view(tmp_path, save_view(tmp_path, "É", "a=b").name).query == "a=b"
