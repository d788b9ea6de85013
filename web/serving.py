"""Serves the site with waitress, on this machine unless told otherwise."""

import errno
import gc
import logging
from collections.abc import Callable
from ipaddress import IPv4Address
from typing import Any

from flask import Flask

from kb.errors import BadRequest, KnowledgeBaseError
from web.endpoint import LARGEST_UPLOAD

THREADS = 4  # for pages; each query that runs, and one that waits for it to end, has one more
PENDING = 256_000_000  # bytes of an answer kept for a slow reader, on disk, so that its query can end


def serve(app: Flask, host: str, port: int, announce: Callable[[str], None], queries: int = 0) -> None:
    """Answer requests until interrupted (Ctrl-C), then stop quietly; BadRequest as `listen`.

    `announce` is told the address once it is listened on; port 0 takes any free one. `queries` are those
    that may run at once without a page having to wait.
    """
    server = listen(app, host, port, queries)
    gc.freeze()  # what stays for good is then not looked through for garbage in the middle of an answer
    announce(f"http://{_in_address(host)}:{_port_of(server)}/")
    server.run()  # ends without a trace on KeyboardInterrupt
    server.close()


def listen(app: Flask, host: str = "127.0.0.1", port: int = 8000, queries: int = 0) -> Any:
    """The waitress server of the site, listening; its `run` answers.

    BadRequest says why it cannot listen: the port is taken or not allowed, the host is none of ours. On a
    loopback address only loopback names are served (see `web.security`); whoever listens on another
    address is reached under names we cannot know.
    """
    from waitress import create_server

    logging.getLogger("waitress").addFilter(told_plainly)
    if not _is_loopback(host):
        app.config["TRUSTED_HOSTS"] = None
    try:
        return create_server(
            app,
            host=host,
            port=port,
            threads=THREADS + 2 * queries,
            ident="event-knowledge",
            max_request_body_size=LARGEST_UPLOAD,  # the site itself lets most send far less
            outbuf_high_watermark=PENDING,
        )
    except (OSError, ValueError) as error:  # ValueError: a name that is no host's
        raise BadRequest(_why(error, host, port)) from error


def told_plainly(record: logging.LogRecord) -> bool:
    """Have the log say in a line what broke off an answer that was on its way; where it did says nothing.

    Waitress closes the connection, as it does after any other error: the client sees that this was no end.
    """
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, KnowledgeBaseError):
        record.msg, record.args = "An answer broke off. %s", (error,)
        record.exc_info = None
        record.levelno, record.levelname = logging.WARNING, "WARNING"
    return True


def _port_of(server: Any) -> int:
    """Of the first socket, where a name has several addresses."""
    several = getattr(server, "effective_listen", None)
    return int(several[0][1] if several else server.effective_port)


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _is_loopback(host: str) -> bool:
    """Whether only loopback names lead there; ::1 is left out, as Werkzeug compares no IPv6 names."""
    try:
        return IPv4Address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _why(error: OSError | ValueError, host: str, port: int) -> str:
    number = getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        return f"Port {port} is in use on {host}. Stop what runs there, or give another with --port."
    if number == errno.EACCES:
        return f"This user may not listen on port {port}. Give one above 1023 with --port."
    return f"Cannot listen on {host}, port {port}: {error}. Give an address of this machine with --host."
