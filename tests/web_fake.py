"""A knowledge base made of a few views written by hand, so that the site's tests need no reading.

Two articles about a strike in a harbour: what a page must show does not depend on what is found.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from flask.testing import FlaskClient

from kb.errors import BadQuery, NotFound
from kb.model import (
    Article,
    Bin,
    Bins,
    Counted,
    Counts,
    DatedWords,
    DocumentView,
    EntityView,
    Entry,
    Explanation,
    Filter,
    Involved,
    Lane,
    Named,
    Overview,
    Placed,
    Position,
    Said,
    Sizes,
    Span,
    Window,
)
from kb.storing import Store
from kb.tying import Links
from web import create_app

BASE = "https://w3id.org/event-knowledge/kb/"
DOCUMENT = f"{BASE}doc/00000000000000aa"
TEXT = "Dockers in Genoa stopped work on Tuesday.\n\n“We want <safe> cranes,” Ann Roe said on Friday."

ROE = Named(f"{BASE}entity/person/ann-roe", "Ann Roe")
GENOA = Named(f"{BASE}entity/place/genoa", "Genoa")
DOCKERS = Named(f"{DOCUMENT}/entity/dockers", "dockers")
ARTICLE = Named(DOCUMENT, "Strike in Genoa")

STRIKE = Entry(
    iri=f"{DOCUMENT}/event-0123456789ab",
    kind="event",
    label="Dockers in Genoa stopped work",
    edtf="2016-06-14",
    earliest="2016-06-14T00:00:00Z",
    latest="2016-06-14T23:59:59Z",
    dated=True,
    document=ARTICLE,
    quote=TEXT[0:40],
    start=0,
    end=40,
    status="happened",
    type=Named("https://w3id.org/event-knowledge/vocab/strike", "strike"),
    actors=(DOCKERS,),
    place=GENOA,
    publisher="Harbour Post",
    published="2016-06-18",
)
SAYING = Entry(
    iri=f"{DOCUMENT}/statement-ba9876543210",
    kind="statement",
    label="Ann Roe: “We want <safe> cranes”",
    edtf="2016-06-17",
    earliest="2016-06-17T00:00:00Z",
    latest="2016-06-17T23:59:59Z",
    dated=True,
    document=ARTICLE,
    quote=TEXT[43:],
    start=43,
    end=len(TEXT),
    quote_kind="direct",
    about=(STRIKE.iri,),
    actors=(ROE,),
    publisher="Harbour Post",
    published="2016-06-18",
)
CAMPAIGN = STRIKE._replace(
    iri=f"{DOCUMENT}/event-cccccccccccc",
    label="The campaign for safe cranes",
    edtf="2014-09/..",
    earliest="2014-09-01T00:00:00Z",
    latest=None,
    actors=(),
    place=None,
    type=None,
    status="ongoing",
)
MEMO = STRIKE._replace(
    iri=f"{DOCUMENT}/event-dddddddddddd",
    label="A memo was signed",
    edtf="../2016-06-18",
    earliest=None,
    latest="2016-06-18T23:59:59Z",
    dated=False,
)
ENTRIES = (CAMPAIGN, STRIKE, SAYING, MEMO)

EXPLANATION = Explanation(
    entry=SAYING,
    passage=TEXT[43:],
    passage_start=43,
    evidence=Span(43, len(TEXT)),
    trigger=Span(TEXT.index("said"), TEXT.index("said") + 4),
    expression=Span(TEXT.index("on Friday"), TEXT.index("on Friday") + 9),
    expression_text="on Friday",
    rule="weekday-nearest",
    anchor="publication 2016-06-18",
    steps=("The words “on Friday” name a weekday.", "The last Friday before 18 June 2016 is 17 June 2016."),
    confidence=0.97,
    depends_on=Named(STRIKE.iri, STRIKE.label),
    involved=(Involved("audience", DOCKERS), Involved("speaker", ROE)),
    propositions=(Said("asksFor", "We want <safe> cranes", (Named(STRIKE.iri, STRIKE.label),)),),
    described_by=(),
    verbatim=(Span(44, 66),),
)
VIEW = DocumentView(
    iri=DOCUMENT,
    title="Strike in Genoa",
    url="https://harbour.example/strike",
    publisher="Harbour Post",
    published="2016-06-18",
    language="en",
    text=TEXT,
    entries=(STRIKE, SAYING),
    times=(DatedWords(Span(30, 40), "2016-06-14"),),
)


@dataclass
class FakeAnswer:
    """What `kb.storing.Answer` promises, over ready bytes; it remembers nothing else."""

    kind: str
    contents: dict[str, str] = field(default_factory=dict)

    def serialize(self, media_type: str) -> bytes:
        return self.contents.get(media_type, media_type).encode()


ROWS = {
    "head": {"vars": ["what", "label", "nothing"]},
    "results": {
        "bindings": [
            {
                "what": {"type": "uri", "value": STRIKE.iri},
                "label": {"type": "literal", "value": "<i>strike</i>", "xml:lang": "en"},
            },
            {"what": {"type": "uri", "value": "javascript:alert(1)"}},
        ]
    },
}


class FakeKnowledgeBase:
    """The methods of `KnowledgeBase` the site calls."""

    base_iri = BASE
    state = ""  # what is asked may be another answer every time

    def __init__(self, entries: Sequence[Entry] = ENTRIES) -> None:
        self.entries = entries
        self.asked: list[Filter] = []

    @property
    def links(self) -> Links:
        """Those of a store that holds nothing."""
        return Links(Store.in_memory())

    def refreshed(self) -> "FakeKnowledgeBase":
        return self

    def timeline(self, wanted: Filter) -> list[Entry]:
        self.asked.append(wanted)
        return [entry for entry in self.entries if wanted.kind in ("", entry.kind)]

    def window(self, wanted: Filter, limit: int, offset: int = 0) -> Window:
        found = self.timeline(wanted)
        undated = sum(not entry.dated for entry in found)
        return Window(tuple(found[offset : offset + limit]), len(found), undated)

    def density(self, wanted: Filter, most: int) -> list[Bin]:
        kinds = [entry.kind for entry in self.timeline(wanted) if entry.dated]
        return [Bin(0, 1, kinds.count("event"), kinds.count("statement"))] if kinds else []

    def overview(self, wanted: Filter, by: str, whole: Sequence[Bin], most: int) -> Overview:
        named = [entry for entry in self.timeline(wanted) if ROE in entry.actors]
        lanes = (Lane(ROE.iri, ROE.label, len(named), (0, 0), (1, 0)),)
        kinds = {"kind": (Counted("event", "event", 3),)}
        bins = Bins(since=whole[0].since, width=1, number=2) if whole else Bins(since=0, width=0, number=0)
        return Overview(total=4, undated=1, one_in=1, bins=bins, lanes=lanes, facets=kinds)

    def explain(self, iri: str) -> Explanation:
        return {SAYING.iri: EXPLANATION}[self._known(iri, SAYING.iri)]

    def document(self, iri: str) -> DocumentView:
        return {DOCUMENT: VIEW}[self._known(iri, DOCUMENT)]

    def documents(self) -> list[DocumentView]:
        return [replace(VIEW, text="", entries=())] if self.entries else []

    def entity(self, iri: str, limit: int | None = None) -> EntityView:
        self._known(iri, ROE.iri, DOCKERS.iri)
        return EntityView(iri=iri, label="Ann Roe", kind="person", part_of="Dock Union", entries=(SAYING,))

    folder = None
    is_writable = False

    def export(self, suffix: str, wanted: Filter) -> bytes:
        return f"{suffix} of {len(self.timeline(wanted))} at most {wanted.limit}".encode()

    def newest(self, limit: int, offset: int = 0) -> list[Article]:
        every = [Article(v.iri, v.title, v.publisher, v.published) for v in self.documents()]
        return every[offset : offset + limit]

    def sizes(self) -> Sizes:
        return Sizes(len(self.documents()), 1, 3, 4)

    def places(self, wanted: Filter, most: int = 500) -> list[Placed]:
        found = Counter(entry.place for entry in self.timeline(wanted) if entry.place)
        return [Placed(place, number) for place, number in found.most_common(most)]

    def positions(self, places: Iterable[Named]) -> dict[str, Position]:
        return {place.iri: Position(44.4, 8.9) for place in places if place == GENOA}

    def leads(self, entries: Iterable[Entry]) -> dict[str, str]:
        return {entry.iri: entry.iri for entry in entries}

    def counts(self) -> Counts:
        return Counts(len(self.documents()), 1, 3, 4, 99, {"weekday-nearest": 2})

    def describe(self, iri: str, media_type: str = "text/turtle") -> bytes:
        graphs = f"{BASE}graph/00000000000000aa"
        self._known(iri, *(e.iri for e in ENTRIES), f"{SAYING.iri}/when", DOCUMENT, ROE.iri, graphs)
        return f"{media_type} of {iri}".encode()

    def query(self, sparql: str, *given: object) -> FakeAnswer:
        kind = sparql.split()[0].lower()
        if kind not in ("select", "ask", "describe"):
            raise BadQuery(f"The query cannot be read: {kind} is no <form> of query.")
        if kind == "ask":
            return FakeAnswer("ask", {"application/sparql-results+json": '{"head": {}, "boolean": true}'})
        if kind == "describe":
            return FakeAnswer("graph", {"text/turtle": "<a> <b> <c> ."})
        return FakeAnswer("select", {"application/sparql-results+json": json.dumps(ROWS)})

    def _known(self, iri: str, *known: str) -> str:
        if iri not in known:
            raise NotFound(f"Nothing is stored under {iri}. /timeline shows what there is.")
        return iri


BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
VOID = {"meta", "link", "input", "br"}


def site_over(base: FakeKnowledgeBase) -> FlaskClient:
    """A client of the site over a knowledge base written by hand."""
    return create_app(base, title="Harbour strike").test_client()  # type: ignore[arg-type]


def path(iri: str) -> str:
    """Where the site answers an IRI."""
    return "/" + iri.removeprefix(BASE)


def page(site: FlaskClient, address: str, status: int = 200) -> str:
    """What a browser gets."""
    response = site.get(address, headers=BROWSER)
    assert response.status_code == status, response.text
    return response.text


class Outline(HTMLParser):
    """Whether all elements close in their order; ids, inline scripts and styles, addresses on the way."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.inline: list[str] = []
        self.addresses: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.open += [tag] if tag not in VOID else []
        self.ids += [given["id"] or ""] if "id" in given else []
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        is_data = given.get("type") == "application/json"
        self.inline += ["script"] if tag == "script" and "src" not in given and not is_data else []
        self.inline += ["style"] if tag == "style" else []
        self.addresses += [given[name] or "" for name in ("src", "href", "action") if name in given]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes something else"
