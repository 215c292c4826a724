"""The vocabulary of the query language, as data: verbs, nouns and adjectives, and what each asks for."""

import re
from typing import Any

from claimtrack.domain.vocabulary import AttributionType, DenialStatus, SpeechKind, Stance

__all__ = [
    "ADJECTIVES",
    "ANYBODY",
    "DESCRIBING",
    "IGNORED",
    "MANNERS",
    "NEWSPAPER",
    "NOUNS",
    "PARTICLES",
    "PRONOUNS",
    "REACTIONS",
    "REPORTING",
    "UNNAMED",
    "VERBS",
    "WITHHELD",
    "Table",
    "alternatives",
    "first_match",
]

Table = tuple[tuple[str, dict[str, Any]], ...]

_DENIES = {"stances": (Stance.DENIES,)}
_CONFIRMS = {"stances": (Stance.CONFIRMS,)}
_DECLINES = {"stances": (Stance.DECLINES,)}

WITHHELD = (
    "answer|comment|confirm|disclose|discuss|divulge|elaborate|explain|identify|name|release|reveal|say|speak|specify"
    "|talk"
)
"""What is not done by those who decline to speak."""

MANNERS = (
    r"accus(?:es?|ed|ing)|blam(?:es?|ed|ing)|critici[sz](?:es?|ed|ing)|condemn(?:s|ed|ing)?|prais(?:es?|ed|ing)"
    r"|threaten(?:s|ed|ing)?|urg(?:es?|ed|ing)|demand(?:s|ed|ing)?|promis(?:es?|ed|ing)|pledg(?:es?|ed|ing)"
)
"""Verb forms that say more than any condition can: that they were used is told to have had no effect."""

VERBS: Table = (
    (r"den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)", _DENIES),
    (r"disput(?:es?|ed|ing)|repudiat(?:es?|ed|ing)", _DENIES),
    (r"confirm(?:s|ed|ing)?|acknowledg(?:es?|ed|ing)|admit(?:s|ted|ting)?|conced(?:es?|ed|ing)", _CONFIRMS),
    (rf"(?:decline[sd]?|declining|refuse[sd]?|refusing) to (?:{WITHHELD})", _DECLINES),
    (r"sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|claim(?:s|ed|ing)?|stat(?:es?|ed|ing)|writ(?:es?|ing|ten)|wrote", {}),
    (r"announc(?:es?|ed|ing)|declar(?:es?|ed|ing)|report(?:s|ed|ing)?|insist(?:s|ed|ing)?|alleg(?:es?|ed|ing)", {}),
    (r"assert(?:s|ed|ing)?|argu(?:es?|ed|ing)|warn(?:s|ed|ing)?|mention(?:s|ed|ing)?|comment(?:s|ed|ing)?", {}),
    (r"talk(?:s|ed|ing)?|spoken?|speak(?:s|ing)?|explain(?:s|ed|ing)?|suggest(?:s|ed|ing)?|predict(?:s|ed|ing)?", {}),
    (r"(?:respond(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|react(?:s|ed|ing)?)(?: to)?|quoted|cited", {}),
    (r"makes?|made|given?|gives|gave|issue[sd]?", {}),
    (r"thinks?|thought|believe[sd]?", {"types": (AttributionType.STATEMENT, AttributionType.BELIEF)}),
    (MANNERS, {}),
)
"""Verb forms; each row with the conditions that it puts on the statements looked for."""

REPORTING = r"report(?:s|ed|ing)?|writ(?:es?|ing|ten)|wrote"
"""Verb forms that tell what a newspaper published, where one stands before them."""

NEWSPAPER = (
    r"[Tt]he (?:[A-Z]\S* )*(?:Bugle|Chronicle|Courier|Daily|Dispatch|Echo|Enquirer|Examiner|Express|Gazette|Globe"
    r"|Guardian|Herald|Independent|Inquirer|Journal|Ledger|Mail|Mercury|Messenger|Mirror|News|Observer|Post|Sentinel"
    r"|Standard|Star|Sun|Telegraph|Times|Tribune|Weekly)"
)
"""What newspapers are called; agencies are mostly asked for as others quote them."""

NOUNS: Table = (
    (r"no comments?", _DECLINES),
    (r"denials?|rejections?|dismissals?|refutations?", _DENIES),
    (r"confirmations?|acknowledge?ments?|admissions?|concessions?", _CONFIRMS),
    (rf"refusals? to (?:{WITHHELD})", _DECLINES),
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

REACTIONS = r"responses?|reactions?|repl(?:y|ies)|answers?|positions?|views?"
"""What is asked for after a speaker's name alone; elsewhere such nouns are words to look for."""

ADJECTIVES: Table = (
    (r"anonymous|unnamed|unattributed", {"anonymous": True}),
    (r"named|on-the-record", {"anonymous": False}),
    (r"direct|verbatim", {"kinds": (SpeechKind.DIRECT,)}),
    (r"indirect|paraphrased", {"kinds": (SpeechKind.INDIRECT,)}),
    (r"mixed", {"kinds": (SpeechKind.MIXED,)}),
    (r"denied|disputed", {"denied": True}),
    (r"contested", {"statuses": (DenialStatus.CONTESTED,)}),
    (r"confirmed", {"statuses": (DenialStatus.CONFIRMED, DenialStatus.CONTESTED)}),
    (r"undisputed|undenied|uncontested", {"denied": False}),
)

IGNORED = r"all|every|each|any|the|of|other|these|those|attributed|stored|known|which|what|how|many"
"""Words before a noun that change nothing."""

DESCRIBING = (
    r"false|true|wrong|new|old|recent|latest|first|last|official|public|key|main|major|important|misleading"
    r"|unverified|unproven|baseless|controversial|interesting|more|most|similar|\d+"
)
"""Words before a noun that are neither a name nor looked for."""

PRONOUNS = "he|she|they|it|we|you|i|him|her|them|us|me|his|their|this|that"
"""What stands in a speaker's place and names somebody whom a question cannot know."""

ANYBODY = "(?:any|some|every)(?:body|one)|nobody|no one|people|there|been"
"""What stands in a speaker's place and narrows nothing."""

UNNAMED = (
    "(?:anonymous|unnamed|unidentified|unattributed)"
    "(?: (?:sources?|speakers?|people|insiders?|(?P<office>officials?|diplomats?)))?"
)
"""What stands in a speaker's place and asks for speakers without a name, of any sort or of one."""

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
