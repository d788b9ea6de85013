"""Namespaces, the minting of IRIs, and the vocabulary shipped in `ontologies/`.

Add a namespace here and nowhere else.
"""

import re
import unicodedata
from hashlib import sha256
from pathlib import Path

from rdflib import Namespace

from kb.model import Span

FOLDER = Path(__file__).parent.parent / "ontologies"
VERSION = "0.1.0"

EK = Namespace("https://w3id.org/event-knowledge/ns#")
EKV = Namespace("https://w3id.org/event-knowledge/vocab/")
DEFAULT_BASE = "https://w3id.org/event-knowledge/kb/"

OA = Namespace("http://www.w3.org/ns/oa#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SCHEMA = Namespace("https://schema.org/")
PROV = Namespace("http://www.w3.org/ns/prov#")
EDTF = Namespace("http://id.loc.gov/datatypes/edtf/")


def slug(name: str) -> str:
    """A name as the readable end of an IRI: letters and digits of any script, joined by hyphens."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\W_]+", "-", plain).strip("-") or "unnamed"


def digest(text: str, length: int = 16) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def mint_key(kind: str, text: str, trigger: Span) -> str:
    """A name for an occurrence that stays when the article is edited elsewhere.

    Made of the trigger and some sixty characters around it, and of how often the same words came
    before in the text; `kind` is "statement" or "event".
    """
    window = text[max(0, trigger.start - 60) : trigger.end + 60]
    earlier = text.count(window, 0, max(0, trigger.start - 60) + len(window) - 1)
    return f"{kind}-{digest(f'{kind} {earlier} {trigger.of(text)} {window}', 12)}"
