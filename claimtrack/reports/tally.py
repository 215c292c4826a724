"""What is counted while statements pass by; shared by the tables that group them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from claimtrack.domain.attribution import Speaker
from claimtrack.domain.stored import StoredStatement
from claimtrack.domain.vocabulary import Stance
from claimtrack.reports.columns import day

__all__ = ["SpeakerKey", "Tally", "publisher_count", "speaker_keys"]

SpeakerKey: TypeAlias = tuple[str, str]
"""Name and kind: what makes two speakers the same in a table."""


def speaker_keys(statement: StoredStatement) -> tuple[SpeakerKey, ...]:
    """The different speakers of a statement, in its order."""
    speakers = statement.attribution.speakers
    return tuple(dict.fromkeys(_key(speaker) for speaker in speakers))


def _key(speaker: Speaker) -> SpeakerKey:
    """As whom an analyst knows the speaker, else as the document does."""
    return speaker.known_as or speaker.name, (speaker.known_kind or speaker.kind).value


@dataclass(slots=True)
class Tally:
    """Counts over some statements: how many, how many are denials or anonymous, when and where."""

    statements: int = 0
    denials: int = 0
    anonymous: int = 0
    documents: set[str] = field(default_factory=set)
    """Keys."""
    stories: set[str] = field(default_factory=set)
    publishers: set[str] = field(default_factory=set)
    speakers: set[SpeakerKey] = field(default_factory=set)
    first: str = ""
    """The earliest first day, ISO; empty where no statement is dated."""
    last: str = ""
    """The latest last day."""

    def add(self, statement: StoredStatement) -> None:
        """Counts one statement."""
        attribution = statement.attribution
        self.statements += 1
        self.denials += attribution.stance is Stance.DENIES
        self.anonymous += attribution.anonymous
        self.documents.add(statement.document.key)
        self.stories.add(statement.document.story)
        if statement.document.publisher:
            self.publishers.add(statement.document.publisher)
        self.speakers.update(speaker_keys(statement))
        first, last = day(attribution.date.first), day(attribution.date.last)
        self.first = min(filter(None, (self.first, first)), default="")
        self.last = max(self.last, last)


def publisher_count(statements: Iterable[StoredStatement]) -> int:
    """How many publishers tell of any of the statements by themselves: copies of one text are one witness."""
    stories: dict[str, set[str]] = {}
    for each in statements:
        if each.document.publisher:
            stories.setdefault(each.document.publisher, set()).add(each.document.story)
    telling: dict[str, str] = {}
    return sum(_finds_own(publisher, stories, telling, set()) for publisher in sorted(stories))


def _finds_own(
    publisher: str, stories: Mapping[str, Collection[str]], telling: dict[str, str], tried: set[str]
) -> bool:
    """Whether a publisher gets a story that no other one needs, where those that have one may change theirs.

    Augmenting paths of a bipartite matching (Kuhn 1955); ``telling`` is which publisher each story is left to.
    """
    for story in sorted(set(stories[publisher]) - tried):
        tried.add(story)
        if story not in telling or _finds_own(telling[story], stories, telling, tried):
            telling[story] = publisher
            return True
    return False
