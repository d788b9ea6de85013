"""Mentions: who and what a text names, describes or takes up again."""

import pytest

from kb.model import EntityKind, Mention
from tests.extracted import findings_of

PERSON, BODY, GROUP, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.PLACE


def mention_of(text: str, words: str) -> Mention:
    found = [m for m in findings_of(text).mentions if m.span.of(text) == words]
    assert found, f"{words!r} is no mention"
    return found[-1]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        pytest.param("We met Helena Brandt in Oslo.", "Helena Brandt", PERSON, id="given name"),
        pytest.param("Then Senator Quill left the hall.", "Quill", PERSON, id="title before"),
        pytest.param("Zed Okoro, a lawyer from Leeds, was there.", "Zed Okoro", PERSON, id="office behind"),
        pytest.param("The mayor, Zed Okoro, was there.", "Zed Okoro", PERSON, id="office before a comma"),
        pytest.param("Mr. Varga smiled.", "Varga", PERSON, id="Mr."),
        pytest.param(
            "Talks at the Ministry of Health failed.", "Ministry of Health", BODY, id="of in a name"
        ),
        pytest.param(
            "He works for Lumen Pharmaceuticals.", "Lumen Pharmaceuticals", BODY, id="end of a firm"
        ),
        pytest.param("The WHO sent doctors.", "WHO", BODY, id="acronym"),
        pytest.param("Médecins Sans Frontières left.", "Médecins Sans Frontières", BODY, id="listed"),
        pytest.param("Save the Children left.", "Save the Children", BODY, id="listed, opens with a verb"),
        pytest.param("The Joint Chiefs of Staff met.", "Joint Chiefs of Staff", BODY, id="several of a role"),
        pytest.param(
            "The U.S. Transport Command met.", "U.S. Transport Command", BODY, id="its country first"
        ),
        pytest.param(
            "The Ministry of Roads and Ports met.",
            "Ministry of Roads and Ports",
            BODY,
            id="body of two tasks",
        ),
        pytest.param(
            "The Office of the Commissioner for Road Safety met.",
            "Office of the Commissioner for Road Safety",
            BODY,
            id="a title within the name of a body",
        ),
        pytest.param("They met Ursula May.", "Ursula May", PERSON, id="a month for a surname"),
        pytest.param("Kang Min-seong was there.", "Kang Min-seong", PERSON, id="long second given name"),
        pytest.param("They crossed Lake Ohrid at night.", "Lake Ohrid", PLACE, id="lake"),
        pytest.param("Rain fell across New Zealand.", "New Zealand", PLACE, id="country"),
        pytest.param("Rain fell in Tarnovo.", "Tarnovo", PLACE, id="unknown after in"),
        pytest.param("The Danes lost the final.", "Danes", GROUP, id="people"),
        pytest.param("Two diplomats left early.", "Two diplomats", GROUP, id="counted roles"),
        pytest.param("More than 40 nurses resigned.", "More than 40 nurses", GROUP, id="more than"),
        pytest.param("Chile and its allies voted no.", "Chile and its allies", GROUP, id="and its allies"),
    ],
)
def test_kinds_of_what_is_named(text: str, words: str, kind: EntityKind) -> None:
    assert mention_of(text, words).entity.kind is kind


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param("Grace Okafor spoke. Okafor then left.", "Okafor", "Grace Okafor", id="surname"),
        pytest.param(
            "Kang Min-seong spoke. Kang left.", "Kang", "Kang Min-seong", id="surname that comes first"
        ),
        pytest.param("Okafor spoke. It was Grace Okafor.", "Okafor", "Grace Okafor", id="full name later"),
        pytest.param("Omar al-Hadi fled. Hadi is in Rome.", "Hadi", "Omar al-Hadi", id="without the article"),
        pytest.param(
            "The World Trade Forum met. The WTF is old.", "WTF", "World Trade Forum", id="acronym of a body"
        ),
        pytest.param("Tom Hale won. He was glad.", "He", "Tom Hale", id="he"),
        pytest.param("Tom Hale met Ann Reed. She was glad.", "She", "Ann Reed", id="she passes over him"),
        pytest.param(
            "Health Minister Ann Reed spoke. The minister was calm.",
            "The minister",
            "Ann Reed",
            id="the minister",
        ),
        pytest.param(
            "Lena Holm, the coach of Brann, left. The coach was ill.",
            "The coach",
            "Lena Holm",
            id="apposition",
        ),
        pytest.param(
            "Danish President Lena Holm spoke. The Danish leader was calm.",
            "The Danish leader",
            "Lena Holm",
            id="leader for president",
        ),
        pytest.param(
            "The Danish president was calm. Lena Holm, the president of Denmark, spoke.",
            "The Danish president",
            "Lena Holm",
            id="country and office before the name",
        ),
        pytest.param(
            "A spokesman for the port denied it. Zed Okoro told reporters that it was shut.",
            "A spokesman for the port",
            "Zed Okoro",
            id="spokesman named a sentence late",
        ),
        pytest.param(
            "Ann Reed spoke. Tom Hale met the ferryman, she said.",
            "she",
            "Ann Reed",
            id="she told behind what is said",
        ),
        pytest.param(
            "Zed Okoro left. The mayor, Tom Hale, was ill, he said.",
            "he",
            "Zed Okoro",
            id="who speaks is not told of",
        ),
        pytest.param(
            "Tom Hale met Ann Reed. Ann was glad.", "Ann", "Ann Reed", id="given name of one who was named"
        ),
        pytest.param(
            "Veltro Motors grew. The company will hire.", "The company", "Veltro Motors", id="the company"
        ),
        pytest.param(
            "The Norland Bank cut rates. The lender was calm.", "The lender", "Norland Bank", id="the lender"
        ),
        pytest.param("Chile shut its border. The country is calm.", "The country", "Chile", id="the country"),
        pytest.param(
            "Veltro Motors opened in Chile. It said it would hire.",
            "It",
            "Veltro Motors",
            id="it that says so",
        ),
        pytest.param(
            "Ann Reed met Mia Holm. “She listened to me,” Reed said.",
            "She",
            "Mia Holm",
            id="who speaks is not she",
        ),
        pytest.param("Oslo has refused to sign.", "Oslo", "Norway", id="capital that acts"),
        pytest.param("They met in Oslo.", "Oslo", "Oslo", id="capital as a place"),
        pytest.param(
            "We asked Neil Jordan. Jordan said no.", "Jordan", "Neil Jordan", id="person named like a country"
        ),
    ],
)
def test_names_and_pronouns_that_take_someone_up_again(text: str, words: str, name: str) -> None:
    assert mention_of(text, words).entity.name == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        pytest.param("Ann Reed met Ann Holm. Ann was glad.", "Ann", "Ann", id="two who bear the given name"),
        pytest.param("Ann was glad. Then Ann Reed came.", "Ann", "Ann", id="the given name comes first"),
        pytest.param(
            "Veltro Motors bought Lumen Pharmaceuticals. The company grew.",
            "The company",
            "The company",
            id="two firms",
        ),
        pytest.param(
            "The Ministry of Health met. The company grew.", "The company", "The company", id="no firm at all"
        ),
        pytest.param(
            "Veltro Motors grew. The company that built it shut.",
            "The company",
            "The company",
            id="told which company",
        ),
        pytest.param(
            "They met in Chile. The country is calm.", "The country", "The country", id="only a place"
        ),
    ],
)
def test_what_might_be_another_is_not_taken_for_the_one_who_is_named(
    text: str, words: str, name: str
) -> None:
    found = [m for m in findings_of(text).mentions if m.span.of(text) == words]
    assert [m.entity.name for m in found] == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "An unnamed EU official close to the talks said it was over.",
            "An unnamed EU official close to the talks",
            id="an official",
        ),
        pytest.param("Two nurses said the ward was full.", "Two nurses", id="two nurses"),
        pytest.param("A source in the army told Reuters it was over.", "A source in the army", id="a source"),
        pytest.param("One of them said it was late.", "One of them", id="one of them"),
        pytest.param(
            "The Danish president said no. Danish President Lena Holm and Danish President Ada Bell met.",
            "The Danish president",
            id="two who might be meant",
        ),
    ],
)
def test_speakers_without_a_name_stay_unnamed(text: str, words: str) -> None:
    assert mention_of(text, words).entity.unnamed


def test_two_unnamed_speakers_of_one_article_are_two_entities() -> None:
    text = "A nurse said it was cold. A nurse said it was warm."
    keys = [m.entity.key for m in findings_of(text).mentions if m.span.of(text) == "A nurse"]
    assert len(set(keys)) == 2


def test_an_office_tells_description_and_body() -> None:
    entity = mention_of("Polish Defence Minister Jan Kowal spoke.", "Jan Kowal").entity
    assert (entity.description, entity.part_of) == ("Polish Defence Minister", "Poland")


def test_headlines_in_capitals_name_only_what_is_known_from_elsewhere() -> None:
    text = "Storm Hits Northern Coast Of Chile\n\nA storm hit Chile on Monday, and many fled."
    assert [m.span.of(text) for m in findings_of(text).mentions] == ["Chile", "Chile"]


def test_months_and_days_are_no_names() -> None:
    assert not findings_of("It rained on Monday and all through March.").mentions


def test_the_middle_of_a_month_is_no_place() -> None:
    found = findings_of("They will meet in mid-November in Oslo.").mentions
    assert [mention.entity.name for mention in found if mention.entity.kind is PLACE] == ["Oslo"]
