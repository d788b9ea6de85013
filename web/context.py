"""What every view needs at hand: the knowledge base behind the site, and addresses for its IRIs.

Names of things (`iri`) are `kb.base_iri` and a path; this site answers each at that very path (`href`).
"""

from collections.abc import Mapping
from urllib.parse import quote

from flask import current_app

from kb.base import KnowledgeBase
from kb.ontology import EK, EKV
from kb.when import When


def kb() -> KnowledgeBase:
    """The knowledge base the running site was made for."""
    found: KnowledgeBase = current_app.extensions["kb"]
    return found


def href(iri: str) -> str:
    """Where this site answers an IRI; an IRI of somebody else's is its own address."""
    for namespace, path in _answered(kb().base_iri).items():
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
    """An EDTF date as people write it: "17 June 2016"; "date unknown" for none."""
    return When.parse(edtf).words() if is_bounded(edtf) else "date unknown"


def _answered(base_iri: str) -> Mapping[str, str]:
    return {base_iri: "/", str(EK): "/ns#", str(EKV): "/vocab/"}
