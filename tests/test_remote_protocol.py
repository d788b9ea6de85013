"""How servers are named, who is let in, what their failures say; what Virtuoso gives back is mended."""

import base64
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest
import requests
from click.testing import CliRunner

from kb.cli import main
from kb.errors import BadQuery, BadRequest, ServerFailed, StoreDamaged
from kb.storing.remote.protocol import ROWS, Client, told
from kb.storing.remote.server import FILE, Server, load_server, server_folder
from kb.storing.remote.virtuoso import mended

HOST = "https://kb.example.org"


@pytest.mark.parametrize(
    ("named", "server"),
    [
        (f"{HOST}/query", Server(f"{HOST}/query", f"{HOST}/update", f"{HOST}/store")),
        (f"{HOST}/sparql", Server(f"{HOST}/sparql", f"{HOST}/sparql", f"{HOST}/sparql-graph-crud")),
        (
            f"{HOST}/sparql-auth/",
            Server(f"{HOST}/sparql-auth", f"{HOST}/sparql-auth", f"{HOST}/sparql-graph-crud-auth"),
        ),
        (
            f"{HOST}/repositories/news",
            Server(
                f"{HOST}/repositories/news",
                f"{HOST}/repositories/news/statements",
                f"{HOST}/repositories/news/rdf-graphs/service",
            ),
        ),
        (f"{HOST}/q  {HOST}/u {HOST}/g", Server(f"{HOST}/q", f"{HOST}/u", f"{HOST}/g")),
    ],
    ids=["oxigraph", "virtuoso", "virtuoso-with-a-password", "graphdb", "all-three"],
)
def test_a_server_is_named_by_its_addresses(named: str, server: Server) -> None:
    assert Server.named(named) == server


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (f"{HOST}/elsewhere", "Name all three addresses"),
        (f"{HOST}/q {HOST}/u", "Name all three addresses"),
        ("https:///query", "no address"),
        (f"{HOST}/query ftp://x/update {HOST}/g", "no address"),
        ("https://ann:secret@kb.example.org/query", "netrc"),
    ],
)
def test_what_names_no_server_is_refused(named: str, said: str) -> None:
    with pytest.raises(BadRequest, match=said) as refused:
        Server.named(named)
    assert "secret" not in str(refused.value)


def test_each_server_has_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    one, other = server_folder(f"{HOST}/query"), server_folder(f"{HOST}/b/query")
    assert one != other
    assert load_server(one) == Server.named(f"{HOST}/query")
    assert server_folder(f"{HOST}/query") == one
    (one / FILE).write_text("query = 'nowhere'")
    with pytest.raises(StoreDamaged, match="three lines"):
        load_server(one)


class Guarded(BaseHTTPRequestHandler):
    """Lets in whom `let_in` names, and answers as the path says."""

    let_in: ClassVar[str] = ""
    asks_for: ClassVar[str] = "Basic"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        sent = self.headers.get("Authorization", "")
        if not sent.startswith(self.let_in):
            self._answer(401, b"", {"WWW-Authenticate": self.asks_for})
        elif self.path == "/moved/query":
            self._answer(301, b"", {"Location": "https://elsewhere.example.org/"})
        elif self.path.startswith("/error"):
            self._answer(int(self.path.split("/")[2]), b"no such thing", {})
        else:
            body = b'{"head": {}, "boolean": true}'
            self._answer(200, body, {"X-SPARQL-MaxRows": "10"} if self.path.startswith("/cut") else {})

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """A server that lets everybody in, and an environment that names nobody."""
    for name in ("KB_SERVER_TOKEN", "KB_SERVER_USER", "KB_SERVER_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setattr(Guarded, "let_in", "")
    with ThreadingHTTPServer(("127.0.0.1", 0), Guarded) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def asked(address: str) -> bytes:
    return Client(Server.named(address)).query({"query": "ASK {}"}, ROWS).content


def test_a_token_is_sent(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Guarded, "let_in", "Bearer a-token")
    with pytest.raises(ServerFailed, match="KB_SERVER_TOKEN"):
        asked(f"{host}/query")
    monkeypatch.setenv("KB_SERVER_TOKEN", "a-token")
    assert b"true" in asked(f"{host}/query")


def test_name_and_password_come_from_the_environment_or_from_netrc(
    host: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Guarded, "let_in", f"Basic {base64.b64encode(b'ann:secret').decode()}")
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login ann password secret\n")
    assert b"true" in asked(f"{host}/query")
    monkeypatch.setenv("KB_SERVER_USER", "ann")
    with pytest.raises(ServerFailed, match="does not let you in"):
        asked(f"{host}/query")
    monkeypatch.setenv("KB_SERVER_PASSWORD", "secret")
    assert b"true" in asked(f"{host}/query")


def test_a_server_that_asks_for_a_digest_is_given_one(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Guarded, "let_in", "Digest")
    monkeypatch.setattr(Guarded, "asks_for", 'Digest realm="SPARQL", nonce="abc", qop="auth"')
    monkeypatch.setenv("KB_SERVER_USER", "ann")
    assert b"true" in asked(f"{host}/query")


@pytest.mark.parametrize(
    ("path", "error", "said"),
    [
        ("/error/400/query", BadQuery, "no such thing"),
        ("/error/503/query", ServerFailed, "Try again later"),
        ("/moved/query", ServerFailed, "has moved to https://elsewhere"),
        ("/cut/query", BadQuery, "at most 10 rows"),
    ],
)
def test_what_a_server_says_is_told(host: str, path: str, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        asked(f"{host}{path}")


def test_a_server_that_is_not_there_is_told_without_a_trace(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    done = CliRunner().invoke(main, ["timeline", "--kb", "http://127.0.0.1:1/query"])
    assert done.exit_code == 1
    assert "gives no answer: nobody listens there. Start the server" in done.output
    assert "HTTPConnectionPool" not in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (requests.exceptions.SSLError("CERTIFICATE_VERIFY_FAILED"), "REQUESTS_CA_BUNDLE"),
        (requests.exceptions.ProxyError("Tunnel connection failed"), "HTTPS_PROXY"),
        (requests.exceptions.ReadTimeout("Read timed out."), "silent too long"),
        (
            requests.ConnectionError("[Errno -2] Failed to resolve 'kb.example.org'"),
            "no machine of that name",
        ),
        (requests.exceptions.ChunkedEncodingError("IncompleteRead"), "broke off"),
    ],
    ids=["certificate", "proxy", "silence", "name", "end"],
)
def test_what_fails_on_the_way_is_told_in_our_words(error: Exception, said: str) -> None:
    with pytest.raises(ServerFailed, match=said) as raised, told(HOST):
        raise error
    assert str(error) not in str(raised.value)


@pytest.mark.parametrize("verb", [["timeline"], ["read", "article.txt"]])
def test_an_address_of_another_kind_makes_no_folder(
    verb: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, [*verb, "--kb", "ftp://example.org/query"])
    assert done.exit_code != 0
    assert "begins with http:// or https://" in done.output
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_is_no_answer_is_told(host: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    done = CliRunner().invoke(main, ["timeline", "--kb", f"{host}/query"])
    assert done.exit_code == 1
    assert "something else than rows" in done.output


XSD = b"http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("kind", "given", "meant"),
    [
        (b"boolean", b"1", b"true"),
        (b"boolean", b"0", b"false"),
        (b"integer", b"1", b"1"),
        (b"dateTime", b"-043-03-15T00:00:00Z", b"-0043-03-15T00:00:00Z"),
        (b"dateTime", b"2016-03-15T00:00:00Z", b"2016-03-15T00:00:00Z"),
    ],
)
def test_what_virtuoso_rewrites_is_written_back(kind: bytes, given: bytes, meant: bytes) -> None:
    line = b'{ "o": { "type": "typed-literal", "datatype": "%s%s", "value": "%s" }}'
    assert list(mended(iter([line % (XSD, kind, given)]))) == [line % (XSD, kind, meant) + b"\n"]
