"""Plain negatives: "we have never sold weapons" denies only where it answers an accusation of its speaker."""

from collections.abc import Sequence

from spacy.tokens import Token

from claimtrack.domain.vocabulary import Stance
from claimtrack.extract.denials.views import StatementView
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.stance import heads_of

__all__ = ["accused_before", "is_plain_negative"]

_SELF = frozenset({"i", "we", "he", "she", "it", "they"})


def is_plain_negative(parsed: ParsedDocument, statement: StatementView) -> bool:
    """Whether the content's own verb is negated, and says something of the speaker: "we have never sold"."""
    if statement.attribution.stance is not Stance.ASSERTS:
        return False
    for verb in heads_of(parsed.tokens(statement.attribution.content)):
        below = {child.dep_: child for child in verb.children}
        if "neg" in below and "nsubj" in below and _is_speaker(below["nsubj"], statement):
            return True
    return False


def _is_speaker(subject: Token, statement: StatementView) -> bool:
    return subject.lower_ in _SELF or subject.text in statement.parties


def accused_before(statement: StatementView, earlier: Sequence[StatementView], reach: int) -> str | None:
    """Id of the latest accusation, at most ``reach`` paragraphs back, that names the speaker and shares a word."""
    for other in reversed(earlier):
        if statement.place - other.place > reach:
            return None
        named = bool(statement.parties & other.words)
        if other.accuses and named and statement.words & other.words and not other.speakers & statement.speakers:
            return other.attribution.id
    return None
