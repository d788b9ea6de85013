"""Who may change something by a form, and that the form is ours (no other site sends it for its reader).

A form carries a token that is also in the session, a signed cookie that no other site can read or have sent
along (SameSite=Strict). Who reaches the site on this machine may write; elsewhere, who bears its token.
"""

import hmac
import secrets
from urllib.parse import urlsplit

from flask import Flask, Request, Response, current_app, request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from werkzeug.exceptions import Forbidden

from web.endpoint import endpoint, may_write

FIELD, TOKEN = "form", "token"
STALE = "This form has grown old: the site was started anew, or your browser takes no cookies. Send it again."


class Sessions(SecureCookieSessionInterface):
    """Sessions in a signed cookie, for which a request that brings and leaves none does no work.

    That is every request of a program, whose small queries would else take markedly longer.
    """

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """The session of a request, empty where it brings none."""
        has_one = self.get_cookie_name(app) in request.cookies
        return super().open_session(app, request) if has_one else self.session_class()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Have the response bear the session, where it is of any account."""
        if session or session.accessed or session.modified:
            super().save_session(app, session, response)


def protect_forms(app: Flask) -> None:
    """Sign the session with a key of this process, and keep it from other sites."""
    app.session_interface = Sessions()
    app.config.update(SESSION_COOKIE_SAMESITE="Strict", SESSION_COOKIE_HTTPONLY=True)
    app.secret_key = secrets.token_bytes(32)


def form_token() -> str:
    """The token to put in a form, made when the session has none."""
    return str(session.setdefault(FIELD, secrets.token_urlsafe(24)))


def is_own_form() -> bool:
    """Whether the form of the request is one of ours, filled in by this reader."""
    expected = str(session.get(FIELD, ""))
    return (
        _is_from_here()
        and bool(expected)
        and hmac.compare_digest(request.form.get(FIELD, "").encode(), expected.encode())
    )


def _is_from_here() -> bool:
    """Whether the browser says that a page of this site sent the form, or does not say.

    As pages here tell nobody where one comes from, browsers give "null" as the origin of their forms.
    """
    origin = request.headers.get("Origin", "null")
    known = origin == "null" or urlsplit(origin).netloc == request.host
    return known and request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")


def check_form() -> None:
    """Forbidden for a form that is not ours."""
    if not is_own_form():
        raise Forbidden(STALE)


def needs_token() -> bool:
    """Whether who writes must show the token: the site is reached from other machines."""
    return current_app.config.get("TRUSTED_HOSTS") is None


def is_writer() -> bool:
    """Whether the request may change something."""
    given, token = request.form.get(TOKEN, ""), endpoint().token
    by_form = bool(token) and hmac.compare_digest(given.encode(), token.encode())
    return not needs_token() or by_form or may_write()


def check_writer() -> None:
    """Forbidden for who may change nothing, with word of what would help."""
    if not endpoint().token and needs_token():
        raise Forbidden(
            "From other machines nothing can be changed here. "
            "Start the site with: kb serve --writable --token TOKEN"
        )
    if not is_writer():
        raise Forbidden("That is not the token of this site. Ask who runs it, and send the form again.")


def authorise_form() -> None:
    """Let a form of this site through from who may change something; Forbidden says why not."""
    check_writer()
    check_form()
