"""What headers and columns call the parts of an article: the words of `[layout.fields]`.

Languages are not asked first: a sheet of English articles may have French column names.
"""

from functools import cache

from kb.languages import known_languages, load_language


@cache
def load_fields() -> dict[str, str]:
    """Each word that names a part of an article, folded, with that part: {"headline": "title", ...}."""
    tables = (load_language(code).layout.get("fields", {}) for code in known_languages())
    return {word: field for table in tables for field, words in table.items() for word in words}


def field_named(label: str) -> str | None:
    """The part of an article that a label of a header or column means, if any."""
    return load_fields().get(" ".join(label.replace("_", " ").split()).casefold())
