"""A text without a source that dates it may tell itself when it appeared; nothing in its story does."""

import pytest

from kb.asked import documents_of
from kb.model import Document
from kb.pipeline import find
from kb.when import When

LEAD = "The prime minister told reporters on Tuesday that the talks had failed and that he would resign soon."
MORE = (
    "His party met on the same evening to begin the search for somebody who would follow him in his office."
)


def pasted(text: str, published: When | None = None) -> Document:
    (document,) = documents_of(text.encode(), "pasted.txt", published=published)
    return document


def day_of(text: str) -> tuple[str, str]:
    document = pasted(text)
    return (document.published.edtf if document.published else "", document.published_by)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("BERLIN, 3 March 2021 (Own) - The minister said so.", "2021-03-03"),
        ("LONDON, June 24, 2016 — Britain voted to leave.", "2016-06-24"),
        ("Kyiv, 24 February 2022 — Russia attacked.", "2022-02-24"),
        ("Geneva, Switzerland, 5 May 2020 – The agency warned.", "2020-05-05"),
        ("A vote\n\nSEOUL, South Korea, Feb. 7, 2016 (AP) — A rocket rose.", "2016-02-07"),
        ("NEW YORK, May 5, 2020 /PRNewswire/ -- The bank said so.", "2020-05-05"),
    ],
)
def test_a_dateline_with_a_whole_date_tells_when_it_was_published(text: str, day: str) -> None:
    assert day_of(text) == (day, "dateline")


def test_what_is_told_counts_from_the_dateline() -> None:
    found = find(pasted(f"BERLIN, 3 March 2021 (Own) - {LEAD}"))
    assert [time.when.edtf for time in found.times if time.when][:2] == ["2021-03-03", "2021-03-02"]


LINES = [
    ("Published 24 June 2016", "2016-06-24"),
    ("First published on Friday 24 June 2016 10.15 BST", "2016-06-24"),
    ("24 June 2016 10:15 BST", "2016-06-24"),
    ("Fri 24 Jun 2016 10.15 BST", "2016-06-24"),
    ("Friday, 24 June 2016 at 10:15 BST", "2016-06-24"),
    ("By Ana Reed, 24 June 2016", "2016-06-24"),
    ("By Ana Reed June 24, 2016", "2016-06-24"),
    ("By Ana Reed, Tidewater Post | June 24, 2016 | 3 min read", "2016-06-24"),
    ("Posted on June 24, 2016 by Ana Reed", "2016-06-24"),
    ("Updated 5 May 2020", "2020-05-05"),
    ("Published June 24, 2016 Updated June 25, 2016, 3:00 p.m.", "2016-06-24"),
    ("UPDATED: 12:30, 25 June 2016 | PUBLISHED: 10:15, 24 June 2016", "2016-06-24"),
]


@pytest.mark.parametrize(("line", "day"), LINES)
@pytest.mark.parametrize(
    "form", ["{line}\n\n{lead}\n\n{more}", "Talks fail\n{line}\n{lead}", "Talks fail\n{lead}\n{more}\n{line}"]
)
def test_a_line_that_is_but_the_date_tells_when_it_was_published(form: str, line: str, day: str) -> None:
    assert day_of(form.format(line=line, lead=LEAD, more=MORE)) == (day, "text")


@pytest.mark.parametrize(
    "line",
    [
        "Kyiv, Feb 24 — Russia attacked the country.",
        "Published 5 hours ago",
        "June 2016",
        "2016",
        "Battle of Hastings, 14 October 1066",
        "He left the city on 24 June 2016.",
        "The night of 24 June 2016",
    ],
)
def test_less_than_a_day_of_publication_tells_nothing(line: str) -> None:
    assert day_of(f"{line}\n\n{LEAD}\n\n{MORE}") == ("", "")


@pytest.mark.parametrize(
    "line", ["Published: 24 June 2016", "24 June 2016", "PARIS, 24 June 2016 (AP) — It ended."]
)
def test_a_date_inside_the_story_is_never_that_of_publication(line: str) -> None:
    assert day_of("\n".join([LEAD, MORE, MORE, line, *[MORE] * 5])) == ("", "")


def test_a_chronicle_is_not_published_on_a_day_that_it_tells_of() -> None:
    assert day_of(f"24 June 2016\n{LEAD}\n25 June 2016\n{MORE}") == ("", "")


def test_the_day_of_publication_stands_before_the_dateline_and_that_before_an_update() -> None:
    story = f"PARIS, 23 June 2016 (AP) — {LEAD}"
    assert day_of(f"Published: 24 June 2016\n{story}") == ("2016-06-24", "text")
    assert day_of(f"Updated: 25 June 2016\n{story}") == ("2016-06-23", "dateline")


def test_what_a_reader_or_the_source_tells_stands_before_what_the_text_says() -> None:
    text = f"PARIS, 23 June 2016 (AP) — {LEAD}"
    told = pasted(text, When.parse("2016-06-30"))
    assert (told.published, told.published_by) == (When.parse("2016-06-30"), "given")
    assert pasted(f"Date: 2016-06-29\n\n{text}").published_by == "header"


def test_a_line_with_the_date_is_no_title() -> None:
    assert pasted(f"By Ana Reed, 24 June 2016\nTalks fail\n{LEAD}").title == "Talks fail"


def test_dates_alone_are_read_in_languages_without_words_here() -> None:
    (document,) = documents_of(b"Language: fr\n\n24 juin 2016\n\nLe ministre est parti.", "pasted.txt")
    assert (document.published, document.published_by) == (When.parse("2016-06-24"), "text")
