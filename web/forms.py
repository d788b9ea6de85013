"""Forms that change something: who may send them, and that no other site's page makes a browser send them.

A form bears a secret of this process, which pages of other sites cannot read. On a loopback address
whoever can open the site may judge; elsewhere who has the token of the site.
"""

import hmac
import secrets
from urllib.parse import urlsplit

from flask import Flask, current_app, request
from werkzeug.exceptions import Forbidden

from web.endpoint import endpoint, may_write

FIELD = "secret"
FOREIGN = "This form was made by another site, or before this one was started anew: load its page again."
TOKENLESS = "Judging needs the token of this site here: start it with kb serve --writable --token TOKEN."


def keep_secret(app: Flask) -> None:
    """Give the site the secret that its forms bear."""
    app.extensions["form secret"] = secrets.token_urlsafe(32)


def form_secret() -> str:
    """The secret for a form of this site."""
    found: str = current_app.extensions["form secret"]
    return found


def needs_token() -> bool:
    """Whether others than the people of this machine may reach the site."""
    return not current_app.config["TRUSTED_HOSTS"]


def authorise_form() -> None:
    """Let a form of this site through from who may send it; Forbidden says why not."""
    given = request.form.get(FIELD, "")
    if not (_is_own() and hmac.compare_digest(given.encode(), form_secret().encode())):
        raise Forbidden(FOREIGN)
    if needs_token() and not (may_write() or _bears_token()):
        raise Forbidden(TOKENLESS)


def _is_own() -> bool:
    """Whether the browser says that a page of this site sent the form, or does not say.

    As pages here tell nobody where one comes from, browsers give "null" as the origin of their forms.
    """
    origin = request.headers.get("Origin", "null")
    known = origin == "null" or urlsplit(origin).netloc == request.host
    return known and request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")


def _bears_token() -> bool:
    token, given = endpoint().token, request.form.get("token", "")
    return bool(token) and hmac.compare_digest(given.encode(), token.encode())
