"""The date of each entry of a short report, by the word that made it one."""

from kb import pipeline
from kb.model import Document, Event, Statement
from kb.when import When

STRIKE = "Dockers in Genoa went on strike on Friday. The next day police arrested 12 men. "
SAID = "Ann Roe said on Monday that talks had failed. "
ELECTED = "President Ada Moro was elected on 3 May. "


def dates_of(text: str) -> dict[str, str]:
    """The date of each entry by the words that made it one."""
    found = pipeline.find(Document(iri="urn:x", text=text, published=When.parse("2016-06-21")))
    occurrences: tuple[Statement | Event, ...] = (*found.statements, *found.events)
    return {o.trigger.of(text): str(o.date.when) for o in occurrences if o.date}
