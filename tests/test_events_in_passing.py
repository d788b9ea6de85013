"""Events as agencies tell them: what dates them and what does not, what is a charge, what is only feared."""

import pytest

from kb.model import Document, Event
from kb.pipeline import find
from kb.when import When


def events_of(text: str) -> dict[str, Event]:
    """The events of a text published on a Tuesday, by their words."""
    document = Document(iri="urn:test", text=text, published=When.parse("2016-03-22"))
    return {event.trigger.of(text): event for event in find(document).events}


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        ("It was the deadliest storm in Norway since 1981.", "storm", "../2016-03-22"),
        ("Norway raised its interest rate on Monday, the first rise since 2006.", "raised", "2016-03-21"),
        (
            "The bank raised its rate by a quarter of a point on Monday and said it would go on.",
            "raised",
            "2016-03-21",
        ),
        ("They elected Ann Roe on Sunday by more votes than in May.", "elected", "2016-03-20"),
        ("It was the worst crash since 1981, when a jet crashed in Corsica, killing 180.", "crashed", "1981"),
        ("Police announced the arrest of a suspect in November's Oslo attacks.", "arrest", "../2016-03-22"),
        (
            "A quake destroyed a town on Monday, trapping residents under debris and killing ten people.",
            "killing",
            "2016-03-21",
        ),
        (
            "Oslo recalled its envoy on Monday, accusing rebels of storming a base.",
            "storming",
            "../2016-03-21",
        ),
        ("The last quake to hit the country destroyed Vell in 2009.", "quake", "2009"),
        (
            "It was the worst air disaster in France since 1981, when a jet crashed in Corsica, killing 180.",
            "air disaster",
            "../2016-03-22",
        ),
        ("It followed a vote held on March 2.", "vote", "2016-03-02"),
        ("The bank kept its benchmark interest rate unchanged on Monday.", "kept", "2016-03-21"),
        (
            "Roe announced on Monday that a vote on whether Norway should join would be held on June 5.",
            "vote",
            "2016-06-05",
        ),
        ("Ann Roe offered to resign on Thursday.", "offered", "2016-03-17"),
        ("Ann Roe, minister since February 2006, lost and resigned.", "resigned", "../2016-03-22"),
        ("A blast hit a train leaving the station at 9:11 a.m. on Monday.", "blast", "2016-03-21T09:11:00"),
    ],
)
def test_which_words_of_time_date_it(text: str, word: str, date: str) -> None:
    settled = events_of(text)[word].date
    assert settled is not None
    assert str(settled.when) == date


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The last quake to hit the country destroyed Vell in 2009.", "quake", "happened"),
        ("The pound fell after Britain's vote to leave the European Union.", "vote", "happened"),
        (
            "The minister warned that a refusal would trigger a second referendum.",
            "referendum",
            "hypothetical",
        ),
        ("A refusal could trigger a strike in Oslo.", "strike", "hypothetical"),
        ("He will miss United's opening match against Celtic on Sunday.", "match", "planned"),
        ("He fell silent and accused the army of shelling the port.", "shelling", "claimed"),
        ("They fought on, fearing attacks on their towns, and that has now happened.", "attacks", "happened"),
        ("The day will come when we arrest them in Oslo.", "arrest", "planned"),
        ("The mayor claimed that rebels shelled the port on Monday.", "shelled", "claimed"),
        ("The mayor denied that jets had bombed the port on 7 March.", "bombed", "denied"),
        ("The charge that Norland bombed a port on 7 March was absurd, Roe said.", "bombed", "claimed"),
        (
            "The mayor honoured rebels who shelled the port on Monday, a spokesman said.",
            "shelled",
            "happened",
        ),
    ],
)
def test_how_it_is_told(text: str, word: str, status: str) -> None:
    assert events_of(text)[word].status == status


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe was convicted of murder on Monday.",
        "A court jailed him for fraud on Monday.",
        "The tribunal acquitted him on Monday of a second count of genocide in Bosnia.",
    ],
)
def test_what_one_is_tried_for_is_no_event_of_that_day(text: str) -> None:
    assert not {"murder", "fraud", "genocide"} & set(events_of(text))


def test_the_murder_itself_is_one() -> None:
    assert "murder" in events_of("He was convicted of the murder of Ann Roe in Oslo.")


def test_a_finite_verb_taken_for_a_participle_tells() -> None:
    assert "stormed" in events_of(
        "Troops pulled out of the town on Monday after pro-Russian rebels stormed it."
    )


def test_words_that_open_a_clause_take_part_in_nothing() -> None:
    text = "It was the siege of Oslo, in which snipers killed ten people on Monday."
    doers = [part.mention.span.of(text) for part in events_of(text)["killed"].participants]
    assert doers == ["snipers", "ten people"]


def test_words_of_time_are_no_part_of_who_takes_part() -> None:
    text = "A court fined him 20,000 roubles on Monday."
    assert "20,000 roubles" in [part.mention.span.of(text) for part in events_of(text)["fined"].participants]


def test_a_pursuit_that_began_is_not_the_takeover_that_ended_it() -> None:
    text = (
        "Norbrew completed its $100 billion takeover of Sudbrew on Monday, ending a hunt that began in May."
    )
    settled = events_of(text)["takeover"].date
    assert settled is not None
    assert str(settled.when) == "2016-03-21"


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        (
            "They condemned the destruction of a hospital it supports in Aleppo.",
            "destruction",
            "The destruction of a hospital it supports in Aleppo",
        ),
        (
            "The war has killed 5,600 people and driven a million from their homes.",
            "driven",
            "The war has driven a million from their homes",
        ),
        ("The Commission cleared the deal in May.", "deal", "The Commission cleared the deal"),
        (
            "He will miss United's opening match against Celtic on Sunday.",
            "match",
            "He will miss United's opening match against Celtic",
        ),
    ],
)
def test_what_it_is_called(text: str, word: str, label: str) -> None:
    assert events_of(text)[word].label == label


@pytest.mark.parametrize(
    "text",
    ["They asked which side he will support.", "Critics say it broke EU treaties and blocked nominations."],
)
def test_what_is_only_asked_or_named_in_general_is_no_event(text: str) -> None:
    assert not events_of(text)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The army has since cut the rebels' main supply route.", "cut", "siege"),
        ("Gales toppled buildings in two towns.", "toppled", "destruction"),
        ("Six scientists were cleared on appeal two years later.", "cleared on appeal", "verdict"),
        ("Oslo banks tumbled in a week when stocks crashed on Monday.", "crashed", "marketCrash"),
        ("The leaders visited the crash site on Monday.", "visited", "visit"),
    ],
)
def test_its_kind(text: str, word: str, kind: str) -> None:
    assert events_of(text)[word].type == kind


def test_who_is_on_board_is_not_the_board() -> None:
    text = "A jet was shot down in July, killing all 298 people on board."
    told = events_of(text)["shot down"].participants
    assert [part.mention.span.of(text) for part in told][-1] == "all 298 people"


def test_a_perfect_that_an_adverb_parts_has_its_subject_and_object() -> None:
    text = "Iraqi forces have since retaken Ramadi from the militants."
    event = events_of(text)["retaken"]
    assert [p.mention.span.of(text) for p in event.participants][:2] == ["Iraqi forces", "Ramadi"]
    assert event.label == "Iraqi forces have since retaken Ramadi from the militants"


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Prosecutors charged Ann Roe with killing two nurses in Oslo.", "killing", "Ann Roe"),
        ("Police arrested Ann Roe for killing two nurses in Oslo.", "killing", "Ann Roe"),
    ],
)
def test_who_is_held_to_have_done_it_is_the_accused(text: str, word: str, doer: str) -> None:
    parts = {(part.role.value, part.mention.span.of(text)) for part in events_of(text)[word].participants}
    assert parts == {("initiator", doer), ("target", "two nurses")}


@pytest.mark.parametrize(
    "text", ["Norway is bombing Oslo.", "Carter accused Norway of bombing towns in Oslo."]
)
def test_who_does_a_deed_that_goes_on_or_is_blamed(text: str) -> None:
    parts = [part.mention.span.of(text) for part in events_of(text)["bombing"].participants]
    assert parts[0] == "Norway"


def test_nobody_takes_part_in_nothing() -> None:
    assert not events_of("Nobody was killed in Oslo.")["killed"].participants


def test_a_label_denies_what_its_sentence_denies() -> None:
    text = "Neither Norway nor Chile attacked the port."
    assert events_of(text)["attacked"].label == "Neither Norway nor Chile attacked the port"


@pytest.mark.parametrize(
    "text", ["Norway plans to invade Chile in May.", "Ann Roe plans to visit Oslo in May."]
)
def test_who_plans_a_deed_is_its_doer(text: str) -> None:
    (event,) = events_of(text).values()
    assert [part.mention.span.of(text) for part in event.participants][:1] == [text.split(" plans")[0]]


def test_an_infinitive_is_no_object() -> None:
    assert set(events_of("Ann Roe went on to visit Rome.")) == {"visit"}


def test_an_average_of_shares_has_a_price() -> None:
    assert events_of("The Dow Jones Industrial Average fell on Thursday.")["fell"].type == "priceMove"


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Talks on Chile resumed in Oslo on Monday.", "talks", "Oslo"),
        ("The summit on Chile was held in Oslo on Monday.", "summit", "Oslo"),
        ("Norway launched a raid on Chile on Monday.", "raid", "Chile"),
    ],
)
def test_talks_are_held_where_they_are_and_not_on_what(text: str, word: str, place: str) -> None:
    found = next(event for trigger, event in events_of(text).items() if trigger.casefold() == word).place
    assert found is not None
    assert found.entity.name == place


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        ("The team won its first title since the 2003-04 season.", "won", "../2016-03-22"),
        ("It was the deadliest attack since the 2004 Madrid bombings.", "bombings", "2004"),
        ("The talks after the 2003 war failed.", "war", "2003"),
        ("Thousands demonstrated for the third day running on Monday.", "demonstrated", "2016-03-21"),
    ],
)
def test_what_it_is_measured_from_does_not_date_it(text: str, word: str, date: str) -> None:
    events = events_of(text)
    dates = {other: str(event.date.when) for other, event in events.items() if event.date is not None}
    assert dates[word] == date
    assert list(dates.values()).count(date) == 1


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Wales beat Belgium 3-1 on Friday.", "beat", ["Wales", "Belgium"]),
        ("Spain won 4-0 on Sunday.", "won", ["Spain"]),
        ("Protesters marched through Oslo on New Year's Eve.", "marched through", ["Protesters"]),
        ("Between 1975 and 1979 the regime killed ten men.", "killed", ["the regime", "ten men"]),
        ("The next day police arrested ten men.", "arrested", ["police", "ten men"]),
        ("On Monday afternoon police arrested ten men.", "arrested", ["police", "ten men"]),
        ("The bridge, closed since last Tuesday, will reopen on Monday.", "reopen", ["The bridge"]),
        ("Roe took office in January.", "took office", ["Roe"]),
    ],
)
def test_figures_of_a_score_and_words_of_time_take_no_part(text: str, word: str, names: list[str]) -> None:
    assert [part.mention.span.of(text) for part in events_of(text)[word].participants] == names


def test_a_holiday_is_no_place() -> None:
    event = events_of("The army attacked Aleppo on Christmas Day.")["attacked"]
    assert event.place is not None
    assert event.place.entity.name == "Aleppo"


@pytest.mark.parametrize(
    ("text", "reaction", "deed"),
    [
        (
            "Roe was criticised for the raid in February.",
            ("criticised", "../2016-03-22"),
            ("raid", "2016-02"),
        ),
        (
            "Roe was praised for the rescue of the sailors in February.",
            ("praised", "../2016-03-22"),
            ("rescue", "2016-02"),
        ),
        (
            "Norway apologised in February for the downing of the jet in 2014.",
            ("apologised", "2016-02"),
            ("downing", "2014"),
        ),
        ("Roe was condemned for the raid on Monday.", ("condemned", "2016-03-21"), ("raid", "2016-03-21")),
    ],
)
def test_a_month_behind_what_is_praised_or_blamed_is_of_that(
    text: str, reaction: tuple[str, str], deed: tuple[str, str]
) -> None:
    dates = {word: str(event.date.when) for word, event in events_of(text).items() if event.date}
    assert dates == dict([reaction, deed])
