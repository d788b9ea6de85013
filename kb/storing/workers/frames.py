"""What a worker sends, each as a tag of one byte and a text.

Not pickled, as what the other way goes is: who asks believes nothing that the answering process says.
"""

from kb import errors
from kb.errors import KnowledgeBaseError, QueryStopped

READY, KIND, PIECE, END, ERROR = b"r", b"k", b"p", b".", b"!"


def error_frame(error: KnowledgeBaseError) -> bytes:
    """An error of ours, to be sent."""
    return ERROR + f"{type(error).__name__}\n{error}".encode()


def sent_error(frame: bytes) -> KnowledgeBaseError:
    """The error that was sent; QueryStopped for one that is none of ours."""
    name, _, message = frame[1:].decode("utf-8", "replace").partition("\n")
    kind = getattr(errors, name, None)
    if isinstance(kind, type) and issubclass(kind, KnowledgeBaseError):
        return kind(message)
    return QueryStopped(message)
