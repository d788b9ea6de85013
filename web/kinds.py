"""What the kinds of event are called in the language of the reader.

The vocabulary names each in English (`skos:prefLabel` in `ontologies/events`); `translations/kinds.<code>.po`
has those names in the other languages of the interface. A kind that is not there keeps its English name.
"""

from functools import cache

from babel.messages.pofile import read_po

from web.translating import FOLDER, language


def kind_words(label: str) -> str:
    """The name of a kind of event in the language of the request, by its English one."""
    return _names(language()).get(label, label)


@cache
def _names(code: str) -> dict[str, str]:
    path = FOLDER / f"kinds.{code}.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file, locale=code) if m.id and m.string}
