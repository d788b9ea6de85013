"""Link records as SSSOM: out, back as they were, and what others wrote."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.errors import BadSource
from kb.linking.sssom import as_sssom, from_sssom
from kb.model import LinkRecord, Review
from kb.ontology import DEFAULT_BASE
from kb.storing import Store
from kb.storing.minting import links_graph
from kb.tying import Links
from tests.linking_story import (
    ACCEPTED,
    CHANNEL,
    INTERFAX,
    NIL,
    PROPOSED,
    REJECTED,
    REVIEWER,
    held,
    look,
    moment,
    q,
    story_store,
)
from tests.sample_findings import STORY_IRI


@pytest.fixture
def store() -> Iterator[Store]:
    with story_store() as made:
        yield made


@pytest.fixture
def links(store: Store) -> Links:
    return look(store)


ODD = LinkRecord(
    subject=f"{DEFAULT_BASE}entity/place/odd",
    subject_label='Odd\tplace “with” |bars| and "quotes"',
    object="https://example.org/thing?a=1",
    object_label="näme",
    object_kind="city",
    object_description="line one\nline two",
    found=REJECTED,
    confidence=0.1234,
    reasons=("One, with a comma.", "Two\twith a tab."),
    tool="kb link",
    tool_version="9",
    source="a list",
    source_version="abc",
    date="2026-03-01",
    reviews=(Review(ACCEPTED, "A|B", "2026-03-02T10:00:00Z"), Review(REJECTED, "C", "2026-03-02T11:00:00Z")),
)


def test_a_mapping_set_comes_back_as_it_was(links: Links) -> None:
    links.judge(INTERFAX, q(105), REJECTED, REVIEWER, moment(1))
    links.judge(CHANNEL, "", NIL, REVIEWER, moment(2))
    records = [*(one.record for one in links.all()), ODD]
    assert list(from_sssom(as_sssom(records, DEFAULT_BASE), "x")) == records


def test_a_store_takes_in_what_another_gave_out(store: Store, links: Links, tmp_path: Path) -> None:
    links.judge(INTERFAX, q(105), REJECTED, REVIEWER, moment(1))
    links.export(tmp_path / "links.sssom.tsv")
    with story_store() as other:
        Links(other).bring_in(tmp_path / "links.sssom.tsv")
        graph = links_graph(DEFAULT_BASE).value
        assert set(other.quads(graph=graph)) == set(store.quads(graph=graph))


def test_other_programs_take_no_rejected_link_for_a_match(links: Links) -> None:
    links.judge(INTERFAX, q(105), REJECTED, REVIEWER, moment(1))
    lines = as_sssom((one.record for one in links.of(INTERFAX)), DEFAULT_BASE).splitlines()
    rejected = next(line.split("\t") for line in lines if "wd:Q900000105" in line)
    assert rejected[2:5] == ["skos:exactMatch", "Not", "wd:Q900000105"]
    nil = next(
        line for line in as_sssom((o.record for o in links.of(CHANNEL)), "kb:").splitlines() if "nil" in line
    )
    assert "sssom:NoTermFound" in nil


FOREIGN = """#curie_map:
#  wd: http://www.wikidata.org/entity/
#  kb: https://w3id.org/event-knowledge/kb/
subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tauthor_id\tmapping_date
kb:entity/organization/interfax\tskos:exactMatch\t\twd:Q900000104\tsemapv:ManualMappingCuration\torcid:1\t2025-01-01
kb:entity/organization/interfax\tskos:exactMatch\tNot\twd:Q900000105\tsemapv:ManualMappingCuration\torcid:1\t2025-01-01
kb:entity/place/syria\tskos:exactMatch\t\twd:Q900000103\tsemapv:LexicalMatching\t\t
kb:entity/place/syria\tskos:broadMatch\t\twd:Q900000199\tsemapv:LexicalMatching\t\t
"""


def test_what_others_curated_by_hand_counts_as_judged_and_all_else_is_proposed(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "foreign.tsv").write_text(FOREIGN, encoding="utf-8")
    assert Links(store).bring_in(tmp_path / "foreign.tsv") == 3
    assert held(Links(store), INTERFAX) == {q(104): ACCEPTED, q(105): REJECTED}
    assert held(Links(store), f"{DEFAULT_BASE}entity/place/syria") == {q(103): PROPOSED}


def test_a_mapping_from_elsewhere_to_ours_is_one_from_ours(store: Store, tmp_path: Path) -> None:
    ours, theirs = "kb:entity/place/syria", "wd:Q900000103"
    turned = FOREIGN.replace(f"{ours}\tskos:exactMatch\t\t{theirs}", f"{theirs}\tskos:exactMatch\t\t{ours}")
    (tmp_path / "foreign.tsv").write_text(turned, encoding="utf-8")
    Links(store).bring_in(tmp_path / "foreign.tsv")
    assert held(Links(store), f"{DEFAULT_BASE}entity/place/syria") == {q(103): PROPOSED}


@pytest.mark.parametrize(
    "text",
    [
        "a\tb\n1\t2\n",
        FOREIGN.replace("wd:Q900000104", "nothing"),
        FOREIGN.replace("2025-01-01", "1 January"),
        FOREIGN.replace("kb:entity/place/syria", f"{STORY_IRI}/entity/pentagon-official"),
        *(
            FOREIGN.replace("mapping_date", "confidence").replace("2025-01-01", given)
            for given in ("high", "nan", "7")
        ),
        FOREIGN.replace("semapv:LexicalMatching", "semapv:bad>word"),
        FOREIGN.replace("wd:Q900000103", "http://example.org/{a}"),
        FOREIGN.replace("Q900000104", "Q900000104" + "x" * 1_100_000),
    ],
)
def test_what_is_no_mapping_set_is_told_with_its_place(store: Store, tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(BadSource, match=r"bad\.tsv"):
        Links(store).bring_in(tmp_path / "bad.tsv")
