"""News graphs made up by rule: as many entries as wanted, the same for the same seed.

About 19 quads an entry, in our own form without what timelines do not ask for (rules, resolutions,
triggers). Ten entries a document; days crowd towards the end of twenty years, a few names are in most of
the news. `python -m tests.benchmarks.news 10000 FILE.nq` writes them.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from kb.ontology import DEFAULT_BASE, EK, EKV, OA, SCHEMA, slug
from kb.when import When
from kb.when.days import civil, to_iso

ENTRIES = 10  # of a document
FIRST_DAY, DAYS = 12_784, 7_305  # 2005-01-01, twenty years

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
TITLE, LANGUAGE = "<http://purl.org/dc/terms/title>", "<http://purl.org/dc/terms/language>"
XSD = "http://www.w3.org/2001/XMLSchema#"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

FIRST = [
    "Ada",
    "Boris",
    "Chen",
    "Dilek",
    "Elif",
    "Farid",
    "Grace",
    "Hugo",
    "Ines",
    "Jonas",
    "Kofi",
    "Lena",
    "Maria",
    "Nadia",
    "Omar",
    "Petra",
]
LAST = [
    "Adler",
    "Brandt",
    "Costa",
    "Dogan",
    "Eriksen",
    "Farouk",
    "Gomez",
    "Haas",
    "Ivanov",
    "Jansen",
    "Keita",
    "Lopez",
    "Moreau",
    "Novak",
]
TOWNS = [
    "Aken",
    "Borva",
    "Cardel",
    "Dunmor",
    "Elsted",
    "Fornas",
    "Garlo",
    "Hestar",
    "Imbra",
    "Jorvik",
    "Kelso",
    "Lumen",
    "Marwen",
]
KINDS = [
    "meeting",
    "strike",
    "protest",
    "election",
    "attack",
    "agreement",
    "ceasefire",
    "airstrike",
    "arrest",
    "trial",
    "vote",
]
KINDS += [
    "resignation",
    "appointment",
    "sanction",
    "earthquake",
    "flood",
    "merger",
    "visit",
    "speech",
    "rescue",
]
THINGS = [
    "talks",
    "workers",
    "students",
    "voters",
    "rebels",
    "ministers",
    "troops",
    "judges",
    "engineers",
    "nurses",
    "farmers",
]
THINGS += [
    "miners",
    "pilots",
    "dockers",
    "teachers",
    "banks",
    "courts",
    "ports",
    "railways",
    "hospitals",
    "borders",
    "prices",
]
STATUSES = "happened happened happened ongoing planned claimed denied hypothetical".split()  # noqa: SIM905
ATTITUDES = "said warned denied promised confirmed demanded".split()  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class World:
    """Who and where there is: IRIs with their names, the prominent first, and how often each is told of."""

    people: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]
    papers: tuple[tuple[str, str], ...]

    @property
    def named(self) -> Iterator[tuple[str, str, str]]:
        """Kind, IRI and name of everyone and everywhere."""
        for kind, several in (("Person", self.people), ("Place", self.places), ("Organization", self.papers)):
            yield from ((kind, iri, name) for iri, name in several)


def world(entries: int) -> World:
    """A world large enough for so many entries."""
    size = max(50, entries // 50)
    return World(
        _several(
            "person", (f"{FIRST[n % 16]} {LAST[n // 16 % 14]} {_numeral(n // 224)}" for n in range(size))
        ),
        _several("place", (f"{TOWNS[n % 13]} {_numeral(n // 13)}" for n in range(size // 5))),
        _several("organization", (f"{TOWNS[n % 13]} Courier {_numeral(n // 13)}" for n in range(40))),
    )


def quads(entries: int, seed: int = 5) -> Iterator[str]:
    """The N-Quads of so many entries, the names first, then document after document, a line each."""
    random, there = Random(seed), world(entries)
    yield from names(there)
    for number in range(entries // ENTRIES):
        yield from _Document(random, there, number).quads()


def names(there: World) -> Iterator[str]:
    """The N-Quads that name everyone and everywhere."""
    graph = f"<{DEFAULT_BASE}graph/entities>"
    for kind, iri, name in there.named:
        yield f"<{iri}> {TYPE} <{EK[kind]}> {graph} .\n"
        yield f'<{iri}> {LABEL} "{name}" {graph} .\n'


def article(there: World, number: int, seed: int) -> Iterator[str]:
    """The N-Quads of one document of ten entries."""
    return _Document(Random(seed * number), there, number).quads()


def _several(kind: str, names: Iterator[str]) -> tuple[tuple[str, str], ...]:
    return tuple((f"{DEFAULT_BASE}entity/{kind}/{slug(name)}", name.strip()) for name in names)


def _numeral(number: int) -> str:
    """A name for a number, none for 0."""
    return "".join(chr(97 + int(digit)) for digit in str(number)).title() if number else ""


class _Document:
    def __init__(self, random: Random, there: World, number: int) -> None:
        self._random = random
        self._there = there
        self._iri = f"{DEFAULT_BASE}doc/{number:016x}"
        self._graph = f"<{DEFAULT_BASE}graph/{number:016x}>"
        self._day = FIRST_DAY + int(DAYS * random.random() ** 0.6)

    def quads(self) -> Iterator[str]:
        for subject, predicate, value in (*self._source(), *self._entries()):
            yield f"{subject} {predicate} {value} {self._graph} .\n"

    def _source(self) -> Iterator[tuple[str, str, str]]:
        node = f"<{self._iri}>"
        yield node, TYPE, f"<{EK.SourceDocument}>"
        yield node, TITLE, f'"{self._random.choice(KINDS).title()} in {self._random.choice(TOWNS)}"'
        yield node, LANGUAGE, '"en"'
        yield node, f"<{SCHEMA.publisher}>", f"<{self._chosen(self._there.papers)[0]}>"
        yield node, f"<{SCHEMA.datePublished}>", f'"{_day(self._day)}"^^<{XSD}date>'

    def _entries(self) -> Iterator[tuple[str, str, str]]:
        mentioned: set[str] = set()
        for number in range(ENTRIES):
            who, place = self._chosen(self._there.people), self._chosen(self._there.places)
            mentioned |= {who[0], place[0]}
            told = self._event if number % 10 < 7 else self._statement
            yield from told(number, who, place)
        for iri in sorted(mentioned):
            yield f"<{self._iri}>", f"<{SCHEMA.mentions}>", f"<{iri}>"

    def _event(
        self, number: int, who: tuple[str, str], place: tuple[str, str]
    ) -> Iterator[tuple[str, str, str]]:
        kind, thing = self._random.choice(KINDS), self._random.choice(THINGS)
        node, label = f"{self._iri}/event-{number}", f"{kind} of {thing} by {who[1]} in {place[1]}"
        yield from self._told(node, "Event", label, number)
        yield f"<{node}>", f"<{EK.eventType}>", f"<{EKV[kind]}>"
        yield f"<{node}>", f"<{EK.status}>", f"<{EKV[self._random.choice(STATUSES)]}>"
        yield f"<{node}>", f"<{EK.initiator}>", f"<{who[0]}>"
        yield f"<{node}>", f"<{EK.place}>", f"<{place[0]}>"

    def _statement(
        self, number: int, who: tuple[str, str], place: tuple[str, str]
    ) -> Iterator[tuple[str, str, str]]:
        thing, attitude = self._random.choice(THINGS), self._random.choice(ATTITUDES)
        node, label = (
            f"{self._iri}/statement-{number}",
            f"{who[1]} {attitude} that {thing} would return to {place[1]}",
        )
        yield from self._told(node, "Statement", label, number)
        yield f"<{node}>", f"<{EK.quoteKind}>", f"<{EKV.indirect}>"
        yield f"<{node}>", f"<{EK.speaker}>", f"<{who[0]}>"
        yield f"<{node}>", f"<{EK.says}>", f"<{node}/says/1>"
        yield f"<{node}/says/1>", f"<{EK.describes}>", f"<{self._iri}/event-{self._random.randrange(7)}>"

    def _told(self, node: str, kind: str, label: str, number: int) -> Iterator[tuple[str, str, str]]:
        when, dated = self._when()
        begin, end = when.window
        yield f"<{node}>", TYPE, f"<{EK[kind]}>"
        yield f"<{node}>", LABEL, f'"{label}"'
        yield f"<{node}>", f"<{EK.statedIn}>", f"<{self._iri}>"
        yield f"<{node}>", f"<{EK.when}>", f"<{node}/when>"
        yield f"<{node}/when>", f"<{EK.edtf}>", f'"{when}"^^<{EDTF}>'
        yield f"<{node}/when>", f"<{EK.dated}>", f'"{str(dated).lower()}"^^<{XSD}boolean>'
        for name, second in (("earliest", begin), ("latest", end)):
            if second is not None:
                yield f"<{node}/when>", f"<{EK[name]}>", f'"{to_iso(second)}"^^<{XSD}dateTime>'
        yield f"<{node}>", f"<{EK.evidence}>", f"<{node}/evidence>"
        yield f"<{node}/evidence>", f"<{OA.hasSelector}>", f"<{node}/evidence/position>"
        yield f"<{node}/evidence>", f"<{OA.hasSelector}>", f"<{node}/evidence/words>"
        yield f"<{node}/evidence/position>", f"<{OA.start}>", f'"{number * 120}"^^<{XSD}integer>'
        yield f"<{node}/evidence/position>", f"<{OA.end}>", f'"{number * 120 + 90}"^^<{XSD}integer>'
        yield f"<{node}/evidence/words>", f"<{OA.exact}>", f'"On that day there was a {label}, as was told."'

    def _when(self) -> tuple[When, bool]:
        chance, day = self._random.random(), self._day - self._random.randrange(30)
        year, month, _ = civil(day)
        if chance < 0.13:
            return When.until(When.of_day(*civil(self._day))), False
        if chance < 0.80:
            return When.of_day(*civil(day)), True
        return When.parse(self._looser(chance, day, year, month)), True

    def _looser(self, chance: float, day: int, year: int, month: int) -> str:
        """A date that is no day: a minute, a month, a year, a span, an open one."""
        if chance < 0.84:
            return f"{_day(day)}T{self._random.randrange(24):02}:{self._random.randrange(60):02}:00Z"
        if chance < 0.91:
            return f"{year:04}-{month:02}"
        if chance < 0.95:
            return f"{year - self._random.randrange(3):04}"
        if chance < 0.98:
            return f"{_day(day - self._random.randrange(1, 200))}/{_day(day)}"
        return f"{year:04}-{month:02}/.." if chance < 0.998 else f"-{self._random.randrange(1, 800):04}"

    def _chosen(self, several: tuple[tuple[str, str], ...]) -> tuple[str, str]:
        """One of them; a tenth of them are told of in two thirds of the news."""
        return several[int(len(several) * self._random.random() ** 5)]


def _day(number: int) -> str:
    year, month, day = civil(number)
    return f"{year:04}-{month:02}-{day:02}"


def main(entries: int, path: Path) -> None:
    """Write the quads of so many entries into a file."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(quads(entries))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
