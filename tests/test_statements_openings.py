"""What is said may open with a number, with a phrase, and ends before what is told of the saying."""

import pytest

from tests.extracted import findings_of, rows_of


@pytest.mark.parametrize(
    "content",
    [
        "at least seven people were killed",
        "up to 40 people were missing",
        "between 20 and 30 people were trapped",
        "under 100 rebels were killed in the raid",
        "close to 500 homes were lost",
        "as many as 30 people had died",
        "under the deal Iran would cut its stocks",
        "despite the raid talks would go on",
    ],
)
def test_a_clause_may_open_with_a_number_or_a_phrase(content: str) -> None:
    assert rows_of(f"The minister said {content}.") == [("The minister", content)]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Harf told reporters the talks would resume.", ["the talks would resume"]),
        (
            "Norland's claim that it had tested a bomb was met with doubt.",
            ["that it had tested a bomb"],
        ),
        ("Reed called it a dark day.", ["it a dark day"]),
        ("The allegation that he had lied was met with laughter.", ["that he had lied"]),
        ("The sides agreed to a ceasefire that will begin on Monday.", []),
        ("The sides agreed on Friday to a truce that was to begin within a week.", []),
        ("Norwegians rejected the treaty by 52 percent to 48.", []),
    ],
)
def test_content_ends_where_the_writer_speaks(text: str, contents: list[str]) -> None:
    assert [content for _, content in rows_of(text)] == contents


@pytest.mark.parametrize(
    ("text", "content", "date"),
    [
        ("Norland rejected the idea in September.", "the idea", "September"),
        ("He denied the report in January 2014.", "the report", "January 2014"),
        ("The court condemned the attacks in May.", "the attacks in May", None),
        ("Norland rejected the deal signed in May.", "the deal signed in May", None),
    ],
)
def test_a_month_behind_what_is_rejected_tells_when(text: str, content: str, date: str | None) -> None:
    (said,) = findings_of(text).statements
    assert [span.of(text) for span in said.content] == [content]
    assert (said.time.span.of(text) if said.time else None) == date


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Six of his ministers, including Ann Roe, said the law was dead.", "Six of his ministers"),
        ("Several senators, among them John Reed, said the law was dead.", "Several senators"),
    ],
)
def test_one_of_those_who_speak_is_not_all_of_them(text: str, speaker: str) -> None:
    assert [who for who, _ in rows_of(text)] == [speaker]


def test_where_a_speaker_is_is_not_what_she_stands_for() -> None:
    (said,) = findings_of("Ann Roe, speaking in Berlin, said the talks had failed.").statements
    assert said.speaking_for is None


def test_a_name_of_men_and_women_is_taken_up_by_either_pronoun() -> None:
    text = "Prime Minister Alexis Roe urged voters to stay. {} accused the bank of lying."
    for pronoun in ("He", "She"):
        assert [name for name, _ in rows_of(text.format(pronoun))] == ["Alexis Roe", "Alexis Roe"]


def test_a_vote_called_for_a_day_is_no_demand() -> None:
    assert rows_of("The mayor called a vote for Sunday on the terms.") == []
