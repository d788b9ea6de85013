"""The parameters of a timeline's address: pages, list and JSON window read them alike.

`about`, `since`, `until`, `kind` (may be given twice: both kinds), `document` and the others; see `web.api`
for what they mean. To add one, add its reader here and its control to `templates/timeline.html`.
"""

from werkzeug.datastructures import MultiDict

from kb.errors import BadDate, BadRequest
from kb.model import Filter, lanes_by
from kb.when import When
from web.dates_typed import date_typed

KINDS = ("event", "statement")
DATES = ("since", "until", "known")
YES = "1"
EXPECTED = "Any EDTF date will do, such as 2014-09/.. or 2016-06~ or -0043-03-15 (44 BC)."


def read_filter(args: "MultiDict[str, str]") -> Filter:
    """The filter an address asks for; BadDate and BadRequest name the parameter that makes no sense."""
    return Filter(
        about=args.get("about", "").strip(),
        since=_date(args, "since"),
        until=_date(args, "until"),
        kind=_kind(args),
        document=args.get("document", "").strip(),
        type=args.get("type", "").strip(),
        status=args.get("status", "").strip(),
        certainty=args.get("certainty", "").strip(),
        known=_date(args, "known"),
        order=args.get("order", "").strip() or "time",
        involved=_flag(args, "involved"),
        real=_flag(args, "real"),
        actor=args.get("actor", "").strip(),
        place=args.get("place", "").strip(),
        source=args.get("source", "").strip(),
        text=args.get("text", "").strip(),
        disputed=_flag(args, "disputed"),
        axis=args.get("axis", "").strip() or "happened",
        reviewed=_flag(args, "reviewed"),
        dated=_flag(args, "dated"),
    )


def read_number(args: "MultiDict[str, str]", name: str, default: int, most: int) -> int:
    """A whole number from 1 to `most`; BadRequest when it is anything else."""
    text = args.get(name, "").strip() or str(default)
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= most):
        raise BadRequest(f"{name}={text!r} is no whole number from 1 to {most}.")
    return int(text)


def read_lanes(args: "MultiDict[str, str]") -> str:
    """What lanes go by, "" when the address does not say; BadRequest when there are none by that."""
    given = args.get("lanes", "").strip()
    return lanes_by(given) if given else ""


def as_parameters(wanted: Filter) -> dict[str, str]:
    """The filter as the parameters that ask for it; what it does not ask for is left out."""
    given = {
        "about": wanted.about,
        "since": str(wanted.since) if wanted.since else "",
        "until": str(wanted.until) if wanted.until else "",
        "kind": wanted.kind,
        "document": wanted.document,
        "type": wanted.type,
        "status": wanted.status,
        "certainty": wanted.certainty,
        "known": str(wanted.known) if wanted.known else "",
        "order": "" if wanted.order == "time" else wanted.order,
        "involved": YES if wanted.involved else "",
        "real": YES if wanted.real else "",
        "actor": wanted.actor,
        "place": wanted.place,
        "source": wanted.source,
        "text": wanted.text,
        "disputed": YES if wanted.disputed else "",
        "reviewed": YES if wanted.reviewed else "",
        "dated": YES if wanted.dated else "",
        "axis": "" if wanted.axis == "happened" else wanted.axis,
    }
    return {name: value for name, value in given.items() if value}


def _date(args: "MultiDict[str, str]", name: str) -> When | None:
    text = args.get(name, "").strip()
    try:
        return date_typed(text) if text else None
    except BadDate as error:
        raise BadDate(f"{name}: {error} {EXPECTED}") from error


def _flag(args: "MultiDict[str, str]", name: str) -> bool:
    given = args.get(name, "").strip()
    if given not in ("", YES):
        raise BadRequest(f"{name}={given!r} makes no sense. Write {name}={YES}, or leave it out.")
    return given == YES


def _kind(args: "MultiDict[str, str]") -> str:
    asked = {kind for given in args.getlist("kind") for kind in given.split(",") if kind}
    if unknown := asked.difference(KINDS):
        raise BadRequest(
            f"kind={min(unknown)!r} is unknown. Known: {', '.join(KINDS)}; leave it out for both."
        )
    return asked.pop() if len(asked) == 1 else ""
