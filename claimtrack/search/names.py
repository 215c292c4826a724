"""Speakers' names and looked-for words cut out of a question, and quoted words kept whole meanwhile."""

import re

from claimtrack.search.phrases import ANYBODY, DESCRIBING, NOUNS, PARTICLES, PRONOUNS, alternatives

__all__ = ["looks_like_name", "mask_quotes", "read_names", "read_words", "unmask"]

_QUOTED = re.compile('"([^"]*)"|“([^”]*)”|«([^»]*)»')
_FIRST_MASK = 0xE000
_MASKS = re.compile("[\ue000-\uf8ff]")
_PARTICLE = re.compile(PARTICLES)
_PRONOUN = re.compile(PRONOUNS, re.IGNORECASE)
_ANYBODY = re.compile(ANYBODY, re.IGNORECASE)
_CAPITALS = re.compile("[A-Z]{2,}")
_ARTICLE = re.compile(r"\A(?:(?:the|an?|both|either|any|some) )+", re.IGNORECASE)
_AND = re.compile(r",? (?:and|or) |, ", re.IGNORECASE)
_DESCRIBING = re.compile(DESCRIBING, re.IGNORECASE)
_PREPOSITION = "(?:about|on|over|of|that|regarding|concerning)"
_LEADING = re.compile(
    rf"\A(?:(?:the|an?|any|all|such|having|being|{_PREPOSITION}|(?:{alternatives(NOUNS)}) {_PREPOSITION}) )+",
    re.IGNORECASE,
)
_EDGES = " \t?!.,;:'’\"“”«»()[]"


def mask_quotes(question: str) -> tuple[str, tuple[str, ...]]:
    """The question with each quoted run as one private character, and the runs in the order of theirs."""
    runs: list[str] = []

    def keep(match: re.Match[str]) -> str:
        runs.append(" ".join((match[1] or match[2] or match[3] or "").split()))
        return chr(_FIRST_MASK + len(runs) - 1)

    return _QUOTED.sub(keep, _MASKS.sub(" ", question)), tuple(runs)


def unmask(text: str, runs: tuple[str, ...]) -> str:
    """The text with its quoted runs back, their quotation marks left out."""
    return _MASKS.sub(lambda match: runs[ord(match[0]) - _FIRST_MASK], text)


def looks_like_name(text: str) -> bool:
    """Whether all words are capitalized or quoted, small ones such as "of" inside excepted.

    "False" and "New" by themselves are no names.
    """
    words = _ARTICLE.sub("", text).split()
    return not all(map(_DESCRIBING.fullmatch, words)) and all(
        _MASKS.match(word) or not word[0].islower() or (place and _PARTICLE.fullmatch(word))
        for place, word in enumerate(words)
    )


def read_names(text: str, runs: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names that "and", "or" or commas join, articles left out; and the pronouns among them.

    "Anybody" and the like are left out of both. "US" and "the us" are names.
    """
    pieces = [piece.strip(_EDGES) for piece in _AND.split(text)]
    nobody = tuple(piece for piece in pieces if _PRONOUN.fullmatch(piece) and not _CAPITALS.fullmatch(piece))
    names = [
        unmask(_ARTICLE.sub("", piece), runs).strip()
        for piece in pieces
        if piece not in nobody and not _ANYBODY.fullmatch(_ARTICLE.sub("", piece))
    ]
    return tuple(name for name in names if name), nobody


def read_words(text: str, runs: tuple[str, ...]) -> str | None:
    """The words to look for, with what only leads up to them left out ("allegations of"); None for none."""
    words = unmask(_LEADING.sub("", text.strip(_EDGES) + " "), runs).strip(_EDGES)
    return words if any(letter.isalnum() for letter in words) else None
