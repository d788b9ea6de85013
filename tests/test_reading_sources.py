"""What a source is called, dated and made of, from a file, a folder or a pipe; and what is refused."""

import io
import os
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest

from kb.errors import BadSource
from kb.reading import MAX_CHARACTERS, READERS, read_source
from kb.reading.sources import MAX_BYTES
from kb.when import When
from tests.read_sources import ITEM, NEWS, RSS, one, read

# ------------------------------------------------------------------- names, dates, languages


def test_an_article_is_named_after_its_address_wherever_it_is_read(tmp_path: Path) -> None:
    text = f"Title: Gone\nURL: https://example.org/gone#top\n\n{NEWS}"
    (tmp_path / "saved.txt").write_text(text)
    (from_file,) = read_source(tmp_path / "saved.txt")
    assert from_file.iri == one(text, "upload.txt").iri
    assert from_file.url == "https://example.org/gone"


def test_without_an_address_a_file_is_named_after_its_place_so_that_a_correction_replaces_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(NEWS)
    (before,) = read_source(path)
    path.write_text(f"{NEWS} Corrected.")
    (after,) = read_source(str(path))
    assert (before.iri, before.text) != (after.iri, after.text)
    assert before.iri == after.iri


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(f"text\n{NEWS}\n{NEWS}\n", "a.csv", id="rows of a sheet"),
        pytest.param('{"text": "A."}\n{"text": "A."}\n', "a.jsonl", id="records without doc_id"),
    ],
)
def test_articles_of_one_file_have_different_names(text: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    assert len({document.iri for document in read_source(tmp_path / name)}) == 2


def test_the_same_bytes_without_a_place_have_the_same_name_and_others_another() -> None:
    assert one(NEWS, "a.txt").iri == one(NEWS, "b.txt").iri != one(f"{NEWS}!", "a.txt").iri


def test_names_stand_below_the_base_that_is_asked_for() -> None:
    assert one(NEWS, "a.txt", base="https://example.org/kb/").iri.startswith("https://example.org/kb/doc/")


def test_the_date_of_the_source_stands_above_the_one_given() -> None:
    dated = one(f"Date: 2016-06-17\n\n{NEWS}", "a.txt", published=When.of_day(2020, 1, 1))
    assert (dated.published, dated.published_by) == (When.of_day(2016, 6, 17), "header")


def test_other_forms_of_date_are_left_to_the_caller() -> None:
    asked: list[tuple[str, str]] = []

    def parse_date(text: str, language: str) -> When:
        asked.append((text, language))
        return When.of_day(2016, 6, 17)

    document = one(f"Date: 17 juin  2016\n\n{NEWS}", "a.txt", language="fr", parse_date=parse_date)
    assert (document.published, asked) == (When.of_day(2016, 6, 17), [("17 juin 2016", "fr")])


def test_a_date_nobody_understands_gets_a_notice() -> None:
    notices: list[str] = []
    assert one(f"Title: Gone\nDate: soon\n\n{NEWS}", "a.txt", notice=notices.append).published is None
    assert notices == ["Gone: its date 'soon' is not understood."]


def test_the_language_that_is_given_stands_above_the_one_that_is_stated() -> None:
    text = f"Language: fr\n\n{NEWS}"
    assert [one(text, "a.txt").language, one(text, "a.txt", language="de").language] == ["fr", "de"]
    assert one(NEWS, "a.txt").language == "en"


# ------------------------------------------------------------------------------ ways in


def test_a_folder_gives_all_that_is_known_below_it_in_order_and_tells_of_the_rest(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.jsonl").write_text('{"text": "C."}')
    for name, data in (
        ("b.txt", b"B."),
        ("a.txt", b"A."),
        (".h.txt", b"H."),
        ("x.docx", b"x"),
        ("e.txt", b""),
    ):
        (tmp_path / name).write_bytes(data)
    notices: list[str] = []
    texts: list[str] = []
    with pytest.raises(BadSource, match="1 of the files in the folder"):
        texts += (document.text for document in read_source(tmp_path, notice=notices.append))
    assert texts == ["A.", "B.", "C."]
    assert [notice.partition(str(tmp_path))[2].split()[0] for notice in notices] == [
        "/e.txt",
        "/x.docx",
    ]


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(NEWS.encode())))
    assert [document.text for document in read_source("-")] == [NEWS]


def test_the_form_is_told_by_the_content_before_the_name() -> None:
    assert one(RSS.format(items=ITEM), "feed.txt").title == "Bridge opens"
    assert one('{"doc_id": "1", "text": "A."}', "standard input").doc_id == "1"
    page = f"<!DOCTYPE html><html><title>Gone</title><article><p>{NEWS}</p></article></html>"
    assert one(page, "export.csv").text == f"Gone\n\n{NEWS}"


def test_reading_twice_is_reading_once(tmp_path: Path) -> None:
    for reader in READERS:
        assert reader.suffixes
    (tmp_path / "a.rss").write_text(RSS.format(items=ITEM))
    assert list(read_source(tmp_path)) == list(read_source(tmp_path))


# ---------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        pytest.param(b"", "a.txt", "is empty", id="nothing"),
        pytest.param(b"\xef\xbb\xbf\n", "a.csv", "is empty", id="only a byte order mark"),
        pytest.param(b" \n\t ", "a.html", "is empty", id="only white space"),
        pytest.param(b"%PDF-1.7 ...", "a.pdf", r"a PDF. Save its text", id="a PDF"),
        pytest.param(b"PK\x03\x04...", "a.docx", "office document", id="an office document"),
        pytest.param(b"\x89PNG\r\n", "a.txt", "an image", id="an image called text"),
        pytest.param(b"News\x00\x01\x02", "a.txt", "binary", id="binary"),
        pytest.param(
            b"<rss><channel></channel></rss>", "a.rss", "a feed without items", id="a feed of nothing"
        ),
        pytest.param(b"not a feed", "a.rss", "no RSS or Atom feed", id="no feed"),
        pytest.param(b"<html><body></body></html>", "a.html", "no text", id="a page of nothing"),
        pytest.param(b"Title: A\n\n", "a.txt", "no text", id="a header and nothing below"),
        pytest.param(b"title,text\n", "a.csv", "no text", id="a sheet without rows"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(BadSource, match=reason):
        read(data, name)


def test_a_missing_file_is_refused() -> None:
    with pytest.raises(BadSource, match=r"nowhere\.txt cannot be read: No such file"):
        list(read_source("nowhere.txt"))


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match=r"No article was found .*\.atom, \.csv"):
        list(read_source(tmp_path))


def test_a_source_without_a_name_is_not_the_current_folder() -> None:
    with pytest.raises(BadSource, match="without a name"):
        list(read_source(""))


def test_a_pipe_has_no_place_so_that_the_next_one_does_not_replace_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    names = set()
    for text in ("First news.", "Second news."):
        writer = Thread(target=pipe.write_text, args=[text])
        writer.start()
        names |= {document.iri for document in read_source(pipe)}
        writer.join()
    assert len(names) == 2


@pytest.mark.parametrize(
    "name", ["a" * 300, "a\0b", "some text\nthat is no name"], ids=["long", "null", "lines"]
)
def test_a_name_that_no_file_can_have_is_refused(name: str) -> None:
    with pytest.raises(BadSource, match="cannot be read"):
        list(read_source(name))


def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)  # root may enter every folder
    notices: list[str] = []
    with pytest.raises(BadSource, match="No article was found"):
        list(read_source(tmp_path, notice=notices.append))
    assert notices == [f"{tmp_path} was passed over: Permission denied."]


def test_a_book_is_no_article() -> None:
    with pytest.raises(BadSource, match=r"an article of 500,001 characters.*Split it"):
        read("a" * (MAX_CHARACTERS + 1), "a.txt")


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(BadSource, match="more than 50 MB"):
        read(b"a" * (MAX_BYTES + 1), "a.txt")
