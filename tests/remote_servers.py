"""SPARQL servers started for tests, each on a free port of this machine, with nothing in it."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

PATIENCE = 60.0  # seconds until a server must answer
GRANTS = """GRANT SPARQL_UPDATE TO "SPARQL";
DB.DBA.RDF_DEFAULT_USER_PERMS_SET ('nobody', 7);
"""
VIRTUOSO_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
LockFile = virtuoso.lck
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 1000000
"""


def oxigraph_program() -> str | None:
    """Where the `oxigraph` of PyPI lies."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.is_file() else shutil.which("oxigraph")


def virtuoso_program() -> str | None:
    """Where Debian's Virtuoso lies; without its isql nobody could be let in."""
    return shutil.which("virtuoso-t") if shutil.which("isql-vt") else None


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """Oxigraph's server, in memory."""
    program = oxigraph_program()
    if program is None:
        pytest.skip("oxigraph is not installed (pip install oxigraph)")
    (port,) = free_ports(1)
    address = f"http://127.0.0.1:{port}/query"
    with _running([program, "serve", "--bind", f"127.0.0.1:{port}"], None, address):
        yield address


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """Virtuoso, which anybody may write."""
    program = virtuoso_program()
    if program is None:
        pytest.skip("Virtuoso is not installed (apt-get install virtuoso-opensource)")
    sql, http = free_ports(2)
    (folder / "virtuoso.ini").write_text(VIRTUOSO_INI.format(sql=sql, http=http))
    address = f"http://127.0.0.1:{http}/sparql"
    with _running([program, "+foreground", "+configfile", "virtuoso.ini"], folder, address):
        isql = ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba"]
        subprocess.run(isql, input=GRANTS, text=True, timeout=PATIENCE, check=True, capture_output=True)
        yield address


SERVERS: dict[str, Callable[[Path], "Iterator[str]"]] = {"oxigraph": oxigraph, "virtuoso": virtuoso}  # type: ignore[dict-item]


def free_ports(count: int) -> list[int]:
    """So many ports that nobody listens on."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [made.getsockname()[1] for made in sockets]
    for made in sockets:
        made.close()
    return ports


@contextmanager
def _running(command: list[str], folder: Path | None, address: str) -> Iterator[None]:
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, stdin=silent, stdout=silent, stderr=silent)
    try:
        _await(process, address)
        yield
    finally:
        process.kill()
        process.wait()


def _await(process: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            requests.get(address, params={"query": "ASK { ?s ?p ?o }"}, timeout=5)
        except requests.RequestException:
            time.sleep(0.1)
        else:
            return
    pytest.skip(f"{process.args!r} does not start here")
