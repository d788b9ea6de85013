"""Everything behind one entry: the passage, the words of time, the rule, the anchor, the reasoning."""

import re
from collections.abc import Iterator

from kb.model import Entry, Explanation, Involved, Named, Said, Span
from kb.storing.gathering import load_decision, with_versions
from kb.storing.loading import load_canonical, load_entry, load_text
from kb.storing.questions import Row, ask, only
from kb.storing.store import Store
from kb.storing.terms import local_name


def explain(store: Store, iri: str) -> Explanation:
    """The explanation of a statement or event; NotFound when there is none of this IRI."""
    entry, which = with_versions(store, load_entry(store, iri)), only([iri])
    found, expression = next(ask(store, "explanation", which)), next(ask(store, "expression", which), None)
    text, evidence = load_text(store, entry.document.iri), Span(entry.start, entry.end)
    paragraph = passage(text, evidence)
    return Explanation(
        entry=entry,
        passage=paragraph.of(text),
        passage_start=paragraph.start,
        evidence=evidence,
        trigger=_span(found, "trigger", "triggerEnd"),
        expression=_span(expression) if expression else None,
        expression_text=expression["words"] if expression else "",
        rule=local_name(found["rule"]),
        anchor=" ".join(map(_anchor, ask(store, "anchor", which))),
        steps=tuple(found["explanation"].splitlines()),
        confidence=float(found["confidence"]),
        depends_on=next(map(_other, ask(store, "depends_on", which)), None),
        involved=tuple(_involved(store, which)),
        propositions=_propositions(store, which),
        described_by=_describing(store, entry),
        verbatim=tuple(map(_span, ask(store, "verbatim", which))),
        told_again=tuple(row["words"] for row in ask(store, "told_again", which)),
        one_because=load_decision(store, iri).reasons,
    )


def _describing(store: Store, entry: Entry) -> tuple[Named, ...]:
    """The statements of all articles that speak of an entry in any of its versions, each once."""
    versions = only([entry.iri, *(version.iri for version in entry.versions)])
    found = [_other(row) for row in ask(store, "described_by", versions)]
    canonical = load_canonical(store, {statement.iri for statement in found})
    return tuple(dict.fromkeys(canonical.get(statement.iri, statement) for statement in found))


def passage(text: str, evidence: Span) -> Span:
    """The paragraph around a piece of evidence; where no blank lines part paragraphs, line ends do."""
    gap = re.compile(r"\n\s*\n" if re.search(r"\n\s*\n", text) else r"\n")
    before = [match.end() for match in gap.finditer(text) if match.end() <= evidence.start]
    after = gap.search(text, evidence.end)
    return Span(before[-1] if before else 0, after.start() if after else len(text))


def _anchor(row: Row) -> str:
    """What the date was counted from, in words."""
    name = f"“{row['name']}”" if "name" in row else local_name(row["kind"]).removesuffix("-anchor")
    return f"{name} {row['value']}"


def _involved(store: Store, which: str) -> Iterator[Involved]:
    for row in ask(store, "involved", which):
        yield Involved(row["role"], Named(row["who"], row["name"]))


def _propositions(store: Store, which: str) -> tuple[Said, ...]:
    """One for each proposition, its described entries together."""
    found: dict[str, Said] = {}
    for row in ask(store, "propositions", which):
        said = found.get(row["proposition"], Said(local_name(row["attitude"]), row["words"]))
        described = (Named(row["described"], row["label"]),) if "described" in row else ()
        found[row["proposition"]] = Said(said.attitude, said.words, (*said.describes, *described))
    return tuple(found.values())


def _other(row: Row) -> Named:
    return Named(row["other"], row["label"])


def _span(row: Row, start: str = "start", end: str = "end") -> Span:
    return Span(int(row[start]), int(row[end]))
