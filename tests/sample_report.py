"""A short report in our own words: its text, the people and places it names, its words of time."""

from kb.model import Document, Entity, EntityKind, Mention
from kb.ontology import DEFAULT_BASE
from tests.making import PUBLISHED, expression, mention, span

STORY = (
    "In a cable sent within their ministry, fifty-one American diplomats urged air strikes on the army of "
    "Damascus.\n\n"
    "Washington and its partners have been bombing Islamic State in Syria since September 2014. "
    "Russia began an air campaign of its own in September last year.\n\n"
    "“We see no sense in such strikes,” Irina Volkova, a spokeswoman for the Russian Foreign Ministry, "
    "told Interfax on Friday.\n\n"
    "On Thursday a Pentagon official accused Russia of having bombed rebels near the Jordanian border.\n\n"
    "That charge came a day after the secretary of state said\u00a0American patience was not endless."
)
STORY_IRI = f"{DEFAULT_BASE}doc/5f0c2f9be1a7d340"


def document() -> Document:
    """The report itself."""
    return Document(
        iri=STORY_IRI,
        text=STORY,
        title="Diplomats at odds with Moscow over Syria",
        url="https://news.example/2016/syria-cable?id=7",
        publisher="The Harbour Post",
        author="Ada Quill",
        published=PUBLISHED,
        published_by="given",
    )


_PERSON, _ORG, _GROUP, _PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.PLACE

RUSSIA = mention(STORY, "Russia", "Russia", _ORG)
WASHINGTON = mention(STORY, "Washington and its partners", "United States and partners", _GROUP)
STATE = mention(STORY, "Islamic State", "Islamic State", _GROUP)
SYRIA = mention(STORY, "Syria", "Syria", _PLACE)
MINISTRY = mention(STORY, "Russian Foreign Ministry", "Russian Foreign Ministry", _ORG, part_of="Russia")
VOLKOVA = mention(STORY, "Irina Volkova", "Irina Volkova", _PERSON, part_of="Russian Foreign Ministry")
INTERFAX = mention(STORY, "Interfax", "Interfax", _ORG)
SECRETARY = mention(STORY, "the secretary of state", "Secretary of State", _PERSON)
DIPLOMATS = Mention(
    span=span(STORY, "fifty-one American diplomats"),
    rule="noun-phrase",
    entity=Entity("fifty-one-american-diplomats", "fifty-one American diplomats", _GROUP, unnamed=True),
)
OFFICIAL = Mention(
    span=span(STORY, "a Pentagon official"),
    rule="noun-phrase",
    entity=Entity("pentagon-official", "a Pentagon official", _PERSON, unnamed=True, part_of="Pentagon"),
)
DAMASCUS = mention(STORY, "the army of Damascus", "army of Damascus", _ORG)

SINCE = expression(STORY, "since September 2014", "2014-09", "2014-09/..", "month-of-year")
LAST_YEAR = expression(STORY, "September last year", "2015-09", "2015-09", "month-of-last-year")
FRIDAY = expression(STORY, "Friday", "2016-06-17", "2016-06-17", "nearest-past-weekday")
THURSDAY = expression(STORY, "Thursday", "2016-06-16", "2016-06-16", "nearest-past-weekday")
DAY_AFTER = expression(STORY, "a day after", "P1D", None, "offset-from-event")
