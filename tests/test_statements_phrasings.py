"""Phrasings of agencies: words quoted from a person, figures put on things, what is ruled out or urged."""

import pytest

from tests.extracted import Row, rows_of


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "State television quoted the general: “We shall not retreat.”",
            [("the general", "We shall not retreat.")],
            id="the one who is quoted speaks",
        ),
        pytest.param(
            "The agency cited Reed: “We shall not retreat.”",
            [("Reed", "We shall not retreat.")],
            id="cited, not citing",
        ),
        pytest.param(
            "The ministry put the toll at 120.", [("The ministry", "the toll at 120")], id="put the toll at"
        ),
        pytest.param("The ministry put the file at the door.", [], id="put, but no figure"),
        pytest.param(
            "The minister ruled out sending troops.", [("The minister", "sending troops")], id="ruled out"
        ),
        pytest.param("The minister did not rule out sending troops.", [], id="not ruled out"),
        pytest.param("Reed urged calm after the vote.", [("Reed", "calm")], id="urged calm"),
        pytest.param(
            "Witnesses described hearing two blasts.",
            [("Witnesses", "hearing two blasts")],
            id="what they went through",
        ),
        pytest.param(
            "Reed promised reform of the courts.", [("Reed", "reform of the courts")], id="nobody is told"
        ),
        pytest.param("Reed promised workers a rise.", [("Reed", "a rise")], id="workers are told"),
        pytest.param("Reed admitted taking bribes.", [("Reed", "taking bribes")], id="what he did"),
        pytest.param(
            "The inquiry blamed the crew.", [("The inquiry", "the crew")], id="an inquiry blames somebody"
        ),
        pytest.param(
            "The minister would say only that talks were under way.",
            [("The minister", "that talks were under way")],
            id="so much was said",
        ),
        pytest.param(
            "It was reported that the road was open.",
            [(None, "that the road was open")],
            id="nobody tells by whom",
        ),
        pytest.param("It was agreed that the road should be open.", [], id="agreed, not told"),
        pytest.param(
            "The government gave assurances that deposits were safe.",
            [("The government", "that deposits were safe")],
            id="gave assurances",
        ),
        pytest.param(
            "Deposits are safe, the government has assured savers.",
            [("the government", "Deposits are safe")],
            id="savers are assured of what stands before",
        ),
        pytest.param(
            "Reed stressed the need for a deal.", [("Reed", "the need for a deal")], id="stressed the need"
        ),
        pytest.param(
            "Ana Reed, the head of the charity that ran the ship, denounced the accord and left.",
            [("Ana Reed", "the accord")],
            id="behind a clause with that, nobody speaks after the verb",
        ),
        pytest.param(
            "Reed said they would continue “the struggle for land”.",
            [("Reed", "they would continue “the struggle for land”")],
            id="continued a struggle, not to speak",
        ),
        pytest.param(
            "“We must wait,” Reed told reporters, citing risks.",
            [("Reed", "We must wait,")],
            id="what she cites she does not say twice",
        ),
        pytest.param(
            "Reed argued for an increase; Cole faulted the bank for its delay.",
            [("Reed", "an increase"), ("Cole", "its delay")],
            id="argued for, faulted for",
        ),
        pytest.param("Such is the charge that she denied in May.", [], id="a charge somebody denied"),
        pytest.param("The claim that won Reed fame was false.", [], id="that is no clause of a claim"),
        pytest.param("The minister would say that talks were under way.", [], id="would, but did not"),
        pytest.param(
            "It is unclear, the ministry said, whether the road is open.",
            [("the ministry", "It is unclear | whether the road is open")],
            id="what it is that is unclear",
        ),
    ],
)
def test_what_is_told(text: str, rows: list[Row]) -> None:
    assert rows_of(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Reed accused Chile of war crimes, a charge Lima rejects.",
            [("Reed", "war crimes")],
            id="before what is made of it",
        ),
        pytest.param(
            "Reed has said repeatedly that she will not stand, most recently in an interview on Sunday.",
            [("Reed", "that she will not stand")],
            id="before the last time",
        ),
        pytest.param(
            "Reed warned of war, without elaborating.", [("Reed", "war")], id="before what was not said"
        ),
        pytest.param(
            "Reed said Chile wanted war, comments that drew fire.",
            [("Reed", "Chile wanted war")],
            id="before what they are called",
        ),
        pytest.param(
            "Reed said the debt was too high, a finding Lima seized on.",
            [("Reed", "the debt was too high")],
            id="before what somebody made of it",
        ),
        pytest.param(
            "Reed confirmed that a cable had come but would not comment on it.",
            [("Reed", "that a cable had come")],
            id="before what she would not say",
        ),
        pytest.param(
            "Reed said lenders were to blame, but stopped short of calling a vote.",
            [("Reed", "lenders were to blame")],
            id="before what was not done",
        ),
        pytest.param(
            "Reed told Cole by telephone on Sunday to end the strikes.",
            [("Reed", "Cole | to end the strikes")],
            id="without how it was said",
        ),
        pytest.param(
            "“We must wait,” Reed said, adding that social programmes would be kept.",
            [("Reed", "We must wait,"), ("Reed", "that social programmes would be kept")],
            id="that before several things tells no which",
        ),
        pytest.param(
            "Reed said last week that troops would leave.",
            [("Reed", "that troops would leave")],
            id="a week is told apart by nothing",
        ),
        pytest.param(
            "Reed had voiced fears of interference only two days earlier.",
            [("Reed", "fears of interference")],
            id="before only two days",
        ),
        pytest.param(
            "Cole said it was too late to vote: “We must go.”",
            [("Cole", "it was too late to vote"), ("Cole", "We must go.")],
            id="before a colon and a quotation of its own",
        ),
        pytest.param(
            "A union accused by Reed of inaction rejected it.",
            [("Reed", "inaction"), ("A union", "it")],
            id="before the main verb",
        ),
        pytest.param(
            "In a letter posted online, the union promised a strike and vowed more.",
            [("the union", "a strike")],
            id="a place in a text is not said",
        ),
    ],
)
def test_where_it_ends(text: str, rows: list[Row]) -> None:
    assert rows_of(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Reed told parliament that Chile would “never accept” the vote and asked members to back it.",
            [("Reed", "that Chile would “never accept” the vote"), ("Reed", "members to back it")],
            id="joined to words in marks",
        ),
        pytest.param(
            "Reed told reporters that Chile would win and urged patience.",
            [("Reed", "that Chile would win"), ("Reed", "patience")],
            id="behind a listener",
        ),
        pytest.param(
            "The march was called off after the minister, Ana Reed, asked people to stay at home.",
            [("Ana Reed", "people to stay at home")],
            id="named twice behind an opener",
        ),
        pytest.param(
            "It ended after Ana Reed, the minister, warned of an attack.",
            [("Ana Reed", "an attack")],
            id="named, then described, behind an opener",
        ),
        pytest.param(
            "Reed denied that Cole had said the road was shut.",
            [("Reed", "that Cole had said the road was shut")],
            id="what is denied was not said",
        ),
        pytest.param(
            "Nigel Reed, leader of the party, dismissed the deal as “weak”, while Labour leader Jeremy "
            "Cole described it as a “sideshow” but said his party would be campaigning to stay.",
            [
                ("Nigel Reed", "the deal as “weak”"),
                ("Jeremy Cole", "it as a “sideshow”"),
                ("Jeremy Cole", "his party would be campaigning to stay"),
            ],
            id="the second of two set against one another goes on",
        ),
        pytest.param(
            "A commission said in 1999 that 200 people had been killed or had gone, and blamed the army.",
            [
                ("A commission", "that 200 people had been killed or had gone"),
                ("A commission", "the army"),
            ],
            id="behind two things told of others",
        ),
        pytest.param(
            "The memo, seen by the Northern Herald, says it is over. It calls for talks.",
            [("The memo", "it is over"), ("The memo", "talks")],
            id="it is the memo that spoke",
        ),
        pytest.param(
            "Stephen Hawking congratulated them and told the BBC that the waves were new.",
            [("Stephen Hawking", "that the waves were new")],
            id="the whole of a name",
        ),
        pytest.param(
            "Cole told the BBC she would sing. Asked whether he would sing, Ben Reed did not say. “I will be "
            "there,” he told reporters.",
            [("Cole", "she would sing"), ("Ben Reed", "I will be there,")],
            id="who is asked is the one behind the comma",
        ),
        pytest.param(
            "“I will be there,” Ben Reed said. On Monday he is to meet David Cole. He asked for questions.",
            [("Ben Reed", "I will be there,"), ("Ben Reed", "questions")],
            id="the subject goes before whom he meets",
        ),
        pytest.param(
            "Reed singled out the group that has killed thousands, saying it was over.",
            [("Reed", "it was over")],
            id="not the group that is only described",
        ),
        pytest.param(
            "“I have kept my word,” Reed said in a letter that urged members to wait.",
            [("Reed", "I have kept my word,"), ("a letter", "members to wait")],
            id="a letter, without its preposition",
        ),
        pytest.param(
            "The government was accused by Reed of inaction.",
            [("Reed", "inaction")],
            id="the one who accuses is not named after the charge",
        ),
    ],
)
def test_who_says_the_second_thing(text: str, rows: list[Row]) -> None:
    assert rows_of(text) == rows
