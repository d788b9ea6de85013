"""The words of each language, one TOML file a language.

To add a language, put `<code>.toml` here with the tables of `en.toml`, and beside it the names of countries
(`<code>.territories.csv`) and of towns, regions and waters (`<code>.places.csv`); nothing else needs to know.
"""

import tomllib
from functools import cache
from pathlib import Path

from kb.errors import BadRequest
from kb.model import Language

FOLDER = Path(__file__).parent


@cache
def load_language(code: str) -> Language:
    """The language with this BCP 47 code ("en", "en-GB"); BadRequest lists the known ones."""
    primary = code.partition("-")[0].lower()
    if primary not in known_languages():
        raise BadRequest(f"No words for the language {code!r}. Known: {', '.join(known_languages())}.")
    tables = tomllib.loads((FOLDER / f"{primary}.toml").read_text(encoding="utf-8"))
    rooms = (tables.get(table, {}) for table in ("time", "speech", "grammar", "layout"))
    return Language(primary, tables.get("name", primary), *rooms)


@cache
def known_languages() -> tuple[str, ...]:
    """The codes of the languages that have a file here."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
