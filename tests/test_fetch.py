"""Fetching, against a server of our own on 127.0.0.1."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from kb.errors import BadSource
from kb.fetch import USER_AGENT, Fetcher
from kb.reading import read_source

PAGE = (
    "<html><head><title>Gone</title></head><body><article><p>The minister “resigned” on Monday, in a letter "
    "to the council that named no reason at all.</p></article></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    """Answers by path, and keeps what it was asked."""

    asked: ClassVar[list[tuple[str, str | None, str | None]]] = []

    def do_GET(self) -> None:
        Handler.asked.append((self.path, self.headers["User-Agent"], self.headers["If-None-Match"]))
        if self.path == "/moved":
            self._answer(301, b"", Location="/page?x=1")
        elif self.path == "/to-a-file":
            self._answer(302, b"", Location="file:///etc/hostname")
        elif self.path == "/round":
            self._answer(302, b"", Location="/round")
        elif self.path == "/big":
            self._answer(200, b"a" * 300_000)
        elif self.path.startswith("/missing"):
            self._answer(404, b"no")
        elif self.headers["If-None-Match"] == '"1"':
            self._answer(304, b"", ETag='"1"')
        else:
            body = PAGE.encode("cp1252")
            self._answer(200, body, **{"Content-Type": "text/html; charset=windows-1252", "ETag": '"1"'})

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Tests keep the terminal quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(interval=0)


def test_an_answer_has_bytes_type_and_charset(site: str, fetcher: Fetcher) -> None:
    answer = fetcher.fetch(f"{site}/page")
    assert (answer.media_type, answer.charset, answer.address) == (
        "text/html",
        "windows-1252",
        f"{site}/page",
    )
    assert answer.data.decode("cp1252") == PAGE
    assert Handler.asked[-1][1] == USER_AGENT


def test_redirects_are_followed_and_told(site: str, fetcher: Fetcher) -> None:
    assert fetcher.fetch(f"{site}/moved").address == f"{site}/page?x=1"


def test_addresses_outside_ascii_are_quoted(site: str, fetcher: Fetcher) -> None:
    fetcher.fetch(f"{site}/über uns?q=é%20x#teil")
    assert Handler.asked[-1][0] == "/%C3%BCber%20uns?q=%C3%A9%20x"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("/missing", "answers 404 Not Found", id="not found"),
        pytest.param("/big", "more than 0 MB", id="too large"),
        pytest.param("/round", "redirect", id="redirects in a circle"),
        pytest.param("/to-a-file", "not allowed", id="a redirect to a file"),
    ],
)
def test_no_usable_answer_is_a_bad_source(site: str, fetcher: Fetcher, path: str, reason: str) -> None:
    with pytest.raises(BadSource, match=reason):
        fetcher.fetch(f"{site}{path}", limit=100_000)


@pytest.mark.parametrize(
    "address",
    ["file:///etc/hostname", "ftp://127.0.0.1/a", "http://", "http://[x/", "http://127.0.0.1:1/", "a"],
)
def test_what_is_no_http_address_or_does_not_answer_is_a_bad_source(address: str, fetcher: Fetcher) -> None:
    with pytest.raises(BadSource):
        fetcher.fetch(address)


def test_what_is_in_the_cache_is_asked_for_only_if_it_changed(site: str, tmp_path: Path) -> None:
    fetcher = Fetcher(cache=tmp_path / "cache", interval=0)
    first = fetcher.fetch(f"{site}/page")
    again = Fetcher(cache=tmp_path / "cache", interval=0).fetch(f"{site}/page")
    assert (again, Handler.asked[-1][2]) == (first, '"1"')


def test_a_damaged_cache_entry_is_fetched_anew(site: str, tmp_path: Path) -> None:
    fetcher = Fetcher(cache=tmp_path, interval=0)
    first = fetcher.fetch(f"{site}/page")
    for path in tmp_path.glob("*.json"):
        path.write_text("{")
    assert (fetcher.fetch(f"{site}/page"), Handler.asked[-1][2]) == (first, None)


def test_a_host_is_asked_once_a_second(site: str) -> None:
    now, slept = [100.0], []

    def sleep(seconds: float) -> None:
        slept.append(round(seconds, 3))
        now[0] += seconds

    fetcher = Fetcher(clock=lambda: now[0], sleep=sleep)
    for pause in (0.0, 0.25, 5.0):
        now[0] += pause
        fetcher.fetch(f"{site}/page")
    assert slept == [0.75]


def test_an_address_is_read_like_a_saved_page(site: str, fetcher: Fetcher) -> None:
    (document,) = read_source(f"{site}/moved", fetcher=fetcher)
    assert (document.title, document.url) == ("Gone", f"{site}/page?x=1")
    assert "“resigned” on Monday" in document.text
