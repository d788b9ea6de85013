"""What is marked in a text: the evidence of an entry in its passage, all findings in a document."""

from collections.abc import Iterable

from markupsafe import Markup

from kb.model import DocumentView, Entry, Explanation, Span
from web.context import href, words
from web.marking import Mark, mark, mark_paragraphs


def marked_passage(explanation: Explanation) -> Markup:
    """The paragraph around an entry's evidence with evidence, trigger, quoted words and time marked."""
    return mark(explanation.passage, _marks_of(explanation), explanation.passage_start)


def marked_text(view: DocumentView) -> list[Markup]:
    """The paragraphs of a document, each finding marked and followed by a link to its entry.

    The number of a link is the place of its entry in `view.entries`, from 1.
    """
    entries = [_mark_of(entry, number) for number, entry in enumerate(view.entries, start=1)]
    times = [Mark(time.span, "time", f"time: {words(time.edtf)}") for time in view.times]
    return mark_paragraphs(view.text, [*entries, *times])


def _marks_of(explanation: Explanation) -> Iterable[Mark]:
    yield Mark(explanation.evidence, "evidence", "evidence")
    if explanation.trigger:
        yield Mark(explanation.trigger, "trigger", "the words that tell of it")
    for span in explanation.verbatim:
        yield Mark(span, "verbatim", "quoted word for word")
    if explanation.expression:
        yield Mark(explanation.expression, "time", f"time: {words(explanation.entry.edtf)}")


def _mark_of(entry: Entry, number: int) -> Mark:
    title = f"{entry.kind}: {entry.label}"
    link = Markup('<sup class="ref"><a class="ref-{}" href="{}" title="{}" aria-label="{}">{}</a></sup>')
    after = link.format(entry.kind, href(entry.iri), title, f"{number}, {title}", number)
    return Mark(Span(entry.start, entry.end), entry.kind, title, after)
