"""The five languages of the interface: chosen, remembered, complete, and with dates as they write them."""

import json
import re
from string import Formatter

import pytest
from babel.dates import get_month_names
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from flask import Flask
from flask.testing import FlaskClient

from kb.errors import BadDate
from kb.model import Attitude, Judgement, Named, QuoteKind, Status
from kb.when import When
from tests.web_fake import ENTRIES, SAYING, STRIKE, FakeKnowledgeBase, page, path
from web import create_app
from web.dates import DOUBTS, PARTS_OF_YEARS, THIRDS, THIRDS_OF_MANY_YEARS, date_words
from web.dates_typed import date_typed
from web.filters import ROLES, spaced
from web.translating import FOLDER, LANGUAGES, explorer_words

OTHERS = [code for code in LANGUAGES if code != "en"]
TEMPLATES = FOLDER.parent / "templates"
SAID = re.compile(r"""\b_\(\s*"((?:[^"\\]|\\.)*)"|\bsay\(\s*"((?:[^"\\]|\\.)*)\"""")
FILLED = re.compile(r"%\((\w+)\)s")


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_app(FakeKnowledgeBase())  # type: ignore[arg-type]


@pytest.fixture
def site(app: Flask) -> FlaskClient:
    return app.test_client()


def catalogue_of(code: str) -> dict[str, list[str]]:
    """By English words, what a language says for them; of counts all forms."""
    with (FOLDER / f"{code}.po").open("rb") as file:
        found = read_po(file, locale=code)
    return {_first(message.id): _all(message.string) for message in found if message.id}


def _first(words: object) -> str:
    return str(words[0] if isinstance(words, (list, tuple)) else words)


def _all(words: object) -> list[str]:
    return [str(form) for form in words] if isinstance(words, (list, tuple)) else [str(words)]


def said() -> set[str]:
    """All that templates and views say in the reader's language."""
    files = [*TEMPLATES.glob("*.html"), *FOLDER.parent.glob("*.py")]
    found = (one or other for file in files for one, other in SAID.findall(file.read_text("utf-8")))
    return {words.replace('\\"', '"') for words in found}


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_that_pages_say_is_left_in_english(code: str) -> None:
    known = catalogue_of(code)
    assert len(said()) > 100
    assert [words for words in sorted(said()) if not any(known.get(words, [""]))] == []


@pytest.mark.parametrize("code", sorted(LANGUAGES.keys() - {"en"}))
def test_nothing_is_wrong_with_a_catalogue(code: str, capfd: pytest.CaptureFixture[str]) -> None:
    with (FOLDER / f"{code}.po").open("rb") as file:
        assert len(read_po(file, locale=code)) > 0
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("code", OTHERS)
def test_words_that_are_values_are_not_left_in_english(code: str) -> None:
    roles = (role for role in ROLES)
    attitudes = (spaced(attitude) for attitude in Attitude)
    quotes = (f"{kind} words" for kind in QuoteKind)
    parts = (*PARTS_OF_YEARS.values(), *THIRDS.values(), *THIRDS_OF_MANY_YEARS.values(), *DOUBTS.values())
    said_so = (
        *Status,
        *Judgement,
        *roles,
        *attitudes,
        *quotes,
        *parts,
        "event",
        "statement",
        "Vocabulary",
        "Concepts",
    )
    known = catalogue_of(code)
    assert [words for words in said_so if not any(known.get(str(words), [""]))] == []


@pytest.mark.parametrize("code", OTHERS)
def test_translations_fill_in_what_the_english_does(code: str) -> None:
    for words, forms in catalogue_of(code).items():
        for form in forms:
            missing = set(FILLED.findall(words)) ^ set(FILLED.findall(form))
            assert missing <= ({"number"} if len(forms) == 6 else set()), (words, form)


@pytest.mark.parametrize("code", OTHERS)
def test_what_the_drawing_says_is_told_in_every_language_by_the_same_keys(code: str) -> None:
    words, german = json.loads(explorer_words(code)), json.loads(explorer_words("de"))
    plural = {key for key in words if key.endswith((".two", ".few", ".many"))}  # of what German lacks
    assert words.keys() - plural == german.keys()
    for key in german:
        text = words[key]
        filled = {name for _, name, _, _ in Formatter().parse(text) if name}
        assert filled <= {name for _, name, _, _ in Formatter().parse(german[key]) if name} | {"count"}


@pytest.mark.parametrize("code", OTHERS)
def test_every_kind_of_event_has_a_name_in_every_language(code: str) -> None:
    kinds = "".join(
        file.read_text("utf-8") for file in (FOLDER.parent.parent / "ontologies/events").glob("*.ttl")
    )
    labels = set(re.findall(r'skos:prefLabel "([^"]+)"@en', kinds))
    named = {
        m.id for m in read_po((FOLDER / f"kinds.{code}.po").open("rb"), locale=code) if m.id and m.string
    }
    assert len(labels) > 100
    assert labels == named


def test_a_kind_of_event_is_called_by_its_name_in_the_list_and_the_window() -> None:
    riot = STRIKE._replace(type=Named("https://w3id.org/event-knowledge/vocab/riot", "riot"))
    site = create_app(FakeKnowledgeBase([riot])).test_client()  # type: ignore[arg-type]
    assert ">Ausschreitung</a>" in page(site, "/timeline?lang=de")
    window = site.get("/api/timeline?lanes=none&lang=de").json
    assert [entry["type"] for entry in window["entries"]] == ["Ausschreitung"]


@pytest.mark.parametrize("code", OTHERS)
def test_the_drawing_writes_numbers_as_the_pages_do_and_knows_twelve_months(code: str) -> None:
    words = json.loads(explorer_words(code))
    assert f"1{words['number.group']}234" == format_decimal(1234, locale=code)
    wide = get_month_names("wide", "stand-alone", locale=code)
    assert words["months.long"].split("|") == [wide[month] for month in range(1, 13)]
    assert len(words["months.short"].split("|")) == 12


@pytest.mark.parametrize(
    ("asked", "accepted", "code", "direction"),
    [
        ("", "", "en", "ltr"),
        ("", "de-AT,de;q=0.9,en;q=0.5", "de", "ltr"),
        ("", "ja,ar;q=0.5", "ar", "rtl"),
        ("", "ja", "en", "ltr"),
        ("fr", "de", "fr", "ltr"),
        ("xx", "es", "es", "ltr"),
    ],
)
def test_the_language_is_what_is_asked_for_else_what_the_browser_takes(
    site: FlaskClient, asked: str, accepted: str, code: str, direction: str
) -> None:
    html = site.get(f"/documents?lang={asked}", headers={"Accept-Language": accepted}).text
    assert f'<html lang="{code}" dir="{direction}">' in html
    assert f'hreflang="{code}" lang="{code}" aria-current="true"' in html


def test_a_language_that_was_chosen_stays_chosen(site: FlaskClient) -> None:
    site.get("/?lang=es")
    assert "Documentos" in page(site, "/documents")
    assert 'href="/documents?page=1&amp;lang=de"' in page(site, "/documents?page=1&lang=es")


@pytest.mark.parametrize("code", OTHERS)
def test_every_page_can_be_told_in_every_language(site: FlaskClient, code: str) -> None:
    for address in ("/", "/timeline", "/map", "/compare", "/add", "/export", "/documents", path(SAYING.iri)):
        assert f'<html lang="{code}"' in page(site, f"{address}?lang={code}")


DATES = [
    ("2016-06-17", "17. Juni 2016", "17 juin 2016", "17 de junio de 2016"),
    ("2016-06", "Juni 2016", "juin 2016", "junio de 2016"),
    ("2016", "2016", "2016", "2016"),
    ("-0043-03-15", "15 März 44 v. Chr.", "15 mars 44 av. J.-C.", "15 marzo 44 a. C."),
    (
        "2016-06-17T09:30:00Z",
        "17. Juni 2016, 09:30 UTC",
        "17 juin 2016, 09:30 UTC",
        "17 de junio de 2016, 09:30 UTC",
    ),
    ("2016~", "etwa 2016", "vers 2016", "hacia 2016"),
    ("2014-09/..", "seit September 2014", "depuis septembre 2014", "desde septiembre de 2014"),
    ("../2016", "bis 2016", "jusqu’à 2016", "hasta 2016"),
    ("2015/2016?", "2015 bis vielleicht 2016", "2015 à peut-être 2016", "2015 a quizás 2016"),
    ("2016-21", "Frühling 2016", "printemps 2016", "primavera de 2016"),
    ("201X", "die 2010er Jahre", "les années 2010", "la década de 2010"),
    ("/", "Datum unbekannt", "date inconnue", "fecha desconocida"),
    ("[2015,2016]", "2015 oder 2016", "2015 ou 2016", "2015 o 2016"),
    ("2016-06-01/2016-06-05", "1.–5. Juni 2016", "1–5 juin 2016", "1–5 de junio de 2016"),
    ("2016-05/2016-06", "Mai–Juni 2016", "mai\u2009–\u2009juin 2016", "mayo–junio de 2016"),
    ("2016-33", "1. Quartal 2016", "1er trimestre 2016", "primer trimestre de 2016"),
    ("2016-06-01~/2016-06-10~", "Anfang Juni 2016", "début juin 2016", "principios de junio de 2016"),
    ("20XX", "21. Jahrhundert", "XXIᵉ siècle", "siglo XXI"),
    ("{2015,2016,2018}", "{2015,2016,2018}", "{2015,2016,2018}", "{2015,2016,2018}"),
]


@pytest.mark.parametrize(("edtf", "german", "french", "spanish"), DATES, ids=[row[0] for row in DATES])
def test_dates_are_written_as_the_language_writes_them(
    app: Flask, edtf: str, german: str, french: str, spanish: str
) -> None:
    when = When.parse(edtf)
    for code, words in (("de", german), ("fr", french), ("es", spanish), ("en", when.words())):
        with app.test_request_context(f"/?lang={code}"):
            assert date_words(when) == words


@pytest.mark.parametrize("edtf", ["2016-06-17", "2016-06", "2016", "1618-05-23", "-0489", "-0489-09-12"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_what_a_language_writes_can_be_typed_by_every_reader(app: Flask, code: str, edtf: str) -> None:
    with app.test_request_context(f"/?lang={code}"):
        words = date_words(When.parse(edtf))
    assert date_typed(words) == When.parse(edtf)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("17. JUNI 2016", "2016-06-17"),
        ("1er mai 2016", "2016-05-01"),
        ("1º de mayo de 2016", "2016-05-01"),
        ("aout 2016", "2016-08"),
        ("marz 2016", "2016-03"),
        ("30 janv. 1649", "1649-01-30"),
        ("17 حزيران ٢٠١٦", "2016-06-17"),
        ("٢٠١٦-٠٦-١٧", "2016-06-17"),
        ("١٧/٦/٢٠١٦", "2016-06-17"),
        ("490 a.C.", "-0489"),
        ("300", "0300"),
    ],
)
def test_a_date_is_read_without_accents_in_other_digits_and_under_other_names(text: str, edtf: str) -> None:
    assert str(date_typed(text)) == edtf


@pytest.mark.parametrize(
    "text", ["31 juin 2016", "0 v. Chr.", "17 Juni 16", "Juni", "hier", "17 Brumaire 8", "1940er"]
)
def test_what_leaves_something_to_be_guessed_is_no_date(text: str) -> None:
    with pytest.raises(BadDate):
        date_typed(text)


def test_fields_for_dates_show_what_may_be_typed_in_the_words_of_the_reader(site: FlaskClient) -> None:
    assert 'placeholder="يونيو 2016"' in site.get("/timeline?lang=ar").text
    asked = site.get("/timeline?lang=de&since=17.+Juni+2016")
    assert 'placeholder="Juni 2016"' in asked.text
    assert 'name="since" value="2016-06-17"' in asked.text


def test_the_window_tells_dates_in_the_language_of_its_reader(site: FlaskClient) -> None:
    answer = site.get("/api/timeline?lang=de")
    assert any("Juni" in entry["words"] for entry in answer.json["entries"])
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize("code", OTHERS)
def test_no_date_of_a_timeline_is_left_in_english(app: Flask, code: str) -> None:
    with app.test_request_context(f"/?lang={code}"):
        words = [date_words(When.parse(entry.edtf)) for entry in ENTRIES]
    assert not any("until now" in text or "or before" in text for text in words)
