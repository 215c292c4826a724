"""Whose a name is: the entities of one document while its names are given to them."""

from collections.abc import Mapping, Sequence

from claimtrack.domain.places import place_of
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.speakers.acronyms import full_names
from claimtrack.extract.speakers.classes import NameClass
from claimtrack.extract.speakers.entities import Entity, RawName, Role
from claimtrack.extract.speakers.gender import gender_of_honorific, settle_gender
from claimtrack.extract.speakers.lexicon import people
from claimtrack.extract.speakers.persons import People
from claimtrack.extract.speakers.register import Register
from claimtrack.extract.speakers.surnames import bare_surname, given_of

__all__ = ["Identities", "name_key"]

_KINDS = {
    NameClass.ORGANIZATION: SpeakerKind.ORGANIZATION,
    NameClass.PLACE: SpeakerKind.GOVERNMENT,
    NameClass.COUNTRY: SpeakerKind.GOVERNMENT,
    NameClass.PEOPLE: SpeakerKind.GROUP,
}


def name_key(raw: RawName) -> tuple[str, ...]:
    """The words of a name without regard to case: what tells two mentions to be of the same name."""
    return tuple(word.casefold() for word in raw.words)


class Identities:
    """The entities of a document, found by the names that mean them."""

    def __init__(
        self,
        groups: Mapping[tuple[str, ...], Sequence[RawName]],
        classes: Mapping[tuple[str, ...], NameClass | None],
        roles: Mapping[tuple[int, int], Sequence[Role]],
        register: Register,
    ) -> None:
        self._classes, self._roles, self._register = classes, roles, register
        self._people = People()
        self._full: dict[tuple[str, ...], Entity] = {}
        self._others: dict[str, Entity] = {}
        for key, group in groups.items():
            if len(key) == 1 and (told := {gender_of_honorific(raw.honorific) for raw in group} - {None}):
                self._people.genders[key[0]] = frozenset(gender for gender in told if gender)
        persons = [key for key in groups if classes[key] is NameClass.PERSON]
        # Shorter names first: a longer one may be the same with a word of a headline behind it.
        for key in sorted(
            (key for key in persons if len(key) > 1), key=lambda key: (bool(bare_surname(key)), len(key))
        ):
            if not self._people.by_surname.get(bare_surname(key)):
                self._full[key] = self._people.add(groups[key])
        for key in persons:
            if len(key) == 1 and not self._people.may_bear(key[0]):
                self._full[key] = self._people.add(groups[key])
        for person in set(self._full.values()):
            keys = [key for key in groups if self._full.get(key) is person]
            by_given = len(groups.get((given_of(person.words),), ()))
            self._describe(person, [raw for key in keys for raw in groups[key]], by_given)
        self._longer = _longer_names(groups, classes)
        organizations = [groups[key][0] for key in groups if classes[key] is NameClass.ORGANIZATION]
        self._spelled_out = full_names(organizations)

    def _describe(self, person: Entity, raws: Sequence[RawName], by_given: int) -> None:
        person.by_given_name = by_given > 2 * person.full_mentions
        roles = [role for raw in raws for role in self._roles.get((raw.paragraph, raw.first), ())]
        person.roles.extend(dict.fromkeys(role.text for role in roles))
        nouns = {role.noun for role in roles}
        person.relation_only = bool(nouns) and nouns <= people().relations
        settle_gender(person, raws)

    def surnames(self) -> frozenset[str]:
        """Single words that mean some known person: capitalised, and where they have a hyphen in lower case."""
        single = [word for word in self._people.by_surname if " " not in word]
        return frozenset(word if "-" in word else word.capitalize() for word in single)

    def of(self, raw: RawName) -> Entity | None:
        """Whose the name is; None where nothing tells what it names."""
        key = name_key(raw)
        cls = self._classes.get(key)
        if bare_surname(key) and key not in self._full and self._is_person_here(raw, cls):
            person = self._people.bearer(raw)
            if person is not None:
                self._add_role(person, raw)
                return person
        if key in self._full:
            if raw.subject:
                self._people.heard(self._full[key], raw.paragraph)
            return self._full[key]
        if cls is NameClass.PERSON:
            return self._namesake(raw)
        return self._other(raw, cls) if cls else None

    def _namesake(self, raw: RawName) -> Entity:
        """Somebody with only a surname, whose title tells another gender than that of those who bear it."""
        gender = gender_of_honorific(raw.honorific)
        person = Entity(raw.text, SpeakerKind.PERSON, words=raw.words, gender=gender)
        return self._others.setdefault(f"{raw.honorific} {raw.text}", person)

    def _is_person_here(self, raw: RawName, cls: NameClass | None) -> bool:
        """Whether a single word means a person where it stands, though it may mean something else."""
        if not self._people.may_bear(bare_surname(raw.words)):
            return False
        if cls is NameClass.ORGANIZATION and raw.text.isupper():
            return False
        if cls in (NameClass.COUNTRY, NameClass.PEOPLE):
            return raw.titled or raw.label == "PERSON"
        return True

    def _add_role(self, person: Entity, raw: RawName) -> None:
        for role in self._roles.get((raw.paragraph, raw.first), ()):
            if role.text not in person.roles:
                person.roles.append(role.text)

    def _other(self, raw: RawName, cls: NameClass) -> Entity:
        place = place_of(raw.text) if cls in (NameClass.COUNTRY, NameClass.PEOPLE) else None
        if place and not place.is_seat and not place.demonym:
            entity = self._register.country(place.name)
        else:
            entity = self._named_otherwise(raw, cls)
            if place and place.is_seat:
                entity.name, entity.affiliation = place.name, place.country
        entity.full_mentions += 1
        return entity

    def _in_full(self, raw: RawName, cls: NameClass) -> str:
        """The one longer name of a body that a single word begins or ends: "Guild" for "Consumer Guild"."""
        longer = self._longer.get(raw.text, set())
        single = len(raw.words) == 1 and not raw.text.isupper()
        alone = cls is NameClass.ORGANIZATION and single and len(longer) == 1
        return next(iter(longer)) if alone else raw.text

    def _named_otherwise(self, raw: RawName, cls: NameClass) -> Entity:
        name = self._spelled_out.get(raw.text) or self._in_full(raw, cls)
        kind = _KINDS[cls]
        entity = Entity(name, kind, plural=kind is SpeakerKind.GROUP, words=tuple(name.split()))
        return self._others.setdefault(name, entity)


def _longer_names(
    groups: Mapping[tuple[str, ...], Sequence[RawName]], classes: Mapping[tuple[str, ...], NameClass | None]
) -> dict[str, set[str]]:
    """The names of several words of bodies, by their first and last word."""
    found: dict[str, set[str]] = {}
    for key, (raw, *_) in groups.items():
        if classes[key] is NameClass.ORGANIZATION and len(raw.words) > 1:
            for word in (raw.words[0], raw.words[-1]):
                found.setdefault(word, set()).add(raw.text)
    return found
