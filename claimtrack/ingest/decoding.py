"""Bytes → text. UTF-8 is believed when it fits; anything else has to be detected."""

import codecs
import re

from claimtrack.errors import DocumentError

__all__ = ["decode"]

# The marks of UTF-32 begin with those of UTF-16, so they come first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN_BINARIES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)
_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
_HIGH = re.compile(rb"[\x80-\xff]")
_WESTERN_SHARE = 0.2
"""English, French or Spanish text has fewer bytes than this beyond ASCII; Greek or Russian has far more."""


def decode(data: bytes, origin: str, declared: str | None = None) -> str:
    """The text of the bytes, newlines untouched, without a byte order mark.

    Tried in this order: byte order mark; UTF-16 without one; UTF-8; the declared encoding; windows-1252 where
    few bytes lie beyond ASCII; what charset-normalizer takes it for. Raises DocumentError for binary data and
    where nothing fits.
    """
    for start, name in _KNOWN_BINARIES:
        if data.startswith(start):
            raise DocumentError(origin, f"it is {name}, not text; convert it to text first")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data.removeprefix(mark), encoding, origin)
    if b"\0" in data:
        return _strictly(data, _wide_encoding(data, origin), origin)
    for likely in ("utf-8", declared):
        text = _attempt(data, likely)
        if text is not None:
            return text
    return _detected(data, origin)


def _strictly(data: bytes, encoding: str, origin: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        damage = f"it is damaged {encoding.upper()} (byte {error.start:,})"
        raise DocumentError(origin, f"{damage}; convert it to UTF-8 again from its origin") from None


def _attempt(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        codec = codecs.lookup(encoding).name
        # What pages and mail call Latin-1 is windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
        return data.decode("cp1252" if codec in {"iso8859-1", "ascii"} and encoding != "utf-8" else codec)
    except (LookupError, UnicodeError):
        return None


def _wide_encoding(data: bytes, origin: str) -> str:
    """UTF-16 without a mark shows in Western text by zeros in every second place."""
    half = len(data) / 2
    even, odd = data[0::2].count(0) / half, data[1::2].count(0) / half
    if half.is_integer() and odd > 0.5 and even < 0.05:
        return "utf-16-le"
    if half.is_integer() and even > 0.5 and odd < 0.05:
        return "utf-16-be"
    raise DocumentError(origin, "it is binary data, not text; convert it to text first")


def _detected(data: bytes, origin: str) -> str:
    high = len(_HIGH.findall(data))
    sequences = _UTF8_SEQUENCE.findall(data)
    if sum(map(len, sequences)) > 0.8 * high and len(sequences) > 3:
        return _strictly(data, "utf-8", origin)  # raises: guessing another encoding would garble all the rest
    if high < _WESTERN_SHARE * len(data):
        text = _attempt(data, "cp1252")
        if text is not None:
            return text
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- most documents never need it

    best = from_bytes(data).best()
    if best is None:
        raise DocumentError(origin, "its encoding is not recognized; save it as UTF-8")
    return str(best)
