"""A timeline's filter as SPARQL: one line for each thing one can filter by.

To add a filter, add a field to `kb.model.Filter` and a line to `restriction`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kb.errors import BadRequest
from kb.model import Entry, Filter
from kb.storing.questions import only
from kb.storing.terms import instant
from kb.when import When
from kb.when.days import to_iso

KINDS = {"event": "?iri a ek:Event .", "statement": "?iri a ek:Statement ."}
UNREAL = "VALUES ?unreal { ekv:planned ekv:hypothetical ekv:denied } ?iri ek:status ?unreal"
PART_IN = "ek:speaker|ek:speakingFor|ek:audience|ek:initiator|ek:target|ek:participant|ek:place"


def restriction(wanted: Filter, same: Iterable[str] = ()) -> str:
    """What stands in the place of `#where`; BadRequest for a kind there is not.

    `same` are the other IRIs of whom an IRI in `about` names.
    """
    return "\n  ".join(_clauses(wanted, same))


def by_words(about: str) -> bool:
    """Whether `about` is words, to be looked for in labels and names, and no IRI."""
    return bool(about) and not _is_iri(about)


def speaking_of(wanted: Filter, names_of: Mapping[str, Sequence[str]]) -> Callable[[Entry], bool]:
    """Whether all words of `wanted.about` occur in an entry's label or names, those by other names included.

    Of an event it is enough that the clause that tells of it has the words, or another name of whoever bears
    them as a name, one word after the other. Where only entries are `wanted` in which somebody is involved,
    labels do not count, and the clause only of an event that nobody is told to take part in. `names_of` are
    all names of whoever has several, by IRI.
    """
    about = wanted.about.casefold()
    words, named = about.split(), _naming({about, *_other_names(about, names_of)})

    def speaks_of(entry: Entry) -> bool:
        there = [who for who in (*entry.actors, entry.place) if who]
        names = [name for who in there for name in (who.label, *names_of.get(who.iri, ()))]
        told = names if wanted.involved else [entry.label, *names]
        by_clause = entry.kind == "event" and not (wanted.involved and entry.actors)
        in_clause = by_clause and named.search(entry.quote.casefold())
        return _all_in(words, told) or bool(in_clause)

    return speaks_of


def _all_in(words: Iterable[str], told: Iterable[str]) -> bool:
    text = " ".join(told).casefold()
    return all(word in text for word in words)


def _other_names(about: str, names_of: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """All names of whoever bears these words as one."""
    for names in names_of.values():
        known = [name.casefold() for name in names]
        yield from known if about.casefold() in known else ()


def _naming(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of these phrases as whole words."""
    choice = "|".join(r"\W+".join(map(re.escape, phrase.split())) for phrase in sorted(phrases))
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)")


def _clauses(wanted: Filter, same: Iterable[str]) -> Iterator[str]:
    if wanted.kind:
        yield _kind(wanted.kind)
    if wanted.document:
        yield only([wanted.document], "document")
    if _is_iri(wanted.about):
        yield f"{only([wanted.about, *same], 'about')} ?iri {PART_IN} ?about ."
    if wanted.real:
        yield f"FILTER NOT EXISTS {{ {UNREAL} }}"
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
