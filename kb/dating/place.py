"""A match in its sentence, as guards look at it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kb.dating.tokens import Tokens

Context = Mapping[str, frozenset[str]]
"""The word lists of `[time.context]`, by name."""

TENSE_CUES = "tense_cues"
"""The list of all words that may tell tense by themselves, which the lexicon gathers from others."""

Around = Mapping[str, frozenset[str]]
"""What may stand beside a match: lists of words called "before", "not_before" and "not_after"."""


@dataclass(frozen=True, slots=True)
class Place:
    """A match: the tokens from `first` up to `last`, and the lists of context words."""

    tokens: Tokens
    first: int
    last: int
    context: Context

    @property
    def words(self) -> tuple[str, ...]:
        """The matched words in lower case."""
        return self.tokens.words(self.first, self.last)

    @property
    def before(self) -> str:
        """The token before, in lower case; "" at the beginning of the sentence."""
        return self.tokens.lower(self.first - 1)

    @property
    def after(self) -> str:
        """The token after, in lower case; "" at the end of the sentence."""
        return self.tokens.lower(self.last)

    def before_is(self, name: str) -> bool:
        """Whether the token before is in this list of `[time.context]`."""
        return self.before in self.context[name]

    def after_is(self, name: str) -> bool:
        """Whether the token after is in this list."""
        return self.after in self.context[name]

    def named(self, name: str) -> str:
        """The first matched word that is in this list, or ""."""
        return next((word for word in self.words if word in self.context[name]), "")

    @property
    def capital_follows(self) -> bool:
        """Whether a capitalised word follows, as in a name."""
        return self.tokens.word(self.last)[:1].isupper()

    @property
    def capital_inside(self) -> bool:
        """Whether the last matched word has a capital that no beginning of a sentence explains."""
        return self.tokens.word(self.last - 1)[:1].isupper() and self.first > 0

    @property
    def ends_phrase(self) -> bool:
        """Whether nothing follows that could belong to the match: a mark, or the end."""
        return not self.after or not self.after[0].isalnum()

    def stands_among(self, around: Around) -> bool:
        """Whether the neighbours are such as this table wants them."""
        wanted = around.get("before")
        if wanted is not None and self.before not in wanted:
            return False
        return self.before not in around.get("not_before", ()) and self.after not in around.get(
            "not_after", ()
        )
