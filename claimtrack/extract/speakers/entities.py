"""Who and what a document names: entities, and the places in the text where each is mentioned."""

from dataclasses import dataclass, field
from enum import StrEnum

from claimtrack.domain.attribution import Speaker
from claimtrack.domain.vocabulary import Anonymity, Resolution, SpeakerKind
from claimtrack.extract.lexicons import table

__all__ = ["Entity", "Gender", "Mention", "RawName", "Role"]


class Gender(StrEnum):
    """What a pronoun may stand for a person by."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True)
class RawName:
    """A capitalised name as it stands in a paragraph, before it is known whose it is."""

    paragraph: int
    first: int
    last: int
    """Indices of its tokens in the paragraph, both included."""
    words: tuple[str, ...]
    """By white space: what a hyphen joins is one."""
    text: str
    label: str
    """The entity recognizer's label; empty where it saw nothing."""
    honorific: str = ""
    """A courtesy title directly before it, lower case."""
    titled: bool = False
    """Whether any title or function stands directly before it."""
    subject: bool = False
    """Whether it is a verb's subject."""


@dataclass(frozen=True, slots=True)
class Role:
    """A function as the document gives it, and the noun that it is about, lower case."""

    text: str
    noun: str
    first: int
    last: int
    """Indices of its tokens in the paragraph, both included."""


@dataclass(eq=False, slots=True)
class Entity:
    """Somebody or something that a document names, or that it describes without a name."""

    name: str
    kind: SpeakerKind
    anonymous: bool = False
    plural: bool = False
    words: tuple[str, ...] = ()
    gender: Gender | None = None
    called: Gender | None = None
    """What a pronoun has meant the person by so far: who was "he" once is no "she" later."""
    roles: list[str] = field(default_factory=list)
    """As the document gives them, in order."""
    affiliation: str | None = None
    full_mentions: int = 0
    """How often the document gives the name in full."""
    by_given_name: bool = False
    """Whether the document mostly calls the person by the given name, so that the surname is another's."""
    anonymity: Anonymity = Anonymity.ROLE
    """How it is kept from the reader who this is, where it is ``anonymous``; a group in public, too, is a group."""
    relation_only: bool = False
    """Whether it is described as somebody's kin or predecessor."""

    @property
    def role(self) -> str | None:
        """The fullest role that the document gives; of two equally full ones the first."""
        return max(self.roles, key=lambda role: len(role.split()), default=None)

    def speaker(self, role: str | None, found_by: Resolution) -> Speaker:
        """The entity as a speaker, with the role of this mention where there is one."""
        return Speaker(
            self.name,
            self.kind,
            role or self.role,
            self.affiliation,
            self.anonymity if self.anonymous or self.anonymity is Anonymity.GROUP else Anonymity.NAMED,
            found_by,
            table("speakers")["scores"][found_by.value],
        )


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text where an entity is named. ``start`` and ``end`` are offsets into the document."""

    start: int
    end: int
    paragraph: int
    first: int
    last: int
    entity: Entity
    role: Role | None = None
    """The role that stands beside this mention."""
