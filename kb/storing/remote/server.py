"""Which server holds a knowledge base: its addresses, kept in `server.toml` of a folder here.

A folder with that file is a knowledge base on a server; what is derived from it, the index, lies beside it.
To know how another engine lays out its addresses, add a line to `LAYOUTS`.
"""

import json
import os
import re
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from kb.errors import BadRequest, StoreDamaged
from kb.ontology import digest, slug

FILE = "server.toml"
SCHEMES = ("http://", "https://")

# The end of a query address, and what stands there in those for updates and for whole graphs.
LAYOUTS: tuple[tuple[str, str, str], ...] = (
    ("/sparql-auth", "/sparql-auth", "/sparql-graph-crud-auth"),  # Virtuoso, with a password
    ("/sparql", "/sparql", "/sparql-graph-crud"),  # Virtuoso without; Neptune
    ("/query", "/update", "/store"),  # Oxigraph; Fuseki and Stardog but for the third
    (r"(/repositories/[^/]+)", r"\1/statements", r"\1/rdf-graphs/service"),  # GraphDB, RDF4J
)


@dataclass(frozen=True, slots=True)
class Server:
    """The addresses for queries, for updates, and for whole graphs."""

    query: str
    update: str
    graphs: str

    @classmethod
    def named(cls, text: str) -> "Server":
        """The server of one address (that for queries) or of three, parted by spaces.

        BadRequest when an address is none or carries a password, or the others do not follow from the first.
        """
        addresses = text.split()
        for address in addresses:
            _check(address)
        if len(addresses) == 3:
            return cls(*addresses)
        if len(addresses) == 1 and (found := _guessed(addresses[0])):
            return found
        raise BadRequest(
            "Name all three addresses of the server, parted by spaces: "
            "--kb 'https://HOST/query https://HOST/update https://HOST/graphs'."
        )


def is_remote(folder: Path) -> bool:
    """Whether the knowledge base of this folder lies on a server."""
    return (folder / FILE).is_file()


def server_folder(text: str) -> Path:
    """The folder on this machine for what is derived from a server, made when it is first named.

    It lies in the user's cache ($XDG_CACHE_HOME), named after the address. BadRequest as `Server.named`.
    """
    server = Server.named(text)
    folder = _cache() / f"{slug(urlsplit(server.query).netloc)}-{digest(server.query)[:12]}"
    if not is_remote(folder) or load_server(folder) != server:
        save_server(folder, server)
    return folder


def load_server(folder: Path) -> Server:
    """The server that a folder names; StoreDamaged when its file cannot be read."""
    try:
        found = tomllib.loads((folder / FILE).read_text(encoding="utf-8"))
        return Server.named(f"{found['query']} {found['update']} {found['graphs']}")
    except (OSError, ValueError, KeyError, BadRequest) as error:
        raise StoreDamaged(
            f"Cannot read {folder / FILE}: {error}. It has three lines: query, update and graphs, "
            'each = "https://...".'
        ) from error


def save_server(folder: Path, server: Server) -> None:
    """Have a folder name a server."""
    lines = (f"{name} = {json.dumps(address)}\n" for name, address in asdict(server).items())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"{FILE}.draft"
        draft.write_text("".join(lines), encoding="utf-8")
        draft.replace(folder / FILE)
    except OSError as error:
        raise StoreDamaged(
            f"Cannot write {folder}: {error.strerror}. Name another place with $XDG_CACHE_HOME."
        ) from error


def _check(address: str) -> None:
    parts = urlsplit(address)
    if not address.startswith(SCHEMES) or not parts.hostname:
        raise BadRequest(f"{address!r} is no address of a server: it begins with http:// or https://.")
    if parts.username is not None:
        raise BadRequest(
            "The address carries a name or password. Put them into ~/.netrc or the environment "
            "(KB_SERVER_USER and KB_SERVER_PASSWORD, or KB_SERVER_TOKEN) and leave them out here."
        )


def _guessed(query: str) -> Server | None:
    address = query.rstrip("/")
    for end, update, graphs in LAYOUTS:
        if re.search(f"{end}$", address):
            return Server(address, re.sub(f"{end}$", update, address), re.sub(f"{end}$", graphs, address))
    return None


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "event-knowledge"
