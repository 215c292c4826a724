"""Linking confirmations: to the nearest earlier statement of somebody else that says the same, or that they point at.

"The ministry confirmed that the tanker had sunk" answers whoever said before that it had; "confirmed the report" the
statement before it. A confirmation of what nobody has put forward answers nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.vocabulary import AttributionType, Stance
from claimtrack.extract.denials.links import nearby
from claimtrack.extract.denials.views import StatementView, view
from claimtrack.extract.parsed import ParsedDocument

__all__ = ["link_confirmations"]

_FEWEST = 2
"""Words that the two have in common, at least."""
_SHARE = 0.5
"""Of the words of the shorter one."""


def link_confirmations(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, confirmations with the id of the statement that they confirm. Needs speakers and stances."""
    if not any(each.stance is Stance.CONFIRMS for each in attributions):
        return list(attributions)
    views = [view(parsed, each) for each in attributions if each.type is AttributionType.STATEMENT and each.content]
    views.sort(key=lambda each: each.begin)
    found = {each.attribution.id: _confirmed(each, views) for each in views}
    return [replace(each, confirms=found.get(each.id, ())) for each in attributions]


def _confirmed(statement: StatementView, views: Sequence[StatementView]) -> tuple[str, ...]:
    if statement.attribution.stance is not Stance.CONFIRMS:
        return ()
    before = [other for other in nearby(statement, views) if _can_be_confirmed(statement, other)]
    same = [other for other in before if _says_the_same(statement, other)]
    meant = same or (before if statement.pointing else [])
    return (meant[-1].attribution.id,) if meant else ()


def _can_be_confirmed(statement: StatementView, other: StatementView) -> bool:
    return (
        other.begin < statement.begin
        and not other.speakers & statement.speakers
        and other.attribution.stance in {Stance.ASSERTS, Stance.CONFIRMS}
    )


def _says_the_same(statement: StatementView, other: StatementView) -> bool:
    shared = len(statement.words & other.words)
    return shared >= _FEWEST and shared >= _SHARE * min(len(statement.words), len(other.words))
