"""Who is named where in a document: lookups by token and by offset."""

import bisect
from dataclasses import dataclass, field

from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.speakers.entities import Entity, Mention

__all__ = ["Register"]


@dataclass
class Register:
    """All names of one document, each with the entity that it means."""

    mentions: list[Mention] = field(default_factory=list)
    """In the order of the text."""
    _described: dict[tuple[int, int, str], Entity] = field(default_factory=dict)
    _countries: dict[str, Entity] = field(default_factory=dict)
    _by_token: dict[tuple[int, int], Mention] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        """Append a mention; they come in the order of the text."""
        self.mentions.append(mention)
        self._starts.append(mention.start)
        for token in range(mention.first, mention.last + 1):
            self._by_token[mention.paragraph, token] = mention

    def at(self, paragraph: int, token: int) -> Mention | None:
        """The name that a token is part of."""
        return self._by_token.get((paragraph, token))

    def country(self, name: str) -> Entity:
        """A country of the table as a speaker, whether or not the document gives its name."""
        return self._countries.setdefault(name, Entity(name, SpeakerKind.GOVERNMENT))

    def described(self, paragraph: int, token: int, entity: Entity) -> Entity:
        """The unnamed entity of a noun: what was described there before, if by the same words."""
        return self._described.setdefault((paragraph, token, entity.name), entity)

    def before(self, offset: int) -> list[Mention]:
        """The mentions that begin before an offset of the document."""
        return self.mentions[: bisect.bisect_left(self._starts, offset)]
