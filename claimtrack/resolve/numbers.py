"""The numbers in a text, however they are written: "3m", "three million" and "3,000,000" are one."""

import re
from collections.abc import Iterator
from decimal import Decimal

__all__ = ["is_number", "numbers_in"]

_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: Decimal(number) for number, word in enumerate(_UNITS.split())} | {
    word: Decimal(10 * number) for number, word in enumerate(_TENS.split(), 2)
}
_SCALES = {
    **dict.fromkeys(("dozen", "dozens"), Decimal(12)),
    **dict.fromkeys(("hundred", "hundreds"), Decimal(100)),
    **dict.fromkeys(("thousand", "thousands", "k"), Decimal(1_000)),
    **dict.fromkeys(("million", "millions", "m", "mn"), Decimal(1_000_000)),
    **dict.fromkeys(("billion", "billions", "bn"), Decimal(1_000_000_000)),
}
_WORD = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+|,")
_HALF = re.compile(r"\bhalf[ -]an?[ -](?=dozen|hundred|thousand|million|billion)")
_MOST_DIGITS = 24
"""Of longer ones, which are no numbers that anybody claims, the beginning has to do."""
_GREATEST = Decimal(10) ** _MOST_DIGITS
_PRONOUN = "one"
"""Alone it counts nothing, as a rule: "one of them"."""


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text, in digits. Ordinals, fractions and vague words ("several", "millions") are none."""
    return frozenset(_plain(number) for number in _numbers(_WORD.findall(_HALF.sub("0.5 ", text.lower()))))


def is_number(word: str) -> bool:
    """Whether a folded word is a number or a part of one."""
    return word[:1].isdigit() or word in _SMALL or word in _SCALES


def _numbers(words: list[str]) -> Iterator[Decimal]:
    """Adds up what stands together: "three hundred and forty thousand", "3 million"."""
    total, part = Decimal(0), None
    for place, word in enumerate(words):
        small = _small(word)
        if small is not None and (part is None or _goes_on(words, place, part)):
            part = (part or Decimal(0)) + small
        elif word in _SCALES and (part is not None or _after_article(words, place)):
            part = min((Decimal(1) if part is None else part) * _SCALES[word], _GREATEST)
            if _SCALES[word] >= 1_000:
                total, part = total + part, Decimal(0)
        elif part is not None and not (word == "and" and _goes_on_after(words, place)):
            if words[place - 1] != _PRONOUN or total + part != 1:
                yield total + part
            total, part = Decimal(0), small
    if part is not None and (words[-1] != _PRONOUN or total + part != 1):
        yield total + part


def _small(word: str) -> Decimal | None:
    return Decimal(word.replace(",", "")[:_MOST_DIGITS]) if word[0].isdigit() else _SMALL.get(word)


def _goes_on(words: list[str], place: int, part: Decimal) -> bool:
    """Whether a small number in words adds to what stands before it: "forty" + "two", "three hundred" + "six"."""
    before = words[place - 2] if words[place - 1] == "and" else words[place - 1]
    small = _SMALL.get(words[place])
    if small is None or not (before in _SMALL or before in _SCALES):
        return False
    if part == 0:
        return not _is_scaled(words, place, _SCALES.get(before, Decimal(0)))
    return (small < 10 and part % 10 == 0 and part >= 20) or (small < 100 and part % 100 == 0)


def _is_scaled(words: list[str], place: int, least: Decimal) -> bool:
    """Whether a number is followed by as great a scale: in "two million and three million" there are two numbers."""
    return place + 1 < len(words) and _SCALES.get(words[place + 1], Decimal(0)) >= least > 0


def _goes_on_after(words: list[str], place: int) -> bool:
    """Whether "and" stands inside a number: "two hundred and six"."""
    inside = words[place - 1] in _SCALES and place + 1 < len(words) and words[place + 1] in _SMALL
    return inside and not _is_scaled(words, place + 1, _SCALES[words[place - 1]])


def _after_article(words: list[str], place: int) -> bool:
    return place > 0 and words[place - 1] in {"a", "an"} and len(words[place]) > 2


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")
