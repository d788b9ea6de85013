"""Serves the site with waitress, on this machine unless told otherwise."""

import errno
from collections.abc import Callable
from ipaddress import ip_address

from flask import Flask

from kb.errors import BadRequest

THREADS = 4


def serve(app: Flask, host: str, port: int, announce: Callable[[str], None]) -> None:
    """Answer requests until interrupted (Ctrl-C), then stop quietly.

    `announce` is told the address once it is listened on; port 0 takes any free one.

    BadRequest says so when the port is taken, not allowed, or the host is none of ours. On a loopback
    address only loopback names are served (see `web.security`); whoever binds to another address is
    reached under names we cannot know.
    """
    from waitress import create_server

    if not _is_loopback(host):
        app.config["TRUSTED_HOSTS"] = None
    try:
        server = create_server(app, host=host, port=port, threads=THREADS, ident="event-knowledge")
    except OSError as error:
        raise BadRequest(_why(error, host, port)) from error
    announce(f"http://{_in_address(host)}:{server.effective_port}/")
    server.run()
    server.close()


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use on {host}. Stop what runs there, or give another with --port."
    if error.errno == errno.EACCES:
        return f"This user may not listen on port {port}. Give one above 1023 with --port."
    return f"Cannot listen on {host}:{port}: {error.strerror or error}. Give an address of this machine."
