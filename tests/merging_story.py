"""Three reports of one happening by three papers, and a fourth of another: what merging is tried on.

The papers agree on some things (an arrest in Split, what the minister said) and differ in others (how many
a bomb killed, on which day the skipper was arrested). Everyone in them is invented.
"""

from kb.model import Document
from kb.when import When

BASE = "https://w3id.org/event-knowledge/kb/"


def report(name: str, publisher: str, published: str, text: str) -> Document:
    """An article of this paper and day, its IRI made of a short name."""
    return Document(
        iri=f"{BASE}doc/{name}",
        text=text,
        title=text.partition(".")[0],
        publisher=publisher,
        doc_id=name,
        published=When.parse(published),
        published_by="given",
    )


COURIER = report(
    "aa01",
    "Adriatic Courier",
    "2016-05-24",
    "Police arrested Ivo Maric in Split on Monday. A bomb killed eleven people in Zagreb on Sunday.\n\n"
    "“We will open every drawer of the harbour office,” Transport Minister Tena Horvat said on Monday.\n\n"
    "The World Ferry Union (WFU) called a strike on Monday.",
)
HERALD = report(
    "bb02",
    "Coast Herald",
    "2016-05-24",
    "Ivo Maric was arrested in Split on 23 May 2016. A bomb killed 13 people in Zagreb on 22 May.\n\n"
    "“We will open every drawer of the harbour office”, Horvat told the Coast Herald on Monday.\n\n"
    "Horvat met the WFU on Sunday.",
)
EVENING = report(
    "cc03",
    "Evening Post",
    "2016-05-25",
    "Police arrested Ivo Maric in Split on Tuesday.\n\nTena Horvat denied that she knew of the defect.",
)
ELSEWHERE = report(
    "dd04",
    "Evening Post",
    "2016-05-24",
    "Police arrested Luka Maric in Zadar on Monday.\n\nPolice arrested Ivo Maric in Rijeka on Monday.",
)
REPORTS = (COURIER, HERALD, EVENING, ELSEWHERE)
