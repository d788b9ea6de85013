"""Files written whole or not at all."""

from contextlib import suppress
from pathlib import Path

from kb.disk import put_in_place
from kb.errors import BadRequest


def write_whole(path: Path, content: bytes) -> int:
    """Write a file in place of what was there and say how many bytes it has; BadRequest when it cannot be."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        put_in_place(part, path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise BadRequest(
            f"Cannot write {path}: {error.strerror}. Give another place, or make room."
        ) from error
    return len(content)
