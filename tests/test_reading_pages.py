"""Web pages: the article without its surroundings, and what the page states of itself."""

import pytest

from kb.errors import BadSource
from kb.model import Document
from kb.reading import pages, read_bytes
from kb.when import When

NEWS = (
    "<p>The harbour master of Eastmouth resigned on Monday after the third ferry accident in a year, the "
    "port authority announced.</p><p>“I have lost the trust of the crews,” she wrote in a letter to the "
    "council, which will choose her successor next week.</p>"
    "<p>Ferries are running again, but the inquiry goes on.</p>"
)
DAY = When.of_day(2016, 6, 17)


def page(
    head: str = "", body: str = f"<article><h1>Master resigns</h1>{NEWS}</article>", top: str = ""
) -> str:
    head = f"<head><title>Master resigns</title>{head}</head>"
    return f"<!DOCTYPE html><html{top}>{head}<body>{body}</body></html>"


def read(html: str | bytes) -> Document:
    (document,) = read_bytes(html if isinstance(html, bytes) else html.encode(), "a.html")
    return document


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_the_text_is_the_title_once_and_the_paragraphs() -> None:
    surroundings = (
        "<nav><a href='/'>Home</a> <a href='/x'>Weather</a></nav>"
        "<div class='cookie-banner'>We use cookies.</div>"
        f"<article><h1>Master resigns</h1>{NEWS}</article>"
        "<section class='comments'><p>Good riddance, he said.</p></section><footer>Copyright 2026</footer>"
    )
    paragraphs = read(page(body=surroundings)).text.split("\n\n")
    assert paragraphs[0] == "Master resigns"
    assert [paragraph[:12] for paragraph in paragraphs[1:]] == [
        "The harbour ",
        "“I have lost",
        "Ferries are ",
    ]


def test_a_table_that_only_places_the_story_does_not_glue_its_paragraphs() -> None:
    table = f"<table><tr><td><a href='/'>Menu</a></td><td>{NEWS}</td></tr></table>"
    assert read(page(body=table)).text.count("\n\n") >= 3


def test_a_truncated_page_gives_what_is_there() -> None:
    html = page()
    assert "third ferry accident" in read(html[: html.index("next week")]).text


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            '<meta property="article:published_time" content="2016-06-17T23:30:00-07:00">', id="Open Graph"
        ),
        pytest.param('<meta name="DC.date" content="2016-06-17">', id="Dublin Core"),
        pytest.param('<meta itemprop="datePublished" content="2016-06-17T08:00">', id="microdata"),
        pytest.param('<meta name="pubdate" content="Fri, 17 Jun 2016 08:00:00 GMT">', id="RFC 822"),
        pytest.param(linked('{"@type": "NewsArticle", "datePublished": "2016-06-17"}'), id="JSON-LD"),
        pytest.param(linked('[{"@graph": [{"x": 1}, {"datePublished": "2016-06-17"}]}]'), id="JSON-LD graph"),
        pytest.param(
            linked("{broken") + linked('{"datePublished": "2016-06-17"}'), id="after broken JSON-LD"
        ),
        pytest.param(
            '<meta name="date" content="2011-01-01">' + linked('{"datePublished": "2016-06-17"}'),
            id="JSON-LD first",
        ),
    ],
)
def test_the_day_of_publication_is_the_one_the_page_states(head: str) -> None:
    document = read(page(head))
    assert (document.published, document.published_by) == (DAY, "page metadata")


def test_the_time_element_of_the_article_dates_it() -> None:
    body = f"<article><h1>Master resigns</h1><time datetime='2016-06-17T09:00Z'>today</time>{NEWS}</article>"
    assert read(page(body=body)).published == DAY


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param("<footer>Copyright 2003-2026</footer>", id="a copyright line"),
        pytest.param("<footer><time datetime='2026-01-01'>now</time></footer>", id="a clock in the footer"),
        pytest.param("<p>Posted 17 June 2016</p>", id="words in the text"),
        pytest.param("<a href='/2016/06/17/other'>Another story</a>", id="an address"),
    ],
)
def test_no_day_is_guessed(rest: str) -> None:
    assert read(page(body=f"<article><h1>Master resigns</h1>{NEWS}</article>{rest}")).published is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(
            '<link rel="canonical" href="https://example.org/a#x">', "https://example.org/a", id="canonical"
        ),
        pytest.param(
            '<meta property="og:url" content="https://example.org/b">', "https://example.org/b", id="og:url"
        ),
        pytest.param(
            linked('{"headline": "A", "url": "https://example.org/c"}'), "https://example.org/c", id="JSON-LD"
        ),
        pytest.param(
            '<link rel="canonical" href="https://example.org/">', None, id="the front page is no article"
        ),
        pytest.param('<link rel="canonical" href="/d">', None, id="relative to nothing"),
        pytest.param('<link rel="canonical" href="https://[x">', None, id="no address at all"),
    ],
)
def test_the_address_is_the_one_the_page_states(head: str, expected: str | None) -> None:
    assert read(page(head)).url == expected


def test_publisher_author_and_language_are_those_the_page_states() -> None:
    head = linked(
        '{"datePublished": "2016", "author": [{"name": "Ada Moor"}], "publisher": {"name": "The Post"}}'
    )
    document = read(page(head, top=' lang="en-GB"'))
    assert (document.publisher, document.author, document.language) == ("The Post", "Ada Moor", "en-GB")
    meta = '<meta name="author" content="Bo Lund"><meta property="og:site_name" content="Tidewater">'
    assert (read(page(meta)).publisher, read(page(meta)).author) == ("Tidewater", "Bo Lund")
    assert (read(page()).publisher, read(page()).author, read(page()).language) == (None, None, "en")


def test_the_name_of_the_site_is_taken_off_the_title() -> None:
    html = page('<meta property="og:site_name" content="The Post">', body=NEWS)
    assert (
        read(html.replace("<title>Master resigns", "<title>Master resigns | The Post")).title
        == "Master resigns"
    )


def test_the_encoding_named_in_the_page_is_believed_where_it_fits() -> None:
    russian = "<p>" + "Министр подал в отставку в понедельник, сообщает агентство. " * 8 + "</p>"
    html = page('<meta charset="windows-1251">', body=f"<article>{russian}</article>")
    assert "Министр подал" in read(html.encode("cp1251")).text


def test_a_page_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MAX_PAGE_BYTES", 100)
    with pytest.raises(BadSource, match=r"a\.html has .* MB; pages with more than"):
        read(page())


def test_a_page_of_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MAX_ELEMENTS", 5)
    with pytest.raises(BadSource, match="elements; pages with more than 5"):
        read(page())
