"""Names and numbers that look like dates: what they name is no time."""

import pytest

from tests.dating_text import times_of

WEDNESDAY = "2021-03-10"

NUMBERS = [
    "The kingdom's Vision 2030 promises jobs.",
    "The office still runs Windows 2000.",
    "He drove a Peugeot 2008 to work.",
    "The BMW 2002 is a fine car.",
    "The Nokia 2010 was a phone.",
    "The film airs on Channel 2020.",
    "Call 555-2014 for tickets.",
    "The vote was 2010 to 1995.",
    "The score was 2010-1995.",
    "The vote was 1984.",
    "The book has ISBN 1984.",
    "The path climbs from 1950 to 2010 metres.",
    "It rises from 1950 to 2010 m above the sea.",
    "She swam 2000 m.",
    "A crowd of 2015 watched the match.",
    "The town has a population of 2015.",
    "He has 2015 followers.",
    "Flight MH 2014 crashed.",
    "Article 50 was triggered, Articles 1914 and 50 were not.",
    "Security Council resolution 2118 demands it.",
    "She lives at 1850 Harbour Street.",
    "The office is at Sydney NSW 2000.",
    "The postcode is 2000.",
    "Psalm 1914 and verse 1915 are read; see pages 1914-18.",
    "He read John 3:16 aloud.",
    "It is open 24/7, and the odds are 7-2.",
    "Between 1500 and 2000 people were killed.",
    "About 1900 of 2000 homes were lost.",
    "About 1900 of the 2000 homes were lost.",
    "The Dow fell to 1987 from 2015.",
    "The index rose to 2015.",
    "The hotel at 1850 Broadway is shut.",
]


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_that_names_or_counts_is_no_year(text: str) -> None:
    assert [time.span.of(text) for time in times_of(text, WEDNESDAY)] == []


YEARS = [
    ("The 2010 Act allows it.", "2010"),
    ("The Equality Act 2010 allows it.", "2010"),
    ("The World Cup 2018 began in Moscow.", "2018"),
    ("Sales had grown by 2015.", "2015"),
    ("It lay at the heart of 2015.", "2015"),
    ("He ruled from 1995 to 2010.", "1995 2010"),
    ("They met at WWDC 2005.", "2005"),
    ("In 2012 troops attacked.", "2012"),
    ("It cost as much at 2010 prices.", "2010"),
    ("The class of 2015 met again.", "2015"),
    ("He ruled between 1500 and 2000.", "1500 2000"),
    ("Shares in the firm rose from 2010 on.", "2010"),
    ("By 1900 of course it was gone.", "1900"),
]


@pytest.mark.parametrize(("text", "years"), YEARS, ids=[row[0] for row in YEARS])
def test_a_year_beside_a_name_is_a_year(text: str, years: str) -> None:
    assert " ".join(time.value for time in times_of(text, WEDNESDAY)) == years


PEOPLE = [
    "April told the court that she had seen nothing.",
    "June Carter sang.",
    "Her friend June was there.",
    "August Wilson wrote plays.",
    "Theresa May resigned; Mrs May wept.",
    "Summer Glau starred in it.",
    "Autumn Reeser plays the nurse.",
    "Dawn French hosted the show.",
    "Dawn said she was tired.",
    "Summer told reporters that she was happy.",
    "Friday told Crusoe that the canoe was ready.",
    "Crusoe and Friday built a canoe.",
    "Detective Joe Friday took the call.",
    "Joe Friday was a detective.",
    "Mr Friday left.",
    "Man Friday was his servant.",
    "The Sunday Times reported it.",
    "Sunday Times reporters were there.",
    "The Mail on Sunday published the letter.",
    "The Independent on Sunday folded.",
    "The Daily Mail and the Evening Standard published it.",
    "They watched Friday the 13th.",
    "The film Bloody Sunday won a prize.",
    "Black September claimed the attack.",
    "Members of Black September seized the embassy.",
    "Voters turned out on Super Tuesday.",
    "Sheffield Wednesday lost.",
    "Temperatures in the 30s are expected.",
    "A man in the 40s age group died.",
    "He is in his 40s, she in her late 30s.",
    "20th Century Fox released the film.",
]


@pytest.mark.parametrize("text", PEOPLE)
def test_people_papers_and_bands_are_no_dates(text: str) -> None:
    assert [time.span.of(text) for time in times_of(text, WEDNESDAY)] == []


DATES = [
    ("Kerry told Reuters Friday that talks would resume.", "Friday"),
    ("President Obama Friday signed the bill.", "Friday"),
    ("Troops moved in Jordan Friday.", "Friday"),
    ("She sent the mail on Sunday.", "Sunday"),
    ("It rained in Scotland on Sunday.", "Sunday"),
    ("Thursday and Friday were dry.", "Thursday Friday"),
    ("A police officer Monday shot a man.", "Monday"),
    ("Police arrested a man Friday.", "Friday"),
    ("On Sunday Times Square was full.", "Sunday"),
    ("Police and Friday prayers met.", "Friday"),
    ("They met in Paris and Friday in London.", "Friday"),
    ("In April told tales were few.", "April"),
    ("They wed on Friday the 13th.", "Friday the 13th"),
    ("Summer was hot.", "Summer"),
    ("At dawn the troops moved.", "dawn"),
    ("It was built in the 20th century.", "the 20th century"),
    ("It was played in the 30s and 40s.", "the 30s 40s"),
    ("The Chinese Winter Offensive began.", "Winter"),
    ("It fell in September 1970.", "September 1970"),
]


@pytest.mark.parametrize(("text", "words"), DATES, ids=[row[0] for row in DATES])
def test_a_date_beside_a_name_is_a_date(text: str, words: str) -> None:
    assert " ".join(time.span.of(text) for time in times_of(text, WEDNESDAY)) == words


NAMES = [
    "Prince August of Prussia fought there.",
    "June Allyson starred in it.",
    "She hoped that April Jones would leave.",
    "He said that Sat Singh won.",
    "The Good Friday Agreement was signed.",
    "The Saturday Review printed it.",
    "They saw the Twentieth Century Fox lot.",
    "He met the future king.",
    "He told 60 Minutes that it was so.",
    "She starred in 24 Hours.",
    "She watched Friday Night Lights.",
]


@pytest.mark.parametrize("text", NAMES)
def test_a_name_with_a_word_of_the_calendar_is_no_date(text: str) -> None:
    assert [time.span.of(text) for time in times_of(text, WEDNESDAY)] == []


DATES_BESIDE_NAMES = [
    ("The police met on Friday night in Leeds.", "2021-03-05TNI"),
    ("In that April Parliament sat.", "2021-04"),
    ("He slept for 60 minutes.", "PT60M"),
    ("The church was full on Good Friday.", "2020-04-10"),
    ("Nobody knows the future.", "FUTURE_REF"),
]


@pytest.mark.parametrize(("text", "value"), DATES_BESIDE_NAMES, ids=[row[0] for row in DATES_BESIDE_NAMES])
def test_the_same_words_are_dates_where_nothing_is_named(text: str, value: str) -> None:
    assert [time.value for time in times_of(text, WEDNESDAY)] == [value]
