"""The SPARQL 1.1 Protocol as a client speaks it: queries and updates by POST, and what failures say.

Who is allowed: KB_SERVER_TOKEN (sent as a bearer token), KB_SERVER_USER with KB_SERVER_PASSWORD, or the line
of ~/.netrc for the host; Basic, and Digest where the server asks for it.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import local
from typing import Any

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from requests.utils import get_environ_proxies, get_netrc_auth
from urllib3.exceptions import HTTPError

from kb.errors import BadQuery, ServerFailed
from kb.storing.remote.server import Server
from kb.storing.remote.virtuoso import is_virtuoso

ROWS = "application/sparql-results+json"
TRIPLES = "application/n-triples, text/turtle;q=0.5"
TIMEOUT = (10.0, 600.0)  # seconds to connect, and without a byte of the answer
TOLD = 600  # characters of what a server says
CUT = "X-SPARQL-MaxRows"  # how Virtuoso says that there would have been more
WHYS: tuple[tuple[type[Exception], str], ...] = (  # the more special first
    (requests.exceptions.SSLError, "its certificate is not trusted. Name yours with $REQUESTS_CA_BUNDLE."),
    (
        requests.exceptions.ProxyError,
        "the proxy lets nothing through. Look at $HTTPS_PROXY and $NO_PROXY.",
    ),
    (requests.Timeout, "it has been silent too long. See whether it is busy or hangs, and try again later."),
    (requests.ConnectionError, "nobody listens there. Start the server, or check the address in --kb."),
)
OTHERWISE = "it broke off. See whether the server still runs, and try again."
SIGN_IN = "Set KB_SERVER_TOKEN, or KB_SERVER_USER and KB_SERVER_PASSWORD, or a line for its host in ~/.netrc."


class Bearer(AuthBase):
    """Sends a token with every request."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """The request, bearing it."""
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class Client:
    """Speaks to one server; threads may share it."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._own = local()
        self.is_virtuoso = False  # until it answers

    def query(self, fields: Mapping[str, Any], accept: str) -> requests.Response:
        """The answer to a query, unread; BadQuery when the server refuses it, else ServerFailed.

        Sent as a form: one server we know (Virtuoso 7.2.5) never answers a query that is sent as it stands.
        """
        return self._answered(self.server.query, data=fields, headers={"Accept": accept})

    def update(self, text: str) -> None:
        """Have an update done; BadQuery when the server refuses it, else ServerFailed."""
        sent = {"Content-Type": "application/sparql-update; charset=utf-8"}
        with told(self.server.update):
            self._answered(self.server.update, data=text.encode(), headers=sent).close()

    def close(self) -> None:
        """Let go of the connection of this thread."""
        if session := getattr(self._own, "session", None):
            session.close()

    def _answered(self, address: str, **request: Any) -> requests.Response:
        with told(address):
            response = self._sent(address, request)
        self.is_virtuoso = is_virtuoso(response)
        if CUT in response.headers:
            response.close()
            raise BadQuery(
                f"{address} gives at most {response.headers[CUT]} rows. Ask for less, or let it give more "
                "(ResultSetMaxRows in virtuoso.ini)."
            )
        return response

    def _sent(self, address: str, request: Mapping[str, Any]) -> requests.Response:
        session = self._session
        response = session.post(address, stream=True, timeout=TIMEOUT, allow_redirects=False, **request)
        if response.status_code == 401 and _asks_for_digest(response) and _takes_password(session):
            session.auth = HTTPDigestAuth(*_password(address))
            response.close()
            response = session.post(address, stream=True, timeout=TIMEOUT, allow_redirects=False, **request)
        _refuse_failed(response)
        return response

    @property
    def _session(self) -> requests.Session:
        if not hasattr(self._own, "session"):
            self._own.session = _opened(self.server.query)
        return self._own.session  # type: ignore[no-any-return]


@contextmanager
def told(address: str) -> Iterator[None]:
    """Turn what goes wrong on the way into ServerFailed."""
    try:
        yield
    except (requests.RequestException, HTTPError) as error:
        raise ServerFailed(f"{address} gives no answer: {_why(error)}") from error


def _why(error: requests.RequestException | HTTPError) -> str:
    """What went wrong on the way, and what to do; libraries tell it in the words of their own parts."""
    if "Failed to resolve" in str(error):
        return "no machine of that name is known. Check its name, and the network."
    return next((why for kind, why in WHYS if isinstance(error, kind)), OTHERWISE)


def _refuse_failed(response: requests.Response) -> None:
    if response.ok and not response.is_redirect:
        return
    said, where = response.text[:TOLD].strip(), response.url
    if response.is_redirect:
        raise ServerFailed(f"{where} has moved to {response.headers.get('Location')}: name that address.")
    if response.status_code in (401, 403):
        raise ServerFailed(f"{where} does not let you in ({response.status_code}). {SIGN_IN}")
    if response.status_code in (400, 413, 500):  # Virtuoso tells a faulty query by the last
        raise BadQuery(f"{where} refuses it: {said}")
    raise ServerFailed(f"{where} answers {response.status_code} {response.reason}: {said} Try again later.")


def _opened(address: str) -> requests.Session:
    """A session that looks into the environment once, and not again with every request."""
    session = requests.Session()
    session.proxies.update(get_environ_proxies(address))
    session.verify = os.environ.get("REQUESTS_CA_BUNDLE", True)
    session.trust_env = False
    session.auth = _login(address)
    return session


def _login(address: str) -> AuthBase | None:
    token = os.environ.get("KB_SERVER_TOKEN")
    return Bearer(token) if token else HTTPBasicAuth(*found) if (found := _known(address)) else None


def _known(address: str) -> tuple[str, str] | None:
    user = os.environ.get("KB_SERVER_USER")
    return (user, os.environ.get("KB_SERVER_PASSWORD", "")) if user else get_netrc_auth(address)


def _password(address: str) -> tuple[str, str]:
    return _known(address) or ("", "")


def _asks_for_digest(response: requests.Response) -> bool:
    return response.headers.get("WWW-Authenticate", "").lower().startswith("digest")


def _takes_password(session: requests.Session) -> bool:
    """Whether the password was sent the plain way; one that failed by Digest is wrong."""
    return isinstance(session.auth, HTTPBasicAuth)
