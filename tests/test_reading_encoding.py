"""Bytes become the right text, or are refused: never mojibake where it can be told."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import BadSource
from kb.reading import read_bytes
from kb.reading.encoding import decode, mended

CURLY = "“It’s over,” said Zoë – in a café."
POLISH = "Minister złożyła dymisję w poniedziałek, żadnych powodów nie podała. " * 3
FRENCH = "La ministre a démissionné lundi, où l’on s’y attendait déjà. " * 3
RUSSIAN = "Министр подал в отставку в понедельник. Причин она не назвала, сообщает агентство. " * 3


@pytest.mark.parametrize(
    ("data", "declared", "expected"),
    [
        pytest.param(CURLY.encode(), None, CURLY, id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + CURLY.encode(), None, CURLY, id="UTF-8 with a byte order mark"),
        pytest.param(CURLY.encode("utf-16"), None, CURLY, id="UTF-16 with a byte order mark"),
        pytest.param(CURLY.encode("utf-32"), None, CURLY, id="UTF-32 with a byte order mark"),
        pytest.param(CURLY.encode(), "iso-8859-1", CURLY, id="UTF-8 under a wrong label"),
        pytest.param(CURLY.encode("cp1252"), None, CURLY, id="windows-1252 without label"),
        pytest.param(CURLY.encode("cp1252"), "ISO-8859-1", CURLY, id="windows-1252 called Latin-1"),
        pytest.param(CURLY.encode("cp1252"), "utf-8", CURLY, id="windows-1252 called UTF-8"),
        pytest.param(CURLY.encode("cp1252"), "no-such-thing", CURLY, id="an unknown label"),
        pytest.param(RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN, id="Cyrillic with its label"),
        pytest.param(RUSSIAN.encode("cp1251"), None, RUSSIAN, id="Cyrillic without label"),
        pytest.param(POLISH.encode("cp1250"), None, POLISH, id="Polish without label"),
        pytest.param(FRENCH.encode("cp1252"), None, FRENCH, id="French without label"),
        pytest.param(CURLY.encode() + "’".encode()[:2], None, CURLY, id="UTF-8 cut within a character"),
        pytest.param(CURLY.encode("utf-16") + b"a", None, CURLY, id="UTF-16 cut within a character"),
    ],
)
def test_text_is_decoded_as_it_was_meant(data: bytes, declared: str | None, expected: str) -> None:
    assert decode(data, "a.txt", declared) == expected


@given(st.text(min_size=1).filter(lambda text: text.encode("utf-8", "ignore").strip(b" \t\r\n\x0b\x0c\x00")))
def test_utf_8_comes_back_whatever_it_holds(text: str) -> None:
    safe = "a" + text.encode("utf-8", "ignore").decode().replace("\x00", "")
    assert decode(safe.encode(), "a.txt") == safe


@pytest.mark.parametrize("text", [CURLY, "naïve", "Łódź lies in Poland", "Müller", "50 €", "plain"])
def test_utf_8_taken_for_windows_1252_is_put_right(text: str) -> None:
    spoilt = "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte)  # as browsers do with undefined bytes
        for byte in text.encode()
    )
    assert mended(spoilt) == text


@pytest.mark.parametrize("text", [CURLY, RUSSIAN, "Ã la carte", "São Paulo → Rio", "50 €", "Ÿ", "日本"])
def test_genuine_text_is_left_alone(text: str) -> None:
    assert mended(text) == text


def test_a_page_that_was_spoilt_on_its_way_is_put_right() -> None:
    (document,) = read_bytes(CURLY.encode().decode("latin-1").encode(), "a.txt")
    assert document.text == CURLY


def test_bytes_that_fit_no_encoding_are_refused() -> None:
    with pytest.raises(BadSource, match=r"The encoding of a\.txt cannot be told"):
        decode(bytes([0x81, 0x8D, 0x8F, 0xFF, 0x90, 0x9D]) * 40, "a.txt")
