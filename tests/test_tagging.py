"""Tokens: where words begin and end, what they are, what they come from."""

import pytest

from kb.languages import load_language
from kb.model import Document, Findings, Sentence, Span, Token
from kb.tagging import tag


def tokens_of(text: str) -> tuple[Token, ...]:
    sentence = Sentence(Span(0, len(text)), 0)
    findings = Findings(Document(iri="urn:test", text=text), sentences=(sentence,))
    return tag(findings, load_language("en"))[0].tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Nobody's here.", ["Nobody", "'s", "here", "."], id="possessive or is"),
        pytest.param("They didn’t go.", ["They", "did", "n't", "go", "."], id="curly not"),
        pytest.param("the U.S. fleet", ["the", "U.S.", "fleet"], id="initials keep their stops"),
        pytest.param("in St. Ives today", ["in", "St.", "Ives", "today"], id="abbreviation"),
        pytest.param("“Go,” he said.", ["“", "Go", ",", "”", "he", "said", "."], id="curly marks"),
        pytest.param("an EU-funded clinic", ["an", "EU-funded", "clinic"], id="hyphenated stays whole"),
        pytest.param("$3.5m or 12,000", ["$", "3.5m", "or", "12,000"], id="amounts"),
        pytest.param(
            "see https://example.org/a.html now", ["see", "https://example.org/a.html", "now"], id="address"
        ),
        pytest.param("more … later", ["more", "…", "later"], id="ellipsis"),
        pytest.param("the workers' hall", ["the", "workers", "'", "hall"], id="plural owner"),
    ],
)
def test_words_are_cut_where_speakers_of_english_cut_them(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens_of(text)] == words


def test_offsets_count_in_the_raw_text_with_its_no_break_spaces() -> None:
    text = "The\u00a0envoy said\u00a0“no”."
    assert [token.span.of(text) for token in tokens_of(text)] == ["The", "envoy", "said", "“", "no", "”", "."]


def test_no_character_but_blanks_is_lost() -> None:
    text = "Mr. O'Neill’s 3-year-old (a boy) won't eat £5 worth—really!"
    covered = "".join(token.span.of(text) for token in tokens_of(text))
    assert covered == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "word", "pos", "lemma"),
    [
        pytest.param("The army attacks the town.", "attacks", "VERB", "attack", id="verb before an object"),
        pytest.param("The attacks were deadly.", "attacks", "NOUN", "attack", id="noun after an article"),
        pytest.param("She wants to report it.", "report", "VERB", "report", id="infinitive"),
        pytest.param("They issued a report.", "report", "NOUN", "report", id="noun"),
        pytest.param("The minister said so.", "said", "VERB", "say", id="irregular past"),
        pytest.param("Police denied it.", "denied", "VERB", "deny", id="y to ied"),
        pytest.param("Ships were stopped there.", "stopped", "VERB", "stop", id="doubled consonant"),
        pytest.param("The bodies were found.", "bodies", "NOUN", "body", id="ies to y"),
        pytest.param("Two women spoke.", "women", "NOUN", "woman", id="irregular plural"),
        pytest.param("The official resigned.", "official", "NOUN", "official", id="role as a noun"),
        pytest.param("The official report came.", "came", "VERB", "come", id="irregular come"),
        pytest.param("Envoys left for Oslo.", "Oslo", "PROPN", "Oslo", id="name"),
        pytest.param("Nobody told us about the US plan.", "US", "PROPN", "US", id="US is no pronoun"),
        pytest.param("Nobody told us about the US plan.", "us", "PRON", "we", id="us is no country"),
        pytest.param("Its UN-backed rival won.", "UN-backed", "ADJ", "un-backed", id="backed by"),
        pytest.param("This suggests a trap.", "suggests", "VERB", "suggest", id="demonstrative as subject"),
        pytest.param("The military said so.", "said", "VERB", "say", id="verb of saying behind an adjective"),
        pytest.param(
            "The military said so.", "military", "NOUN", "military", id="adjective that heads a subject"
        ),
        pytest.param("North Korea left.", "North", "PROPN", "North", id="name that opens with a common word"),
        pytest.param("Voters left early.", "Voters", "NOUN", "voter", id="plural that opens a sentence"),
        pytest.param("Officials would confirm it.", "confirm", "VERB", "confirm", id="after a modal"),
    ],
)
def test_parts_of_speech_and_lemmas(text: str, word: str, pos: str, lemma: str) -> None:
    token = next(token for token in tokens_of(text) if token.text == word)
    assert (token.pos, token.lemma) == (pos, lemma)


def test_a_word_written_as_a_name_elsewhere_is_one_where_it_opens_a_sentence() -> None:
    text = "Daly spoke. We met Daly later."
    first, second = Sentence(Span(0, 11), 0), Sentence(Span(12, len(text)), 0)
    findings = Findings(Document(iri="urn:test", text=text), sentences=(first, second))
    assert tag(findings, load_language("en"))[0].tokens[0].pos == "PROPN"
