"""The body of a server's answer, read as it comes."""

from collections.abc import Iterator

import requests
from pyoxigraph import RdfFormat
from urllib3.exceptions import HTTPError

from kb.errors import ServerFailed
from kb.storing.remote.virtuoso import is_virtuoso, mended

CHUNK = 65_536  # bytes


class Body:
    """An answer as a file that can be read once."""

    def __init__(self, response: requests.Response) -> None:
        self._response = response
        self._waiting = b""
        self._chunks = self._mended() if is_virtuoso(response) else response.iter_content(CHUNK)

    @property
    def format(self) -> RdfFormat:
        """In which format of RDF it is; ServerFailed when it is in none."""
        media_type = self._response.headers.get("Content-Type", "").partition(";")[0]
        form = RdfFormat.from_media_type(media_type)
        if form is None:
            raise self.unreadable(ValueError(f"{media_type or 'nothing'} is no format of RDF"))
        return form

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes more, all for -1; none at the end. ServerFailed when it breaks off."""
        try:
            if size < 0:
                return self._waiting + b"".join(self._chunks)
            if not self._waiting:
                self._waiting = next(self._chunks, b"")
        except (requests.RequestException, HTTPError) as error:
            raise ServerFailed(
                f"{self._response.url} broke off its answer. See whether it still runs, and try again."
            ) from error
        piece, self._waiting = self._waiting[:size], self._waiting[size:]
        return piece

    def unreadable(self, error: Exception) -> ServerFailed:
        """That this is no answer of a SPARQL server."""
        self._response.close()
        return ServerFailed(
            f"{self._response.url} answers what cannot be read: {error}. Is that its address for queries?"
        )

    def _mended(self) -> Iterator[bytes]:
        return mended(self._response.iter_lines(CHUNK))
