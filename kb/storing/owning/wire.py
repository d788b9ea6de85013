"""What passes between an owner and its guests: frames of a length and a JSON text, over a local socket.

A guest sends requests, {"do": verb, ...}; each is answered by any number of PIECEs, which tell how far it
is, and an END or an ERROR. Nothing is pickled: neither side runs what the other one says.
"""

import json
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from kb.errors import OwnerGone
from kb.storing.workers.frames import END, ERROR, PIECE, sent_error

PROTOCOL = 1  # of another one, nothing is taken
SOCKET = "owner.sock"
LONGEST = 100  # bytes of an address; Linux takes 107, other systems 103
AT_ONCE = 1 << 20  # bytes
LENGTH = struct.Struct(">Q")

Message: TypeAlias = dict[str, Any]


class Wire:
    """One end of a connection."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def send(self, frame: bytes) -> None:
        """Send a frame; OSError when nobody is there any more."""
        self._connection.sendall(LENGTH.pack(len(frame)) + frame)

    def tell(self, tag: bytes, message: object) -> None:
        """Send a message as JSON behind a tag."""
        self.send(tag + json.dumps(message, ensure_ascii=False).encode())

    def receive(self) -> bytes:
        """The next frame; EOFError when there is none."""
        (length,) = LENGTH.unpack(self._exactly(LENGTH.size))
        return self._exactly(length)

    def answer(self) -> Iterator[Any]:
        """The messages that answer a request, the last of them its result; an error sent is raised."""
        while True:
            frame = self.receive()
            if frame[:1] == ERROR:
                raise sent_error(frame)
            yield json.loads(frame[1:])
            if frame[:1] != PIECE:
                return

    def close(self) -> None:
        """Leave."""
        self._connection.close()

    def _exactly(self, length: int) -> bytes:
        read = bytearray()
        while len(read) < length:
            piece = self._connection.recv(min(length - len(read), AT_ONCE))
            if not piece:
                raise EOFError
            read += piece
        return bytes(read)


def request_in(frame: bytes) -> Message:
    """The request that a frame holds; ValueError when it is none."""
    found = json.loads(frame[1:]) if frame[:1] == END else None
    if not isinstance(found, dict):
        raise ValueError("no request")
    return found


@contextmanager
def address(folder: Path, name: str = SOCKET) -> Iterator[str]:
    """A name of the socket in a folder that is short enough to be one, good while one is inside."""
    whole = str((folder / name).absolute())
    if len(os.fsencode(whole)) <= LONGEST:
        yield whole
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{opened}/{name}"  # Linux only: elsewhere it is refused as too long was
    finally:
        os.close(opened)


def connected(folder: Path) -> Wire | None:
    """A connection to who owns the store in a folder; None when nobody listens there."""
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with address(folder) as name:
            connection.connect(name)
    except OSError:  # no socket, or that of one who was killed
        connection.close()
        return None
    return Wire(connection)


def forget_owner(folder: Path) -> None:
    """Take away the socket of one who listens no more."""
    (folder / SOCKET).unlink(missing_ok=True)


@contextmanager
def gone_told() -> Iterator[None]:
    """Tell the end of a connection as OwnerGone, with what to do."""
    try:
        yield
    except (EOFError, OSError) as error:
        raise OwnerGone(
            "The site that wrote for this command has ended. "
            "What was printed is kept: start the command again."
        ) from error
