"""Bytes to text: never mojibake where it can be told, never a binary file taken for text.

To refuse another kind of file, add the bytes it begins with to `MAGIC`.
"""

import codecs
import re

from kb.errors import BadSource

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "an image or sound file"),
    (b"II*\x00", "an image"),
    (b"\x7fELF", "a program"),
)
# Browsers and the WHATWG Encoding Standard read these labels as windows-1252.
WESTERN = frozenset({"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "windows-1252", "cp1252"})
WESTERN_SHARE = 0.2  # more than this share of non-ASCII characters is no Western European text
SNIFFED = 4096
# Signs that stand inside words only where another encoding was meant ("z³o¿y³a").
INSIDE_WORDS = re.compile(r"[^\W\d_][¡-©«-´¶¸¹»-¿×÷][^\W\d_]")
C1 = re.compile(r"[\x80-\x9f]+")
C1_AS_BYTES = "kb.reading.c1-as-bytes"


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of some bytes, its byte order mark taken off, nothing else changed.

    Believed in this order: a byte order mark; UTF-8, which other encodings do not fit by chance; the
    `declared` label; windows-1252 for mostly ASCII text; what charset-normalizer makes of it. A last
    character that was cut off, as in a page that was not loaded to its end, is left out. Raises
    BadSource for what is empty or binary, or fits no encoding.
    """
    refuse_binary(data, name)
    marked = next((label for bom, label in BOMS if data.startswith(bom)), None)
    for label in (marked, "utf-8", _western(declared)):
        text = _strictly(data, label) or _cut_off(data, label)
        if text is not None:
            return text
    return _guessed(data, name)


def refuse_binary(data: bytes, name: str) -> None:
    """Raise BadSource, saying what to do, for bytes that hold no text."""
    if not data.strip() or any(data.strip() == bom for bom, _ in BOMS):
        raise BadSource(f"{name} is empty. Nothing was read.")
    for magic, kind in MAGIC:
        if data.startswith(magic):
            raise BadSource(f"{name} is {kind}. Save its text as .txt or .html, in UTF-8, and read that.")
    if b"\x00" in data[:SNIFFED] and not data.startswith(tuple(bom for bom, _ in BOMS)):
        raise BadSource(f"{name} is a binary file. Save its text as .txt in UTF-8 and read that.")


def first_characters(data: bytes) -> str:
    """The beginning of the text, good enough to tell its form by."""
    label = next((label for bom, label in BOMS if data.startswith(bom)), "utf-8")
    return data[:SNIFFED].decode(label, errors="ignore").lstrip()


def mended(text: str) -> str:
    """The text, with UTF-8 that somebody took for windows-1252 ("donâ€™t") put right.

    Only where the whole text can be taken back, which genuine text with an accent in it cannot.
    """
    if text.isascii():
        return text
    try:
        return text.encode("cp1252", C1_AS_BYTES).decode("utf-8")
    except UnicodeError:
        return text


def _c1_as_bytes(error: UnicodeError) -> tuple[bytes, int]:
    """Browsers keep the five bytes windows-1252 leaves undefined as C1 control characters."""
    if not isinstance(error, UnicodeEncodeError) or not C1.fullmatch(error.object, error.start, error.end):
        raise error
    return error.object[error.start : error.end].encode("latin-1"), error.end


codecs.register_error(C1_AS_BYTES, _c1_as_bytes)


def _western(label: str | None) -> str | None:
    return "cp1252" if (label or "").strip().lower().replace("_", "-") in WESTERN else label


def _strictly(data: bytes, label: str | None) -> str | None:
    try:
        return data.decode(label) if label else None
    except (UnicodeError, LookupError):
        return None


def _cut_off(data: bytes, label: str | None) -> str | None:
    """The text without its last character when that alone is incomplete; in UTF-8 at most 3 bytes."""
    if label not in ("utf-8", "utf-8-sig", "utf-16"):
        return None
    decoder = codecs.getincrementaldecoder(label)()
    try:
        text = decoder.decode(data)
    except UnicodeError:
        return None
    # One stray byte at the end of ASCII speaks for another encoding.
    return None if label == "utf-8" and text.isascii() else text


def _guessed(data: bytes, name: str) -> str:
    text = _western_text(data) or _by_statistics(data)
    if text is None:
        raise BadSource(f"The encoding of {name} cannot be told. Save it as UTF-8 and read it again.")
    return text


def _western_text(data: bytes) -> str | None:
    """Read as windows-1252, if that looks like text; statistics mistake it for windows-1250."""
    text = _strictly(data, "cp1252")
    mostly_ascii = sum(byte > 0x7F for byte in data) < WESTERN_SHARE * len(data)
    return text if text and mostly_ascii and not INSIDE_WORDS.search(text) else None


def _by_statistics(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # a tenth of a second, seldom needed

    best = from_bytes(data).best()
    return str(best) if best and best.coherence > 0 else None  # 0: no language has such letters
