"""The language of the interface: which there are, which a reader gets, and its words.

`?lang=de` chooses and is remembered in a cookie; else the browser's Accept-Language does. Words stand in
`translations/<code>.po`, by their English; what one lacks stays English. They are read when first needed,
so that nothing has to be compiled. To add a language, add its file and its line to `LANGUAGES`.
"""

from functools import cache
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, urlencode

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations
from flask import Flask, Response, g, has_request_context, request
from flask_babel import Babel, get_locale

FOLDER = Path(__file__).parent / "translations"
LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "ar": "العربية"}
LEFTWARD = frozenset({"ar"})
PARAMETER = COOKIE = "lang"
A_YEAR = 365 * 24 * 3600


class Catalogues:
    """What Flask-Babel asks for the words of a request."""

    def get_translations(self) -> NullTranslations:
        """The catalogue of the language of the request; without words for English."""
        return catalogue(str(get_locale()))


def translate(app: Flask) -> None:
    """Have the pages of `app` told in the language of their reader."""
    Babel(app, locale_selector=_chosen).domain_instance = Catalogues()
    app.context_processor(_of_page)
    app.after_request(_remembered)


@cache
def catalogue(code: str) -> NullTranslations:
    """The words of a language, by their English."""
    path = FOLDER / f"{code}.po"
    if not path.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return Translations(compiled, domain="messages")


@cache
def explorer_words(code: str) -> str:
    """What the drawing says in a language, as JSON; "" where it says it in English."""
    path = FOLDER / f"explorer.{code}.json"
    return path.read_text("utf-8").replace("<", "\\u003c").strip() if path.is_file() else ""


def language() -> str:
    """The code of the language of the request; English outside of one."""
    if not has_request_context():
        return "en"
    code: str | None = g.get("language")
    if code is None:
        code = g.language = str(get_locale() or "en")
    return code


def say(text: str, **values: object) -> str:
    """A text in the language of the request, its `%(name)s` filled in."""
    return catalogue(language()).gettext(text) % values


def say_count(one: str, many: str, number: int) -> str:
    """So many of something in the language of the request; `%(number)s` is filled in as it writes it."""
    words = catalogue(language()).ngettext(one, many, number)
    return words % {"number": format_decimal(number, locale=language())}


def _chosen() -> str:
    asked = (request.args.get(PARAMETER), request.cookies.get(COOKIE))
    known = next((code for code in asked if code in LANGUAGES), None)
    return known or request.accept_languages.best_match(list(LANGUAGES), default="en") or "en"


def _of_page() -> dict[str, object]:
    code = language()
    return {
        "language": code,
        "direction": "rtl" if code in LEFTWARD else "ltr",
        "languages": LANGUAGES,
        "address_in": _address_in,
        "explorer_words": explorer_words(code),
    }


def _address_in(code: str) -> str:
    """Where the page of the request is told in a language; the answer to a form at its first page."""
    others = [(name, value) for name, value in request.args.items(multi=True) if name != PARAMETER]
    path = request.path if request.method == "GET" else "/"
    return f"{quote(path)}?{urlencode([*others, (PARAMETER, code)])}"


def _remembered(response: Response) -> Response:
    if response.mimetype == "text/html" or request.blueprint == "api":
        response.vary.update(("Accept-Language", "Cookie"))
    if request.args.get(PARAMETER) in LANGUAGES:
        response.set_cookie(COOKIE, request.args[PARAMETER], max_age=A_YEAR, samesite="Lax", httponly=True)
    return response
