"""Linking denials: each is compared with the statements around it, and answers the likeliest one, if any is likely.

What that rests on stands in ``pairs.py``.
"""

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.vocabulary import AttributionType, Stance
from claimtrack.extract.denials.pairs import Surroundings, likelihood
from claimtrack.extract.denials.views import StatementView, opposed, view
from claimtrack.extract.lexicons import table
from claimtrack.extract.parsed import ParsedDocument

__all__ = ["Link", "candidates", "goes_on", "likeliest", "link_denials", "nearby", "views_of"]


class Link(NamedTuple):
    """What a statement answers."""

    likely: float
    begin: int
    """Where the answered statement begins: of equals, the latest is meant."""
    answered: str
    """Its id."""


_ELSEWHERE = frozenset({"ahead", "yields", "moves on"})
"""Marks of what leaves a denial behind."""
_CONTRADICTING = frozenset({"negated", "verdict", "retorts", "holds", "absolute"})
_SAME, _ENOUGH = 0.5, 3
"""More than this share of the shorter one's telling words, and how many it needs to have for that to tell anything."""
REACH = 12
"""How many paragraphs back a denial may look; forward it looks no further than its own paragraph."""
MOST, MOST_BEHIND = 60, 12
"""How many statements it may look at before and behind it: some texts are one paragraph."""


def link_denials(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, denials with the ids of the statements that they answer and how likely that is.

    Needs speakers, kind and stance. Denials that are linked already stay so.
    """
    if not any(each.stance is Stance.DENIES for each in attributions):
        return list(attributions)
    views = views_of(parsed, attributions)
    found: dict[str, Link | None] = {}
    for each in views:
        if each.attribution.stance is Stance.DENIES:
            found[each.attribution.id] = _link(each, nearby(each, views), found)
    return [
        replace(each, denies=(link.answered,), denial_score=round(link.likely, 3))
        if (link := found.get(each.id)) and not each.denies
        else each
        for each in attributions
    ]


def views_of(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[StatementView]:
    """The statements that have a content, in the order of the text."""
    views = [view(parsed, each) for each in attributions if each.type is AttributionType.STATEMENT and each.content]
    return sorted(views, key=lambda each: each.begin)


def nearby(statement: StatementView, views: Sequence[StatementView]) -> list[StatementView]:
    """The statements that a denial may look at, itself among them; ``views`` are in the order of the text."""
    here = bisect.bisect_left(views, statement.begin, key=lambda each: each.begin)
    window = views[max(here - MOST, 0) : here + MOST_BEHIND + 1]
    return [other for other in window if 0 <= statement.place - other.place <= REACH]


def candidates(statement: StatementView, near: Sequence[StatementView]) -> list[StatementView]:
    """Of the statements nearby, those that one may answer: by others, and no denials themselves.

    What asserts by its own words does not answer what it only says again, or says more of.
    """
    asserts = statement.attribution.stance is Stance.ASSERTS
    fitting = [other for other in near if _can_answer(statement, other)]
    return [other for other in fitting if not (asserts and _says_again(statement, other))]


def likeliest(statement: StatementView, near: Sequence[StatementView], kind: str) -> Link | None:
    """What it answers if it answers any of its candidates, the latest of equals; ``kind`` is as in ``pairs.py``."""
    around = Surroundings(statement, near)
    links = [
        Link(likelihood(kind, around.signs(other)), other.begin, other.attribution.id)
        for other in candidates(statement, near)
    ]
    return max(links, default=None)


def goes_on(statement: StatementView, near: Sequence[StatementView]) -> StatementView | None:
    """The speaker's own denial just before, where the statement goes on with it.

    "Cole laughed off claims that she mimed. “Come backstage and I'll sing for you,” she said."
    """
    earlier = [each for each in near if each.begin < statement.begin]
    if not earlier or "goes on" not in statement.marks or statement.marks & _ELSEWHERE:
        return None
    last = max(earlier, key=lambda each: each.begin)
    same = last.speakers & statement.speakers or last.parties & statement.parties
    close = statement.place - last.place <= 1
    return last if same and close and last.attribution.stance is Stance.DENIES else None


def _can_answer(statement: StatementView, other: StatementView) -> bool:
    return (
        other is not statement
        and not other.speakers & statement.speakers
        and "withholds" not in other.marks
        and (other.begin < statement.begin or other.place == statement.place)
        and other.attribution.stance not in {Stance.DENIES, Stance.DECLINES}
    )


def _says_again(statement: StatementView, other: StatementView) -> bool:
    """Whether the other is a headline, of which articles go on to say more, or says much the same.

    "Retired general: serving was demoralizing" – "It was demoralizing," he told the paper.
    """
    if "headline" in other.marks:
        return True
    shared = len(statement.words & other.words)
    fewer = min(len(statement.words), len(other.words))
    contradicts = statement.marks & _CONTRADICTING or opposed(statement.sides, other.sides)
    return shared > _SAME * fewer and fewer >= _ENOUGH and not contradicts


def _link(denial: StatementView, near: Sequence[StatementView], found: Mapping[str, Link | None]) -> Link | None:
    """What a denial answers, where that is likely enough."""
    if denial.attribution.denies:
        return Link(denial.attribution.denial_score or 0.0, 0, denial.attribution.denies[0])
    link = _denied_just_before(denial, near, found) or likeliest(denial, near, "denials")
    if link and link.likely >= table("denials")["denials"]["least"]:
        return link
    before = goes_on(denial, near)
    return found.get(before.attribution.id) if before else None


def _denied_just_before(
    denial: StatementView, near: Sequence[StatementView], found: Mapping[str, Link | None]
) -> Link | None:
    """What another denial of the same paragraph answers: "both deny it, an official calling such claims absurd"."""
    if not denial.pointing:
        return None
    answerable = {each.attribution.id for each in candidates(denial, near)}
    for other in near:
        before = found.get(other.attribution.id)
        if other.place == denial.place and other.begin < denial.begin and before and before.answered in answerable:
            return before
    return None
