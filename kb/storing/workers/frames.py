"""What a worker sends, each as a tag of one byte and a text.

Not pickled, as what the other way goes is: who asks believes nothing that the answering process says.
"""

from kb import errors
from kb.errors import KnowledgeBaseError, QueryStopped

READY, WHOLE, KIND, PIECE, END, ERROR = b"r", b"w", b"k", b"p", b".", b"!"


def whole_frame(kind: str, text: bytes) -> bytes:
    """A short answer, to be sent at once."""
    return b"".join((WHOLE, kind.encode(), b"\n", text))


def sent_whole(frame: bytes) -> tuple[str, bytes]:
    """The kind and the text of an answer that was sent at once."""
    kind, _, text = frame[1:].partition(b"\n")
    return kind.decode(), text


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
