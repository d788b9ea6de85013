"""Serves the site with waitress, on this machine unless told otherwise."""

import errno
from collections.abc import Callable
from ipaddress import IPv4Address
from typing import Any

from flask import Flask

from kb.errors import BadRequest
from web.security import LARGEST_REQUEST

THREADS = 4


def serve(app: Flask, host: str, port: int, announce: Callable[[str], None]) -> None:
    """Answer requests until interrupted (Ctrl-C), then stop quietly; BadRequest as `listen`.

    `announce` is told the address once it is listened on; port 0 takes any free one.
    """
    server = listen(app, host, port)
    announce(f"http://{_in_address(host)}:{_port_of(server)}/")
    server.run()  # ends without a trace on KeyboardInterrupt
    server.close()


def listen(app: Flask, host: str = "127.0.0.1", port: int = 8000) -> Any:
    """The waitress server of the site, listening; its `run` answers.

    BadRequest says why it cannot listen: the port is taken or not allowed, the host is none of ours. On a
    loopback address only loopback names are served (see `web.security`); whoever listens on another
    address is reached under names we cannot know.
    """
    from waitress import create_server

    if not _is_loopback(host):
        app.config["TRUSTED_HOSTS"] = None
    try:
        return create_server(
            app,
            host=host,
            port=port,
            threads=THREADS,
            ident="event-knowledge",
            max_request_body_size=LARGEST_REQUEST,
        )
    except (OSError, ValueError) as error:  # ValueError: a name that is no host's
        raise BadRequest(_why(error, host, port)) from error


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
