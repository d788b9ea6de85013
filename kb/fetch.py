"""Polite, cached HTTP: the only network access of the library.

One request a second to a host, a name of our own as User-Agent, a time-out, a limit of size, and
conditional requests (RFC 9110, section 13) for what lies in the cache. Nothing but http and https is
asked for, not even by a redirect.
"""

import json
import time
import urllib.request
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from email.message import Message
from hashlib import sha256
from http.client import HTTPException
from pathlib import Path
from threading import Lock
from typing import IO, Any, TypeAlias
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit, urlunsplit

from kb.errors import BadSource

USER_AGENT = "event-knowledge/0.1 (reads news articles its user names)"
TIMEOUT = 30.0  # seconds without an answer
INTERVAL = 1.0  # seconds between two requests to one host
LIMIT = 50_000_000  # bytes
CHUNK = 65_536
DEFAULT_PORTS = {"http": 80, "https": 443}
Hosts: TypeAlias = frozenset[str]

SAFE = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: the bytes, the address after redirects, what the server says of them."""

    data: bytes
    address: str
    media_type: str
    charset: str | None


@dataclass(frozen=True, slots=True)
class Memory:
    """What the cache knows of an answer besides its bytes."""

    address: str
    media_type: str
    charset: str | None
    etag: str | None
    last_modified: str | None


@dataclass
class Fetcher:
    """Fetches addresses, keeping count of when it asked which host; safe to share between threads.

    With a `cache` folder, answers are kept there and asked for again only if they changed.
    """

    cache: Path | None = None
    interval: float = INTERVAL
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _next: dict[str, float] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def fetch(
        self,
        address: str,
        *,
        limit: int = LIMIT,
        timeout: float = TIMEOUT,
        accept: str = "",
        hosts: Hosts | None = None,
    ) -> Answer:
        """What the address answers to GET; BadSource says why there is no usable answer.

        `accept` are the media types wanted. With `hosts`, no other is asked, not even by a redirect.
        """
        request = _request(address, accept, hosts)
        memory = self._remembered(address)
        if memory:
            _add_conditions(request, memory)
        self._wait(request.host)
        try:
            with _OPENER.open(request, timeout=timeout) as response:
                return self._kept(address, response.headers, response.url, _body(response, address, limit))
        except HTTPError as error:
            if error.code == 304 and memory:
                return self._recalled(address, memory)
            raise BadSource(
                f"{address} answers {error.code} {error.reason}. Open it in a browser; if it is there, "
                "save the page and read the file."
            ) from error
        except (OSError, HTTPException, ValueError) as error:
            raise BadSource(
                f"{address} cannot be fetched: {_reason(error)}. Check the address and the network, "
                "or save the page and read the file."
            ) from error

    def _wait(self, host: str) -> None:
        """Sleep until this host may be asked again, and keep the turn."""
        with self._lock:
            now = self.clock()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + self.interval
        if turn > now:
            self.sleep(turn - now)

    def _paths(self, address: str) -> tuple[Path, Path] | None:
        if self.cache is None:
            return None
        name = sha256(address.encode()).hexdigest()
        return self.cache / f"{name}.json", self.cache / f"{name}.body"

    def _remembered(self, address: str) -> Memory | None:
        paths = self._paths(address)
        if paths is None or not all(path.is_file() for path in paths):
            return None
        try:
            return Memory(**json.loads(paths[0].read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):  # a damaged entry is as good as none
            return None

    def _recalled(self, address: str, memory: Memory) -> Answer:
        paths = self._paths(address)
        data = paths[1].read_bytes() if paths else b""
        return Answer(data, memory.address, memory.media_type, memory.charset)

    def _kept(self, address: str, headers: Message, final: str, data: bytes) -> Answer:
        charset = headers.get_content_charset()
        memory = Memory(
            final, headers.get_content_type(), charset, headers.get("ETag"), headers.get("Last-Modified")
        )
        paths = self._paths(address)
        if paths and self.cache and (memory.etag or memory.last_modified):
            self.cache.mkdir(parents=True, exist_ok=True)
            paths[1].write_bytes(data)
            paths[0].write_text(json.dumps(asdict(memory)), encoding="utf-8")
        return Answer(data, final, memory.media_type, charset)


FETCHER = Fetcher()
"""The one everybody shares who brings none, so that hosts are spared across calls."""


class _Request(urllib.request.Request):
    """A request that knows which hosts it may be passed on to."""

    hosts: Hosts | None = None


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but not away from the hosts allowed."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        hosts = getattr(req, "hosts", None)
        _refuse_others(newurl, hosts)
        following = super().redirect_request(req, fp, code, msg, headers, newurl)
        if following is None:
            return None
        bounded = _Request(following.full_url, headers=dict(following.header_items()))
        bounded.hosts = hosts
        return bounded


def is_of(address: str, hosts: Hosts) -> bool:
    """Whether an address is of one of these hosts, each `name` or, where the port is another, `name:port`."""
    try:
        parts = urlsplit(address)
        usual = DEFAULT_PORTS[parts.scheme]
        port = parts.port or usual
    except (ValueError, KeyError):
        return False
    return f"{parts.hostname}:{port}" in hosts or (port == usual and parts.hostname in hosts)


def _refuse_others(address: str, hosts: Hosts | None) -> None:
    if hosts is not None and not is_of(address, hosts):
        raise BadSource(f"{address} is of none of the hosts that may be asked: {', '.join(sorted(hosts))}.")


def _request(address: str, accept: str = "", hosts: Hosts | None = None) -> _Request:
    _refuse_others(address, hosts)
    try:
        parts = urlsplit(address)
        host = parts.netloc.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise BadSource(f"{address!r} is no address: {error}.") from error
    if parts.scheme not in ("http", "https") or not host:
        raise BadSource(f"{address!r} is no http or https address.")
    whole = urlunsplit((parts.scheme, host, quote(parts.path, SAFE), quote(parts.query, SAFE), ""))
    request = _Request(whole, headers={"User-Agent": USER_AGENT})
    request.hosts = hosts
    if accept:
        request.add_header("Accept", accept)
    return request


def _add_conditions(request: urllib.request.Request, memory: Memory) -> None:
    if memory.etag:
        request.add_header("If-None-Match", memory.etag)
    if memory.last_modified:
        request.add_header("If-Modified-Since", memory.last_modified)


def _body(response: Any, address: str, limit: int) -> bytes:
    """All bytes of an answer; BadSource as soon as there are too many."""
    chunks, size = [], 0
    while chunk := response.read(CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > limit:
            raise BadSource(
                f"{address} answers more than {limit / 1e6:.0f} MB, the most that is read at once."
            )
    return b"".join(chunks)


def _reason(error: Exception) -> str:
    return str(getattr(error, "reason", None) or error) or type(error).__name__


def _opener() -> urllib.request.OpenerDirector:
    """An opener that speaks http and https and nothing else (no file:, ftp: or data:)."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        _Redirects(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


_OPENER = _opener()
