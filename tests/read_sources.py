"""Sources written in a test and read as documents."""

from kb.model import Document
from kb.reading import read_bytes

NEWS = "The minister resigned on Monday. She gave no reason, and her office declined to add to that."
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Tidewater Post</title><link>https://example.org/tidewater/</link><language>en-gb</language>{items}
</channel></rss>"""
ITEM = """<item><title>Bridge opens</title><link>https://example.org/tidewater/bridge</link>
<pubDate>Mon, 28 Mar 2016 07:15:00 GMT</pubDate>
<description>It &lt;b&gt;opened&lt;/b&gt; today.</description></item>"""


def read(text: str | bytes, name: str, **given_: object) -> list[Document]:
    data = text.encode() if isinstance(text, str) else text
    return list(read_bytes(data, name, **given_))  # type: ignore[arg-type]


def one(text: str | bytes, name: str, **given_: object) -> Document:
    (document,) = read(text, name, **given_)
    return document
