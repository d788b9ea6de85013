"""Candidates from a reconciliation service elsewhere, version 0.2 of the protocol, for who allows it.

Names are asked for in batches, one request a second (`kb.fetch`). What a service answers is proposed and
never accepted, as its scores mean something else in every service. When it does not answer, everything it
was to be asked is "could not look", and it is not asked again in the same call.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

from kb.errors import BadSource
from kb.fetch import FETCHER, Fetcher
from kb.linking.readers.fields import identified
from kb.linking.subjects import MOST, Search, Someone
from kb.model import Judgement, LinkRecord

BATCH = 20  # names a request, so that its address stays short
TIMEOUT = 10.0  # seconds
LIMIT = 5_000_000  # bytes
BEST = 100.0  # the usual best score

Answers = Mapping[str, Any]


@dataclass
class Service:
    """A service at an address; `fetcher` asks it, and no other host."""

    address: str
    fetcher: Fetcher = field(default_factory=lambda: FETCHER)
    _space: str | None = None
    _trouble: str = ""
    _known: dict[str, list[LinkRecord]] = field(default_factory=dict)

    def found(self, search: Search, someone: Someone, following: Sequence[Someone]) -> list[LinkRecord]:
        """The link records of someone; whoever follows is asked for in the same request."""
        if someone.iri not in self._known:
            self._known = self._asked(search, [someone, *following][:BATCH])
        return self._known[someone.iri]

    def _asked(self, search: Search, batch: Sequence[Someone]) -> dict[str, list[LinkRecord]]:
        queries = {f"q{place}": {"query": one.name, "limit": MOST} for place, one in enumerate(batch)}
        try:
            answers = self._answers(queries)
        except BadSource as error:
            self._trouble = str(error)
            return {one.iri: [_unasked(search, one, self._trouble)] for one in batch}
        space = self._space or ""
        return {
            one.iri: _records(search, one, answers.get(f"q{place}"), space) for place, one in enumerate(batch)
        }

    def _answers(self, queries: Mapping[str, Any]) -> Answers:
        if self._trouble:
            raise BadSource(self._trouble)
        if self._space is None:
            self._space = str(self._fetched(self.address).get("identifierSpace", ""))
        sign = "&" if urlsplit(self.address).query else "?"
        text = json.dumps(queries, ensure_ascii=False, separators=(",", ":"))
        return self._fetched(f"{self.address}{sign}queries={quote(text, safe='')}")

    def _fetched(self, address: str) -> Answers:
        parts = urlsplit(self.address)
        hosts = frozenset({parts.hostname or "", parts.netloc})
        answer = self.fetcher.fetch(
            address, limit=LIMIT, timeout=TIMEOUT, accept="application/json", hosts=hosts
        )
        try:
            content = json.loads(answer.data)
        except ValueError as error:
            raise BadSource(f"{self.address} answers no JSON: it is no reconciliation service.") from error
        if not isinstance(content, dict):
            raise BadSource(f"{self.address} answers no object: it is no reconciliation service.")
        return content


def _unasked(search: Search, someone: Someone, trouble: str) -> LinkRecord:
    return search.record(someone.iri, someone.name, Judgement.COULD_NOT_LOOK, reasons=(trouble,))


def _records(search: Search, someone: Someone, answer: Any, space: str) -> list[LinkRecord]:
    result = answer.get("result") if isinstance(answer, dict) else None
    if not isinstance(result, list):
        return [_unasked(search, someone, "The service did not answer this query.")]
    found = list(_candidates(search, someone, result[:MOST], space))
    reasons = ("The service knows nobody and nothing of that name.",)
    return found or [search.record(someone.iri, someone.name, Judgement.NIL, confidence=1.0, reasons=reasons)]


def _candidates(search: Search, someone: Someone, result: Sequence[Any], space: str) -> Iterator[LinkRecord]:
    for one in result:
        given = one if isinstance(one, dict) else {}
        iri = identified(space + str(given.get("id", "")))
        score = given.get("score")
        if iri and isinstance(score, int | float):
            yield search.record(
                someone.iri,
                someone.name,
                Judgement.PROPOSED,
                object=iri,
                object_label=str(given.get("name", "")),
                object_kind=_kind(given.get("type")),
                object_description=str(given.get("description") or ""),
                confidence=round(min(max(score / BEST, 0.0), 1.0), 4),
                reasons=(f"The service scores it {score:g}.",),
            )


def _kind(types: Any) -> str:
    """What the service calls the first type."""
    first = types[0] if isinstance(types, list) and types else ""
    return str(first.get("name") or first.get("id")) if isinstance(first, dict) else str(first)
