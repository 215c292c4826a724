"""Linking denials: each is compared with the statements around it by what they share.

That is words ("arms deals"), party (who is accused), whether the other accuses, and distance. A denial that only
points ("such claims", "it", "the allegations") says nothing of its own and answers an accusation before it, or what
came last.
"""

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.vocabulary import AttributionType, Stance
from claimtrack.extract.denials.negatives import accused_before, is_plain_negative
from claimtrack.extract.denials.views import Pointing, StatementView, view
from claimtrack.extract.parsed import ParsedDocument

__all__ = ["link_denials"]

LEAST = 1.5
"""A link below this score is not made: a wrong link is worse than none."""
REACH = 12
"""How many paragraphs back a denial may look; forward it looks no further than its own paragraph."""
DISPUTED = 0.5
"""What an earlier denial of the same statement adds."""
PRONOUN_REACH = 2
"""How many for "it" and "this"."""


def link_denials(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, denials with the ids of the statements that they answer.

    A plain negative ("we have never sold weapons") becomes a denial where it answers an earlier accusation of its
    speaker. Needs speakers and stance.
    """
    views = [view(parsed, each) for each in attributions if each.type is AttributionType.STATEMENT and each.content]
    answered: dict[str, tuple[str, ...]] = {}
    for index, each in enumerate(views):
        if each.attribution.stance is Stance.DENIES:
            answered[each.attribution.id] = _targets(each, views, answered)
        elif is_plain_negative(parsed, each) and (accusation := accused_before(each, views[:index], REACH)):
            answered[each.attribution.id] = (accusation,)
    return [
        replace(each, stance=Stance.DENIES, denies=answered[each.id]) if each.id in answered else each
        for each in attributions
    ]


def _targets(
    denial: StatementView, views: Sequence[StatementView], answered: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    if denial.pointing and (shared := _denied_just_before(denial, views, answered)):
        return shared
    disputed = {target for targets in answered.values() for target in targets}
    scored = [
        (_score(denial, other) + DISPUTED * (other.attribution.id in disputed), other.begin, other.attribution.id)
        for other in views
        if _can_answer(denial, other)
    ]
    best = max(scored, default=(0.0, 0, ""))
    return (best[2],) if best[0] >= LEAST else ()


def _denied_just_before(
    denial: StatementView, views: Sequence[StatementView], answered: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """What another denial of the same paragraph answers: "both deny it, an official calling such claims absurd"."""
    for other in views:
        if other.place == denial.place and other.begin < denial.begin and answered.get(other.attribution.id):
            return answered[other.attribution.id]
    return ()


def _can_answer(denial: StatementView, other: StatementView) -> bool:
    behind = denial.place - other.place
    reach = PRONOUN_REACH if denial.pointing is Pointing.PRONOUN else REACH
    return (
        not other.speakers & denial.speakers
        and other.attribution.id != denial.attribution.id
        and 0 <= behind <= reach
        and (other.begin < denial.begin or behind == 0)
        and other.attribution.stance not in {Stance.DENIES, Stance.DECLINES}
    )


def _score(denial: StatementView, other: StatementView) -> float:
    """How likely the denial answers the other statement."""
    near = 1.5 / (1 + denial.place - other.place) if other.begin < denial.begin else 0.3
    party = min(len(denial.parties & other.words), 2)
    score = near + 0.75 * party + (0.75 if other.accuses else 0.0)
    if denial.pointing:
        return score + (1.0 if other.accuses else 0.5)
    shared = len(denial.words & other.words)
    return score + shared - (0.0 if shared or party else 1.0)
