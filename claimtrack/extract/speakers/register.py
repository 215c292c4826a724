"""Who is named where in a document: one pass over its names, lookups by token afterwards."""

import bisect
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.parsed import Paragraph, ParsedDocument
from claimtrack.extract.speakers.classes import NameClass, classify
from claimtrack.extract.speakers.entities import Entity, Mention, RawName, Role
from claimtrack.extract.speakers.gender import settle_gender
from claimtrack.extract.speakers.lexicon import people, place_of
from claimtrack.extract.speakers.names import spot_names
from claimtrack.extract.speakers.persons import People
from claimtrack.extract.speakers.roles import role_beside

__all__ = ["Register", "build_register"]

_KINDS = {
    NameClass.ORGANIZATION: SpeakerKind.ORGANIZATION,
    NameClass.PLACE: SpeakerKind.GOVERNMENT,
    NameClass.COUNTRY: SpeakerKind.GOVERNMENT,
    NameClass.PEOPLE: SpeakerKind.GROUP,
}


@dataclass
class Register:
    """All names of one document, each with the entity that it means."""

    mentions: list[Mention] = field(default_factory=list)
    """In the order of the text."""
    countries: dict[str, Entity] = field(default_factory=dict)
    """By name; those that only an adjective names are added when asked for."""
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
        return self.countries.setdefault(name, Entity(name, SpeakerKind.GOVERNMENT))

    def before(self, offset: int) -> list[Mention]:
        """The mentions that begin before an offset of the document."""
        return self.mentions[: bisect.bisect_left(self._starts, offset)]

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a range of the document's characters."""
        return self.mentions[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]


def build_register(parsed: ParsedDocument) -> Register:
    """Read the names of a document and decide, over all of it, whose they are."""
    raws = [raw for paragraph in parsed.paragraphs for raw in spot_names(paragraph)]
    groups: dict[tuple[str, ...], list[RawName]] = defaultdict(list)
    for raw in raws:
        groups[_key(raw)].append(raw)
    classes = {key: classify(group) for key, group in groups.items()}
    roles = {
        id(raw): role
        for raw in raws
        if classes[_key(raw)] in (NameClass.PERSON, None)
        and (role := role_beside(parsed.paragraphs[raw.paragraph].doc, raw.first, raw.last))
    }
    register = Register()
    known = _Entities(groups, classes, roles, register)
    for raw in raws:
        entity = known.of(raw)
        if entity is not None:
            register.add(_mention(parsed.paragraphs[raw.paragraph], raw, entity, roles.get(id(raw))))
    return register


def _key(raw: RawName) -> tuple[str, ...]:
    return tuple(word.casefold() for word in raw.words)


class _Entities:
    """The entities of a document while its names are given to them."""

    def __init__(
        self,
        groups: dict[tuple[str, ...], list[RawName]],
        classes: dict[tuple[str, ...], NameClass | None],
        roles: dict[int, Role],
        register: Register,
    ) -> None:
        self._classes, self._roles, self._register = classes, roles, register
        self._people = People()
        self._full: dict[tuple[str, ...], Entity] = {}
        self._others: dict[str, Entity] = {}
        own: dict[int, tuple[Entity, list[RawName]]] = {}
        for key, group in sorted(groups.items(), key=lambda item: len(item[0])):
            # Shorter names first: a longer one may be the same with a word of a headline behind it.
            if classes[key] is NameClass.PERSON and len(key) > 1:
                person = self._full[key] = self._people.add(group)
                own.setdefault(id(person), (person, []))[1].extend(group)
        for key, group in groups.items():
            if classes[key] is NameClass.PERSON and len(key) == 1 and not self._people.may_bear(key[0]):
                person = self._full[key] = self._people.add(group)
                own.setdefault(id(person), (person, []))[1].extend(group)
        for person, group in own.values():
            self._describe(person, group)

    def _describe(self, person: Entity, raws: Iterable[RawName]) -> None:
        raws = list(raws)
        roles = [role for raw in raws if (role := self._roles.get(id(raw)))]
        person.roles.extend(role.text for role in roles)
        nouns = {role.noun for role in roles}
        person.relation_only = bool(nouns) and nouns <= people().relations
        settle_gender(person, raws)

    def of(self, raw: RawName) -> Entity | None:
        """Whose the name is; None where nothing tells what it names."""
        key = _key(raw)
        cls = self._classes[key]
        if len(key) == 1 and key not in self._full and self._is_person_here(raw, cls):
            person = self._people.bearer(raw)
            if person is not None:
                self._add_role(person, raw)
                return person
        if key in self._full:
            self._people.heard(self._full[key], raw.paragraph)
            return self._full[key]
        return self._other(raw, cls) if cls else None

    def _is_person_here(self, raw: RawName, cls: NameClass | None) -> bool:
        if not self._people.may_bear(raw.text.casefold()):
            return False
        if cls in (NameClass.COUNTRY, NameClass.PEOPLE):
            return raw.titled or raw.label == "PERSON"
        return True

    def _add_role(self, person: Entity, raw: RawName) -> None:
        role = self._roles.get(id(raw))
        if role and role.text not in person.roles:
            person.roles.append(role.text)

    def _other(self, raw: RawName, cls: NameClass) -> Entity | None:
        if cls is NameClass.PERSON:
            return None
        place = place_of(raw.text) if cls in (NameClass.COUNTRY, NameClass.PEOPLE) else None
        if place and not place.is_seat and not place.demonym:
            entity = self._register.country(place.name)
        else:
            name = place.name if place and place.is_seat else raw.text
            kind = _KINDS[cls]
            entity = self._others.setdefault(
                name, Entity(name, kind, plural=kind is SpeakerKind.GROUP, words=raw.words)
            )
            entity.affiliation = place.country if place and place.is_seat else None
        entity.full_mentions += 1
        return entity


def _mention(paragraph: Paragraph, raw: RawName, entity: Entity, role: Role | None) -> Mention:
    doc = paragraph.doc
    last = doc[raw.last]
    return Mention(
        start=paragraph.start + doc[raw.first].idx,
        end=paragraph.start + last.idx + len(last),
        paragraph=raw.paragraph,
        first=raw.first,
        last=raw.last,
        entity=entity,
        full=len(raw.words) > 1,
        role=role,
    )
