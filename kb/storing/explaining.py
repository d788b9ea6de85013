"""Everything behind one entry: the passage, the words of time, the rule, the anchor, the reasoning."""

import re
from collections.abc import Iterator

from kb.model import Explanation, Involved, Named, Said, Span
from kb.storing.loading import load_entry, load_text
from kb.storing.questions import Row, ask, local_name, only
from kb.storing.store import Store


def explain(store: Store, iri: str) -> Explanation:
    """The explanation of a statement or event; NotFound when there is none of this IRI."""
    entry, which = load_entry(store, iri), only([iri])
    found = next(ask(store, "explanation", which))
    text, evidence = load_text(store, entry.document.iri), Span(entry.start, entry.end)
    paragraph = passage(text, evidence)
    return Explanation(
        entry=entry,
        passage=paragraph.of(text),
        passage_start=paragraph.start,
        evidence=evidence,
        trigger=_span(found, "trigger", "triggerEnd"),
        expression=_span(found, "start", "end") if "start" in found else None,
        expression_text=found.get("words", ""),
        rule=local_name(found["rule"]),
        anchor=_anchor(found),
        steps=tuple(found["explanation"].splitlines()),
        confidence=float(found["confidence"]),
        depends_on=_named(found, "dependsOn", "dependsOnLabel"),
        involved=tuple(_involved(store, which)),
        propositions=_propositions(store, which),
        described_by=tuple(
            Named(row["statement"], row["label"]) for row in ask(store, "described_by", which)
        ),
        verbatim=tuple(_span(row, "start", "end") for row in ask(store, "verbatim", which)),
    )


def passage(text: str, evidence: Span) -> Span:
    """The paragraph around a piece of evidence; where no blank lines part paragraphs, line ends do."""
    gap = re.compile(r"\n\s*\n" if re.search(r"\n\s*\n", text) else r"\n")
    before = [match.end() for match in gap.finditer(text) if match.end() <= evidence.start]
    after = gap.search(text, evidence.end)
    return Span(before[-1] if before else 0, after.start() if after else len(text))


def _anchor(found: Row) -> str:
    """What the date was counted from, in words."""
    if "anchorKind" not in found:
        return ""
    words = found.get("anchorWords") or found.get("anchorLabel")
    named = f"“{words}”" if words else local_name(found["anchorKind"]).removesuffix("-anchor")
    return f"{named} {found['anchorValue']}"


def _involved(store: Store, which: str) -> Iterator[Involved]:
    for row in ask(store, "involved", which):
        yield Involved(row["role"], Named(row["who"], row["name"]))


def _propositions(store: Store, which: str) -> tuple[Said, ...]:
    """One for each proposition, its described entries together."""
    found: dict[str, Said] = {}
    for row in ask(store, "propositions", which):
        said = found.get(row["proposition"], Said(local_name(row["attitude"]), row["words"]))
        described = _named(row, "described", "label")
        found[row["proposition"]] = Said(
            said.attitude, said.words, (*said.describes, *([described] if described else []))
        )
    return tuple(found.values())


def _named(row: Row, iri: str, label: str) -> Named | None:
    return Named(row[iri], row[label]) if iri in row else None


def _span(row: Row, start: str, end: str) -> Span:
    return Span(int(row[start]), int(row[end]))
