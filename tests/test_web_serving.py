"""The server: answers over HTTP, stops on Ctrl-C, says clearly why it cannot listen."""

import gzip
import os
import signal
import socket
from pathlib import Path
from threading import Thread
from urllib.request import Request, urlopen

import pytest
from flask import Flask, Response, send_file

from kb.errors import BadRequest
from tests.web_fake import FakeKnowledgeBase
from web import create_app
from web.security import LOOPBACK_HOSTS
from web.serving import listen, serve


@pytest.fixture
def app() -> Flask:
    return create_app(FakeKnowledgeBase())  # type: ignore[arg-type]


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_files_are_served_packed_or_as_they_are(app: Flask, tmp_path: Path, encoding: str) -> None:
    style = tmp_path / "style.css"
    style.write_text("body { margin: 0 }\n" * 200)

    @app.get("/style.css")
    def styled() -> Response:
        return send_file(style)

    server = listen(app, port=0)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    asked = Request(
        f"http://127.0.0.1:{server.effective_port}/style.css", headers={"Accept-Encoding": encoding}
    )
    with urlopen(asked) as answer:
        body = answer.read()
    server.close()
    thread.join(timeout=5)
    assert (gzip.decompress(body) if encoding == "gzip" else body) == style.read_bytes()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_it_says_where_it_listens_and_answers_there_until_interrupted(app: Flask, host: str) -> None:
    answers: list[bytes] = []

    def ask_then_interrupt(address: str) -> None:  # the answer proves that the server runs
        with urlopen(f"{address}help") as answer:
            answers.append(answer.read())
        os.kill(os.getpid(), signal.SIGINT)

    serve(app, host, 0, lambda address: Thread(target=ask_then_interrupt, args=[address]).start())
    assert b"<h1>Help</h1>" in answers[0]


@pytest.mark.parametrize(("host", "trusted"), [("127.0.0.1", LOOPBACK_HOSTS), ("0.0.0.0", None)])
def test_only_a_loopback_address_serves_loopback_names_alone(
    app: Flask, host: str, trusted: list[str] | None
) -> None:
    listen(app, host=host, port=0).close()
    assert app.config["TRUSTED_HOSTS"] == trusted


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_port_in_use_is_told_clearly(app: Flask, host: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BadRequest, match=rf"Port {port} is in use .* --port"):
            listen(app, host=host, port=port)


@pytest.mark.parametrize("host", ["203.0.113.9", "no such host"])
def test_a_host_that_is_none_of_ours_is_told_clearly(app: Flask, host: str) -> None:
    with pytest.raises(BadRequest, match=f"Cannot listen on {host}"):
        listen(app, host=host, port=8000)
