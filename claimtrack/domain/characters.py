"""Characters that steer a terminal, turn the direction of writing, or are half a character."""

import re

__all__ = ["escape_steering"]

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def escape_steering(text: str) -> str:
    r"""The text with such characters, tab and line feed excepted, written out as in ``\u001b``.

    Inside a JSON string the result means the same as before.
    """
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
