"""The command line as its user meets it: every verb, its forms, its errors and its exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import RdfFormat, parse

from kb.base import KnowledgeBase
from kb.model import Filter
from web.commands import main

REPORT = """Title: Ferry service resumes
Date: 2016-06-17
Source: Harbour Gazette
URL: https://example.org/harbour/ferry

Dockers in Genoa went on strike on Thursday.

“We want safe cranes,” union leader Ann Roe told the Harbour Gazette on Friday.

The port authority said the strike would end on Monday.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kb.data"


def kb(*arguments: object, folder: Path | None = None, stdin: str | None = None) -> Result:
    place = ["--kb", str(folder)] if folder else []
    return CliRunner().invoke(main, [str(a) for a in arguments] + place, input=stdin, catch_exceptions=False)


def first_entry(folder: Path, kind: str) -> str:
    with KnowledgeBase.open(folder) as base:
        return base.timeline(Filter(kind=kind))[0].iri


@pytest.fixture
def read_folder(folder: Path, report: Path) -> Path:
    assert kb("read", report, folder=folder).exit_code == 0
    return folder


def test_every_verb_has_help_that_says_what_it_does() -> None:
    for name, command in main.commands.items():
        assert len(command.get_short_help_str(200)) > 20, name
        assert kb(name, "--help").exit_code == 0


def test_reading_tells_what_was_found(report: Path, folder: Path) -> None:
    result = kb("read", report, folder=folder)
    assert result.exit_code == 0
    assert "Read “Ferry service resumes” (published 17 June 2016)" in result.stderr


def test_a_day_that_only_the_text_tells_is_told_as_such(folder: Path) -> None:
    text = "GENOA, 17 June 2016 (Own) - Dockers in Genoa went on strike on Thursday.\n"
    read = kb("read", "-", folder=folder, stdin=text)
    assert "published 17 June 2016, as its dateline says" in read.stderr
    with KnowledgeBase.open(folder) as base:
        (document,) = base.documents()
        assert base.timeline(Filter())[0].edtf == "2016-06-16"
    shown = kb("show", document.iri, folder=folder)
    assert "2016-06-17, as its dateline says" in shown.output


def test_an_article_without_a_date_is_read_and_the_reader_told(folder: Path) -> None:
    result = kb("read", "-", folder=folder, stdin="Dockers went on strike on Friday.")
    assert result.exit_code == 0
    assert "give --published" in result.stderr
    assert json.loads(kb("timeline", "--json", folder=folder).output)["date"] is None


def test_a_given_date_dates_standard_input(folder: Path) -> None:
    kb("read", "-", "--published", "17 June 2016", folder=folder, stdin="Dockers went on strike on Thursday.")
    assert json.loads(kb("timeline", "--json", folder=folder).output)["date"] == "2016-06-16"


@pytest.mark.parametrize(
    ("source", "content", "message"),
    [
        ("missing.txt", None, "missing.txt"),
        ("empty.txt", b"", "empty"),
        ("binary.txt", b"\x00\x01\x02\xff" * 50, "binary"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, ""),
    ],
)
def test_a_bad_source_is_named_and_the_others_are_read(
    tmp_path: Path, report: Path, folder: Path, source: str, content: bytes | None, message: str
) -> None:
    bad = tmp_path / source
    if content is not None:
        bad.write_bytes(content)
    result = kb("read", bad, report, folder=folder)
    assert result.exit_code == 1
    assert "Not read:" in result.stderr
    assert message in result.stderr
    assert "Read “Ferry service resumes”" in result.stderr


@pytest.mark.parametrize("date", ["tomorrow-ish", "2016-13-45", ""])
def test_a_bad_publication_date_is_a_usage_error(report: Path, folder: Path, date: str) -> None:
    result = kb("read", report, "--published", date, folder=folder)
    assert result.exit_code == 2
    assert not folder.exists()


def test_the_timeline_is_a_table_and_its_json_a_line_an_entry(read_folder: Path) -> None:
    table = kb("timeline", folder=read_folder).output
    assert "2016-06-16" in table
    records = [json.loads(line) for line in kb("timeline", "--json", folder=read_folder).output.splitlines()]
    assert {"iri", "label", "kind", "date", "order"} <= set(records[0])
    assert [r["order"] for r in records if r["order"]] == sorted(r["order"] for r in records if r["order"])


def test_the_timeline_can_be_narrowed(read_folder: Path) -> None:
    assert "Ann Roe" in kb("timeline", "--about", "ann roe", folder=read_folder).output
    assert (
        "Nothing found" in kb("timeline", "--since", "2017", "--kind", "statement", folder=read_folder).output
    )
    assert kb("timeline", "--since", "sometime", folder=read_folder).exit_code == 2


def test_of_a_window_what_has_no_date_is_counted_and_listed_on_request(tmp_path: Path, folder: Path) -> None:
    article = tmp_path / "story.txt"
    article.write_text("The minister met the envoy.\nOn 3 May 2016 the court opened a trial.\n")
    kb("read", article, "--published", "2016-05-09", folder=folder)
    window = ("timeline", "--since", "2016-05", "--until", "2016-05")
    dated, every = kb(*window, folder=folder).output, kb(*window, "--undated", folder=folder).output
    assert "1 without a date may lie there too: --undated lists them." in dated
    assert "met" in every
    assert "met" not in dated
    assert "2016-05-03" in dated
    assert "2016-05-03" in every


def test_show_and_explain_take_a_whole_or_a_short_iri(read_folder: Path) -> None:
    iri = first_entry(read_folder, "statement")
    with KnowledgeBase.open(read_folder) as base:
        short = iri.removeprefix(base.base_iri)
    assert kb("show", iri, folder=read_folder).output == kb("show", short, folder=read_folder).output
    told = kb("explain", iri, folder=read_folder).output
    assert "rule:" in told
    assert "1. " in told


def test_show_knows_documents_and_actors(read_folder: Path) -> None:
    with KnowledgeBase.open(read_folder) as base:
        document, speaker = base.documents()[0].iri, base.timeline(Filter(about="Ann Roe"))[0].actors[0].iri
    assert "Ferry service resumes" in kb("show", document, folder=read_folder).output
    assert "Ann Roe" in kb("show", speaker, folder=read_folder).output


def test_an_unknown_iri_is_an_error_that_says_so(read_folder: Path) -> None:
    result = kb("explain", "doc/0/event-0", folder=read_folder)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")


ASK_LABELS = "SELECT ?label { ?e a ek:Statement ; rdfs:label ?label }"


def test_a_query_comes_as_argument_file_or_standard_input(read_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "labels.rq"
    file.write_text(ASK_LABELS, encoding="utf-8")
    given = kb("query", ASK_LABELS, folder=read_folder).output
    assert "Ann Roe" in given
    assert kb("query", file, folder=read_folder).output == given
    assert kb("query", "-", folder=read_folder, stdin=ASK_LABELS).output == given


@pytest.mark.parametrize(
    ("format_", "begin"),
    [("json", "{"), ("xml", "<?xml"), ("csv", "label"), ("tsv", "?label"), ("table", "label")],
)
def test_an_answer_comes_in_the_format_asked_for(read_folder: Path, format_: str, begin: str) -> None:
    assert kb("query", ASK_LABELS, "--format", format_, folder=read_folder).output.startswith(begin)


def test_a_graph_is_turtle(read_folder: Path) -> None:
    query = "CONSTRUCT { ?e rdfs:label ?l } WHERE { ?e a ek:Statement ; rdfs:label ?l }"
    assert "Ann Roe" in kb("query", query, folder=read_folder).output
    assert kb("query", query, "--format", "table", folder=read_folder).exit_code == 1


@pytest.mark.parametrize(
    "query",
    [
        "SELECT {",
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
        "no-such-file.rq",
    ],
    ids=["a syntax error", "an update", "another endpoint", "a file that is not there"],
)
def test_a_query_that_cannot_be_answered_says_why(read_folder: Path, query: str) -> None:
    result = kb("query", query, folder=read_folder)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert len(result.stderr) > 20


@pytest.mark.parametrize("format_", ["turtle", "jsonld", "rdf", "nt", "nq", "trig"])
def test_a_graph_comes_in_every_form_of_the_endpoint(read_folder: Path, format_: str) -> None:
    asked = "CONSTRUCT { ?e a ek:Statement } WHERE { ?e a ek:Statement }"
    told = kb("query", asked, "--format", format_, folder=read_folder).output
    as_table = kb("query", asked, "--format", "csv", folder=read_folder)
    known = RdfFormat.from_extension(format_ if format_ != "turtle" else "ttl")
    assert [*parse(told, known or RdfFormat.N_TRIPLES)]
    assert as_table.exit_code == 1
    assert "A graph is no table" in as_table.output


@pytest.mark.parametrize("suffix", [".csv", ".json", ".ics", ".ttl", ".trig", ".jsonld", ".nt", ".nq"])
def test_a_file_is_written_in_the_format_of_its_name(read_folder: Path, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out{suffix}"
    assert kb("write", path, folder=read_folder).exit_code == 0
    assert "Ann Roe" in path.read_text(encoding="utf-8")


def test_an_unknown_format_lists_the_known_ones(read_folder: Path, tmp_path: Path) -> None:
    result = kb("write", tmp_path / "out.docx", folder=read_folder)
    assert result.exit_code == 1
    assert ".csv" in result.stderr
    assert not (tmp_path / "out.docx").exists()


def test_check_finds_a_fresh_base_well(read_folder: Path) -> None:
    result = kb("check", folder=read_folder)
    assert result.exit_code == 0
    assert "all is well" in result.output


def test_removing_a_document_removes_what_was_found_in_it(read_folder: Path) -> None:
    with KnowledgeBase.open(read_folder) as base:
        document = base.documents()[0].iri
    assert kb("remove", document, folder=read_folder).exit_code == 0
    assert "Nothing found" in kb("timeline", folder=read_folder).output
    assert kb("remove", document, folder=read_folder).exit_code == 1


@pytest.mark.parametrize("verb", [("timeline",), ("query", "ASK {}"), ("remove", "x"), ("check",)])
def test_a_folder_without_a_base_is_not_made_by_asking(folder: Path, verb: tuple[str, ...]) -> None:
    result = kb(*verb, folder=folder)
    assert result.exit_code == 1
    assert "kb read" in result.stderr
    assert not folder.exists()


def test_a_store_in_use_is_said_to_be_in_use(read_folder: Path, report: Path) -> None:
    with KnowledgeBase.create(read_folder):
        result = kb("read", report, folder=read_folder)
        assert result.exit_code == 1
        assert "Another process" in result.stderr
        assert "Ann Roe" in kb("timeline", folder=read_folder).output


def test_annotating_stores_nothing_and_keeps_the_order(tmp_path: Path) -> None:
    lines = [
        {"doc_id": "a", "dct": "2016-06-17", "text": "It ended on Thursday.", "timexes": [{"gold": True}]},
        {"doc_id": "b", "dct": None, "text": "It ended in May 2014."},
        {"doc_id": "c", "text": ""},
    ]
    given = "\n".join(json.dumps(line) for line in lines)
    one = kb("annotate", "--only", "timexes", stdin=given)
    records = [json.loads(line) for line in one.output.splitlines()]
    assert [r["doc_id"] for r in records] == ["a", "b", "c"]
    assert [[t["value"] for t in r["timexes"]] for r in records] == [["2016-06-16"], ["2014-05"], []]
    assert set(records[0]) == {"doc_id", "timexes"}
    assert kb("annotate", "--only", "timexes", "--jobs", 2, stdin=given).output == one.output


@pytest.mark.parametrize(
    ("dct", "taken", "edtf"),
    [
        ("03-02-2009", "3 February 2009", "2009-01-30"),
        ("soon", "no date", None),
        ("03/02/2009", "no date", None),
    ],
)
def test_a_date_of_publication_that_is_not_iso_is_told(dct: str, taken: str, edtf: str | None) -> None:
    record = {"text": "It ended on Friday.", "dct": dct}
    result = kb("annotate", "--only", "timexes", stdin=json.dumps(record))
    assert result.exit_code == 0
    assert f"Line 1: dct {dct!r} is no ISO date, taken as {taken}" in result.stderr
    assert json.loads(result.stdout)["timexes"][0]["edtf"] == edtf


@pytest.mark.parametrize("line", ["{", "[]", '{"doc_id": "a"}', '{"text": 3}'])
def test_a_line_that_is_no_document_is_named_by_its_number(line: str) -> None:
    result = kb("annotate", stdin='{"text": "fine"}\n' + line)
    assert result.exit_code == 1
    assert "Line 2" in result.stderr
