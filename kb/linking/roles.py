"""What a text calls those it names: "Russian Foreign Minister Sergei Lavrov", "Ann Roe, a lawyer, left".

No sentence is parsed: the words of office that touch a name are taken, up to a mark or a small word that
belongs to no office. The words for what somebody is stand in the language's file, `grammar.people`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kb.languages import load_language
from kb.linking.circumstances import Circumstances, parsed
from kb.linking.spelling import folded
from kb.when import When

LANGUAGE = "en"  # that of the words below
WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?|[^\w\s]")
SENTENCE_END = re.compile(r"[.!?]\s")
APPOSED = re.compile(r" ?[,(] ?([^,;:().!?“”\"]+)")  # behind a name
ENCLOSED = re.compile(r"(?:^|[^\w\s]|\s-)\s*([^,;:().!?“”\"]+),\s*$")  # before a name, a comma between
DATE = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b|(?:^|[,(] ?|\b(?:in|since|of|until) )([12]\d{3})(?=$|[,;.)])")
POSSESSIVE = re.compile("['’]s?$")
FOREMOST = 3  # offices
LONGEST = 10  # words of an office
CONTEXT = 14  # words of a context that is nothing but an office


def circumstances_in(context: str, label: str) -> Circumstances:
    """What a context tells of a label: the role it has beside it, or all of a short context without it."""
    told, words = offices_of(context, [label]), WORD.findall(context)
    apart = folded(label) not in folded(context) and not SENTENCE_END.search(context)
    if apart and len(words) <= CONTEXT and _is_office(words):
        told = [context]
    return Circumstances(foremost(told), _day(context))


def foremost(offices: Iterable[str]) -> str:
    """What somebody is called most, one text of the offices of several places."""
    return " ".join(office for office, _ in Counter(offices).most_common(FOREMOST))


def offices_of(text: str, names: Iterable[str]) -> list[str]:
    """The words of office beside any of these names in a text, in order."""
    wanted = "|".join(re.escape(name) for name in names if name)
    found = re.finditer(rf"(?<!\w)(?:{wanted})(?!\w)", text) if wanted else ()
    return [office for match in found for office in _beside(text, match.start(), match.end())]


def _beside(text: str, start: int, end: int) -> Iterator[str]:
    before, behind = SENTENCE_END.split(text[max(0, start - 120) : start])[-1], text[end : end + 120]
    enclosed, apposed = ENCLOSED.search(before), APPOSED.match(behind)
    near = (_run_before(WORD.findall(before)), *(WORD.findall(one[1]) for one in (enclosed, apposed) if one))
    yield from (" ".join(words) for words in near if len(words) <= LONGEST and _is_office(words))


def _run_before(words: Sequence[str]) -> list[str]:
    """The words right before a name that may be of its office."""
    run: list[str] = []
    for word in reversed(words):
        if not (word[0].isupper() or POSSESSIVE.sub("", word.lower()) in _office_words()):
            break
        run.insert(0, word)
    return run


def _is_office(words: Iterable[str]) -> bool:
    return any(word.lower() in _heads() for word in words)


def _day(context: str) -> When | None:
    """From the first to the last date that is written out in it."""
    found = (parsed(match[1] or match[0]) for match in DATE.finditer(context))
    dates = sorted(when for when in found if when)
    return When.between(dates[0], dates[-1]) if dates else None


@cache
def _heads() -> frozenset[str]:
    """The words for what somebody, or a body, is."""
    return _listed("roles", "bodies", "firms")


@cache
def _office_words() -> frozenset[str]:
    return _heads() | _listed("modifiers", "groups") | frozenset({"of", "the", "for"})


def _listed(*tables: str) -> frozenset[str]:
    people = load_language(LANGUAGE).grammar["people"]
    return frozenset(word for table in tables for word in people[table].split())
