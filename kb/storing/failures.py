"""What the database says when it fails, told so that one knows what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kb.errors import BadQuery, KnowledgeBaseError, StoreDamaged, StoreLocked

STORAGE_ERRORS = (OSError, RuntimeError)  # the second when the database calls itself corrupt

LOCK_MARKS = ("lock hold by current process", "LOCK: Resource temporarily unavailable", "While lock file")

BY = "kb restore FILE --force"
ADVICE = (
    ("read-write instances", "It was opened for reading only: open it with `create` to write."),
    ("No space left", "The disk is full: make room, then try again; what was stored before is safe."),
    ("Read-only file system", "The disk cannot be written: give another folder with --kb."),
    ("Permission denied", "You may not use that folder: change its permissions or give another with --kb."),
    ("Corruption", f"The database is damaged: restore the folder from a backup, {BY}; or read again."),
    ("No such file", f"Part of the database is missing: restore the folder from a backup, {BY}."),
)
OF_THE_QUERY = (  # what Oxigraph finds only when it comes to it, and tells like damage
    ("The custom function", "Known are the functions of SPARQL 1.1 and casts such as xsd:integer."),
    ("The graph", "Add SILENT where that does no harm."),
)
OTHERWISE = f"Look at the folder's disk and permissions; if they are right, restore it from a backup, {BY}."


@contextmanager
def reported(folder: Path | None = None) -> Iterator[None]:
    """Turn an error of the database (in this folder, if one knows) into StoreLocked or StoreDamaged.

    What is wrong with the query itself is a BadQuery.
    """
    try:
        yield
    except STORAGE_ERRORS as error:
        raise _told(error, folder) from error


def _told(error: OSError | RuntimeError, folder: Path | None) -> KnowledgeBaseError:
    text, where = str(error), f" in {folder}" if folder else ""
    for mark, advice in OF_THE_QUERY:
        if text.startswith(mark):
            return BadQuery(f"{text}. {advice}")
    if isinstance(error, BlockingIOError) or (
        "Permission denied" not in text and any(mark in text for mark in LOCK_MARKS)
    ):
        return StoreLocked(
            f"Another process is writing the knowledge base{where}. "
            "Wait until it is done, stop it, or give another folder with --kb."
        )
    advice = next((told for mark, told in ADVICE if mark.casefold() in text.casefold()), OTHERWISE)
    return StoreDamaged(f"Cannot use the knowledge base{where}: {text}. {advice}")
