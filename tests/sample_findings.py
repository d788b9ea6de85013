"""Findings made by hand, as the finders would make them, for the tests of the store.

`story()` is a short report in our own words with four statements and four events, `denial()` another
paper's report on the same matter, `ancient()` has dates no Python datetime can hold. Spans are given by
their words, so that they cannot be wrong. Together they are the example that comes with the
vocabulary; `python -m tests.sample_findings` writes it anew.
"""

from dataclasses import replace
from pathlib import Path

from kb.model import (
    Anchor,
    AnchorKind,
    Attitude,
    Document,
    Entity,
    EntityKind,
    Event,
    Findings,
    Mention,
    Participant,
    Proposition,
    QuoteKind,
    Resolution,
    Role,
    Sentence,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimexType,
)
from kb.ontology import DEFAULT_BASE
from kb.when import When

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
PUBLISHED = When.parse("2016-06-17")
STORY_IRI = f"{DEFAULT_BASE}doc/5f0c2f9be1a7d340"
ANCIENT_IRI = f"{DEFAULT_BASE}doc/0aa1c3de55b7e910"

DENIAL = (
    "Channel Nine, quoting Interfax, said Moscow had denied on Saturday that its planes had bombed rebels "
    "near Jordan."
)
DENIAL_IRI = f"{DEFAULT_BASE}doc/77d0b16e2c4fa985"

ANCIENT = "Caesar was murdered on the Ides of March. The vault shall be opened in the year 12000."


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where these words stand, for the `nth` time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def mention(text: str, words: str, name: str, kind: EntityKind, nth: int = 0, **more: object) -> Mention:
    """These words as a mention of a named entity."""
    key = name.lower().replace(" ", "-")
    return Mention(span=span(text, words, nth), rule="name", entity=Entity(key, name, kind, **more))  # type: ignore[arg-type]


def expression(
    text: str, words: str, value: str, when: str | None, rule: str, **more: object
) -> TimeExpression:
    """These words as a TIMEX3 date."""
    meant = When.parse(when) if when else None
    return TimeExpression(
        span=span(text, words),
        rule=rule,
        type=TimexType.DATE,
        value=value,
        when=meant,
        **more,  # type: ignore[arg-type]
    )


def resolution(time: TimeExpression, *steps: str, anchored: bool = True, **more: object) -> Resolution:
    """The date an expression gives, counted from the publication where it is relative."""
    anchor = Anchor(AnchorKind.PUBLICATION, PUBLISHED) if anchored else None
    assert time.when
    given = {"when": time.when, "rule": time.rule, "expression": time, "anchor": anchor, **more}
    return Resolution(steps=steps, **given)  # type: ignore[arg-type]


def before_publication() -> Resolution:
    """No words give a date: only the publication bounds it."""
    return Resolution(
        when=When.until(PUBLISHED),
        rule="bounded-by-publication",
        steps=("No words give a date.", "It was told on 2016-06-17, so it is not later than that."),
        confidence=0.5,
        anchor=Anchor(AnchorKind.PUBLICATION, PUBLISHED),
    )


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


def _cable() -> Statement:
    return Statement(
        key="statement-cable",
        span=span(STORY, STORY[: STORY.index("\n")]),
        trigger=span(STORY, "urged"),
        rule="verb-of-saying",
        confidence=0.9,
        label="fifty-one American diplomats urged air strikes on the army of Damascus",
        date=before_publication(),
        cue="urge",
        act="call for",
        kind=QuoteKind.INDIRECT,
        content=(span(STORY, "air strikes on the army of Damascus"),),
        speaker=DIPLOMATS,
        about=(
            Proposition(
                span(STORY, "air strikes on the army of Damascus"), Attitude.ASKS_FOR, ("event-asked",)
            ),
        ),
    )


def _refusal() -> Statement:
    said = span(STORY, "We see no sense in such strikes,")
    return Statement(
        key="statement-refusal",
        span=span(STORY, STORY[STORY.index("“") : STORY.index("on Friday.") + 10]),
        trigger=span(STORY, "told"),
        rule="quotation",
        label="Irina Volkova told Interfax: “We see no sense in such strikes”",
        time=FRIDAY,
        date=resolution(
            FRIDAY, "Published on Friday 2016-06-17.", "A bare weekday is the last one, today included."
        ),
        cue="tell",
        act="say",
        kind=QuoteKind.DIRECT,
        content=(said,),
        verbatim=(said,),
        speaker=VOLKOVA,
        speaking_for=MINISTRY,
        audience=(INTERFAX,),
        carriers=(INTERFAX,),
        about=(Proposition(said, Attitude.OPPOSES, ("event-asked",)),),
    )


def _accusation() -> Statement:
    said = span(STORY, "having bombed rebels near the Jordanian border")
    return Statement(
        key="statement-accusation",
        span=span(STORY, STORY[STORY.index("On Thursday") : STORY.index("border.") + 7]),
        trigger=span(STORY, "accused"),
        rule="verb-of-saying",
        label="a Pentagon official accused Russia of having bombed rebels near the Jordanian border",
        time=THURSDAY,
        date=resolution(THURSDAY, "Published on Friday 2016-06-17.", "The last Thursday before that."),
        cue="accuse",
        act="accuse",
        kind=QuoteKind.INDIRECT,
        content=(said,),
        speaker=OFFICIAL,
        about=(Proposition(said, Attitude.ASSERTS, ("event-border",)),),
    )


def _patience() -> Statement:
    said = span(STORY, "American patience was not endless")
    return Statement(
        key="statement-patience",
        span=span(STORY, STORY[STORY.index("That charge") :]),
        trigger=span(STORY, "said"),
        rule="verb-of-saying",
        label="the secretary of state said American patience was not endless",
        time=DAY_AFTER,
        date=Resolution(
            when=When.parse("2016-06-15"),
            rule="offset-from-event",
            steps=(
                "The charge was made on 2016-06-16.",
                "That was a day after this, so this was on 2016-06-15.",
            ),
            confidence=0.93,
            expression=DAY_AFTER,
            anchor=Anchor(AnchorKind.OCCURRENCE, When.parse("2016-06-16"), key="statement-accusation"),
            depends_on="statement-accusation",
        ),
        cue="say",
        act="say",
        kind=QuoteKind.INDIRECT,
        content=(said,),
        speaker=SECRETARY,
        about=(Proposition(said, Attitude.ASSERTS),),
    )


def _coalition() -> Event:
    return Event(
        key="event-coalition",
        span=span(STORY, STORY[STORY.index("Washington") : STORY.index("2014.") + 5]),
        trigger=span(STORY, "bombing"),
        rule="verb",
        label="bombing of Islamic State by Washington and its partners",
        time=SINCE,
        date=resolution(
            SINCE, "The month is named: 2014-09.", "“since” leaves the end open.", anchored=False
        ),
        place=SYRIA,
        type="airstrike",
        status=Status.ONGOING,
        participants=(Participant(Role.INITIATOR, WASHINGTON), Participant(Role.TARGET, STATE)),
    )


def _campaign() -> Event:
    return Event(
        key="event-campaign",
        span=span(STORY, STORY[STORY.index("Russia began") : STORY.index("last year.") + 10]),
        trigger=span(STORY, "campaign"),
        rule="noun",
        label="air campaign of Russia",
        time=LAST_YEAR,
        date=resolution(LAST_YEAR, "Published in 2016, so last year is 2015.", "Its September is 2015-09."),
        place=SYRIA,
        type="airstrike",
        status=Status.HAPPENED,
        participants=(Participant(Role.INITIATOR, RUSSIA),),
    )


def _asked() -> Event:
    return Event(
        key="event-asked",
        span=span(STORY, "air strikes on the army of Damascus"),
        trigger=span(STORY, "strikes"),
        rule="noun",
        confidence=0.8,
        label="air strikes on the army of Damascus",
        date=before_publication(),
        type="airstrike",
        status=Status.HYPOTHETICAL,
        participants=(Participant(Role.TARGET, DAMASCUS),),
    )


def _border() -> Event:
    return Event(
        key="event-border",
        span=span(STORY, "having bombed rebels near the Jordanian border"),
        trigger=span(STORY, "bombed"),
        rule="verb",
        label="bombing of rebels near the Jordanian border by Russia",
        date=before_publication(),
        type="bombing",
        status=Status.CLAIMED,
        participants=(Participant(Role.INITIATOR, replace(RUSSIA, span=span(STORY, "Russia", 2))),),
    )


def story() -> Findings:
    """The report with all that is found in it."""
    return Findings(
        document=document(),
        sentences=(Sentence(Span(0, len(STORY)), 0),),
        times=(SINCE, LAST_YEAR, FRIDAY, THURSDAY, DAY_AFTER),
        mentions=(
            DIPLOMATS,
            WASHINGTON,
            STATE,
            SYRIA,
            RUSSIA,
            VOLKOVA,
            MINISTRY,
            INTERFAX,
            OFFICIAL,
            SECRETARY,
        ),
        statements=(_cable(), _refusal(), _accusation(), _patience()),
        events=(_coalition(), _campaign(), _asked(), _border()),
    )


def denial() -> Findings:
    """Another paper's report: a denial that came by two carriers."""
    saturday = expression(DENIAL, "Saturday", "2016-06-18", "2016-06-18", "nearest-past-weekday")
    published = When.parse("2016-06-18")
    said = span(DENIAL, "its planes had bombed rebels near Jordan")
    moscow = mention(DENIAL, "Moscow", "Russia", _ORG)
    statement = Statement(
        key="statement-denial",
        span=Span(0, len(DENIAL)),
        trigger=span(DENIAL, "denied"),
        rule="verb-of-saying",
        label="Moscow had denied that its planes had bombed rebels near Jordan",
        time=saturday,
        date=resolution(
            saturday, "Published on that Saturday.", anchor=Anchor(AnchorKind.PUBLICATION, published)
        ),
        cue="deny",
        act="deny",
        kind=QuoteKind.INDIRECT,
        content=(said,),
        speaker=moscow,
        carriers=(
            mention(DENIAL, "Interfax", "Interfax", _ORG),
            mention(DENIAL, "Channel Nine", "Channel Nine", _ORG),
        ),
        about=(Proposition(said, Attitude.DENIES, ("event-denied",)),),
    )
    event = Event(
        key="event-denied",
        span=said,
        trigger=span(DENIAL, "bombed"),
        rule="verb",
        label="bombing of rebels near Jordan by Russia",
        date=replace(before_publication(), when=When.until(published)),
        place=mention(DENIAL, "Jordan", "Jordan", _PLACE),
        type="bombing",
        status=Status.DENIED,
        participants=(Participant(Role.INITIATOR, moscow),),
    )
    about = Document(
        iri=DENIAL_IRI,
        text=DENIAL,
        title="Moscow: not our planes",
        publisher="Meridian Wire",
        published=published,
        published_by="feed",
    )
    return Findings(document=about, times=(saturday,), statements=(statement,), events=(event,))


def ancient() -> Findings:
    """Two events, one before year 1 and one after 9999."""
    ides = expression(ANCIENT, "the Ides of March", "-0043-03-15", "-0043-03-15", "calendar")
    far = expression(ANCIENT, "the year 12000", "Y12000", "Y12000", "calendar")
    return Findings(
        document=Document(iri=ANCIENT_IRI, text=ANCIENT, title="A long view"),
        events=(
            Event(
                key="event-ides",
                span=span(ANCIENT, "Caesar was murdered on the Ides of March."),
                trigger=span(ANCIENT, "murdered"),
                rule="verb",
                label="murder of Caesar",
                time=ides,
                date=resolution(ides, "The year 44 BC is -0043.", anchored=False),
                type="killing",
                status=Status.HAPPENED,
                participants=(Participant(Role.TARGET, mention(ANCIENT, "Caesar", "Caesar", _PERSON)),),
            ),
            Event(
                key="event-vault",
                span=span(ANCIENT, "The vault shall be opened in the year 12000."),
                trigger=span(ANCIENT, "opened"),
                rule="verb",
                label="opening of the vault",
                time=far,
                date=resolution(far, "The year is named.", anchored=False),
                type="opening",
                status=Status.PLANNED,
            ),
        ),
    )


EXAMPLE = Path(__file__).parent.parent / "ontologies" / "examples" / "reports.trig"
HEADER = (
    "# Three reports in our own words, as they are stored: a named graph for each, and one for whom they\n"
    "# name. Made by `python -m tests.sample_findings`; the questions are asked of it.\n"
)


def example() -> str:
    """The example as TriG."""
    from kb.storing import Store, exports

    with Store.in_memory() as store:
        for findings in (story(), denial(), ancient()):
            store.replace_document(findings)
        return HEADER + exports.write(store, ".trig").decode()


if __name__ == "__main__":
    EXAMPLE.write_text(example(), encoding="utf-8")
