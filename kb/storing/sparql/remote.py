"""Calls to other servers in a query or update: SERVICE and LOAD, and whether their host is allowed.

Oxigraph would ask any address itself. Here `services` and `loads` ask beforehand, by our own fetching.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kb.errors import BadQuery, BadSource
from kb.fetch import FETCHER, Answer, Hosts, is_of
from kb.storing.sparql.prologue import prefixes
from kb.storing.sparql.tokens import Token

NOBODY: Hosts = frozenset()
LARGEST = 20_000_000  # bytes of one answer


class Call(NamedTuple):
    """A SERVICE or LOAD: its word, its address as written, whether it may fail, the place behind."""

    word: Token
    address: Token
    silent: bool
    rest: int


def calls(found: list[Token], word: str) -> Iterator[Call]:
    """All calls by this word."""
    for place, token in enumerate(found):
        if token.is_word(word):
            silent = place + 1 < len(found) and found[place + 1].is_word("SILENT")
            at = place + 2 if silent else place + 1
            if at < len(found):
                yield Call(token, found[at], silent, at + 1)


def allowed(found: list[Token], call: Call, hosts: Hosts) -> str:
    """The address of a call; BadQuery when its host is none of `hosts`."""
    address = _address(found, call.address)
    if is_of(address, hosts):
        return address
    raise BadQuery(
        f"{call.word.text} is refused: {address or call.address.text} may not be asked from here. "
        "Leave it out, or have its host allowed: kb serve --allow-service HOST."
    )


def fetched(address: str, media_types: str, hosts: Hosts, silent: bool) -> Answer | None:
    """What an address answers; BadQuery when it does not, or None where it may fail."""
    try:
        return FETCHER.fetch(address, limit=LARGEST, accept=media_types, hosts=hosts)
    except BadSource as error:
        if silent:
            return None
        raise BadQuery(f"Another server gives no answer. {error}") from error


def _address(found: list[Token], token: Token) -> str:
    """An address as a whole, "" when a variable stands for it."""
    if token.kind == "iri":
        return token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    before = [other for other in found if other.start < token.start]  # a later operation may declare it anew
    return prefixes(before).get(prefix, "") + local if token.kind == "name" else ""
