"""Adding: what was found is shown before it is stored, by who may, and nothing broken gets through."""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from kb import drafting
from kb.base import KnowledgeBase
from kb.drafting import Draft, Given
from kb.errors import BadSource, Busy
from tests.test_web_keeping import form_of
from tests.web_fake import page
from web import create_app
from web.endpoint import Endpoint
from web.serving import listen

ARTICLE = "Strike in Genoa\n\nDockers in Genoa stopped work on Friday. “We want safe cranes,” Ann Roe said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    KnowledgeBase.create(tmp_path / "kb").close()
    return tmp_path / "kb"


@pytest.fixture
def site(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FlaskClient]:
    """A site that only reads; articles are read in this process, which has what that takes."""
    monkeypatch.setattr("web.adding.drafts_of", lambda given, base: list(drafting.drafted(given, base)))
    with KnowledgeBase.open(folder) as base:
        yield create_app(base).test_client()


def handed_in(site: FlaskClient, status: int = 303, **fields: object) -> str:
    """What comes of a form: where it leads, or the page again."""
    answer = site.post("/add", data={"form": form_of(site, "/add"), **fields})
    assert answer.status_code == status, answer.text
    return answer.headers["Location"] if status == 303 else answer.text


def test_what_was_found_is_shown_with_its_reasons_and_then_kept(site: FlaskClient, folder: Path) -> None:
    draft = handed_in(site, text=ARTICLE, published="2016-06-18")
    html = page(site, draft)
    assert "17 June 2016" in html
    assert "How this date was resolved" in html
    assert "When was it published?" not in html
    with KnowledgeBase.open(folder) as base:
        assert base.sizes().documents == 0
    kept = site.post(draft, data={"form": form_of(site, draft), "do": "keep"})
    assert kept.status_code == 303
    assert "Strike in Genoa" in page(site, kept.headers["Location"])
    assert "1 document" in page(site, "/")
    page(site, draft, status=404)


def test_without_a_day_of_publication_it_is_asked_for_and_dates_anew(site: FlaskClient) -> None:
    draft = handed_in(site, text=ARTICLE)
    assert "When was it published?" in page(site, draft)
    again = site.post(
        draft, data={"form": form_of(site, draft), "do": "again", "published": "18 June 2016"}
    ).headers["Location"]
    assert "17 June 2016" in page(site, again)
    assert "When was it published?" not in page(site, again)


def test_a_day_that_only_the_dateline_tells_is_shown_as_such(site: FlaskClient) -> None:
    html = page(site, handed_in(site, text=f"GENOA, 18 June 2016 (Own) - {ARTICLE}"))
    assert "18 June 2016 <small>as its dateline says</small>" in html
    assert "17 June 2016" in html
    assert "When was it published?" not in html


def test_a_file_is_read_by_its_kind(site: FlaskClient) -> None:
    body = f"<body><article><p>{ARTICLE * 3}</p></article></body>"
    html = f"<html><head><title>Harbour</title></head>{body}</html>"
    draft = handed_in(site, file=(io.BytesIO(html.encode()), "a.html"))
    assert "Harbour" in page(site, draft)


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({}, 400, "Nothing was handed in"),
        ({"text": " \n "}, 400, "Nothing was handed in"),
        ({"address": "/etc/passwd"}, 400, "is no address of a page"),
        ({"address": "file:///etc/passwd"}, 400, "is no address of a page"),
        ({"text": ARTICLE, "published": "soon"}, 400, "is no date"),
        ({"file": (io.BytesIO(b"\x00\x01\x02\x03" * 50), "a.txt")}, 400, "a.txt"),
        ({"file": (io.BytesIO(b""), "a.txt")}, 400, "a.txt"),
        ({"text": "a" * 10_500_000}, 413, "more than 10 MB"),
        ({"text": "word " * 120_000}, 400, "at most 500,000"),
    ],
    ids=["nothing", "blank", "path", "file address", "no date", "binary", "empty", "huge", "a book"],
)
def test_what_cannot_be_read_is_told_in_the_form(
    site: FlaskClient, fields: dict[str, object], status: int, told: str
) -> None:
    html = handed_in(site, status, **fields)
    assert told in html
    assert '<form class="stacked add"' in html


def test_what_was_typed_is_still_there_after_a_mistake(site: FlaskClient) -> None:
    assert "a &lt;b&gt; text" in handed_in(site, 400, text="a <b> text", published="soon")


@pytest.mark.parametrize("address", ["/add", "/add/some-key"])
def test_a_form_of_another_site_adds_nothing(site: FlaskClient, address: str) -> None:
    assert site.post(address, data={"text": ARTICLE, "form": "made-up"}).status_code == 403


def test_pages_with_a_readers_token_are_not_kept_by_caches(site: FlaskClient) -> None:
    assert "no-store" in site.get("/add").headers["Cache-Control"]


@pytest.mark.parametrize(
    ("token", "given", "status"),
    [
        ("", "", 403),
        ("", "guess", 403),
        ("secret", "", 403),
        ("secret", "guess", 403),
        ("secret", "secret", 303),
    ],
)
def test_from_other_machines_it_takes_the_token(
    folder: Path, monkeypatch: pytest.MonkeyPatch, token: str, given: str, status: int
) -> None:
    monkeypatch.setattr("web.adding.drafts_of", lambda given, base: list(drafting.drafted(given, base)))
    with KnowledgeBase.open(folder) as base:
        app = create_app(base, answering=Endpoint(token=token))
        listen(app, "0.0.0.0", 0).close()
        site = app.test_client()
        data = {"text": ARTICLE, "published": "2016-06-18", "token": given, "form": form_of(site, "/add")}
        assert site.post("/add", data=data).status_code == status
        assert ('type="password"' in page(site, "/add")) == bool(token)


def test_a_draft_is_found_in_a_process_of_its_own_and_its_errors_come_back() -> None:
    (draft,) = drafting.drafts_of(Given("a.txt", ARTICLE.encode()), "https://example.org/kb/")
    assert isinstance(draft, Draft)
    assert len(draft.explanations) == len(draft.view.entries) >= 2
    with pytest.raises(BadSource):
        drafting.drafts_of(Given("a.txt", b"\x00" * 100), "https://example.org/kb/")


def test_what_takes_too_long_is_stopped() -> None:
    with pytest.raises(Busy, match="kb read FILE"):
        drafting.drafts_of(Given("a.txt", ARTICLE.encode()), "https://example.org/kb/", seconds=0.01)


def test_a_site_loads_no_pipeline_before_somebody_adds() -> None:
    code = "import sys, web; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
