"""A file written whole or not at all."""

from contextlib import suppress
from pathlib import Path

from kb.errors import BadRequest


def write_whole(path: Path, content: bytes) -> int:
    """The file with this content in place of any it had, and how many bytes that is; BadRequest otherwise."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise BadRequest(
            f"Cannot write {path}: {error.strerror}. Give another place, or make room."
        ) from error
    return len(content)
