"""RDF terms as Oxigraph has them: namespaces, prefixes, literals.

A new namespace goes to `kb.ontology` and, if queries shall know its prefix, into `PREFIXES` here.
"""

import re

from pyoxigraph import Literal, NamedNode, Triple

from kb import ontology
from kb.when import When

_XSD_DATE = re.compile(r"-?\d{4,}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?")


class Terms:
    """A namespace whose attributes are IRIs: `EK.speaker`."""

    def __init__(self, namespace: str) -> None:
        self.namespace = str(namespace)

    def __getattr__(self, name: str) -> NamedNode:
        return self[name]

    def __getitem__(self, name: str) -> NamedNode:
        return NamedNode(self.namespace + name)


EK = Terms(ontology.EK)
EKV = Terms(ontology.EKV)
OA = Terms(ontology.OA)
SCHEMA = Terms(ontology.SCHEMA)
PROV = Terms(ontology.PROV)
EDTF = Terms(ontology.EDTF)
SSSOM = Terms(ontology.SSSOM)
SEMAPV = Terms(ontology.SEMAPV)
PAV = Terms(ontology.PAV)
OWL = Terms("http://www.w3.org/2002/07/owl#")
RDF = Terms("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Terms("http://www.w3.org/2000/01/rdf-schema#")
DCT = Terms("http://purl.org/dc/terms/")
SKOS = Terms("http://www.w3.org/2004/02/skos/core#")
XSD = Terms("http://www.w3.org/2001/XMLSchema#")

TYPE = RDF.type
LABEL = RDFS.label

PREFIXES: dict[str, str] = {
    "ek": EK.namespace,
    "ekv": EKV.namespace,
    "idx": str(ontology.INDEX),
    "rdf": RDF.namespace,
    "rdfs": RDFS.namespace,
    "xsd": XSD.namespace,
    "owl": OWL.namespace,
    "skos": SKOS.namespace,
    "dct": DCT.namespace,
    "prov": PROV.namespace,
    "oa": OA.namespace,
    "sem": str(ontology.SEM),
    "time": "http://www.w3.org/2006/time#",
    "schema": SCHEMA.namespace,
    "edtf": EDTF.namespace,
    "sssom": SSSOM.namespace,
    "semapv": SEMAPV.namespace,
    "pav": PAV.namespace,
    "wd": "http://www.wikidata.org/entity/",
}


def node_of(iri: str) -> NamedNode | None:
    """What has this IRI; None for what is none, such as a text where an IRI should be."""
    try:
        return NamedNode(iri)
    except ValueError:
        return None


def local_name(iri: str) -> str:
    """What stands behind the last slash or hash."""
    return iri.replace("#", "/").rpartition("/")[2]


def triple(subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Triple:
    """One triple."""
    return Triple(subject, predicate, value)


def whole_number(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=XSD.integer)


def decimal(value: float) -> Literal:
    """An xsd:decimal in the one form Oxigraph gives back, so that graphs can be compared."""
    return Literal(f"{round(value, 4):g}", datatype=XSD.decimal)


def truth(value: bool) -> Literal:
    """An xsd:boolean."""
    return Literal(str(value).lower(), datatype=XSD.boolean)


def instant(lexical: str) -> Literal:
    """An xsd:dateTime from its lexical form; years before 1 and after 9999 are fine."""
    return Literal(lexical, datatype=XSD.dateTime)


def edtf(when: When) -> Literal:
    """A date as an EDTF literal of the Library of Congress's datatype."""
    return Literal(str(when), datatype=EDTF.EDTF)


def plain_date(when: When) -> Literal:
    """A date as xsd:date or xsd:dateTime where it is one, else as EDTF."""
    match = _XSD_DATE.fullmatch(str(when))
    if not match:
        return edtf(when)
    return Literal(str(when), datatype=XSD.dateTime if match[1] else XSD.date)
