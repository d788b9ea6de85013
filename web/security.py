"""What protects a reader of the site: nothing foreign is loaded or framed, no strange host is served."""

from flask import Flask, Response

POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)
WITH_EDITOR = f"{POLICY}; style-src 'self' 'unsafe-inline'"  # YASGUI sets styles of its own

IN_FRAMES = {  # what other sites may show within their pages
    "Content-Security-Policy": POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"),
    "Cross-Origin-Resource-Policy": "cross-origin",
}

IN_OUR_FRAMES = {
    "Content-Security-Policy": POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
}

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

# Another site whose name is made to point at 127.0.0.1 (DNS rebinding) sends its own name as Host.
LOOPBACK_HOSTS = ["localhost", "127.0.0.1"]

LARGEST_REQUEST = 1_000_000  # bytes; a query is never longer


def protect(app: Flask) -> None:
    """Put the headers on every response, and believe loopback names only (see `web.serving`)."""
    app.config.update(
        TRUSTED_HOSTS=LOOPBACK_HOSTS,
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_REQUEST,
    )
    app.after_request(_with_headers)


def _with_headers(response: Response) -> Response:
    given = {name.lower() for name in response.headers.keys()}  # noqa: SIM118  # iterating gives pairs
    response.headers.extend([(name, value) for name, value in HEADERS.items() if name.lower() not in given])
    return response
