"""The chain of reference times: which texts are stories, the year they have reached, what stays open."""

import pytest

from tests.dating_text import time_of

WEDNESDAY = "2021-03-10"

CHAINS = [
    ("The war began in 1939. In September Poland fell. In May France fell.", "September", "1939-09"),
    ("The war began in 1939. In September Poland fell. In May France fell.", "May", "1940-05"),
    ("The siege began in November 1703. In April the walls fell.", "April", "1704-04"),
    ("He came in August 1703. In January he left. In March he died.", "January", "1704-01"),
    ("He came in August 1703. In January he left. In March he died.", "March", "1704-03"),
    ("He came in August 1703 and left on 2 November.", "2 November", "1703-11-02"),
    ("In December 1703 he died. In May he had been crowned.", "May", "1703-05"),
    ("He came in November 1703 and left at Easter.", "Easter", "1704-03-23"),
    ("Ada was born on 10 December 1815. In January her parents parted.", "January", "1816-01"),
    ("The dam broke on 3 May 1889. On Friday the trains came.", "Friday", "1889-05-03"),
]


@pytest.mark.parametrize(("text", "words", "value"), CHAINS, ids=[f"{row[1]}: {row[0]}" for row in CHAINS])
def test_a_story_gives_its_year_to_what_leaves_it_out_and_goes_forward(
    text: str, words: str, value: str
) -> None:
    assert time_of(text, words, WEDNESDAY).value == value


NEWS = [
    ("The firm, founded in 1987, lost money in January.", "January", "2021-01"),
    ("The museum was founded in 1987. In January it was closed for repairs.", "January", "2021-01"),
    ("He joined the firm in 1987. In January he said that he was tired.", "January", "2021-01"),
    ("The bridge, which opened in 1987. In January it was closed.", "January", "2021-01"),
    ("Jane Roe was born on 4 March 1950. On Monday she resigned.", "Monday", "2021-03-08"),
    ("Jane Roe was born on 4 March 1950. She will be replaced in July.", "July", "2021-07"),
    ("Jane Roe, who was born on 4 March 1950, will retire in July.", "July", "2021-07"),
    (
        "Jane Roe died on Monday. Born in 1920, she moved in 1931, wed in 1950 and left in 1960.",
        "Monday",
        "2021-03-08",
    ),
    (
        "Roe quit on Tuesday. The papers, which came out on Sunday, helped. Earlier in the day she met Poe.",
        "Earlier in the day",
        "2021-03-09",
    ),
    ("Jane Roe (born 4 March 1950) opened the show on Monday.", "Monday", "2021-03-08"),
]


@pytest.mark.parametrize(("text", "words", "value"), NEWS, ids=[f"{row[1]}: {row[0]}" for row in NEWS])
def test_news_that_tells_since_when_somebody_lives_stays_news(text: str, words: str, value: str) -> None:
    assert time_of(text, words, WEDNESDAY).value == value


HANGING = [
    ("That year the king died.", "That year", "XXXX"),
    ("The king died. The next month his son was crowned.", "The next month", "XXXX-XX"),
    ("At that time the king was dead.", "that time", "XXXX"),
    ("The shop did well. The following year it closed.", "The following year", "XXXX"),
    ("The talks began in January. Three days later they broke down.", "Three days later", "2021-XX-XX"),
]


@pytest.mark.parametrize(("text", "words", "value"), HANGING, ids=[row[1] for row in HANGING])
def test_what_needs_a_date_told_is_not_counted_from_publication(text: str, words: str, value: str) -> None:
    time = time_of(text, words, WEDNESDAY)
    assert (time.value, time.when) == (value, None)


TOLD = [
    (
        "Rebels came on 3 March. It rained. It was cold. Nobody spoke. Two days earlier the army had left.",
        "Two days earlier",
        "2021-03-01",
    ),
    ("The talks began in January. On the 20th the envoy left.", "the 20th", "2021-01-20"),
    ("It opened on Monday. That night it burnt.", "That night", "2021-03-08TNI"),
    ("It ends on Friday. If they are not ready by that time, it goes on.", "that time", "2021-03-12"),
    ("The next day will be warm.", "The next day", "2021-03-11"),
    ("Shares rose from the previous day.", "the previous day", "2021-03-09"),
]


@pytest.mark.parametrize(("text", "words", "value"), TOLD, ids=[row[1] for row in TOLD])
def test_in_news_the_last_date_told_counts_or_publication_where_it_makes_sense(
    text: str, words: str, value: str
) -> None:
    assert time_of(text, words, WEDNESDAY).value == value
