"""Whether "he" or "she" can stand for a person: titles, given names, nouns of role, pronouns near by."""

from collections import Counter
from collections.abc import Sequence

from claimtrack.extract.lexicons import words
from claimtrack.extract.speakers.entities import Entity, Gender, RawName
from claimtrack.extract.speakers.lexicon import people

__all__ = ["PRONOUN_GENDER", "gender_of_honorific", "gender_of_words", "settle_gender"]

PRONOUN_GENDER = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "herself": Gender.FEMALE,
}

HONORIFIC_WEIGHT = 5
NOUN_WEIGHT = 3
GIVEN_NAME_WEIGHT = 2


def gender_of_honorific(honorific: str) -> Gender | None:
    """The gender that a courtesy title tells, if any."""
    if honorific in words("titles", "honorifics", "male"):
        return Gender.MALE
    return Gender.FEMALE if honorific in words("titles", "honorifics", "female") else None


def gender_of_words(text: str) -> Gender | None:
    """The gender that the nouns of a description tell: "spokeswoman", "chairman"; else None."""
    nouns = set(text.lower().replace(",", " ").split())
    male, female = nouns & people().male, nouns & people().female
    if bool(male) == bool(female):
        return None
    return Gender.MALE if male else Gender.FEMALE


def settle_gender(entity: Entity, raws: Sequence[RawName]) -> None:
    """Set a person's gender by majority of what the document tells; it stays None on a tie."""
    votes: Counter[Gender] = Counter()
    for raw in raws:
        if told := gender_of_honorific(raw.honorific):
            votes[told] += HONORIFIC_WEIGHT
    for role in entity.roles:
        if told := gender_of_words(role.split(" of ")[0].split("'s ")[-1]):
            votes[told] += NOUN_WEIGHT
    if len(entity.words) > 1:
        votes.update(_of_given_name(entity.words[0]))
    ranked = votes.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        entity.gender = ranked[0][0]


def _of_given_name(name: str) -> dict[Gender, int]:
    name = name.title() if name.isupper() else name
    male, female = (name in words("given_names", gender, "names") for gender in ("male", "female"))
    if male == female:
        return {}
    return {Gender.MALE if male else Gender.FEMALE: GIVEN_NAME_WEIGHT}
