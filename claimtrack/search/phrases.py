"""The vocabulary of the query language, as data: verbs, nouns and adjectives, and what each asks for."""

import re
from typing import Any

from claimtrack.domain.vocabulary import AttributionType, SpeechKind, Stance

__all__ = [
    "ADJECTIVES",
    "ANYBODY",
    "IGNORED",
    "NOUNS",
    "PARTICLES",
    "PRONOUNS",
    "UNNAMED",
    "VERBS",
    "Table",
    "alternatives",
    "first_match",
]

Table = tuple[tuple[str, dict[str, Any]], ...]

_DENIES = {"stances": (Stance.DENIES,)}
_CONFIRMS = {"stances": (Stance.CONFIRMS,)}
_DECLINES = {"stances": (Stance.DECLINES,)}

VERBS: Table = (
    (
        r"den(?:y|ies|ied|ying)|reject(?:s|ed)?|dismiss(?:es|ed)?|refute[sd]?|dispute[sd]?|repudiate[sd]?",
        _DENIES,
    ),
    (r"confirm(?:s|ed)?|acknowledge[sd]?|admit(?:s|ted)?|concede[sd]?", _CONFIRMS),
    (r"(?:decline[sd]?|refuse[sd]?) to (?:comment|say|answer|speak)", _DECLINES),
    (
        r"sa(?:y|ys|id|ying)|tells?|told|claim(?:s|ed)?|state[sd]?|writes?|wrote|announce[sd]?|declare[sd]?",
        {},
    ),
    (
        r"asserts?|asserted|argue[sd]?|warn(?:s|ed)?|mention(?:s|ed)?|comment(?:s|ed)?|talk(?:s|ed)?|spoken?|speaks?",
        {},
    ),
    (r"makes?|made|gives?|gave|issue[sd]?", {}),
)
"""Verb forms; each row with the conditions that it puts on the statements looked for."""

NOUNS: Table = (
    (r"denials?|rejections?|dismissals?|refutations?", _DENIES),
    (r"confirmations?|acknowledge?ments?|admissions?|concessions?", _CONFIRMS),
    (r"refusals? to (?:comment|answer|say)", _DECLINES),
    (r"quot(?:e|ation)s?", {"kinds": (SpeechKind.DIRECT, SpeechKind.MIXED)}),
    (r"beliefs?|opinions?", {"types": (AttributionType.BELIEF,)}),
    (r"intentions?", {"types": (AttributionType.INTENTION,)}),
    (r"evidence", {"types": (AttributionType.EVIDENCE,)}),
    (
        r"claims?|statements?|assertions?|allegations?|accusations?|remarks?|comments?|announcements?|speech",
        {},
    ),
    (r"everything|anything", {}),
)
"""What is asked for, by the noun that stands for it."""

ADJECTIVES: Table = (
    (r"anonymous|unnamed|unattributed", {"anonymous": True}),
    (r"named|on-the-record", {"anonymous": False}),
    (r"direct|verbatim", {"kinds": (SpeechKind.DIRECT,)}),
    (r"indirect|paraphrased", {"kinds": (SpeechKind.INDIRECT,)}),
    (r"mixed", {"kinds": (SpeechKind.MIXED,)}),
    (r"denied|disputed|contested", {"denied": True}),
    (r"undisputed|undenied|uncontested", {"denied": False}),
)

IGNORED = r"all|every|each|any|the|of|other|these|those|attributed|stored|known"
"""Words before a noun that change nothing."""

PRONOUNS = "he|she|they|it|we|you|i|him|her|them|us|me|his|their|this|that"
"""What stands in a speaker's place and names somebody whom a question cannot know."""

ANYBODY = "(?:any|some|every)(?:body|one)|nobody|no one|people|there|been"
"""What stands in a speaker's place and narrows nothing."""

UNNAMED = "(?:anonymous|unnamed|unattributed)(?: (?:sources?|speakers?|officials?|people))?"
"""What stands in a speaker's place and asks for speakers without a name."""

PARTICLES = r"of|the|for|and|or|de|al|bin|ibn|van|von|du|da|la|le|&"
"""Small words inside names."""


def alternatives(table: Table) -> str:
    """The patterns of a table as one expression without groups that capture."""
    return "|".join(pattern for pattern, _ in table)


def first_match(table: Table, word: str) -> dict[str, Any]:
    """The conditions of the row whose pattern the word is; none for a word of no row."""
    for pattern, conditions in table:
        if re.fullmatch(pattern, word, re.IGNORECASE):
            return conditions
    return {}
