"""What a name is, voted on by all its mentions in a document: the small recognizer errs on single ones."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from claimtrack.domain.places import place_of
from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.entities import RawName
from claimtrack.extract.speakers.lexicon import given_names
from claimtrack.extract.speakers.name_words import is_organization_word
from claimtrack.extract.speakers.roles import is_person_word

__all__ = ["NameClass", "classify", "classify_all"]


class NameClass(StrEnum):
    """What sort of thing bears a name."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    """A country, its capital, or a seat of government of the table."""
    PLACE = "place"
    """Any other place."""
    PEOPLE = "people"
    """A nationality, a party or a faith: "Republicans"."""


_OF_LABEL = {
    "PERSON": NameClass.PERSON,
    "ORG": NameClass.ORGANIZATION,
    "GPE": NameClass.PLACE,
    "LOC": NameClass.PLACE,
    "FAC": NameClass.ORGANIZATION,
    "NORP": NameClass.PEOPLE,
}

GIVEN_NAME_WEIGHT = 3
"""A known given name, or initials, in front of another word outweigh three labels of the recognizer."""
_INITIALS = re.compile(r"(?!U\.[NSK]\.|E\.U\.|D\.C\.)(?:[A-Z]\.){2,}")


def classify_all(groups: Mapping[tuple[str, ...], Sequence[RawName]]) -> dict[tuple[str, ...], NameClass | None]:
    """The class of every name of a document; a name that one of its words is a person's by itself is a person's."""
    classes = {key: classify(group) for key, group in groups.items()}
    for key, group in groups.items():
        if len(key) == 1:
            continue
        persons = [word for word in (key[0], key[-1]) if classes.get((word,)) is NameClass.PERSON]
        titled = any(raw.titled for raw in groups.get((key[-1],), ()))
        misread = classes[key] is NameClass.ORGANIZATION and titled and not _is_organization(group[0].words)
        if persons and (classes[key] is None or misread):
            classes[key] = NameClass.PERSON
    return classes


def classify(mentions: Sequence[RawName]) -> NameClass | None:
    """The class of one name (all mentions have the same words); None where nothing tells it."""
    name = mentions[0]
    titled = sum(mention.titled for mention in mentions)
    place = place_of(name.text)
    if place and titled * 2 <= len(mentions):
        return NameClass.PEOPLE if place.demonym else NameClass.COUNTRY
    is_given = len(name.words) > 1 and name.words[0] in given_names()
    if _is_organization(name.words) and not is_given and not titled:
        return NameClass.ORGANIZATION
    if not titled and name.text in words("media", "names", "known") | words("media", "names", "platforms"):
        return NameClass.ORGANIZATION
    if len(name.words) == 1 and name.text.endswith("."):
        return NameClass.PLACE  # "Vt.", "Calif.": titles and initials are no part of names here
    votes = Counter(_OF_LABEL[mention.label] for mention in mentions if mention.label)
    if len(name.words) > 1 and name.words[-1].isupper() and not name.text.isupper() and len(name.words[-1]) > 2:
        votes[NameClass.ORGANIZATION] += 2
    initials = len(name.words) > 1 and _INITIALS.fullmatch(name.words[0]) is not None
    votes[NameClass.PERSON] += 2 * titled + GIVEN_NAME_WEIGHT * (is_given or initials)
    if len(name.words) == 1 and len(name.text) > 1 and name.text.isupper() and not titled:
        votes[NameClass.ORGANIZATION] += 1
    best = max(votes, key=lambda cls: (votes[cls], cls is NameClass.PERSON), default=None)
    if best and votes[best] > 0:
        return best
    return NameClass.ORGANIZATION if _acts_as_firm(mentions) else None


def _acts_as_firm(mentions: Sequence[RawName]) -> bool:
    """Whether a word that nothing is known of is a subject, and stands more than once: "Nordwing confirmed"."""
    word = mentions[0].text
    named = len(mentions) > 1 and len(mentions[0].words) == 1 and word.istitle() and word not in given_names()
    common = is_organization_word(word) or is_person_word(word.lower())
    return named and not common and any(mention.subject for mention in mentions)


def _is_organization(tokens: Sequence[str]) -> bool:
    """ "Ministry of Defense", "Associated Press", "Orbit Labs": a telling word at the end or before "of"."""
    if len(tokens) < 2:
        return False
    if is_organization_word(tokens[-1]):
        return True
    return any(is_organization_word(a) and b in ("of", "for", "on") for a, b in pairwise(tokens))
