"""A page's source made fit for the parser: one character that XML forbids would cost the whole article."""

import re

__all__ = ["repaired_page"]

_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,8})|([0-9]{1,9}));?", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_ROOT = re.compile(r"<(?:html|body|head)\b", re.IGNORECASE)


def repaired_page(source: str) -> str:
    """The source without characters that are none, and with a root where it is a mere fragment.

    References to numbers 128 to 159 mean windows-1252, as in browsers: ``&#146;`` is an apostrophe.
    """
    source = _CONTROLS.sub(" ", _REFERENCE.sub(_reference, source))
    return source if _ROOT.search(source) else f"<html><body>{source}</body></html>"


def _reference(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    if 0x80 <= code <= 0x9F:
        return bytes([code]).decode("cp1252", "ignore")
    is_character = code in {9, 10, 13} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD
    return match[0] if is_character or 0x10000 <= code <= 0x10FFFF else " "
