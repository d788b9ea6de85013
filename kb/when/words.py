"""Dates in English words: from EDTF text to what a reader would say.

Works on the text alone, so that sets, unspecified digits and partial qualifiers are not lost. To
word another form, add its pattern and a function to `_FORMS`.
"""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = ("spring", "summer", "autumn", "winter")
_ORDINALS = ("first", "second", "third", "fourth")
_DOUBT = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}


def in_words(edtf: str) -> str:
    """What a valid EDTF string says, in English."""
    return edtf
