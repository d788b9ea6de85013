"""What the library says in English (how a date was resolved, errors, reasons), in the language of the reader.

The library words its sentences itself. `translations/told.<code>.po` has each with the names of what is
filled in; here a sentence is known by its fixed words, and what stands between them is taken over. A name
says what it is: `date` a date in English words, `said` another sentence, `versions` a list of who says what
("17 June 2016 (Gazette); 18 June 2016 (Courier)"), `kind` a kind of event; all others stay as they are.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import starmap

from babel.messages.pofile import read_po
from markupsafe import Markup, escape

from web.dates import date_words
from web.dates_read import date_read
from web.kinds import kind_words
from web.translating import FOLDER, LEFTWARD, language, say

NAME = re.compile(r"%\((\w+)\)s")
VERSION = re.compile(r"(.+?) \(([^;]*)\)")
ISOLATED = "\u2068{}\u2069"
"""Around what is filled in where the words around it run the other way."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the library: what it looks like, its fixed letters counted, and what it is elsewhere."""

    form: re.Pattern[str]
    fixed: int
    translated: str


def told(sentence: str) -> Markup:
    """A sentence of the library as HTML; one that is not known stays English, and is marked so."""
    found = in_words(sentence)
    if found is not None or language() == "en":
        return escape(found or sentence)
    return Markup('<span lang="en" dir="ltr">{}</span>').format(sentence)


def in_words(sentence: str) -> str | None:
    """A sentence of the library in the reader's language; None where it is English, or not known."""
    alike = ((known, known.form.fullmatch(sentence)) for known in sentences(language()))
    found = sorted(((known, match.groupdict()) for known, match in alike if match), key=_unread)
    if not found:
        return None
    known, parts = found[0]
    return known.translated % {name: _filled(name, text) for name, text in parts.items()}


def _unread(found: tuple[Sentence, dict[str, str]]) -> bool:
    """Whether what should be a date is none: "Both in Geneva" has the look of "Both in June 2016"."""
    return any(name.startswith("date") and date_read(text) is None for name, text in found[1].items())


@cache
def sentences(code: str) -> tuple[Sentence, ...]:
    """All that a language can tell, the sentences with the most fixed words first."""
    path = FOLDER / f"told.{code}.po"
    if not path.is_file():
        return ()
    with path.open("rb") as file:
        pairs = [(str(m.id), str(m.string)) for m in read_po(file, locale=code) if m.id and m.string]
    return tuple(sorted(starmap(_sentence, pairs), key=lambda known: -known.fixed))


def _sentence(english: str, translated: str) -> Sentence:
    fixed = NAME.split(english)
    parts = [f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(fixed)]
    return Sentence(re.compile("".join(parts), re.DOTALL), sum(map(len, fixed[::2])), translated)


def _filled(name: str, text: str) -> str:
    filled = next((fill(text) for begin, fill in FILLED.items() if name.startswith(begin)), text)
    return ISOLATED.format(filled) if language() in LEFTWARD else filled


def _date(words: str) -> str:
    when = date_read(words)
    return date_words(when) if when else words


def _versions(text: str) -> str:
    """What each source says, in the order told."""
    return VERSION.sub(lambda found: f"{_worded(found[1])} ({found[2]})", text)


def _worded(text: str) -> str:
    start = "; " if text.startswith("; ") else ""
    words = text.removeprefix(start)
    return start + (_date(words) if date_read(words) else say(words))


FILLED: dict[str, Callable[[str], str]] = {
    "date": _date,
    "said": lambda sentence: in_words(sentence) or sentence,
    "versions": _versions,
    "kind": kind_words,
}
