"""Namespaces, the minting of IRIs, and the vocabulary shipped in `ontologies/`.

Add a namespace here and nowhere else.
"""

import re
import unicodedata
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from rdflib import SKOS, Graph, Namespace, URIRef

from kb.model import EventType, Sentence, Span

FOLDER = Path(__file__).parent.parent / "ontologies"
VERSION = "0.1.0"

EK = Namespace("https://w3id.org/event-knowledge/ns#")
EKV = Namespace("https://w3id.org/event-knowledge/vocab/")
INDEX = Namespace("https://w3id.org/event-knowledge/index#")
DEFAULT_BASE = "https://w3id.org/event-knowledge/kb/"

OA = Namespace("http://www.w3.org/ns/oa#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SCHEMA = Namespace("https://schema.org/")
PROV = Namespace("http://www.w3.org/ns/prov#")
EDTF = Namespace("http://id.loc.gov/datatypes/edtf/")
SSSOM = Namespace("https://w3id.org/sssom/")
SEMAPV = Namespace("https://w3id.org/semapv/vocab/")
PAV = Namespace("http://purl.org/pav/")


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """A name as the readable end of an IRI: letters and digits of any script, joined by hyphens."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\W_]+", "-", plain).strip("-") or "unnamed"


def digest(text: str, length: int = 16) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def mint_key(kind: str, text: str, sentence: Sentence, trigger: Span) -> str:
    """A name for an occurrence that stays when the article is edited around its sentence.

    Begins with the `kind` ("statement", "event", "happening"). Made of the words of the sentence that the
    trigger begins in, of its place among them, and of how many such sentences stand before.
    """
    place = len(" ".join(text[sentence.span.start : trigger.start].split()))
    told = f"{kind} {sentence.repeats} {place} {trigger.of(text)} {_single_spaced(sentence.span.of(text))}"
    return f"{kind}-{digest(told, 12)}"


@lru_cache(maxsize=64)
def _single_spaced(words: str) -> str:
    """What a sentence has in `Sentence.words`; kept, as most sentences tell of several things."""
    return " ".join(words.split())


# ------------------------------------------------------------------------------------ event kinds


def load_event_types(language: str = "en") -> tuple[EventType, ...]:
    """The kinds of event in `ontologies/events`, sorted by name, with their words of one language.

    Words are lower case, hyphens read as spaces. A kind without a PLOVER class has that of its broader
    kind, None when there is none up to the top.
    """
    return _event_types(language)


@cache
def _event_types(language: str) -> tuple[EventType, ...]:
    """Kept by the language alone, however it is handed in."""
    graph = Graph()
    for path in sorted((FOLDER / "events").glob("*.ttl")):
        graph.parse(path, format="turtle")
    kinds = (kind for kind in graph.subjects(SKOS.inScheme, EKV.eventKinds) if isinstance(kind, URIRef))
    return tuple(sorted((_event_type(graph, kind, language) for kind in kinds), key=lambda type_: type_.name))


def _event_type(graph: Graph, kind: URIRef, language: str) -> EventType:
    broader = graph.value(kind, SKOS.broader)
    return EventType(
        name=_local_name(kind),
        label=_label(graph, kind, language),
        plover=_plover(graph, kind),
        broader=_local_name(broader) if isinstance(broader, URIRef) else None,
        verbs=_words(graph, kind, EK.verb, language),
        nouns=_words(graph, kind, EK.noun, language),
        wikidata=_one(graph, kind, SKOS.closeMatch),
    )


def _local_name(iri: URIRef) -> str:
    return iri.removeprefix(EKV)


def _label(graph: Graph, kind: URIRef, language: str) -> str:
    labels = {getattr(label, "language", None): str(label) for label in graph.objects(kind, SKOS.prefLabel)}
    return labels.get(language) or labels.get("en") or _local_name(kind)


def _plover(graph: Graph, kind: URIRef) -> str | None:
    """Its own class or the nearest broader one's; the walk is breadth first and survives a loop."""
    for ancestor in graph.transitive_objects(kind, SKOS.broader):
        code = _one(graph, ancestor, EK.plover) if isinstance(ancestor, URIRef) else None
        if code:
            return code
    return None


def _one(graph: Graph, kind: URIRef, predicate: URIRef) -> str | None:
    value = graph.value(kind, predicate)
    return str(value) if value is not None else None


def _words(graph: Graph, kind: URIRef, predicate: URIRef, language: str) -> frozenset[str]:
    words = (word for word in graph.objects(kind, predicate) if getattr(word, "language", None) == language)
    return frozenset(str(word).replace("-", " ").casefold() for word in words)
