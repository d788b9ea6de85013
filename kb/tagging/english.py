"""The features a word shows to our own pipeline: its plain form, its beginning, its end, its shape.

A spaCy language of its own, because the features of words must be the same in training and in use:
who loads the weights without this module gets an error from spaCy, never silently worse tags.
"""

import re

from spacy.attrs import NORM, PREFIX, SUFFIX
from spacy.language import BaseDefaults, Language
from spacy.util import registry

DIGIT = re.compile(r"\d")
CODE = "kb_en"


def plain_form(word: str) -> str:
    """The word in lower case, every digit a nought."""
    return DIGIT.sub("0", word.lower())


def beginning(word: str) -> str:
    """The first three letters of the plain form."""
    return plain_form(word)[:3]


def ending(word: str) -> str:
    """The last three letters of the plain form."""
    return plain_form(word)[-3:]


class EnglishDefaults(BaseDefaults):
    """What spaCy asks of a language: here only the features of a word."""

    lex_attr_getters = {  # noqa: RUF012  (spaCy declares it so)
        **BaseDefaults.lex_attr_getters,
        NORM: plain_form,
        PREFIX: beginning,
        SUFFIX: ending,
    }


@registry.languages(CODE)
class English(Language):  # type: ignore[no-untyped-call]  # spaCy's __init_subclass__
    """English as our own pipeline reads it: words come cut, so there is no tokenizer to speak of."""

    lang = CODE
    Defaults = EnglishDefaults
