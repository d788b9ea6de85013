"""Each form of a source becomes documents: plain text, feeds, sheets, records."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import BadSource
from kb.reading import SUFFIXES
from kb.when import When
from tests.read_sources import ITEM, NEWS, RSS, one, read

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tidewater Post</title><id>x</id>
<entry><id>tag:example.org,2016:7</id><title>Bridge opens</title>
<published>2016-03-28T23:30:00-05:00</published>
<author><name>Ada Moor</name></author><content type="text">It opened today.</content></entry></feed>"""


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
