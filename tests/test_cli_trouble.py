"""The command line where things go wrong: nothing is left behind, nothing ends in a traceback."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.errors import BadRequest
from tests.test_cli import folder, kb, read_folder, report

__all__ = ["folder", "read_folder", "report"]  # fixtures

PROGRAM = "import sys; sys.path.insert(0, {root!r}); from web.commands import main; main(prog_name='kb')"
ROOT = str(Path(__file__).parent.parent)


def started(*arguments: object, stdout: int = subprocess.PIPE, **environment: str) -> subprocess.Popen[bytes]:
    """kb in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(root=ROOT), *map(str, arguments)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=os.environ | environment,
    )


@pytest.mark.parametrize("source", ["missing.txt", ""], ids=["a missing file", "no name"])
def test_where_nothing_can_be_read_no_knowledge_base_is_made(folder: Path, source: str) -> None:
    assert kb("read", source, folder=folder).exit_code == 1
    assert not folder.exists()


def test_what_is_no_base_makes_no_folder(folder: Path, report: Path) -> None:
    assert kb("read", report, "--base-iri", "nonsense", folder=folder).exit_code == 1
    assert not folder.exists()


def test_a_base_of_ones_own_is_kept_without_naming_it_again(folder: Path, report: Path) -> None:
    kb("read", report, "--base-iri", "https://example.org/mine/", folder=folder)
    kb("read", report, folder=folder)
    with KnowledgeBase.open(folder) as base:
        assert [view.iri.startswith("https://example.org/mine/doc/") for view in base.documents()] == [True]


def test_a_file_of_a_folder_that_cannot_be_read_makes_the_command_fail(folder: Path, report: Path) -> None:
    (report.parent / "spoilt.txt").write_bytes(b"\x00\x01\x02")
    result = kb("read", report.parent, folder=folder)
    assert result.exit_code == 1
    assert "spoilt.txt is a binary file" in result.stderr
    assert "Read “Ferry service resumes”" in result.stderr


@pytest.mark.parametrize(("code", "exit_code"), [("e n", 2), ("", 2), ("xx", 0), ("en-GB", 0)])
def test_a_language_code_is_checked(folder: Path, report: Path, code: str, exit_code: int) -> None:
    result = kb("read", report, "--language", code, folder=folder)
    assert result.exit_code == exit_code
    assert ("for the language xx has no words here" in result.stderr) == (code == "xx")


@pytest.mark.parametrize("place", ["missing/out.csv", "folder.csv"])
def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(
    read_folder: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "folder.csv").mkdir()
    before = sorted(tmp_path.iterdir())
    with KnowledgeBase.open(read_folder) as base, pytest.raises(BadRequest, match=r"Cannot write .*\.csv"):
        base.write(tmp_path / place)
    assert sorted(tmp_path.iterdir()) == before


def test_a_window_that_ends_before_it_begins_is_told(read_folder: Path) -> None:
    asked = kb("timeline", "--since", "2017", "--until", "2016", folder=read_folder)
    assert asked.exit_code == 1
    assert "Exchange the two" in asked.output


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbfASK { ?s a ek:Event }", b"ASK { ?s a ek:Event }\r\n"],
    ids=["byte order mark", "CR LF"],
)
def test_a_query_file_may_begin_with_a_byte_order_mark(
    read_folder: Path, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "q.rq").write_bytes(data)
    assert "true" in kb("query", tmp_path / "q.rq", folder=read_folder).output


def test_a_query_file_that_is_no_text_is_told(read_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_bytes(b"ASK \xff")
    result = kb("query", tmp_path / "q.rq", folder=read_folder)
    assert (result.exit_code, result.stderr) == (
        1, f"Error: The query in {tmp_path / 'q.rq'} is no UTF-8 text. Save it as UTF-8.\n",
    )  # fmt: skip


def test_a_description_needs_no_braces_to_be_a_query(read_folder: Path) -> None:
    with KnowledgeBase.open(read_folder) as base:
        iri = base.documents()[0].iri
    assert "Ferry service resumes" in kb("query", f"DESCRIBE <{iri}>", folder=read_folder).output


@pytest.mark.parametrize(
    ("query", "format_"),
    [("ASK {}", "turtle"), ("SELECT * {}", "turtle"), ("CONSTRUCT WHERE { ?s ?p ?o }", "json")],
)
def test_a_format_that_does_not_fit_the_answer_names_those_that_do(
    read_folder: Path, query: str, format_: str
) -> None:
    result = kb("query", query, "--format", format_, folder=read_folder)
    assert result.exit_code == 1
    assert "take --format" in result.stderr


def test_rows_stay_whole_away_from_a_terminal(read_folder: Path) -> None:
    answer = kb("query", f"SELECT ('{'long ' * 200}' AS ?a) ('end' AS ?b) {{}}", folder=read_folder).output
    assert [line.split()[-1] for line in answer.splitlines()] == ["b", "end"]


def test_no_article_can_command_the_terminal(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Title: A \x1b]0;owned\x07 title\n\nDockers went on strike.\n", encoding="utf-8"
    )
    result = kb("read", tmp_path / "a.txt", folder=folder)
    assert result.exit_code == 0
    assert "\x1b" not in result.stderr + kb("query", "SELECT ?t { ?s dct:title ?t }", folder=folder).output


def test_a_reader_that_has_enough_is_no_error(read_folder: Path) -> None:
    process = started(
        "query", "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000", "--format", "csv", "--kb", read_folder
    )
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    process.wait()
    assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which Linux has")
def test_an_output_without_room_is_told(read_folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        process = started("timeline", "--kb", read_folder, stdout=full.fileno())
        _, errors = process.communicate()
    assert process.returncode == 1
    assert errors.startswith(b"Error: No space left on device.")


def test_interrupting_annotate_with_jobs_ends_it_quietly(tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_text('{"text": "Dockers in Genoa went on strike on Thursday."}\n' * 20_000, encoding="utf-8")
    process = started("annotate", lines, "--jobs", 2)
    assert process.stdout
    process.stdout.readline()  # the workers are at work
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode == 1
    assert errors.strip() == b"Aborted!"


@pytest.mark.parametrize(
    "dct",
    [
        "2016-06-17T10:00",
        "2016-06-17 10:00:00",
        "2016-06-17T10:00:00.123+02:00",
        "20160617",
        20160617,
        "20160617T100000Z",
    ],
)
def test_a_date_of_publication_may_be_any_iso_moment(dct: object) -> None:
    record = {"text": "It ended on Thursday.", "dct": dct}
    result = kb("annotate", "--only", "timexes", stdin=json.dumps(record))
    assert (result.stderr, json.loads(result.stdout)["timexes"][0]["value"]) == ("", "2016-06-16")


def test_a_byte_order_mark_before_the_first_line_is_no_matter() -> None:
    assert kb("annotate", stdin='\ufeff{"text": "fine"}').exit_code == 0


def test_input_that_is_no_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "\xff"}\n')
    result = kb("annotate", tmp_path / "a.jsonl")
    assert result.exit_code == 1
    assert "is no UTF-8" in result.stderr
