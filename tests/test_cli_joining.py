"""kb merge, kb part and what they do to the timeline, as their user meets them."""

import csv
import json
from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.model import Filter
from tests.merging_story import REPORTS
from tests.test_cli import folder, kb

__all__ = ["folder"]  # a fixture


@pytest.fixture
def story(tmp_path: Path, folder: Path) -> Path:
    """A knowledge base of the reports, read from JSON Lines."""
    lines = [json.dumps({"doc_id": d.doc_id, "dct": str(d.published), "text": d.text}) for d in REPORTS]
    source = tmp_path / "reports.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    assert kb("read", source, folder=folder).exit_code == 0
    return folder


def arrest(folder: Path) -> dict[str, object]:
    lines = kb("timeline", "--about", "Ivo Maric", "--json", folder=folder).output.splitlines()
    found: dict[str, object] = next(r for r in map(json.loads, lines) if "Split" in r["label"])
    return found


def test_reading_merges_and_a_row_names_every_place_that_tells_it(story: Path) -> None:
    found = arrest(story)
    assert found["date"] == "2016-05-23"
    assert found["mentions"] == [
        {"doc_id": "aa01", "start": 7, "end": 15},
        {"doc_id": "bb02", "start": 14, "end": 22},
        {"doc_id": "cc03", "start": 7, "end": 15},
    ]


def test_reading_can_leave_every_article_to_itself(story: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    kb("read", tmp_path / "reports.jsonl", "--no-merge", folder=other)
    assert len(arrest(other)["mentions"]) == 1  # type: ignore[arg-type]
    assert kb("merge", folder=other).exit_code == 0
    assert len(arrest(other)["mentions"]) == 3  # type: ignore[arg-type]


def test_the_table_counts_the_articles_and_marks_dates_that_differ(story: Path) -> None:
    line = next(line for line in kb("timeline", folder=story).output.splitlines() if "Maric in Split" in line)
    assert "2016-05-23 ≠" in line
    assert "3 articles" in line


def test_decisions_are_listed_with_their_reasons(story: Path) -> None:
    result = kb("merge", "--list", folder=story)
    assert "same-event, 0.80" in result.output
    assert "Both name Ivo Maric." in result.output
    assert "people and places 2, events 2, statements 1" in result.stderr


def test_merging_is_undone(story: Path) -> None:
    assert kb("merge", "--undo", folder=story).exit_code == 0
    assert "articles" not in kb("timeline", folder=story).output


def test_show_tells_the_versions_where_they_differ_and_why_they_are_one(story: Path) -> None:
    told = kb("show", arrest(story)["iri"], folder=story).output
    assert told.count("also told as:") == 2
    assert "they differ:  Date:" in told
    assert "one because:  Both in Split." in told


def test_show_tells_the_other_names_of_someone(story: Path) -> None:
    with KnowledgeBase.open(story) as base:
        actors = {actor.label: actor.iri for e in base.timeline(Filter(about="WFU")) for actor in e.actors}
    assert "also named:   WFU" in kb("show", actors["World Ferry Union"], folder=story).output


def test_two_are_parted_and_put_together_again(story: Path) -> None:
    with KnowledgeBase.open(story) as base:
        entry = next(e for e in base.timeline() if e.told_by == 3)
    pair = (entry.iri, entry.versions[1].iri)
    assert kb("part", *pair, folder=story).exit_code == 0
    assert len(arrest(story)["mentions"]) == 2  # type: ignore[arg-type]
    assert kb("part", *pair, "--undo", folder=story).exit_code == 0
    assert len(arrest(story)["mentions"]) == 3  # type: ignore[arg-type]


def test_two_are_joined_and_taken_apart_again(story: Path) -> None:
    with KnowledgeBase.open(story) as base:
        entry, other = (
            next(e.iri for e in base.timeline() if words in e.label) for words in ("in Split", "Rijeka")
        )
    assert kb("join", entry, other, folder=story).exit_code == 0
    assert len(arrest(story)["mentions"]) == 4  # type: ignore[arg-type]
    assert "A person says so." in kb("show", entry, folder=story).output
    assert kb("part", entry, other, folder=story).exit_code == 1
    assert kb("join", entry, other, "--undo", folder=story).exit_code == 0
    assert len(arrest(story)["mentions"]) == 3  # type: ignore[arg-type]


def test_a_timeline_may_keep_to_what_somebody_takes_part_in_and_what_is_real(story: Path) -> None:
    lines = kb("timeline", "--about", "Horvat", "--involved", "--real", "--json", folder=story).output
    labels = [json.loads(line)["label"] for line in lines.splitlines()]
    assert any("met" in label for label in labels)
    assert not any("Maric" in label for label in labels)


def test_a_sheet_and_a_calendar_tell_each_version_and_where_they_differ(story: Path, tmp_path: Path) -> None:
    for name in ("rows.csv", "rows.ics"):
        kb("write", tmp_path / name, "--about", "Ivo Maric", folder=story)
    with (tmp_path / "rows.csv").open(encoding="utf-8-sig", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["told_by"] == "3")
    assert len(row["sources"].split("; ")) == 3
    assert "2016-05-24, happened" in row["sources"]
    assert row["disagreements"].startswith("Date: 23 May 2016")
    calendar = (tmp_path / "rows.ics").read_text(encoding="utf-8").replace("\n ", "")
    assert "2016-05-24\\, happened" in calendar
    assert "Date: 23 May 2016" in calendar


def test_what_is_not_there_is_told_and_a_mistyped_folder_makes_nothing(story: Path, tmp_path: Path) -> None:
    assert kb("part", "doc/none", "doc/nothing", folder=story).exit_code == 1
    for verb in (("merge",), ("part", "doc/none", "doc/nothing"), ("join", "doc/none", "doc/nothing")):
        assert kb(*verb, folder=tmp_path / "mistyped").exit_code == 1
    assert not (tmp_path / "mistyped").exists()
