"""Syntactic frames: how a cue takes its content, named in the lexicon's tables."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from spacy.tokens import Token

__all__ = ["Candidate", "Frame", "Range"]

Range = tuple[int, int]
"""Half-open range of token positions in a paragraph."""


class Frame(StrEnum):
    """How a cue takes its content. Frames with a preposition are written ``prep:for``."""

    CLAUSE = "clause"
    """said (that) the visit would be short; also with the clause in front"""
    INSERTED = "inserted"
    """The visit, he said, would be short"""
    TO = "to"
    """promised to leave"""
    OBJECT = "object"
    """denied the allegations; accused them of theft"""
    AS = "as"
    """described it as a mistake; called it a mistake"""
    PREPOSITION = "prep"
    """called for talks"""
    PASSIVE = "passive"
    """he was accused of theft; the deal was announced"""
    QUOTED = "quoted"
    """content known by its quotation marks alone"""


@dataclass(slots=True)
class Candidate:
    """A cue with what it would attribute to whom, before the lexicon has judged it."""

    head: Token
    frame: str
    key: str
    """What the lexicon lists it under: the lemma, with a particle ``point_out``."""
    cue: list[Range]
    source: list[Range]
    content: list[Range]
    told: bool = False
    """Whether its verb or idiom tells by itself of a denial, a confirmation or a refusal."""
    weight: float = 0.0
    """How often such a candidate is an attribution, between 0 and 1."""

    def with_content(self, content: list[Range]) -> Self:
        """The same candidate with another content."""
        return replace(self, content=content)
