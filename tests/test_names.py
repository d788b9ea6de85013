"""Names that no office tells: by lists, their own words, what stands beside them, what a tagger says."""

import pytest

from kb.extracting.gazetteer import load_gazetteer
from kb.extracting.name_cues import cued_kind
from kb.extracting.names import find_names
from kb.extracting.unknown_names import Unknown, guessed_kind
from kb.model import EntityKind, Span, Token
from tests.extracted import findings_of

PERSON, BODY, PLACE, THING = (
    EntityKind.PERSON,
    EntityKind.ORGANIZATION,
    EntityKind.PLACE,
    EntityKind.THING,
)
GAZETTEER = load_gazetteer("en")


def tokens_of(sentence: str) -> list[Token]:
    """Tokens at blanks, "word/POS/TAG"; no part of speech is a noun's, or with a capital a name's."""
    tokens: list[Token] = []
    for number, word in enumerate(sentence.split()):
        text, pos, tag = (*word.split("/"), "", "")[:3]
        pos = pos or ("PROPN" if text[0].isupper() else "NOUN" if text.isalpha() else "PUNCT")
        tokens.append(Token(Span(number * 20, number * 20 + 19), text, text.lower(), pos, entity=tag or None))
    return tokens


def kind_of(sentence: str, first: str, count: int = 1) -> EntityKind:
    """What the rules make of the words from `first` on."""
    tokens = tokens_of(sentence)
    start = next(k for k, token in enumerate(tokens) if token.text == first)
    return guessed_kind(Unknown(tokens, start, start + count, GAZETTEER))[0]


def names_in(sentence: str) -> list[tuple[str, EntityKind]]:
    return [(name.text, name.kind) for name in find_names(tokens_of(sentence), GAZETTEER)]


@pytest.mark.parametrize(
    ("sentence", "first", "kind"),
    [
        pytest.param("they/PRON praised/VERB Velmar", "Velmar", THING, id="neither tagged nor active"),
        pytest.param("then/ADV Velmar left/VERB", "Velmar", PERSON, id="does something"),
        pytest.param("then/ADV Velmar/PROPN/B-LOC left/VERB", "Velmar", PERSON, id="a place that acts"),
        pytest.param("roads/NOUN in/ADP Velmar/PROPN/B-PER", "Velmar", PLACE, id="tagged, after in"),
        pytest.param("roads/NOUN in/ADP Velmar", "Velmar", THING, id="untagged, after in"),
        pytest.param("letters/NOUN from/ADP Velmar/PROPN/B-PER", "Velmar", PERSON, id="people send too"),
        pytest.param("the/DET Velmar/PROPN/B-PER was/AUX wide/ADJ", "Velmar", THING, id="article"),
        pytest.param("my/PRON Velmar broke/VERB", "Velmar", THING, id="possessive"),
        pytest.param("it/PRON told/VERB VLMR/PROPN/B-LOC", "VLMR", BODY, id="tagged acronym"),
        pytest.param("it/PRON holds/VERB VLMR", "VLMR", THING, id="acronym of a thing"),
        pytest.param("VERY LOUD/PROPN/B-ORG is/AUX it/PRON", "LOUD", THING, id="shouted"),
        pytest.param("the/DET VX40/PROPN/B-LOC is/AUX new/ADJ", "VX40", THING, id="model"),
        pytest.param("and/CCONJ Velmar 's/PART plan", "Velmar", PERSON, id="owner"),
        pytest.param("according/VERB to/ADP Velmar , trade/NOUN fell/VERB", "Velmar", PERSON, id="cited"),
    ],
)
def test_unknown_names_get_the_kind_that_most_speaks_for(sentence: str, first: str, kind: EntityKind) -> None:
    assert kind_of(sentence, first) is kind


def test_an_unknown_name_between_commas_is_a_person() -> None:
    assert kind_of("a rival , Velmar Osk , had/AUX left/VERB", "Velmar", 2) is PERSON


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "The African National Congress Women 's League won .",
            "The African National Congress Women's League",
        ),
        ("The Australian Workers ' Union won .", "The Australian Workers' Union"),
        ("The Norway 's League won .", "League"),
    ],
)
def test_whose_body_it_is_belongs_to_the_name_of_a_body(sentence: str, name: str) -> None:
    assert name in {found.text for found in find_names(tokens_of(sentence), GAZETTEER)}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        pytest.param("the Velmar region/NOUN", PLACE, id="region behind"),
        pytest.param("the town/NOUN of/ADP Velmar", PLACE, id="town before"),
        pytest.param("a Velmar spokesman/NOUN", BODY, id="spokesman behind"),
        pytest.param("founder/NOUN of/ADP Velmar", BODY, id="founder before"),
        pytest.param("Velmar , who/PRON left/VERB", PERSON, id="who"),
        pytest.param("the king/NOUN of/ADP Velmar", PLACE, id="a king heads no body"),
        pytest.param("the battle/NOUN of/ADP Velmar", PLACE, id="battle"),
        pytest.param("the history/NOUN of/ADP Velmar", None, id="history of anything"),
        pytest.param("the Velmar dynasty/NOUN", BODY, id="dynasty behind"),
        pytest.param("Velmar herself/PRON left/VERB", PERSON, id="herself"),
        pytest.param("Velmar and/CCONJ his/PRON wife/NOUN", PERSON, id="and his wife"),
        pytest.param("between/ADP him/PRON and/CCONJ Velmar", PERSON, id="him and"),
        pytest.param("it/PRON and/CCONJ Velmar", None, id="it and"),
        pytest.param("Dear Velmar", PERSON, id="greeted"),
        pytest.param("the Velmar story/NOUN", None, id="a story tells nothing"),
        pytest.param("Velmar , which/PRON left/VERB", None, id="which"),
    ],
)
def test_words_beside_a_name_tell_its_kind(sentence: str, kind: EntityKind | None) -> None:
    tokens = tokens_of(sentence)
    start = next(k for k, token in enumerate(tokens) if token.text == "Velmar")
    assert cued_kind(tokens, start, start + 1, GAZETTEER) is kind


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        pytest.param("in/ADP Thessaloniki", [("Thessaloniki", PLACE)], id="town"),
        pytest.param("the Caspian Sea froze/VERB", [("Caspian Sea", PLACE)], id="sea"),
        pytest.param("the Gulf of/ADP Tarn", [("Gulf of Tarn", PLACE)], id="gulf"),
        pytest.param("Outer Mongolia", [("Outer Mongolia", PLACE)], id="part of a land"),
        pytest.param("San Rafael California", [("San Rafael", PLACE), ("California", PLACE)], id="its land"),
        pytest.param("the Velmar Accord", [("Velmar Accord", THING)], id="paper"),
        pytest.param("the Andrew Velmar Show", [("Andrew Velmar Show", THING)], id="show, not a person"),
        pytest.param("many Christians", [("Christians", EntityKind.GROUP)], id="people of a faith"),
        pytest.param("their/PRON Calvinism", [("Calvinism", THING)], id="-ism"),
        pytest.param("with/ADP Suzanne", [("Suzanne", PERSON)], id="given name alone"),
        pytest.param(
            "Oakton , N.J. Velmar Bank fell/VERB",
            [("Oakton", PLACE), ("N.J.", PLACE), ("Velmar Bank", BODY)],
            id="state in short, at the end of a sentence",
        ),
        pytest.param("Lawrence , KS", [("Lawrence", PLACE), ("KS", PLACE)], id="state by its letters"),
        pytest.param(
            "born/VERB in/ADP Velmar , Dorset .", [("Velmar", PLACE), ("Dorset", PLACE)], id="its county"
        ),
        pytest.param(
            "met/VERB Ada , Dorset and/CCONJ Kent",
            [("Ada", PERSON), ("Dorset", PLACE), ("Kent", PLACE)],
            id="no preposition, no town",
        ),
        pytest.param(
            "the United States of/ADP America",
            [("United States", PLACE)],
            id="small word in the name of a land",
        ),
        pytest.param("the People ’s/PART Republic of/ADP China", [("China", PLACE)], id="its owner in it"),
        pytest.param(
            "the President of/ADP the/DET Republic of/ADP China", [("China", PLACE)], id="no name of two"
        ),
        pytest.param("a bust of/ADP Martin Luther King", [("Martin Luther King", PERSON)], id="a surname"),
        pytest.param(
            "by/ADP Adam Dean Velmar for/ADP Ann Osk",
            [("Adam Dean Velmar", PERSON), ("Ann Osk", PERSON)],
            id="two people",
        ),
        pytest.param("World War II ended/VERB", [("World War II", THING)], id="a war is no ruler"),
        pytest.param("Hurricane Velmar came/VERB", [("Hurricane Velmar", THING)], id="storm"),
        pytest.param("then/ADV Z left/VERB", [("Z", THING)], id="one letter"),
        pytest.param("many Melanesians came/VERB", [("Melanesians", EntityKind.GROUP)], id="-ians"),
        pytest.param("the Guardians left/VERB", [("Guardians", BODY)], id="guardians are no people"),
        pytest.param("Dear Ada", [("Ada", PERSON)], id="greeting"),
        pytest.param("in/ADP the/DET mid-Sixties", [], id="years"),
        pytest.param("on/ADP Dec. 25", [], id="month in short"),
        pytest.param("Scotsman Ada Velmar won/VERB", [("Ada Velmar", PERSON)], id="origin told as a title"),
        pytest.param("Lake Grande do/PROPN Sul", [("Lake Grande do Sul", PLACE)], id="small word of a name"),
        pytest.param("Lake Grande do/VERB Sul", [("Lake Grande", PLACE), ("Sul", THING)], id="verb"),
        pytest.param("Velmar III", [("Velmar III", PERSON)], id="regnal number"),
        pytest.param("the Velmar Empire", [("Velmar Empire", BODY)], id="empire"),
        pytest.param("the US Department of/ADP Roads", [("US Department of Roads", BODY)], id="its country"),
        pytest.param("the Lord Mayor of/ADP Thessaloniki", [("Thessaloniki", PLACE)], id="in a title"),
        pytest.param("file Velmar_draft", [], id="file"),
        pytest.param("clubs in/ADP tampa bay", [("Tampa Bay", PLACE)], id="small letters"),
        pytest.param("cooked/VERB in/ADP turkey fat", [], id="a bird"),
        pytest.param("saw/VERB florida oranges", [], id="small, without a preposition"),
    ],
)
def test_lists_and_their_own_words_tell_names(sentence: str, names: list[tuple[str, EntityKind]]) -> None:
    assert [(text.title() if text.islower() else text, kind) for text, kind in names_in(sentence)] == names


def test_the_name_of_a_file_or_page_is_that_of_nobody() -> None:
    found = findings_of("See Minutes.pdf and go to Velmar.com now.").mentions
    assert [m for m in found if m.rule.startswith("name")] == []


def test_a_line_of_capitals_keeps_the_people_between_marks() -> None:
    text = "Ada Velmar, Adam Osk, Plenty Of Plans"
    assert {m.span.of(text) for m in findings_of(text).mentions} >= {"Ada Velmar", "Adam Osk"}


def test_a_storm_keeps_its_kind_under_its_name_alone() -> None:
    text = "Hurricane Rita reached Texas on Saturday. Rita tore down a bridge."
    kinds = {m.span.of(text): m.entity.kind for m in findings_of(text).mentions}
    assert (kinds["Hurricane Rita"], kinds["Rita"]) == (THING, THING)


def test_the_mentions_of_one_name_agree_with_most_of_those_that_tell() -> None:
    text = "Roads lead to Velmora. Velmora is old. He was born in Velmora and lives in Velmora."
    kinds = {m.entity.kind for m in findings_of(text).mentions if m.span.of(text) == "Velmora"}
    assert len(kinds) == 1


def test_the_first_mention_of_a_speaker_is_joined_to_the_surname_that_acts() -> None:
    text = "A letter reached Velmar Osk. Osk said the port had closed."
    found = {m.span.of(text): m.entity for m in findings_of(text).mentions}
    assert found["Velmar Osk"] == found["Osk"]
    assert found["Osk"].kind is PERSON


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        pytest.param("They crowned Baudouin I .", [("Baudouin I", PERSON)], id="the first of that name"),
        pytest.param(
            "They crowned Franz Joseph I .", [("Franz Joseph I", PERSON)], id="two words and a number"
        ),
        pytest.param("They crowned Peter the/DET Great .", [("Peter the Great", PERSON)], id="the Great"),
        pytest.param(
            "They told Ann I/PRON would/AUX come/VERB", [("Ann", PERSON)], id="who speaks is no number"
        ),
        pytest.param(
            "They told Ann the/DET Rhine rose/VERB", [("Ann", PERSON), ("Rhine", PLACE)], id="the Rhine"
        ),
    ],
)
def test_which_of_those_who_bear_a_name_belongs_to_it(
    sentence: str, names: list[tuple[str, EntityKind]]
) -> None:
    assert [name for name in names_in(sentence) if name[0] != "They"] == names


def test_a_title_may_open_a_sentence() -> None:
    opening = "Secretary/NOUN of/ADP State/PROPN Ada/PROPN Bell/PROPN left/VERB"
    assert names_in(opening) == [("Ada Bell", PERSON)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Syrian Observatory for Human Rights said so.", "Syrian Observatory for Human Rights", BODY),
        (
            "The Organization for Security and Co-operation in Europe met in Vienna.",
            "Organization for Security and Co-operation in Europe",
            BODY,
        ),
        ("Dow Chemical announced a merger with DuPont.", "Dow Chemical", BODY),
        ("British Airways cancelled flights.", "British Airways", BODY),
        ("Mitsubishi Electric fell.", "Mitsubishi Electric", BODY),
        ("General Electric sold a plant.", "General Electric", BODY),
        ("The Iranian Ministry of Justice said so.", "Iranian Ministry of Justice", BODY),
        ("The French Ministry of the Interior said so.", "French Ministry of the Interior", BODY),
        ("The US Department of Justice sued the bank.", "US Department of Justice", BODY),
        ("The Justice Department sued the bank.", "Justice Department", BODY),
        ("The International Court of Justice ruled.", "International Court of Justice", BODY),
        ("The UN Office on Drugs and Crime said so.", "UN Office on Drugs and Crime", BODY),
        ("Justice Minister Christiane Taubira resigned.", "Christiane Taubira", PERSON),
        ("Alexander the Great died in Babylon.", "Alexander the Great", PERSON),
    ],
)
def test_a_name_is_taken_whole_by_what_its_head_names(text: str, name: str, kind: EntityKind) -> None:
    assert (name, kind) in {(m.entity.name, m.entity.kind) for m in findings_of(text).mentions}
