"""Marks in a text: nested, crossing, escaped, cut to a paragraph."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from kb.model import Span
from web.marking import Mark, mark, mark_paragraphs


def marked(text: str, *spans: tuple[int, int, str]) -> str:
    return str(mark(text, [Mark(Span(start, end), name) for start, end, name in spans]))


CASES = {
    "nothing to mark": ("abc", (), "abc"),
    "one": ("abcde", ((1, 3, "x"),), 'a<mark class="x">bc</mark>de'),
    "all of it": ("abc", ((0, 3, "x"),), '<mark class="x">abc</mark>'),
    "side by side": (
        "abcd",
        ((0, 2, "x"), (2, 4, "y")),
        '<mark class="x">ab</mark><mark class="y">cd</mark>',
    ),
    "nested": (
        "abcde",
        ((0, 5, "x"), (1, 3, "y")),
        '<mark class="x">a<mark class="y">bc</mark>de</mark>',
    ),
    "nested, the inner given first": (
        "abcde",
        ((1, 3, "y"), (0, 5, "x")),
        '<mark class="x">a<mark class="y">bc</mark>de</mark>',
    ),
    "crossing": (
        "abcdef",
        ((0, 4, "x"), (2, 6, "y")),
        '<mark class="x">ab<mark class="y">cd</mark></mark><mark class="y">ef</mark>',
    ),
    "the same span twice": (
        "ab",
        ((0, 2, "x"), (0, 2, "y")),
        '<mark class="x"><mark class="y">ab</mark></mark>',
    ),
    "an empty span": ("ab", ((1, 1, "x"),), "ab"),
    "outside the text": ("ab", ((5, 9, "x"),), "ab"),
    "reaching out of the text": ("ab", ((1, 9, "x"),), 'a<mark class="x">b</mark>'),
    "markup in the text": (
        '<b>&"',
        ((0, 3, "x"),),
        '<mark class="x">&lt;b&gt;</mark>&amp;&#34;',
    ),
}


@pytest.mark.parametrize(("text", "spans", "expected"), CASES.values(), ids=CASES)
def test_marks_stand_around_their_characters(
    text: str, spans: tuple[tuple[int, int, str], ...], expected: str
) -> None:
    assert marked(text, *spans) == expected


def test_a_title_cannot_break_out_of_its_attribute() -> None:
    assert 'title="&#34;&gt;&lt;i&gt;"' in mark("ab", [Mark(Span(0, 1), "x", '"><i>')])


def test_what_follows_a_mark_stands_once_after_its_last_character() -> None:
    first = Mark(Span(0, 4), "x", after=Markup("<sup>1</sup>"))
    crossing = Mark(Span(2, 6), "y", after=Markup("<sup>2</sup>"))
    assert re.sub("</?mark[^>]*>", "", mark("abcdef", [first, crossing])) == "abcd<sup>1</sup>ef<sup>2</sup>"


def test_spans_count_from_the_start_of_the_whole_text() -> None:
    assert mark("cde", [Mark(Span(3, 4), "x")], start=2) == 'c<mark class="x">d</mark>e'


def test_paragraphs_keep_their_own_parts_of_the_marks() -> None:
    paragraphs = mark_paragraphs("one\n\ntwo", [Mark(Span(0, 3), "x"), Mark(Span(5, 8), "y")])
    assert paragraphs == ['<mark class="x">one</mark>', '<mark class="y">two</mark>']


spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: Span(*sorted(pair)))


@given(st.text(alphabet="ab<&é ", max_size=10), st.lists(spans, max_size=6))
def test_without_its_marks_a_marked_text_is_the_escaped_text(text: str, found: list[Span]) -> None:
    html = str(mark(text, [Mark(span, "x") for span in found]))
    assert re.sub('<mark class="x">|</mark>', "", html) == str(escape(text))


@given(st.text(alphabet="ab", min_size=1, max_size=10), st.lists(spans, max_size=6))
def test_every_mark_that_opens_closes(text: str, found: list[Span]) -> None:
    html = str(mark(text, [Mark(span, "x") for span in found]))
    depths = [1 if tag == '<mark class="x">' else -1 for tag in re.findall("<[^>]*>", html)]
    assert sum(depths) == 0
    assert all(sum(depths[:place]) >= 0 for place in range(len(depths)))
