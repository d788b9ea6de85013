"""Files a user adds to the authority, each format with a small file of our own making."""

import bz2
import gzip
import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.errors import BadSource
from kb.linking import READERS, Authority, Record, decide, records_in
from kb.linking.readers.wikidata_items import TABLE
from kb.linking.record import Name, Sort, geonames, wikidata

FOLDER = TABLE.parent.parent
LUND, EMBER = wikidata("Q900000001"), wikidata("Q900000002")


def written(folder: Path, name: str, text: str) -> list[Record]:
    (folder / name).write_text(text, encoding="utf-8")
    return list(records_in(folder / name))


def test_every_suffix_has_a_reader() -> None:
    assert {".csv", ".tsv", ".json", ".txt", ".ttl"} <= set(READERS)


@pytest.mark.parametrize("name", ["places.csv.gz", "links.tsv.bz2", "allCountries.txt.gz"])
def test_a_packed_list_that_is_no_dump_of_wikidata_is_to_be_unpacked(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadSource, match="Unpack it first"):
        records_in(tmp_path / name)


def test_a_sheet_tells_all_of_a_record(tmp_path: Path) -> None:
    (found,) = written(
        tmp_path,
        "list.csv",
        "label,kind,wikidata,geonames,aliases,language,description,country,latitude,longitude,begun,ended,"
        "prior,same,source\nPort Ember,city,Q900000002,77,Ember|Old Port,en,A harbour,XL,1.5,-2,1801,,0.7,"
        "https://example.org/ember,Harbour list\n",
    )
    assert found == Record(
        iri=EMBER, kind="city", source="Harbour list", description="A harbour", prior=0.7, country="xl",
        latitude=1.5, longitude=-2.0, begun="1801", same=(geonames(77), "https://example.org/ember"),
        names=(Name("Port Ember", "en", Sort.LABEL), Name("Ember", "en"), Name("Old Port", "en")),
    )  # fmt: skip


DUMP = [
    ("77", "Port Ember", "Port Ember", "Ember,Порт Эмбер", "1.5", "-2", "P", "PPLC", "XL", *[""] * 5,
     "2000000", "", "5", "", ""),
    ("78", "Mount Ash", "", "", "1.5", "-2", "T", "MT", "XL", *[""] * 5, "0", "", "5", "", ""),
    ("79", "Lundia", "", "", "1.5", "-2", "A", "PCLI", "XL", *[""] * 5, "9000000", "", "5", "", ""),
]  # fmt: skip


def test_a_dump_of_geonames(tmp_path: Path) -> None:
    port, mountain, country = written(tmp_path, "XL.txt", "\n".join("\t".join(row) for row in DUMP))
    assert (port.iri, port.kind, port.country, port.name) == (geonames(77), "capital", "xl", "Port Ember")
    assert [name.text for name in port.names] == ["Port Ember", "Ember", "Порт Эмбер"]
    assert (mountain.kind, country.kind) == ("place", "country")
    assert mountain.prior < port.prior < country.prior


def bound(**values: str) -> dict[str, dict[str, str]]:
    return {name: {"type": "literal", "value": value} for name, value in values.items()}


def test_results_of_sparql_with_several_rows_an_item(tmp_path: Path) -> None:
    rows = [
        bound(
            item=LUND, itemLabel="Lundia", kind="country", itemAltLabel="RL, Republic of Lundia", country="XL"
        ),
        bound(item=LUND, itemLabel="Lundia", kind="country", same="https://example.org/lundia"),
        bound(item=EMBER, itemLabel="Port Ember", kind="city", itemDescription="A harbour"),
    ]
    text = json.dumps({"head": {"vars": []}, "results": {"bindings": rows}})
    lundia, ember = written(tmp_path, "query.json", text)
    assert [name.text for name in lundia.names] == ["Lundia", "RL", "Republic of Lundia"]
    assert (lundia.iri, lundia.kind, lundia.same) == (LUND, "country", ("https://example.org/lundia",))
    assert (ember.iri, ember.description) == (EMBER, "A harbour")


MAPPINGS = f"""# curie_map:
#   wiki: http://www.wikidata.org/entity/
#   ex: https://example.org/
subject_id\tsubject_label\tpredicate_id\tpredicate_modifier\tobject_id\tobject_label
ex:ember\tEmber\tskos:exactMatch\t\twiki:Q900000002\tPort Ember
geonames:77\tPort Ember\tskos:exactMatch\t\t{EMBER}\t
ex:ash\tAsh\tskos:closeMatch\t\twiki:Q900000003\tAsh
ex:lund\tLund\tskos:exactMatch\tNot\twiki:Q900000001\tLundia
"""


def test_exact_mappings_of_sssom(tmp_path: Path) -> None:
    found = written(tmp_path, "links.sssom.tsv", MAPPINGS)
    assert [(record.iri, record.same) for record in found] == [
        (EMBER, ("https://example.org/ember",)),
        (EMBER, (geonames(77),)),
    ]


def test_a_mapping_gives_a_city_its_wikidata_id(tmp_path: Path) -> None:
    with Authority.in_memory() as authority:
        authority.add(written(tmp_path, "XL.txt", "\t".join(DUMP[0])))
        assert decide(authority, "Port Ember", "city").iri == geonames(77)
        authority.add(written(tmp_path, "links.tsv", MAPPINGS))
        decision = decide(authority, "Port Ember", "city")
        assert (decision.iri, len(decision.candidates)) == (EMBER, 1)


CONCEPTS = f"""@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/c/1> a skos:Concept ; skos:prefLabel "Lundia"@en, "Lundien"@de ; skos:altLabel "RL" ;
  skos:hiddenLabel "Lundja" ; skos:definition "A country." ; skos:exactMatch <{LUND}> .
<https://example.org/c/2> a skos:Concept .
"""


def test_concepts_of_skos(tmp_path: Path) -> None:
    (found,) = written(tmp_path, "thesaurus.ttl", CONCEPTS)
    assert (found.iri, found.same, found.name) == ("https://example.org/c/1", (LUND,), "Lundia")
    assert {(name.text, name.language, str(name.sort)) for name in found.names} == {
        ("Lundia", "en", "label"), ("Lundien", "de", "label"), ("RL", "", "alias"), ("Lundja", "", "weak"),
    }  # fmt: skip


def item(identifier: str, label: str, **claims: object) -> dict[str, object]:
    """An entity of Wikidata in its own JSON, with one value a property."""
    told = {name: [{"rank": "normal", "mainsnak": snak}] for name, snak in claims.items()}
    labels = {"en": {"language": "en", "value": label}}
    aliases = {"en": [{"language": "en", "value": f"Old {label}"}]}
    links = {f"{code}wiki": {} for code in ("de", "en", "fr")}
    return {"id": identifier, "labels": labels, "aliases": aliases, "claims": told, "sitelinks": links}


def snak(value: object, datatype: str) -> dict[str, object]:
    return {"datatype": datatype, "datavalue": {"value": value}}


PERSON = item(
    "Q900000005",
    "Ann Roe",
    P31=snak({"id": "Q5"}, "wikibase-item"),
    P569=snak({"time": "+1901-02-00T00:00:00Z"}, "time"),
    P570={"snaktype": "somevalue"},
)
HARBOUR = item(
    "Q900000002",
    "Port Ember",
    P1566=snak("77", "external-id"),
    P900000=snak({"latitude": 1.5, "longitude": -2}, "globe-coordinate"),
)
PROPERTY = {"id": "P900000", "labels": {"en": {"language": "en", "value": "mayor"}}}


def dump_lines() -> str:
    return "[\n" + ",\n".join(map(json.dumps, (PERSON, HARBOUR, PROPERTY))) + "\n]\n"


def test_entities_of_wikidata(tmp_path: Path) -> None:
    person, harbour = written(tmp_path, "items.jsonl", dump_lines())
    assert (person.kind, person.begun, person.ended) == ("person", "1901-02", "")
    assert [name.text for name in person.names] == ["Ann Roe", "Old Ann Roe"]
    assert (harbour.kind, harbour.same) == ("", (geonames(77),))
    assert (harbour.latitude, harbour.longitude) == (1.5, -2)


def test_packed_dumps_and_single_entities_are_read_alike(tmp_path: Path) -> None:
    plain = written(tmp_path, "items.jsonl", dump_lines())
    (tmp_path / "dump.json.gz").write_bytes(gzip.compress(dump_lines().encode()))
    (tmp_path / "dump.json.bz2").write_bytes(bz2.compress(dump_lines().encode()))
    assert (
        list(records_in(tmp_path / "dump.json.gz")) == list(records_in(tmp_path / "dump.json.bz2")) == plain
    )
    assert written(tmp_path, "one.json", json.dumps({"entities": {"Q900000005": PERSON}})) == plain[:1]


def test_every_identifier_in_the_product_names_its_source() -> None:
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    rows = [row for part in table.values() for row in part.values()]
    assert all("/" in row["source"] for row in rows)


def test_no_code_of_linking_holds_an_identifier() -> None:
    """They stand in the readers' table, which tells sources; Q42 is the example of the documentation."""
    quoted = re.compile(r"\"(?!Q42\")[PQ][1-9]\d*\"")
    texts = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.py")}
    assert len(texts) > 10
    assert [name for name, text in texts.items() if quoted.search(text)] == []


BROKEN = {
    "a dump with too few columns": ("a.txt", "77\tPort Ember\n", "line 1 is no line of a GeoNames dump"),
    "JSON that is no result": ("a.json", '{"head": {}}', "holds no SPARQL results"),
    "no JSON": ("a.json", "{", "line 1 holds no entity of Wikidata"),
    "results without labels": (
        "a.json", json.dumps({"results": {"bindings": [bound(item=LUND)]}}), "result 1 names nothing",
    ),
    "a sheet of other columns": ("a.tsv", "name\tid\nx\ty\n", "is no SSSOM"),
    "a prefix that is not told": (
        "a.tsv", "subject_id\tpredicate_id\tobject_id\nzz:1\tskos:exactMatch\twd:Q900000001\n", "curie_map",
    ),
    "a mapping that was cut off": (
        "a.tsv", "subject_id\tpredicate_id\tobject_id\ngeonames:1\tskos:exactM", "mapping 1 lacks columns",
    ),
    "a date that is none": (
        "a.csv", "label,wikidata,begun\nx,Q900000001,last year\n", "begun is 'last year'",
    ),
    "a place without a latitude": (
        "a.txt", "\t".join((*DUMP[0][:4], "", *DUMP[0][5:])), "the latitude is '' and no number",
    ),
    "a population that is none": (
        "a.txt", "\t".join((*DUMP[0][:14], "many", *DUMP[0][15:])), "the population is 'many' and no number",
    ),
    "a prior beyond one": ("a.csv", "label,wikidata,prior\nx,Q900000001,5\n", "'5' and not from 0 to 1"),
    "a prior of no size": ("a.csv", "label,wikidata,prior\nx,Q900000001,nan\n", "'nan' and not from 0 to 1"),
    "a place beyond the pole": (
        "a.csv", "label,wikidata,latitude\nx,Q900000001,91\n", "latitude is '91' and not from -90 to 90",
    ),
    "JSON without an end": ("a.json", "[" * 100_000, "line 1 holds no entity of Wikidata"),
    "results without an end": ("a.srj", "[" * 100_000, "holds no SPARQL results"),
    "no N-Triples": ("a.nt", "This is prose.", "is no RDF"),
    "no RDF/XML": ("a.rdf", "<rdf", "is no RDF"),
    "an empty file of RDF/XML": ("a.rdf", "", "is no RDF"),
    "words explained elsewhere": (
        "a.jsonld", json.dumps([{"x": {"@context": ["http://127.0.0.1:9/"]}}]), "nothing is fetched",
    ),
    "a concept without an address": (
        "a.ttl",
        "@prefix s: <http://www.w3.org/2004/02/skos/core#> . <urn:x:1> a s:Concept ; s:prefLabel 'Heath' .",
        "urn:x:1 is no identifier",
    ),
    "no Turtle": ("a.ttl", "This is prose.", "is no RDF"),
    "no UTF-8": ("a.csv", "label,wikidata\n\udcff,Q900000001\n", "Look whether it is whole"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "told"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_told(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(BadSource, match=told):
        list(records_in(tmp_path / name))


@pytest.mark.parametrize("name", ["dump.jsonl", "dump.json", "XL.txt"])
def test_a_mark_of_byte_order_is_looked_over(tmp_path: Path, name: str) -> None:
    text = "\t".join(DUMP[0]) if name.endswith(".txt") else dump_lines()
    assert written(tmp_path, name, "\ufeff" + text) == written(tmp_path, name, text)


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress)])
def test_a_dump_that_was_cut_off_is_told(tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]) -> None:
    packed = pack(dump_lines().encode())
    (tmp_path / f"dump.{suffix}").write_bytes(packed[: len(packed) - 12])
    with pytest.raises(BadSource, match="Look whether it is whole"):
        list(records_in(tmp_path / f"dump.{suffix}"))


def test_an_entity_may_be_written_over_several_lines(tmp_path: Path) -> None:
    item = {"id": "Q900000001", "labels": {"en": {"language": "en", "value": "Lund"}}}
    whole = json.dumps({"entities": {"Q900000001": item}}, indent=2)
    assert [found.iri for found in written(tmp_path, "one.json", whole)] == [LUND]
    assert [found.iri for found in written(tmp_path, "bare.json", json.dumps(item, indent=2))] == [LUND]
