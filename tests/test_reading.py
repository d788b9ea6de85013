"""Sources become documents: every form, every way in, every kind of bad input."""

import io
import os
from contextlib import suppress
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import BadSource
from kb.model import Document
from kb.reading import MAX_CHARACTERS, READERS, SUFFIXES, read_bytes, read_source
from kb.reading.sources import MAX_BYTES
from kb.when import When

NEWS = "The minister resigned on Monday. She gave no reason, and her office declined to add to that."
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Tidewater Post</title><link>https://example.org/tidewater/</link><language>en-gb</language>{items}
</channel></rss>"""
ITEM = """<item><title>Bridge opens</title><link>https://example.org/tidewater/bridge</link>
<pubDate>Mon, 28 Mar 2016 07:15:00 GMT</pubDate>
<description>It &lt;b&gt;opened&lt;/b&gt; today.</description></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tidewater Post</title><id>x</id>
<entry><id>tag:example.org,2016:7</id><title>Bridge opens</title>
<published>2016-03-28T23:30:00-05:00</published>
<author><name>Ada Moor</name></author><content type="text">It opened today.</content></entry></feed>"""


def read(text: str | bytes, name: str, **given_: object) -> list[Document]:
    data = text.encode() if isinstance(text, str) else text
    return list(read_bytes(data, name, **given_))  # type: ignore[arg-type]


def one(text: str | bytes, name: str, **given_: object) -> Document:
    (document,) = read(text, name, **given_)
    return document


# ------------------------------------------------------------------------------------ plain text


def test_plain_text_is_kept_to_the_character() -> None:
    text = "  First\u00a0line.\r\n\r\n\tSecond \u2009line.\n\n"
    assert one(text, "a.txt").text == text


@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], max_codepoint=0x7F)
        | st.characters(exclude_categories=["Cs", "Cc"], min_codepoint=0x100)
    )
)
def test_no_text_is_changed_by_reading_it(words: str) -> None:
    assert one(f"News. {words}", "a.txt").text == f"News. {words}"


@settings(deadline=None)  # the first page loads trafilatura
@given(st.binary(max_size=300), st.sampled_from(sorted(SUFFIXES)))
def test_any_bytes_are_read_or_refused_as_a_bad_source(data: bytes, suffix: str) -> None:
    with suppress(BadSource):
        assert all(document.text.strip() for document in read(data, f"a{suffix}"))


def test_a_header_states_what_the_article_is_and_the_body_begins_below_it() -> None:
    text = f"Title: A minister goes\nDATE: 2016-06-17\nSource: The Post\nLink: https://example.org/a\n\n\n{NEWS}\n"
    document = one(text, "a.txt")
    assert document.text == f"{NEWS}\n"
    assert (document.title, document.publisher, document.url) == (
        "A minister goes", "The Post", "https://example.org/a",
    )  # fmt: skip
    assert (document.published, document.published_by) == (When.of_day(2016, 6, 17), "header")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Moscow: the talks failed.\n\n{NEWS}", id="a label nobody knows"),
        pytest.param(f"Source: a diplomat said so.\n{NEWS}", id="no blank line below"),
        pytest.param(f"{NEWS}\n\nTitle: not a header here\n\nMore.", id="further down"),
        pytest.param(f"Text: this is the text\n\n{NEWS}", id="the text itself has a label"),
    ],
)
def test_what_only_looks_like_a_header_is_text(text: str) -> None:
    assert one(text, "a.txt").text == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(f"Minister  goes\n\n{NEWS}", "Minister goes", id="a headline"),
        pytest.param(f"\n  Minister goes \n{NEWS}", "Minister goes", id="white space around it"),
        pytest.param(f"{NEWS}\n\nMore of it.", "", id="a sentence"),
        pytest.param("Minister goes", "", id="nothing below"),
        pytest.param(f"Ferry news:\n{NEWS}", "", id="a lead-in"),
        pytest.param(f"{'word ' * 40}\n{NEWS}", "", id="too long"),
        pytest.param(f"Title: Gone\n\nMinister goes\n\n{NEWS}", "Gone", id="the header says otherwise"),
    ],
)
def test_a_headline_at_the_top_is_the_title_and_stays_in_the_text(text: str, title: str) -> None:
    document = one(text, "a.txt")
    assert document.title == title
    assert document.text.endswith(text[-20:])


# ------------------------------------------------------------------------------------------ feeds


def test_an_item_without_full_text_gives_its_summary() -> None:
    document = one(RSS.format(items=ITEM), "a.rss")
    assert document.text == "Bridge opens\n\nIt opened today."
    assert (document.url, document.publisher) == ("https://example.org/tidewater/bridge", "Tidewater Post")
    assert (document.published, document.published_by) == (When.of_day(2016, 3, 28), "feed")
    assert document.language == "en-gb"


def test_full_text_stands_above_the_summary_and_keeps_its_no_break_spaces() -> None:
    full = (
        "<content:encoded><![CDATA[<p>It\n  opened on 28&nbsp;March.</p><ul><li>Cars</li><li>Trams</li></ul>"
        "<script>track()</script>]]></content:encoded></item>"
    )
    document = one(RSS.format(items=ITEM.replace("</item>", full)), "a.xml")
    assert document.text == "Bridge opens\n\nIt opened on 28\u00a0March.\n\nCars\n\nTrams"


def test_an_atom_entry_has_the_day_its_publisher_wrote() -> None:
    document = one(ATOM, "a.atom")
    assert (document.published, document.author) == (When.of_day(2016, 3, 28), "Ada Moor")
    assert document.text == "Bridge opens\n\nIt opened today."


def test_an_item_without_date_has_none_unless_one_is_given() -> None:
    undated = RSS.format(items=ITEM.replace("Mon, 28 Mar 2016 07:15:00 GMT", ""))
    assert one(undated, "a.rss").published is None
    document = one(undated, "a.rss", published=When.of_day(2016, 4, 1))
    assert (document.published, document.published_by) == (When.of_day(2016, 4, 1), "given")


def test_an_item_without_text_gets_a_notice_and_the_others_are_read() -> None:
    notices: list[str] = []
    empty = "<item><title>Nothing</title><link>https://example.org/n</link></item>"
    assert one(RSS.format(items=empty + ITEM), "a.rss", notice=notices.append).title == "Bridge opens"
    assert notices == ["Number 1 of a.rss has no text and was passed over."]


def test_a_truncated_feed_gives_the_items_that_are_whole() -> None:
    whole = RSS.format(items=ITEM + ITEM.replace("opens", "closes"))
    assert [document.title for document in read(whole[:-60], "a.rss")] == ["Bridge opens"]


# ----------------------------------------------------------------------------- sheets and records


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(f'headline,text,date\nGone,"{NEWS}",2016-06-17\n', "a.csv", id="commas"),
        pytest.param(f"Headline\tBody\tDate\nGone\t{NEWS}\t2016-06-17\n", "a.tsv", id="tabs"),
        pytest.param(f"title;full_text;published\nGone;{NEWS};2016-06-17\n", "a.csv", id="semicolons"),
        pytest.param(f'\ufefftitle,text,date\nGone,"{NEWS}",2016-06-17\n', "a.csv", id="byte order mark"),
        pytest.param(f'title,text,date\n,,\nGone,"{NEWS}",2016-06-17\n', "a.csv", id="an empty row"),
        pytest.param(f'title,text,date,x\nGone,"{NEWS}",2016-06-17\n', "a.csv", id="a short row"),
    ],
)
def test_each_row_of_a_sheet_is_an_article(text: str, name: str) -> None:
    document = one(text, name)
    assert (document.title, document.text) == ("Gone", NEWS)
    assert (document.published, document.published_by) == (When.of_day(2016, 6, 17), "sheet")


def test_a_cell_may_be_longer_than_the_csv_module_likes() -> None:
    assert len(one(f"title,text\nLong,{'word ' * 40_000}\n", "a.csv").text) == 200_000


def test_a_sheet_without_text_says_what_it_looked_for_and_what_it_saw() -> None:
    with pytest.raises(BadSource, match=r"text, body.*its columns are: title, when"):
        read("title,when\nGone,2016\n", "a.csv")


def test_records_keep_their_name_and_text_and_ignore_everything_else() -> None:
    line = '{"doc_id": 7, "dct": "2016-06-17", "text": "Â A.\\u2028B", "title": "no", "events": [1]}'
    document = one(f"{line}\n\n", "a.jsonl")
    assert (document.doc_id, document.text, document.title) == ("7", "Â A.\u2028B", "")
    assert document.published == When.of_day(2016, 6, 17)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('{"text": "A"', id="no JSON"),
        pytest.param('{"doc_id": "1"}', id="no text"),
        pytest.param('{"text": 5}', id="text is no string"),
        pytest.param("[1]", id="no object"),
    ],
)
def test_a_line_that_is_no_record_is_named(line: str) -> None:
    with pytest.raises(BadSource, match=r"Line 2 of a\.jsonl"):
        read('{"doc_id": "1", "text": "A."}\n' + line, "a.jsonl")


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
