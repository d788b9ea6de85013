"""A timeline's filter as SPARQL: one line for each thing one can filter by.

To add a filter, add a field to `kb.model.Filter` and a line to `restriction`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from kb.errors import BadRequest
from kb.model import Entry, Filter
from kb.storing.questions import only
from kb.storing.terms import instant
from kb.when import When
from kb.when.days import to_iso

KINDS = {"event": "?iri a ek:Event .", "statement": "?iri a ek:Statement ."}
PART_IN = "ek:speaker|ek:speakingFor|ek:audience|ek:initiator|ek:target|ek:participant|ek:place"


def restriction(wanted: Filter, same: Iterable[str] = ()) -> str:
    """What stands in the place of `#where`; BadRequest for a kind there is not.

    `same` are the other IRIs of whom an IRI in `about` names.
    """
    return "\n  ".join(_clauses(wanted, same))


def by_words(about: str) -> bool:
    """Whether `about` is words, to be looked for in labels and names, and no IRI."""
    return bool(about) and not _is_iri(about)


def speaks_of(entry: Entry, about: str, names_of: Mapping[str, Sequence[str]]) -> bool:
    """Whether all words of `about` occur in the entry's label or names, those by other names included.

    Of an event it is enough that the clause that tells of it has the words, or another name of whoever bears
    them as a name, one word after the other.
    """
    there = [named for named in (*entry.actors, entry.place) if named]
    names = [name for named in there for name in (named.label, *names_of.get(named.iri, ()))]
    told = " ".join((entry.label, *names)).casefold()
    if all(word in told for word in about.casefold().split()):
        return True
    return entry.kind == "event" and _names_one(tuple(_other_names(about, names_of)), entry.quote)


def _other_names(about: str, names_of: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The words themselves, and all names of whoever bears them as one."""
    yield about.casefold()
    for names in names_of.values():
        known = [name.casefold() for name in names]
        yield from known if about.casefold() in known else ()


def _names_one(phrases: tuple[str, ...], text: str) -> bool:
    return _pattern(phrases).search(text.casefold()) is not None


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these phrases as whole words."""
    choice = "|".join(r"\W+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)")


def _clauses(wanted: Filter, same: Iterable[str]) -> Iterator[str]:
    if wanted.kind:
        yield _kind(wanted.kind)
    if wanted.document:
        yield only([wanted.document], "document")
    if _is_iri(wanted.about):
        yield f"{only([wanted.about, *same], 'about')} ?iri {PART_IN} ?about ."
    yield from _window(wanted.since, wanted.until)


def _kind(kind: str) -> str:
    if kind not in KINDS:
        raise BadRequest(f"There is no kind {kind!r} of entry. Choose: {', '.join(KINDS)}.")
    return KINDS[kind]


def _window(since: When | None, until: When | None) -> Iterator[str]:
    """An entry stays when it may overlap the window: an open or unknown end may reach anywhere."""
    if since and (begin := to_iso(since.window[0])):
        yield f"FILTER(!BOUND(?latest) || ?latest >= {instant(begin)})"
    if until and (end := to_iso(until.window[1])):
        yield f"FILTER(!BOUND(?earliest) || ?earliest <= {instant(end)})"


def _is_iri(about: str) -> bool:
    return "://" in about
