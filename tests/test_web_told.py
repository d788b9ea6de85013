"""What the library words in English is told in the language of the reader: steps, reasons, errors, dates."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from flask import Flask
from markupsafe import Markup

from kb.base import KnowledgeBase
from kb.model import Filter
from kb.when import When
from tests import library_sentences
from tests.test_web_languages import DATES, FILLED, OTHERS
from tests.web_fake import FakeKnowledgeBase
from web import create_app
from web.dates_read import date_read
from web.examples import load_examples, load_page_examples
from web.told import in_words, sentences, told
from web.translating import FOLDER

SENTENCES = (library_sentences.rules, library_sentences.steps, library_sentences.errors)
TEMPLATES = FOLDER.parent / "templates"
MARKUP = re.compile(
    r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(code|kbd|pre|script|style)\b.*?</\1>|<[^>]*>", re.DOTALL
)
SPOKEN = re.compile(r'(?:aria-label|title|alt)="([^"{]*[^\W\d]{2}[^"{]*)"')
NAMES = frozenset({"EDTF", "PNG", "Atom", "· SPARQL", "SPARQL", "Turtle"})
"""What is called so in every language."""
WITH_PARTS = [
    "Both quote the words “Xyz”.",
    "Counted after the date behind it, 17 June 2016.",
    "“since” leaves the end open.",
    "“before” means all that lies before it.",
    "June 2016 has no such quarter, so it stays unresolved.",
    "No words date this; the story goes on: 17 June 2016.",
    "No words date this; the present tells that it holds, in “Xyz”, said on 17 June 2016.",
    "The text puts “Xyz” a day after “Xyz”.",
    "“began” tells that it began then: its end is open.",
    "The article tells it again, and dates it there: “Xyz”.",
    "Set right by hand on 2016-06-20: 17 June 2016.",
    "Date: 12 June 2016 (Gazette); June 2016 (Courier).",
    "Told as: denied (Gazette); so (Courier).",
    "Killed: 12 (Gazette); 15 (Courier).",
    "Seats: 411 (Gazette); 412 (Courier).",
    "Magnitude: 7.8 (Gazette); 7.7 (Courier).",
    "publication 2016-06-17",
    "The query cannot be read at line 1, column 9, near 'x'. A prefix is not declared.",
]


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_app(FakeKnowledgeBase())  # type: ignore[arg-type]


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("found", SENTENCES, ids=lambda found: found.__name__)
def test_every_sentence_of_the_library_is_told_in_every_language(
    app: Flask, code: str, found: Callable[[], list[str]]
) -> None:
    english = found()
    assert len(english) > 60
    with app.test_request_context(f"/?lang={code}"):
        assert [sentence for sentence in english if in_words(sentence) is None] == []


@pytest.mark.parametrize("code", OTHERS)
def test_sentences_with_parts_are_told_whole(app: Flask, code: str) -> None:
    with app.test_request_context(f"/?lang={code}"):
        assert [sentence for sentence in WITH_PARTS if in_words(sentence) is None] == []


@pytest.mark.parametrize("code", OTHERS)
def test_every_entry_of_the_sample_tells_its_date_in_the_language_of_the_reader(
    app: Flask, sample_kb: KnowledgeBase, code: str
) -> None:
    explained = [sample_kb.explain(entry.iri) for entry in sample_kb.timeline(Filter(limit=500))]
    steps = {step for one in explained for step in (*one.steps, *one.one_because, *one.entry.disagreements)}
    assert len(steps) > 100
    with app.test_request_context(f"/?lang={code}"):
        assert [step for step in sorted(steps) if in_words(step) is None] == []


@pytest.mark.parametrize("code", OTHERS)
def test_questions_are_asked_in_every_language(app: Flask, code: str) -> None:
    with app.test_request_context(f"/?lang={code}"):
        for example in (*load_examples(), *load_page_examples()):
            assert in_words(example.title) is not None, example.title


def test_what_is_filled_in_is_told_too(app: Flask) -> None:
    with app.test_request_context("/?lang=de"):
        assert in_words("So: 1 to 5 June 2016.") == "Also: 1.–5. Juni 2016."
        assert in_words("Both in Geneva.") == "Beide in Geneva."
        assert in_words("Both in June 2016.") == "Beide zur selben Zeit: Juni 2016."
        assert in_words("Date: 12 June 2016 (Gazette); June 2016 (Courier).") == (
            "Datum: 12. Juni 2016 (Gazette); Juni 2016 (Courier)."
        )
        assert "das Intervall" not in str(
            in_words("Published: '2016-13' is no EDTF date: its form is unknown.")
        )
    with app.test_request_context("/?lang=ar"):
        assert in_words("Both in Geneva.") == "كلاهما في \u2068Geneva\u2069."


def test_what_is_not_known_stays_english_and_says_so(app: Flask) -> None:
    with app.test_request_context("/?lang=de"):
        assert told("Never heard <of>.") == Markup('<span lang="en" dir="ltr">Never heard &lt;of&gt;.</span>')
    with app.test_request_context("/?lang=en"):
        assert told("A <b> & c.") == Markup("A &lt;b&gt; &amp; c.")


@pytest.mark.parametrize("code", OTHERS)
def test_sentences_are_filled_in_as_the_english_ones_are(code: str) -> None:
    with (FOLDER / f"told.{code}.po").open("rb") as file:
        pairs = [
            (str(message.id), str(message.string)) for message in read_po(file, locale=code) if message.id
        ]
    assert len(pairs) == len(sentences("de"))
    for english, other in pairs:
        assert sorted(set(FILLED.findall(english))) == sorted(set(FILLED.findall(other))), english


@pytest.mark.parametrize(
    "edtf",
    [
        *(row[0] for row in DATES if "{" not in row[0]),
        *(
            "2016-33",
            "2016-40",
            "20XX",
            "2016-06-01~/2016-06-10~",
            "[2016-03-04,2016-04-03]",
            "2016-06-01/2016-06-05",
        ),
        *(
            "-0043/-0039",
            "Y12000",
            "1914/1918",
            "2016-05/2016-06",
            "2014-12/2016-06-03",
            "2016-06-17T09:30:15Z",
        ),
        *("2010-01~/2013-12~", "Y-12000", "0000", "/2015", "2015/", "201X~"),
    ],
)
def test_dates_in_english_words_are_read_back(edtf: str) -> None:
    when = When.parse(edtf)
    read = date_read(when.words())
    assert read is not None
    assert read.words() == when.words()
    assert read.window == when.window


@pytest.mark.parametrize("words", ["yesterday", "31 June 2016", "to", "Geneva", "12 or 15", "about", ""])
def test_other_words_are_no_dates(words: str) -> None:
    read = date_read(words)
    assert read is None or read.words() == words


def test_no_page_has_words_of_its_own_that_are_not_translated() -> None:
    assert {
        name: left for path in TEMPLATES.glob("*.html") if (left := _bare(path)) for name in [path.name]
    } == {}


def _bare(path: Path) -> list[str]:
    """What a template says in words that do not come from a catalogue."""
    text = path.read_text("utf-8")
    lines = (line.strip() for line in MARKUP.sub("\n", text).splitlines())
    bare = [line for line in lines if re.search(r"[^\W\d]{2}", line) and line not in NAMES]
    spoken = SPOKEN.findall(re.sub(r"\{\{.*?\}\}", "{}", text))
    return [*bare, *(words for words in spoken if words not in NAMES)]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/timeline?since=never", "ist kein Datum"),
        ("/timeline?kind=war", "ist unbekannt"),
        ("/nowhere", "Diese Adresse gibt es hier nicht"),
        ("/story/none", "ist nicht unter den Geschichten"),
        ("/timeline?since=2016&until=2014", "„von“ ist das spätere"),
        ("/sparql?query=SELEKT", "Die Abfrage lässt sich"),
    ],
)
def test_errors_are_told_in_the_language_of_who_reads_the_page(app: Flask, address: str, words: str) -> None:
    mark = "&" if "?" in address else "?"
    html = app.test_client().get(f"{address}{mark}lang=de", headers={"Accept": "text/html"}).text
    assert words in html
    data = app.test_client().get(address, headers={"Accept": "application/json", "Accept-Language": "de"})
    assert words not in data.text
