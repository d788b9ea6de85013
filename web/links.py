"""What people say of links: the queue of what waits for them, and a page to link anything to anything.

Both work without JavaScript; `review.js` adds keys. Nothing here decides what is held: `kb.tying` does.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from kb import knowing
from kb.base import KnowledgeBase
from kb.errors import BadRequest
from kb.linking import Record
from kb.model import Entry, Judgement, LinkRecord
from web.context import href, kb
from web.forms import FIELD, authorise_form, form_token, needs_token
from web.parameters import read_number

blueprint = Blueprint("links", __name__)

SHOWN = 20  # subjects on a page
TOLD = 2  # entries that say in which words it is named
REVIEWER = "reviewer"  # the cookie that remembers who one is
YEAR = 31_536_000  # seconds
SAID = {"accept": Judgement.ACCEPTED, "reject": Judgement.REJECTED, "nil": Judgement.NIL}
SCORES = "Say from which score on, from 0 to 1."


@blueprint.app_context_processor
def for_templates() -> dict[str, Any]:
    """What pages need that show links or forms about them."""
    return {
        "links_of": lambda iri: kb().links.of(iri),
        "form_token": form_token,
        "form_field": FIELD,
        "needs_token": needs_token,
        "reviewer": request.cookies.get(REVIEWER, ""),
    }


@blueprint.get("/links")
def queue() -> str:
    """What waits for a person, the least certain first."""
    waiting = kb().links.waiting()
    start = (read_number(request.args, "page", 1, 1_000_000) - 1) * SHOWN
    shown = waiting[start : start + SHOWN]
    links = [link for one in shown for link in one.links]
    return render_template(
        "links.html",
        waiting=shown,
        total=len(waiting),
        following=start // SHOWN + 2 if start + SHOWN < len(waiting) else 0,
        held=_held(links),
        told={one.subject: _told(one.subject) for one in shown},
    )


@blueprint.get("/links/to")
def link_to() -> str:
    """Link one thing: search the authority, or paste an identifier; or take back what was said."""
    iri, text = request.args.get("iri", ""), request.args.get("q", "").strip()
    name = kb().links.label(iri)
    found = knowing.search(kb().links.folder, text or name)
    return render_template(
        "link_to.html", iri=iri, name=name, text=text, found=found, links=kb().links.of(iri)
    )


@blueprint.post("/links/judge")
def judge() -> AnyResponse:
    """Keep what a person says of one link, or take it back."""
    authorise_form()
    subject, identifier, said = (request.form.get(name, "") for name in ("subject", "identifier", "said"))
    with kb().writing() as base:
        if said == "undo":
            base.links.undo(subject, identifier)
        elif said == "none":
            _reject_all(base, subject)
        else:
            base.links.judge(subject, identifier, _said(said), _reviewer(), datetime.now(UTC))
    return _back()


@blueprint.post("/links/accept")
def accept() -> AnyResponse:
    """Accept the likeliest link of all that waits, from a score on."""
    authorise_form()
    try:
        score = float(request.form.get("above", ""))
    except ValueError as error:
        raise BadRequest(SCORES) from error
    if not 0 <= score <= 1:
        raise BadRequest(SCORES)
    with kb().writing() as base:
        base.links.accept_above(score, _reviewer(), datetime.now(UTC))
    return _back()


def _reject_all(base: KnowledgeBase, subject: str) -> None:
    """Say of every proposed link that it is not the one."""
    for one in base.links.of(subject):
        if one.judgement == Judgement.PROPOSED and one.record.subject == subject:
            made = datetime.now(UTC)
            base.links.judge(subject, one.record.object, Judgement.REJECTED, _reviewer(), made)


def _said(said: str) -> Judgement:
    if said not in SAID:
        raise BadRequest(f"{said!r} is nothing one can say of a link. Known: {', '.join(SAID)}, none, undo.")
    return SAID[said]


def _reviewer() -> str:
    return request.form.get("reviewer", "")


def _back() -> AnyResponse:
    """To the page the form stood on, which is always one of this site; the name is remembered."""
    subject = request.form.get("subject", "")
    address = href(subject) if request.form.get("back") == "subject" and subject else "/links"
    answer: Response = make_response(redirect(address, 303))
    if name := _reviewer().strip():
        answer.set_cookie(REVIEWER, name, max_age=YEAR, samesite="Strict", httponly=True)
    return answer


def _told(iri: str) -> Sequence[Entry]:
    """What articles tell of what is to be linked, in their words: the entry itself, or a few that name it."""
    if iri.startswith(f"{kb().base_iri}entity/"):
        return kb().entity(iri, TOLD).entries
    return [kb().entry(iri)]


def _held(links: list[LinkRecord]) -> dict[str, Record]:
    return knowing.records_of(kb().links.folder, {link.object for link in links})
