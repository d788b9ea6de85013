"""What one asks a timeline for."""

from dataclasses import dataclass

from kb.errors import BadDate
from kb.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which entries a timeline shows.

    `about` matches an entity's IRI, or words in its name or in the entry's label; `since` and `until`
    keep what may overlap the window; `kind` is "", "event" or "statement"; `document` is the IRI of the
    only one, "" for all; `limit` is the most entries, None for all. `involved` keeps only that in which
    whoever `about` names takes part; `real` leaves out what is planned, hypothetical or denied. `type` is the
    IRI of a kind of event, `status` a status of events, `certainty` "sure", "approximate" or "uncertain";
    `known` keeps what articles had told by then. `order` is "time", or "salience": what is told and spoken of
    most comes first, and with a limit, of what matters alike, some of all times. `actor` and `place` are
    IRIs, `source` is the IRI or the name of a publisher, `text` words that may also stand in what is quoted;
    `disputed` keeps what articles tell differently. `axis` says when an entry stands: "happened" (its own
    date), "said", "published". `dated` keeps what has a date of its own, `reviewed` what has one
    that a person set right; `among` only these IRIs,
    None for all.
    """

    about: str = ""
    since: When | None = None
    until: When | None = None
    kind: str = ""
    document: str = ""
    limit: int | None = None
    involved: bool = False
    real: bool = False
    type: str = ""
    status: str = ""
    certainty: str = ""
    known: When | None = None
    order: str = "time"
    actor: str = ""
    place: str = ""
    source: str = ""
    text: str = ""
    disputed: bool = False
    axis: str = "happened"
    reviewed: bool = False
    dated: bool = False
    among: frozenset[str] | None = None

    def __post_init__(self) -> None:
        """BadDate when the window ends before it begins: an empty timeline would not say why it is empty."""
        first = self.since.window[0] if self.since else None
        last = self.until.window[1] if self.until else None
        if first is not None and last is not None and first > last:
            raise BadDate(
                f"Nothing lies between since {self.since} and until {self.until}: since is the later one. "
                "Exchange the two, or leave one out."
            )
