"""Linking denials: each is compared with the statements around it, and answers the likeliest one, if any is likely.

What that rests on stands in ``pairs.py``. A statement that denies nothing by its own words becomes a denial where it
answers another: "We have never shelled a harbor" after Syldavia accused Borduria of shelling one.
"""

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.vocabulary import AttributionType, Stance
from claimtrack.extract.denials.meanings import BY_MEANING, Meanings
from claimtrack.extract.denials.pairs import Surroundings, likelihood
from claimtrack.extract.denials.views import StatementView, opposed, view
from claimtrack.extract.lexicons import table
from claimtrack.extract.meaning import Encode
from claimtrack.extract.parsed import ParsedDocument

__all__ = ["candidates", "link_denials", "nearby"]

Answered: TypeAlias = tuple[tuple[str, ...], float | None]
"""Ids of the statements that one answers, and how likely that is."""
_ELSEWHERE = frozenset({"ahead", "yields", "moves on"})
"""Marks of what leaves a denial behind."""
_CONTRADICTING = frozenset({"negated", "verdict", "retorts", "holds", "absolute"})
_SAME, _ENOUGH = 0.5, 3
"""More than this share of the shorter one's telling words, and how many it needs to have for that to tell anything."""
REACH = 12
"""How many paragraphs back a denial may look; forward it looks no further than its own paragraph."""
MOST, MOST_BEHIND = 60, 12
"""How many statements it may look at before and behind it: some texts are one paragraph."""


def link_denials(
    parsed: ParsedDocument, attributions: Sequence[Attribution], encode: Encode | None = None
) -> list[Attribution]:
    """The attributions, denials with the ids of the statements that they answer and how likely that is.

    Needs speakers, kind and stance. With an encoder, what only answers is told by its meaning too.
    """
    meanings = Meanings(encode) if encode else None
    views = [view(parsed, each) for each in attributions if each.type is AttributionType.STATEMENT and each.content]
    views.sort(key=lambda each: each.begin)
    found: dict[str, Answered] = {}
    for each in views:
        near = nearby(each, views)
        if each.attribution.stance is Stance.DENIES:
            before = _denied_just_before(each, near, found)
            found[each.attribution.id] = before or _answered(each, near)
        elif each.attribution.stance is Stance.ASSERTS:
            answer = _answered(each, near, meanings)
            own = _own_denial(each, near, found)
            if answer[0] or own:
                found[each.attribution.id] = answer if answer[0] or own is None else own
    return [
        replace(each, stance=Stance.DENIES, denies=found[each.id][0], denial_score=found[each.id][1])
        if each.id in found
        else each
        for each in attributions
    ]


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


def _answered(statement: StatementView, near: Sequence[StatementView], meanings: Meanings | None = None) -> Answered:
    """Id of the likeliest statement, the latest of equals, and how likely it is; none where too unlikely."""
    denies = statement.attribution.stance is Stance.DENIES
    kind = "denials" if denies else BY_MEANING if meanings else "answers"
    around = Surroundings(statement, near)
    best = (0.0, 0, "")
    for other in candidates(statement, near):
        signs = around.signs(other)
        if meanings and not denies:
            likely = meanings.likelihood(signs, statement.content, other.content)
        else:
            likely = likelihood(kind, signs)
        best = max(best, (likely, other.begin, other.attribution.id))
    return ((best[2],), round(best[0], 3)) if best[0] >= table("denials")[kind]["least"] else ((), None)


def _own_denial(
    statement: StatementView, near: Sequence[StatementView], found: Mapping[str, Answered]
) -> Answered | None:
    """What the speaker's own denial just before answers, where the statement goes on with it.

    "Cole laughed off claims that she mimed. “Come backstage and I'll sing for you,” she said."
    """
    earlier = [each for each in near if each.begin < statement.begin]
    if not earlier or "goes on" not in statement.marks or statement.marks & _ELSEWHERE:
        return None
    last = max(earlier, key=lambda each: each.begin)
    same = last.speakers & statement.speakers or last.parties & statement.parties
    close = statement.place - last.place <= 1
    return found.get(last.attribution.id) if same and close and last.attribution.stance is Stance.DENIES else None


def _denied_just_before(
    denial: StatementView, near: Sequence[StatementView], found: Mapping[str, Answered]
) -> Answered | None:
    """What another denial of the same paragraph answers: "both deny it, an official calling such claims absurd"."""
    if not denial.pointing:
        return None
    for other in near:
        before = found.get(other.attribution.id, ((), None))
        if other.place == denial.place and other.begin < denial.begin and before[0]:
            return before
    return None
