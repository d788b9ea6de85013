"""A date says itself in words."""

import pytest

from kb.when import When

WORDS = {
    "2016-06-17": "17 June 2016",
    "2016-06-01": "1 June 2016",
    "2016-06": "June 2016",
    "2016": "2016",
    "0800": "800",
    "2021-03~": "about March 2021",
    "1984?": "perhaps 1984",
    "2004-06-11%": "perhaps about 11 June 2004",
    "2004-06~-11": "about 11 June 2004",
    "2004-?06-11": "perhaps 11 June 2004",
    "0000": "1 BC",
    "-0043": "44 BC",
    "-0043-03-15": "15 March 44 BC",
    "-0043/-0039": "44 to 40 BC",
    "-0001/0001": "2 BC to 1",
    "Y12000": "12,000",
    "Y-12000": "12,001 BC",
    "Y2E4": "20,000",
    "201X": "the 2010s",
    "19XX": "the 20th century",
    "18XX~": "about the 19th century",
    "20XX": "the 21st century",
    "1XXX": "1000 to 1999",
    "-004X": "50 to 41 BC",
    "XXXX": "some year",
    "1950S2": "about 1950 (1900 to 1999)",
    "1950S2?": "perhaps 1950 (1900 to 1999)",
    "2013-08-XX": "some day of August 2013",
    "2013-XX-XX": "some day of 2013",
    "2013-XX": "some month of 2013",
    "2013-1X": "some month from October to December 2013",
    "2013-08-2X": "some day from 20 to 29 August 2013",
    "2013-XX-15": "day 15 of some month of 2013",
    "201X-03-15": "15 March of a year in the 2010s",
    "XXXX-03-15": "15 March of some year",
    "2015-22": "summer 2015",
    "2015-26": "summer 2015 (northern hemisphere)",
    "2015-32": "winter 2015 (southern hemisphere)",
    "2015-33": "the first quarter of 2015",
    "2015-38": "the middle four months of 2015",
    "2015-41": "the second half of 2015",
    "2015-40/2015-41": "the first to the second half of 2015",
    "2014-09/..": "September 2014 until now",
    "../2016-06": "June 2016 or before",
    "2014-09/": "from September 2014, end unknown",
    "/2014-09": "until September 2014, begin unknown",
    "/..": "from an unknown date until now",
    "../": "until an unknown date",
    "../..": "at any time",
    "/": "date unknown",
    "2016-06-01/2016-06-05": "1 to 5 June 2016",
    "2016-06-28/2016-07-03": "28 June to 3 July 2016",
    "2015-12-30/2016-01-02": "30 December 2015 to 2 January 2016",
    "2016-06/2016-08": "June to August 2016",
    "2011/2016": "2011 to 2016",
    "2016-06/2016-06": "June 2016",
    "2016-06-01~/2016-06-10~": "early June 2016",
    "2016-02-11~/2016-02-20~": "mid February 2016",
    "2016-02-21~/2016-02-29~": "late February 2016",
    "2016-01~/2016-04~": "early 2016",
    "2017~/2019~": "the late 2010s",
    "1934~/1966~": "the mid 20th century",
    "[2011,2013,2015..2016]": "2011, 2013 or 2015 to 2016",
    "{2012-02-29,2016-02-29}": "29 February 2012 and 29 February 2016",
    "[..2014]": "2014 or before",
    "[2014-09..]": "September 2014 or after",
    "[2016]": "2016",
    "2016-06-17T14:30:00Z": "17 June 2016, 14:30 UTC",
    "2016-06-17T14:30:15": "17 June 2016, 14:30:15",
    "2016-06-17T14:30:00+04:30": "17 June 2016, 14:30 UTC+04:30",
}


@pytest.mark.parametrize(("edtf", "words"), WORDS.items(), ids=WORDS.keys())
def test_a_date_says_itself_in_words(edtf: str, words: str) -> None:
    assert When.parse(edtf).words() == words


@pytest.mark.parametrize("edtf", ["2016-06", "2012-02", "2016", "-0043", "201X", "19XX"])
def test_early_mid_and_late_follow_each_other_and_fill_the_whole(edtf: str) -> None:
    whole = When.parse(edtf)
    early, middle, late = whole.early(), whole.middle(), whole.late()
    assert (early.earliest, late.latest) == (whole.earliest, whole.latest)
    assert (early.latest, middle.latest) == (_before(middle), _before(late))


def _before(when: When) -> int | None:
    return None if when.earliest is None else when.earliest - 1


@pytest.mark.parametrize("edtf", ["2016-06-17", "2015-22", "2014/2016", "2016-06~", "Y12000", "/"])
def test_what_has_no_thirds_stays_itself(edtf: str) -> None:
    when = When.parse(edtf)
    assert when.early() == when.middle() == when.late() == when
