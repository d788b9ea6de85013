"""Everything that can go wrong, by name, with what to do about it.

One short family. An error knows nothing of HTTP or of terminals: the web maps each class to a
status in one table, the command line prints `str(error)` in one place. The message always says
what happened *and* what to do next. Text that we merely cannot understand is never an error.
"""


class KnowledgeBaseError(Exception):
    """Base of all errors this package raises on purpose."""


class BadSource(KnowledgeBaseError):
    """A source cannot be turned into text: missing, empty, binary, too large, unreadable."""


class BadDate(KnowledgeBaseError):
    """A string that should be an EDTF or calendar date is none."""


class BadQuery(KnowledgeBaseError):
    """A SPARQL query cannot be parsed, or asks for something that is refused here."""


class QueryStopped(KnowledgeBaseError):
    """A query took more time or memory than it may, or ended the process that answered it."""


class Busy(KnowledgeBaseError):
    """Everybody who could answer has been busy too long: ask again later."""


class BadRequest(KnowledgeBaseError):
    """Some other argument makes no sense: an unknown kind, format, language or setting."""


class NotFound(KnowledgeBaseError):
    """Nothing is stored under this IRI, or the knowledge base itself is not there."""


class StoreLocked(KnowledgeBaseError):
    """Another process owns the store for writing."""


class OwnerGone(StoreLocked):
    """The process that wrote the store for this one ended in the middle of it."""


class Outdated(KnowledgeBaseError):
    """What a change rests on was changed by somebody else meanwhile: decide again."""


class ServerFailed(KnowledgeBaseError):
    """The server that holds the knowledge base does not answer, lets nobody in or breaks off."""


class StoreDamaged(KnowledgeBaseError):
    """The store cannot be opened or written: disk full, no permission, corrupt, newer version."""
