"""Statements of whole reports, on many subjects, in the order of their cues."""

import pytest

from kb.model import Statement
from tests.extracted import findings_of

STANDOFF = """Hungary's prime minister has rejected a proposal by the European Commission to share out refugees.

The Élysée said on Sunday that Paris would veto the plan, and that no vote was needed.

Forty-two former generals published an open letter demanding an end to the deployment.

Al Jazeera reports:

German Chancellor Angela Brandt said in Berlin on Monday that the letter was “a warning to be heeded” and that she would meet its authors.

“We have heard them,” Brandt told Der Spiegel during a trip to Warsaw. “And we will answer.”

A senior NATO diplomat, who asked not to be named, said the alliance might send more trainers to Georgia.

On Tuesday, two Ukrainian officials blamed Belarus for a series of cyber attacks on the power grid.

The claim came three days after Polish Defence Minister Jan Kowal warned that Minsk was preparing "something big".

“This is pure fantasy,” Belarusian Foreign Ministry spokeswoman Vera Litvin said on Wednesday.

Asked about her remarks, Kowal declined to comment.
"""  # noqa: E501

ELECTION = """The opposition accused the electoral commission of fraud on Thursday, and called for a recount.

Commission head Peter Ndlovu denied the allegation, telling reporters in Harare that the vote had been “free and fair”.

"There is no evidence. None," he said. "If they have any, let them bring it to court."

The African Union and its partners urged both sides to stay calm.
"""  # noqa: E501

MERGER = """Orbica said it would buy the Dutch chip maker Lumera for $4 billion, its largest deal so far.

“This is a perfect match,” said Kim Ji-woo, the company's chief executive.

Analysts were less sure. The price “makes no sense”, one of them said.

Lumera's founder, Bas de Wit, will stay on. He told Bloomberg he had turned down two other offers.
"""

EARTHQUAKE = """An earthquake struck off the coast of Peru early on Saturday, killing 12 people, officials said.

President Rosa Quispe, who flew to the area, promised that every family would get a new house.

"Nobody will sleep in the street," she said.

The health ministry said on Sunday that hospitals were full and appealed for blood donors.
"""  # noqa: E501

TRUCE = """Moscow and Ankara agreed to patrol the highway together, the Kremlin announced on Monday.

"Words are cheap," a White House official said, adding that the US would judge Russia by its actions.

Damascus, meanwhile, condemned the accord and threatened to shoot down any aircraft over its border.
"""

TRIAL = """The court ruled that the search had been unlawful. Its president, Judge Omar Haddad, said: “The police had no warrant.”

Prosecutor Lina Sorel, speaking outside the building, said she would appeal.

According to her, “justice was not done today”.

The defendant's lawyer welcomed the ruling on Friday.
"""  # noqa: E501

TRANSFER = """Rosenholm have signed the striker Milo Kranz, the club confirmed on Tuesday.

"I have dreamed of this since I was six," Kranz wrote on his page. "See you all in May."

His former coach, Ida Lund, joked that he “still cannot head a ball”.
"""

DISCOVERY = """A study found traces of salt on the moon. “It changes what we thought we knew,” said Dr Amara Obi of the University of Ghent, who led the work.

She insisted that the samples were clean. Other scientists doubt it.

“We need a second sample,” one astronomer said, but added that the method was sound.
"""  # noqa: E501

FLOOD = """The dam will hold, engineers insist. But villagers, many of whom spent the night on roofs, say nobody warned them.

"They told us to stay," said Marta Silva, a teacher. "Then the water came."

The governor, asked whether the alarm had failed, replied: "We are looking into it."
"""  # noqa: E501

OBITUARY = """The painter Elsa Thorn, who died on Sunday, once said that colour was “a kind of noise”.

Her brother told the Northern Times she had worked to the last day.

The museum praised her as a friend. It announced that a hall would bear her name.
"""

REPORTS = [
    pytest.param(
        STANDOFF,
        [
            (
                "Hungary's prime minister",
                "rejected",
                "a proposal by the European Commission to share out refugees",
            ),
            ("Élysée", "said", "that Paris would veto the plan, and that no vote was needed"),
            ("Forty-two former generals", "demanding", "an end to the deployment"),
            (
                "Angela Brandt",
                "said",
                "that the letter was “a warning to be heeded” and that she would meet its authors",
            ),
            ("Angela Brandt", "told", "We have heard them, | And we will answer."),
            ("A senior NATO diplomat", "said", "the alliance might send more trainers to Georgia"),
            ("two Ukrainian officials", "blamed", "a series of cyber attacks on the power grid"),
            ("Jan Kowal", "warned", 'that Minsk was preparing "something big"'),
            ("Vera Litvin", "said", "This is pure fantasy,"),
        ],
        id="a standoff between states",
    ),
    pytest.param(
        ELECTION,
        [
            ("The opposition", "accused", "fraud"),
            ("The opposition", "called", "a recount"),
            ("Peter Ndlovu", "denied", "the allegation"),
            ("Peter Ndlovu", "telling", "that the vote had been “free and fair”"),
            (
                "Peter Ndlovu",
                "said",
                "There is no evidence. None, | If they have any, let them bring it to court.",
            ),
            ("African Union and its partners", "urged", "both sides to stay calm"),
        ],
        id="an election",
    ),
    pytest.param(
        MERGER,
        [
            (
                "Orbica",
                "said",
                "it would buy the Dutch chip maker Lumera for $4 billion, its largest deal so far",
            ),
            ("Kim Ji-woo", "said", "This is a perfect match,"),
            ("one of them", "said", "The price “makes no sense”"),
            ("Bas de Wit", "told", "he had turned down two other offers"),
        ],
        id="a merger",
    ),
    pytest.param(
        EARTHQUAKE,
        [
            (
                "officials",
                "said",
                "An earthquake struck off the coast of Peru early on Saturday, killing 12 people",
            ),
            ("Rosa Quispe", "promised", "that every family would get a new house"),
            ("Rosa Quispe", "said", "Nobody will sleep in the street,"),
            ("The health ministry", "said", "that hospitals were full"),
            ("The health ministry", "appealed", "blood donors"),
        ],
        id="an earthquake",
    ),
    pytest.param(
        TRUCE,
        [
            ("Kremlin", "announced", "Moscow and Ankara agreed to patrol the highway together"),
            ("a White House official", "said", "Words are cheap,"),
            ("a White House official", "adding", "that the US would judge Russia by its actions"),
            ("Syria", "condemned", "the accord"),
            ("Syria", "threatened", "to shoot down any aircraft over its border"),
        ],
        id="a truce",
    ),
    pytest.param(
        TRIAL,
        [
            ("The court", "ruled", "that the search had been unlawful"),
            ("Omar Haddad", "said", "The police had no warrant."),
            ("Lina Sorel", "said", "she would appeal"),
            ("Lina Sorel", "According to", "justice was not done today"),
            ("The defendant's lawyer", "welcomed", "the ruling"),
        ],
        id="a trial",
    ),
    pytest.param(
        TRANSFER,
        [
            ("the club", "confirmed", "Rosenholm have signed the striker Milo Kranz"),
            ("Milo Kranz", "wrote", "I have dreamed of this since I was six, | See you all in May."),
            ("Ida Lund", "joked", "that he “still cannot head a ball”"),
        ],
        id="a transfer",
    ),
    pytest.param(
        DISCOVERY,
        [
            ("Amara Obi", "said", "It changes what we thought we knew,"),
            ("Amara Obi", "insisted", "that the samples were clean"),
            ("Other scientists", "doubt", "it"),
            ("one astronomer", "said", "We need a second sample,"),
            ("one astronomer", "added", "that the method was sound"),
        ],
        id="a discovery",
    ),
    pytest.param(
        FLOOD,
        [
            ("engineers", "insist", "The dam will hold"),
            ("villagers", "say", "nobody warned them"),
            ("villagers", "told", "us to stay"),
            ("Marta Silva", "said", "They told us to stay, | Then the water came."),
            ("The governor", "replied", "We are looking into it."),
        ],
        id="a flood",
    ),
    pytest.param(
        OBITUARY,
        [
            ("Elsa Thorn", "said", "that colour was “a kind of noise”"),
            ("Her brother", "told", "she had worked to the last day"),
            ("The museum", "praised", "her as a friend"),
            ("The museum", "announced", "that a hall would bear her name"),
        ],
        id="an obituary",
    ),
]


def row_of(text: str, statement: Statement) -> tuple[str | None, str, str]:
    speaker = statement.speaker.entity.name if statement.speaker else None
    return speaker, statement.trigger.of(text), " | ".join(span.of(text) for span in statement.content)


@pytest.mark.parametrize(("report", "expected"), REPORTS)
def test_who_said_what(report: str, expected: list[tuple[str, str, str]]) -> None:
    assert [row_of(report, statement) for statement in findings_of(report).statements] == expected
