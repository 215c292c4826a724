"""The persons of a document: full names joined where they can be one person's, and who a bare name means."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.speakers.entities import Entity, Gender, RawName
from claimtrack.extract.speakers.gender import gender_of_honorific
from claimtrack.extract.speakers.lexicon import given_names
from claimtrack.extract.speakers.surnames import bare_surname, generation_of, given_of, same_given, surnames_of

__all__ = ["People"]

NEAR = 2
"""Paragraphs for which a full name keeps a bare surname to itself, against the document's main bearer."""


@dataclass
class People:
    """Persons by what later mentions may call them."""

    by_surname: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    by_given: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    genders: dict[str, frozenset[Gender]] = field(default_factory=dict)
    """What the courtesy titles before a bare surname tell, over the whole document."""
    _last_full: dict[str, tuple[int, Entity]] = field(default_factory=dict)

    def add(self, raws: Sequence[RawName]) -> Entity:
        """The person of a full name: a new one, or one known by a variant."""
        name = next((raw for raw in raws if not raw.text.isupper()), raws[0])
        person = self._known(name.words)
        if person is None:
            person = Entity(name.text, SpeakerKind.PERSON, words=name.words)
        elif len(name.text) > len(person.name) and surnames_of(name.words)[0] == surnames_of(person.words)[0]:
            person.name, person.words = name.text, name.words
        person.full_mentions += len(raws)
        for surname in surnames_of(name.words):
            if person not in self.by_surname[surname]:
                self.by_surname[surname].append(person)
        if (given := given_of(name.words)) and person not in self.by_given[given]:
            self.by_given[given].append(person)
        return person

    def _known(self, name: Sequence[str]) -> Entity | None:
        given = given_of(name)
        for surname in name[1:-1]:
            for person in self.by_surname.get(surname.casefold(), ()):
                if 1 < len(person.words) < len(name) and tuple(name[: len(person.words)]) == person.words:
                    return person
        for person in self.by_surname.get(surnames_of(name)[0], ()):
            ages = {generation_of(person.words), generation_of(name)} - {""} if person.words else set()
            if person.words and given and same_given(given_of(person.words), given) and len(ages) < 2:
                return person
        return None

    def may_bear(self, word: str) -> bool:
        """Whether a single word is some known person's surname, or given name of only one."""
        return bool(self.by_surname.get(word)) or len(self.by_given.get(word, ())) == 1

    def bearer(self, raw: RawName) -> Entity | None:
        """Who a bare surname (or given name) means where it stands."""
        word = bare_surname(raw.words)
        candidates = self.by_surname.get(word) or []
        if not candidates:
            given = self.by_given.get(word, [])
            return given[0] if len(given) == 1 else None
        told = gender_of_honorific(raw.honorific)
        shared = self.genders.get(word, frozenset()) == frozenset(Gender)
        # "Mr. Khan" and "Mrs. Khan": one whose gender is not known may be either, and is not guessed to be one.
        fitting = [p for p in candidates if not told or p.gender is told or (p.gender is None and not shared)]
        recent = self._last_full.get(word)
        if recent and recent[1] in fitting and raw.paragraph - recent[0] < NEAR and _goes_by_surname(recent[1]):
            return recent[1]
        return _main(fitting or candidates) if fitting or not told else None

    def heard(self, person: Entity, paragraph: int) -> None:
        """Remember where a person's full name last stood."""
        for surname in surnames_of(person.words):
            self._last_full[surname] = (paragraph, person)


def _main(candidates: Iterable[Entity]) -> Entity:
    """The bearer whom the document is most about; the first of several; kin and predecessors last."""
    return max(
        candidates, key=lambda p: (not p.relation_only, not p.by_given_name, p.full_mentions + _has_known_given(p))
    )


def _goes_by_surname(person: Entity) -> bool:
    """Whether a bare surname may mean somebody beside the document's main bearer of it."""
    main = person.full_mentions > 1 or _has_known_given(person)
    return main and not person.relation_only and not person.by_given_name


def _has_known_given(person: Entity) -> bool:
    """Whether the first word is a given name of the list: "Fascist" is none."""
    return person.words[0] in given_names()
