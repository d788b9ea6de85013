"""The index of timelines within SPARQL: `SERVICE idx:timeline`, answered first, its rows put in its place.

    SERVICE idx:timeline { ?entry idx:since "2016-06" ; idx:until "2016-07" ; idx:text "ceasefire" }

finds the entries as the explorer does, in milliseconds, where a pattern would look at every entry. Each
`idx:` property is a filter of timelines; all but the entry are constants. `idx:limit` is how many entries at
most, 1,000 if not told and never more than 10,000.
"""

from collections.abc import Callable, Iterator, Sequence

from kb.errors import BadDate, BadQuery
from kb.model import Filter
from kb.ontology import INDEX
from kb.storing.sparql.remote import Call, address_of
from kb.storing.sparql.tokens import Token
from kb.when import When

Find = Callable[[Filter], Sequence[str]]  # the IRIs of the entries a filter lets through

TIMELINE = f"{INDEX}timeline"
USUAL, MOST = 1_000, 10_000
EXAMPLE = 'SERVICE idx:timeline { ?entry idx:text "ceasefire" ; idx:since "2016-06" ; idx:limit 100 }'
WORDS = (
    *("about", "text", "kind", "type", "document", "status", "certainty", "actor", "place", "source"),
    *("axis", "order"),
)
DATES = ("since", "until", "known")
FLAGS = ("dated", "disputed", "involved", "real")
TRUTH = {"true": True, "1": True, "false": False, "0": False}
LIMIT = "limit"


def asks_timeline(found: list[Token], call: Call) -> bool:
    """Whether a SERVICE is the index of timelines."""
    return address_of(found, call.address) == TIMELINE


def answered(found: list[Token], group: Sequence[Token], find: Find) -> str:
    """The entries asked for between the braces of a SERVICE, as VALUES; BadQuery for anything else."""
    if not group or group[0].kind != "variable":
        raise BadQuery(f"idx:timeline begins with a variable for the entry. Write: {EXAMPLE}")
    given = dict(_given(found, group[1:]))
    iris = find(_filter(given))
    return f"{{ VALUES {group[0].text} {{ {' '.join(f'<{iri}>' for iri in iris)} }} }}"


def _given(found: list[Token], rest: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The filters and their values."""
    told = [token for token in rest if token.text not in (";", ".")]
    if not told or len(told) % 2:
        raise BadQuery(f"idx:timeline takes pairs of a filter and a value. Write: {EXAMPLE}")
    for name, value in zip(told[::2], told[1::2], strict=True):
        filter_ = address_of(found, name).removeprefix(INDEX)
        if filter_ not in (*WORDS, *DATES, *FLAGS, LIMIT):
            known = ", ".join(f"idx:{word}" for word in (*WORDS, *DATES, *FLAGS, LIMIT))
            raise BadQuery(f"idx:timeline has no filter {name.text}. There are: {known}.")
        yield filter_, _value(found, value)


def _value(found: list[Token], token: Token) -> str:
    if token.kind in ("iri", "name"):
        return address_of(found, token)
    if token.kind == "number" or token.is_word("TRUE", "FALSE"):
        return token.text.lower()
    if token.kind == "string" and "\\" not in token.text:
        return token.text.strip(token.text[0])
    raise BadQuery(
        f"idx:timeline takes constants: {token.text} is no text, IRI, number, true or false. Write: {EXAMPLE}"
    )


def _filter(given: dict[str, str]) -> Filter:
    limit = given.pop(LIMIT, str(USUAL))
    if not limit.isdigit() or not 1 <= int(limit) <= MOST:
        raise BadQuery(f"idx:limit {limit} is no whole number from 1 to {MOST}.")
    try:
        dates = {name: When.parse(given.pop(name)) for name in DATES if name in given}
    except BadDate as error:
        raise BadQuery(f"idx:timeline: {error}") from error
    flags = {name: _flag(name, given.pop(name)) for name in FLAGS if name in given}
    return Filter(**given, **dates, **flags, limit=int(limit))  # type: ignore[arg-type]


def _flag(name: str, value: str) -> bool:
    if value not in TRUTH:
        raise BadQuery(f"idx:{name} is true or false, not {value!r}.")
    return TRUTH[value]
