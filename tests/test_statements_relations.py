"""Statements: their exact words, their evidence, who relays them, and how they bear on one another."""

import pytest

from tests.extracted import findings_of
from tests.test_statements import only_statement, summary_of
from tests.test_statements_articles import STANDOFF


def test_words_between_marks_are_kept_exactly_without_the_marks() -> None:
    text = "The\u00a0dam is “very,\u00a0very safe”, Ann Reed said."
    assert [span.of(text) for span in only_statement(text).verbatim] == ["very,\u00a0very safe"]


def test_a_quotation_goes_on_over_sentences_and_paragraphs() -> None:
    text = "“It held. It will hold,” said Ann Reed. “Trust me.\n\n“We built it well.”"
    quoted = [span.of(text) for span in only_statement(text).verbatim]
    assert quoted == ["It held. It will hold,", "Trust me.", "We built it well."]


def test_the_evidence_is_whole_sentences_with_cue_and_words() -> None:
    text = "It rained. “It held. It will hold,” Ann Reed said on Monday. Nobody left."
    assert only_statement(text).span.of(text) == "“It held. It will hold,” Ann Reed said on Monday."


def test_a_pronoun_is_who_spoke_before() -> None:
    text = "Ann Reed said the dam was safe. “We built it well,” she said."
    assert [s.speaker.entity.name for s in findings_of(text).statements if s.speaker] == [
        "Ann Reed",
        "Ann Reed",
    ]


def test_two_cues_of_one_speaker_are_two_statements() -> None:
    text = "Ann Reed said the dam was safe, adding that it would be watched."
    contents = [summary_of(text, s)[3] for s in findings_of(text).statements]
    assert contents == ["the dam was safe", "that it would be watched"]


def test_who_adds_is_who_said_and_not_who_was_spoken_of() -> None:
    text = "Ann Reed said that the guards would stay “a while,” adding that nobody would be harmed."
    assert {s.speaker.entity.name for s in findings_of(text).statements if s.speaker} == {"Ann Reed"}


def test_an_outlet_that_reports_a_statement_only_carries_it() -> None:
    text = "Chile denied moving the stones, the daily La Voz reported."
    statement = only_statement(text)
    assert [m.entity.name for m in statement.carriers] == ["La Voz"]


def test_a_lead_in_line_carries_what_follows() -> None:
    text = "It rained.\n\nThe Northern Herald reports:\n\nAnn Reed said the dam was safe."
    assert [m.entity.name for m in only_statement(text).carriers] == ["Northern Herald"]


def test_audience_place_and_time_belong_to_the_saying() -> None:
    text = "Ann Reed told Reuters in Oslo on Monday that the dam would close in May."
    statement = only_statement(text)
    place, time = statement.place, statement.time
    assert [m.entity.name for m in statement.audience] == ["Reuters"]
    assert place is not None
    assert place.entity.name == "Oslo"
    assert time is not None
    assert time.span.of(text) == "Monday"


def test_the_time_of_what_is_said_is_not_the_time_of_saying() -> None:
    assert only_statement("Ann Reed said the dam would close on Monday.").time is None


def test_a_memo_that_says_again_what_its_signers_asked_for_is_no_second_statement() -> None:
    signed = "Ten judges signed a memo calling for new prisons in Chile."
    text = f"{signed} The memo, calling for new prisons, is short."
    assert summary_of(text, only_statement(text))[0] == "Ten judges"


def test_a_saying_within_anothers_words_has_the_outer_speaker_for_a_carrier() -> None:
    text = "Ann Reed said that the mayor had warned of a flood."
    inner = next(s for s in findings_of(text).statements if s.act == "warn")
    assert [m.entity.name for m in inner.carriers] == ["Ann Reed"]


def test_every_span_of_a_statement_lies_in_its_evidence() -> None:
    findings = findings_of(STANDOFF)
    for statement in findings.statements:
        inside = [statement.trigger, *statement.content, *statement.verbatim]
        assert all(statement.span.covers(span) for span in inside)


def test_keys_are_unique_and_the_same_on_a_second_reading() -> None:
    keys = [s.key for s in findings_of(STANDOFF).statements]
    assert len(set(keys)) == len(keys)
    assert keys == [s.key for s in findings_of(STANDOFF).statements]


def test_carriers_come_with_the_first_one_first() -> None:
    told = next(s for s in findings_of(STANDOFF).statements if s.trigger.of(STANDOFF) == "told")
    assert [m.entity.name for m in told.carriers] == ["Der Spiegel", "Al Jazeera"]


@pytest.mark.parametrize(
    ("text", "carriers"),
    [
        pytest.param("The BBC quoted Ann Reed as saying it was over.", ["BBC"], id="quoted as saying"),
        pytest.param("Ann Reed was quoted by the BBC as saying it was over.", ["BBC"], id="was quoted by"),
        pytest.param("The BBC quoted Ann Reed: “It is over.”", ["BBC"], id="quoted, over a colon"),
        pytest.param("Ann Reed was quoted as saying it was over.", [], id="by nobody named"),
    ],
)
def test_whoever_quotes_the_speaker_carries_the_statement(text: str, carriers: list[str]) -> None:
    statement = only_statement(text)
    assert statement.speaker
    assert statement.speaker.entity.name == "Ann Reed"
    assert [mention.entity.name for mention in statement.carriers] == carriers


def test_one_may_speak_on_behalf_of_another() -> None:
    text = "Speaking on behalf of the European Union, Ann Reed demanded that the sieges be lifted."
    statement = only_statement(text)
    assert statement.speaking_for
    assert statement.speaking_for.entity.name == "European Union"


def test_where_a_group_is_based_is_not_where_it_spoke() -> None:
    text = "The Norland Union, a group based in Britain, said the road was shut."
    assert only_statement(text).place is None


def test_two_statements_of_one_verb_are_told_apart() -> None:
    found = findings_of("Ann Reed said it was too late to vote: “We must go.”").statements
    assert len({statement.key for statement in found}) == len(found) == 2
