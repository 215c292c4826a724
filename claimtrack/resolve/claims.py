"""Which statements make the same claim, and what became of it.

A claim is the proposition of all statements with the same words. A denial or confirmation whose target is known
belongs to the target's claim instead: "such claims" is no proposition. Every decision depends on the statement and
the statements that it answers alone, so the order in which documents arrive makes no difference.
"""

import re
from collections.abc import Iterable, Mapping

from claimtrack.domain.claims import Appearance, Proposition
from claimtrack.domain.keys import hash_key
from claimtrack.domain.vocabulary import DenialStatus, Stance

__all__ = ["appearances", "claim_id", "claim_words", "denial_status"]

_QUOTATION_MARKS = re.compile("[\"“”„«»]|(?<!\\w)['‘’]|['’](?!\\w)")
"""Apostrophes inside words are none."""

# Shorter contents ("the allegations", "any wrongdoing"), and those that speak of their speaker ("I did not do
# it"), mean something else in another document.
_FEWEST_WORDS = 5
_DEPENDENT = frozenset({"i", "me", "mine", "my", "our", "ours", "we", "you", "your", "yours"})


def claim_id(proposition: Proposition) -> str:
    """The key of the claim that a statement's own words make."""
    words = claim_words(proposition.content)
    if not words:
        return hash_key("claim", "", proposition.statement)
    alone = len(words) < _FEWEST_WORDS or not _DEPENDENT.isdisjoint(words)
    return hash_key("claim", " ".join(words), proposition.document if alone else "")


def claim_words(content: str) -> list[str]:
    """The words that make a content the same claim as another, however it is quoted and written."""
    words = _QUOTATION_MARKS.sub("", content).casefold().rstrip(" .,;:…").split()
    return words[1:] if len(words) > 1 and words[0] == "that" else words


def appearances(proposition: Proposition, known: Mapping[str, Proposition]) -> list[Appearance]:
    """Where a statement appears: in the claims of the known statements that it answers, else in its own.

    ``known`` gives the live statements by id; ids in ``answers`` that it lacks are left out.
    """
    answered = [known[target] for target in proposition.answers if target in known]
    targets = {claim_id(target): target.content for target in answered if target.statement != proposition.statement}
    stance = Stance.CONFIRMS if proposition.stance is Stance.CONFIRMS else Stance.DENIES
    if not targets:
        targets, stance = {claim_id(proposition): proposition.content}, proposition.stance
    return [
        Appearance(claim, proposition.statement, ordinal, stance, content)
        for ordinal, (claim, content) in enumerate(targets.items())
    ]


def denial_status(stances: Iterable[Stance]) -> DenialStatus:
    """What became of a claim, from the stances of all its appearances."""
    taken = set(stances)
    if Stance.DENIES in taken:
        return DenialStatus.CONTESTED if Stance.CONFIRMS in taken else DenialStatus.DENIED
    return DenialStatus.CONFIRMED if Stance.CONFIRMS in taken else DenialStatus.UNDISPUTED
