"""Statements that deny nothing by their own words, and may do so by answering another.

"We have never shelled a harbor" after Syldavia accused Borduria of shelling one.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimtrack.domain.vocabulary import Stance
from claimtrack.extract.denials.links import Link, goes_on, likeliest, nearby
from claimtrack.extract.denials.views import StatementView
from claimtrack.extract.lexicons import table

__all__ = ["Answer", "find_answers"]


class Answer(NamedTuple):
    """What speaks for a statement being an answer."""

    link: Link | None
    """What it would answer, however unlikely."""
    goes_on: bool
    """Whether it goes on with a denial of its speaker."""

    @property
    def likely(self) -> bool:
        """Whether its link is likely enough to be made."""
        return self.link is not None and self.link.likely >= table("denials")["answers"]["least"]


def find_answers(views: Sequence[StatementView]) -> Mapping[str, Answer]:
    """By id, each statement that asserts by its own words; ``views`` are in the order of the text."""
    found = {}
    for each in views:
        if each.attribution.stance is Stance.ASSERTS:
            near = nearby(each, views)
            found[each.attribution.id] = Answer(likeliest(each, near, "answers"), goes_on(each, near) is not None)
    return found
