"""What every view needs at hand: the knowledge base behind the site, and addresses for its IRIs.

Each request sees one snapshot from the first time it asks to its last line, and the newest there is then:
what another process reads meanwhile is on the next page. Queries, which workers answer, look for none.

Names of things (`iri`) are `kb.base_iri` and a path; this site answers each at that very path (`href`).
"""

from threading import Lock
from urllib.parse import quote

from flask import Flask, current_app, g

from kb.base import KnowledgeBase
from kb.ontology import EK, EKV
from kb.when import When
from web.dates import date_words

OF_VOCABULARY = ((str(EK), "/ns#"), (str(EKV), "/vocab/"))


def keep_fresh(app: Flask, base: KnowledgeBase) -> None:
    """Have every request of the site answered from the newest snapshot of this knowledge base."""
    app.extensions["kb"] = base
    app.extensions["kb lock"] = Lock()


def kb() -> KnowledgeBase:
    """The knowledge base of the running site, as it was when the request first asked for it."""
    found: KnowledgeBase | None = g.get("kb")
    if found is None:
        found = g.kb = _newest()
    return found


def _newest() -> KnowledgeBase:
    with current_app.extensions["kb lock"]:  # one thread opens the new snapshot, the others wait for it
        newest: KnowledgeBase = current_app.extensions["kb"].refreshed()
        current_app.extensions["kb"] = newest
        return newest


def href(iri: str) -> str:
    """Where this site answers an IRI; an IRI of somebody else's is its own address."""
    return address_of(iri, kb().base_iri)


def address_of(iri: str, base: str) -> str:
    """Where a site over names that begin with `base` answers an IRI."""
    for namespace, path in ((base, "/"), *OF_VOCABULARY):
        if iri.startswith(namespace):
            return path + quote(iri.removeprefix(namespace), safe="/")
    return iri


def is_web_address(iri: str) -> bool:
    """Whether it is safe to make a link of what a source gave as its address (no `javascript:`)."""
    return iri.startswith(("https://", "http://"))


def is_bounded(edtf: str) -> bool:
    """Whether a date says anything at all: "" and the unknown interval "/" do not."""
    return edtf not in ("", "/")


def words(edtf: str) -> str:
    """An EDTF date as readers of the page write it: "17 June 2016"; "date unknown" for none."""
    return date_words(When.parse(edtf if is_bounded(edtf) else "/"))
