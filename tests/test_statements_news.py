"""How political reports tell of sayings: idioms, asides within what is said, what is said goes on."""

import pytest

from tests.extracted import findings_of

Row = tuple[str | None, str, str]


def rows_of(text: str) -> list[Row]:
    """Speaker, cue and content of each statement."""
    return [
        (
            s.speaker.entity.name if s.speaker else None,
            s.trigger.of(text),
            " | ".join(span.of(text) for span in s.content),
        )
        for s in findings_of(text).statements
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Hale wrote in a Facebook post that Roe is a loser.",
            [("Hale", "wrote", "that Roe is a loser")],
            id="that before a name",
        ),
        pytest.param(
            "But Hale countered that the vote “is not a plan.”",
            [("Hale", "countered", "that the vote “is not a plan.”")],
            id="countered",
        ),
        pytest.param(
            "The system, he pointed out, is older than the court.",
            [("he", "pointed out", "The system | is older than the court")],
            id="pointed out",
        ),
        pytest.param(
            "As Hale put it last month, “the next mayor will have to break walls.”",
            [("Hale", "put it", "the next mayor will have to break walls.")],
            id="as X put it",
        ),
        pytest.param(
            "“You lied,” Hale fired back.", [("Hale", "fired back", "You lied,")], id="fired back with words"
        ),
        pytest.param(
            "Norway would attend the talks, its foreign ministry spokeswoman, Mara Lund, was quoted as "
            "saying by the Tern news agency.",
            [("Mara Lund", "saying", "Norway would attend the talks")],
            id="was quoted as saying, behind",
        ),
        pytest.param(
            "The US accused Chile of “pouring oil on the fire” in Peru.",
            [("United States", "accused", "“pouring oil on the fire” in Peru")],
            id="a country that reads like a pronoun",
        ),
        pytest.param(
            "Berg said Chile “has never hidden” its aid to Peru; Hale, by contrast, said it “must stop”.",
            [
                ("Berg", "said", "Chile “has never hidden” its aid to Peru"),
                ("Hale", "said", "it “must stop”"),
            ],
            id="one speaker behind a semicolon",
        ),
        pytest.param(
            "The White House said it had not been told, and that it was looking into the reports.",
            [
                (
                    "White House",
                    "said",
                    "it had not been told, and that it was looking into the reports",
                )
            ],
            id="a second clause with that",
        ),
        pytest.param(
            "Mr Novak said “the worst is over”, but that “wages will not rise”.",
            [("Novak", "said", "“the worst is over”, but that “wages will not rise”")],
            id="a quotation, then a clause with that",
        ),
        pytest.param(
            "Officials said the bomb, which was planted under a bus, killed six people.",
            [("Officials", "said", "the bomb, which was planted under a bus, killed six people")],
            id="an aside behind the subject of what is said",
        ),
        pytest.param(
            "The coach said that if it rained, the match would be moved.",
            [("The coach", "said", "that if it rained, the match would be moved")],
            id="a condition before what is said",
        ),
        pytest.param(
            "The council reasoned, “because the users pay, this is a shop” (in Italian).",
            [("The council", "reasoned", "because the users pay, this is a shop")],
            id="a gloss behind a quotation",
        ),
        pytest.param(
            "Reed called for talks and smiled at Berg: “We are working on it.”",
            [("Reed", "called", "talks"), ("Reed", ":", "We are working on it.")],
            id="a colon behind a sentence that says more",
        ),
        pytest.param(
            "While Reed insisted the bill was fair, critics called it a gift to banks.",
            [("Reed", "insisted", "the bill was fair"), ("critics", "called", "it a gift to banks")],
            id="a clause before the main one",
        ),
        pytest.param(
            "When Hale proposed the shield in Peru, it was a provocation.",
            [("Hale", "proposed", "the shield in Peru")],
            id="a phrase in a clause before the main one",
        ),
        pytest.param(
            "After the group issued a statement condemning the raid in May, many people left.",
            [("the group", "condemning", "the raid in May")],
            id="a participle in a clause before the main one",
        ),
        pytest.param(
            "Berg proposed a free zone in the region, but Peru would not consider that.",
            [("Berg", "proposed", "a free zone in the region")],
            id="a phrase, then another clause",
        ),
        pytest.param(
            "Donors, said Mauer, are paid once a year.",
            [("Mauer", "said", "Donors | are paid once a year")],
            id="a name between commas behind the subject",
        ),
        pytest.param(
            "The general said that, if asked, he would go.",
            [("The general", "said", "that, if asked, he would go")],
            id="an aside behind that",
        ),
        pytest.param(
            "Hale said she was “not ready” to back him, a stunning rebuke from a friend.",
            [("Hale", "said", "she was “not ready” to back him")],
            id="what the writer calls it",
        ),
        pytest.param(
            "Hale said the bill, a move to save money, was dead.",
            [("Hale", "said", "the bill, a move to save money, was dead")],
            id="what the speaker calls the subject",
        ),
        pytest.param(
            "Reed told his wife that he had lied.",
            [("Reed", "told", "that he had lied")],
            id="that behind a listener",
        ),
        pytest.param(
            "According to a person close to Berg, the senator will not run.",
            [("a person close to Berg", "According to", "the senator will not run")],
            id="a source with all that is told of him",
        ),
        pytest.param(
            "“I was against it,” Hale said in May, according to a transcript.",
            [("Hale", "said", "I was against it,")],
            id="a transcript relays",
        ),
        pytest.param(
            "Hale called the war “a mess” in an interview with Ana Reed.",
            [("Hale", "called", "the war “a mess”")],
            id="where it was said, behind a quotation",
        ),
        pytest.param(
            "The campaign denied the report.", [("The campaign", "denied", "the report")], id="a campaign"
        ),
        pytest.param(
            "The mayor's top adviser on Monday defended the plan.",
            [("The mayor's top adviser", "defended", "the plan")],
            id="a day behind the speaker",
        ),
        pytest.param(
            "“She lies,” Hale said, to which Roe replied, “He talks to me of lies.”",
            [("Hale", "said", "She lies,"), ("Roe", "replied", "He talks to me of lies.")],
            id="to which another replied",
        ),
        pytest.param(
            "Hale said there was “no truth to it,” adding, “I never touched her.”",
            [
                ("Hale", "said", "there was “no truth to it,”"),
                ("Hale", "adding", "I never touched her."),
            ],
            id="adding, behind a mark",
        ),
        pytest.param(
            "Hale called it “a mess” and “a shame” in the debate.",
            [("Hale", "called", "it “a mess” and “a shame”")],
            id="two names",
        ),
        pytest.param(
            "Hale asked him whether he supported an invasion.",
            [("Hale", "asked", "whether he supported an invasion")],
            id="asked whether",
        ),
        pytest.param("“Why”, asked Ana Reed.", [("Ana Reed", "asked", "Why")], id="asked, the comma outside"),
        pytest.param(
            "“Who would vote for that?” Hale asked, according to the Tern Gazette. “Can you imagine?”",
            [("Hale", "asked", "Who would vote for that? | Can you imagine?")],
            id="a question that another relays",
        ),
    ],
)
def test_what_is_said(text: str, rows: list[Row]) -> None:
    assert rows_of(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The soldiers fired back at the tower.", id="fired with guns"),
        pytest.param("She pointed the gun out of the window.", id="pointed a thing out"),
        pytest.param("The minister said a prayer and left.", id="said a thing"),
        pytest.param("He said the same thing that his father had said.", id="the same thing"),
        pytest.param("He made a catch on the warning track to rob Hale of a hit.", id="a kind of track"),
        pytest.param("One of her most widely noticed works appeared in 1988.", id="widely noticed works"),
        pytest.param("Rose Field (often called the “Rose Garden”) lies in the south.", id="often called"),
        pytest.param(
            "While rules differ, guests respond better to a smile.", id="a clause before responding"
        ),
        pytest.param("How can you tell whether they will pay?", id="can you tell"),
        pytest.param("The war, as predicted, spread.", id="as predicted by nobody"),
        pytest.param("If the minister says that, he is wrong.", id="says that"),
        pytest.param("Asked whether he would run, Reed smiled.", id="who was asked, first"),
        pytest.param("Reed, asked if he would run, smiled.", id="who was asked, in the middle"),
        pytest.param("Those who say otherwise lie.", id="say otherwise"),
        pytest.param("The plan failed, and Berg, who had hoped for more, left.", id="who had hoped"),
        pytest.param("The guns thundered and the crowd roared.", id="what is no voice"),
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert rows_of(text) == []
