"""Words as they are compared: without case, accents and punctuation."""

import re
import unicodedata

__all__ = ["fold", "folded_words", "name_words", "padded_words", "preferred_spelling"]

_ARTICLES = frozenset({"a", "an", "the"})
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)


def fold(text: str) -> str:
    """The text without case and accents: ``Élysée`` becomes ``elysee``."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if not unicodedata.combining(char)))


def folded_words(text: str) -> list[str]:
    """The words of a text, folded; a possessive ``'s`` is dropped, all other punctuation parts words."""
    return _WORD.findall(fold(_POSSESSIVE.sub("", text)))


def padded_words(text: str) -> str:
    """The folded words between single spaces, one at each end too, so that `` kirby `` finds a whole word."""
    return f" {' '.join(folded_words(text))} "


def name_words(name: str) -> list[str]:
    """The folded words of a name without a leading article: ``The White House`` is ``white house``."""
    words = folded_words(name)
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def preferred_spelling(left: str, right: str) -> str:
    """The one of two spellings to show, whichever came first: mixed case before all capitals or all small."""
    return max(left, right, key=lambda name: (name not in {name.upper(), name.lower()}, name))
