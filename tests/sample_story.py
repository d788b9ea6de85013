"""What is found in the report of `sample_report`, by hand: four statements and four events."""

from dataclasses import replace

from kb.model import (
    Anchor,
    AnchorKind,
    Attitude,
    Event,
    Findings,
    Participant,
    Proposition,
    QuoteKind,
    Resolution,
    Role,
    Sentence,
    Span,
    Statement,
    Status,
)
from kb.when import When
from tests.making import before_publication, resolution, span
from tests.sample_report import (
    DAMASCUS,
    DAY_AFTER,
    DIPLOMATS,
    FRIDAY,
    INTERFAX,
    LAST_YEAR,
    MINISTRY,
    OFFICIAL,
    RUSSIA,
    SECRETARY,
    SINCE,
    STATE,
    STORY,
    SYRIA,
    THURSDAY,
    VOLKOVA,
    WASHINGTON,
    document,
)


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
