"""How likely two speakers under different names are one: by their names, and by what documents say they are.

Names of persons are compared word by word, as sanctions screening does it (nomenklatura's logic-v1): the surname, the
first given name (the same, a short form, an initial, a spelling nearly the same), further ones. What contradicts keeps
two apart whatever else agrees: other given names, another country, another item of Wikidata.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import JaroWinkler

from claimtrack.domain.places import countries_in
from claimtrack.domain.profiles import Profile
from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.domain.words import folded_words, name_words
from claimtrack.resolve.terms import stem

__all__ = ["block", "given", "likeness", "sound"]

_BLOCK = 4
_REMEMBERED = 20_000
"""Names and descriptions: each is compared with all of its block."""
_SUFFIXES = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})
_LEGAL_FORMS = "inc incorporated corp corporation co company ltd limited plc llc llp ag gmbh sa nv spa"
_LEGAL = frozenset(_LEGAL_FORMS.split())
_NEARLY = 0.8
"""Jaro-Winkler similarity that two spellings of one word have at least, beside their consonants: Mohammed, Muhammad."""
_FEWEST_LETTERS = 5
# What too many bearers of a name are.
_WEAK_WORDS = """
a an and at for from his her in its of on the their to with
acting chief deputy ex former head new old retired senior then vice
adviser aide analyst attorney author boss coach director doctor expert lawmaker lawyer leader manager member
officer official owner player police professor representative researcher resident scientist spokesman spokesperson
spokeswoman student teacher witness writer company government group party police team university
"""
_WEAK = frozenset(_WEAK_WORDS.split())


class Agreement(Enum):
    """How far two names of persons agree."""

    SAME = auto()
    SHORT_FORM = auto()
    INITIAL = auto()
    SPELLING = auto()
    SURNAME_ONLY = auto()


_LIKELY = {
    Agreement.SAME: (0.9, 0.98),
    Agreement.SHORT_FORM: (0.7, 0.92),
    Agreement.INITIAL: (0.6, 0.88),
    Agreement.SPELLING: (0.6, 0.88),
    Agreement.SURNAME_ONLY: (0.5, 0.85),
}
"""How likely two persons are one where nothing, and where a role or body, agrees too. Judged, not measured."""


def block(name: str, kind: SpeakerKind) -> str:
    """Under which only speakers that are compared come together: the kind, and how the (last) name begins."""
    words = _person(name)[0] if kind is SpeakerKind.PERSON else _body(name)
    telling_word = words[-1] if kind is SpeakerKind.PERSON else words[0]
    return f"{kind.value} {telling_word[:_BLOCK]}"


def sound(name: str, kind: SpeakerKind) -> str:
    """What speakers of one block must have in common to be one, unless an analyst says that they are one item."""
    return _sound(_person(name)[0][-1]) if kind is SpeakerKind.PERSON else " ".join(_body(name))


def given(name: str, kind: SpeakerKind) -> frozenset[str] | None:
    """Of what two persons of one sound have something in common, if they are one; None where a name leaves it open."""
    words = _person(name)[0]
    if kind is not SpeakerKind.PERSON or len(words) == 1 or len(words[0]) == 1:
        return None
    return _full_forms(words[0]) | {_sound(words[0])}


def likeness(one: Profile, other: Profile) -> float | None:
    """How likely they are one, between 0 and 1; None where something says that they are not."""
    if one.kind is not other.kind or _contradict(one, other):
        return None
    if one.wikidata and one.wikidata == other.wikidata:
        return 1.0
    if one.kind is not SpeakerKind.PERSON:
        return 0.9 if _body(one.name) == _body(other.name) else None
    agreement = _agreement(one.name, other.name)
    if agreement is None:
        return None
    alone, with_role = _LIKELY[agreement]
    return with_role if _say_the_same(one.descriptions, other.descriptions) else alone


def _contradict(one: Profile, other: Profile) -> bool:
    if one.wikidata and other.wikidata and one.wikidata != other.wikidata:
        return True
    countries = _countries(one.descriptions), _countries(other.descriptions)
    return all(countries) and countries[0].isdisjoint(countries[1])


@lru_cache(maxsize=_REMEMBERED)
def _countries(descriptions: tuple[str, ...]) -> frozenset[str]:
    return frozenset(country for text in descriptions for country, _ in countries_in(text))


def _say_the_same(descriptions: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one has a role or body of the other, in other order or with more words."""
    words = [[told for text in texts if (told := _role(text))] for texts in (descriptions, others)]
    return any(one <= other or other <= one for one in words[0] for other in words[1])


@lru_cache(maxsize=_REMEMBERED)
def _role(text: str) -> frozenset[str]:
    """The words of a description that tell one bearer of a name from others, stemmed."""
    return frozenset(stem(word) for word in folded_words(text) if word not in _WEAK)


def _agreement(one: str, other: str) -> Agreement | None:
    """How far two names of persons agree; None where they are of two persons."""
    (words, suffix), (others, other_suffix) = _person(one), _person(other)
    if suffix and other_suffix and suffix != other_suffix:
        return None
    if not _nearly(words[-1], others[-1]):
        return None
    if len(words) == 1 or len(others) == 1:
        return Agreement.SURNAME_ONLY if words[-1] == others[-1] and len(words) != len(others) else None
    given = _given(words[0], others[0])
    if given is None or not _middles_agree(words[1:-1], others[1:-1]):
        return None
    return Agreement.SPELLING if given is Agreement.SAME and words[-1] != others[-1] else given


def _given(one: str, other: str) -> Agreement | None:
    if one == other:
        return Agreement.SAME
    if 1 in {len(one), len(other)}:
        return Agreement.INITIAL if one[0] == other[0] else None
    if not _full_forms(one).isdisjoint(_full_forms(other)):
        return Agreement.SHORT_FORM
    return Agreement.SPELLING if _nearly(one, other) else None


def _middles_agree(middles: Sequence[str], others: Sequence[str]) -> bool:
    """One may leave out what the other has; where both have one, it is the same or its initial."""
    pairs = zip(middles, others, strict=False)
    return all(one == other or (one[0] == other[0] and 1 in {len(one), len(other)}) for one, other in pairs)


def _nearly(one: str, other: str) -> bool:
    """The same, or two spellings with the same consonants: Zelensky and Zelenskyy, but not Johnson and Johnston."""
    if one == other:
        return True
    if min(len(one), len(other)) < _FEWEST_LETTERS or JaroWinkler.similarity(one, other) < _NEARLY:
        return False
    return _sound(one) == _sound(other)


@lru_cache(maxsize=_REMEMBERED)
def _sound(word: str) -> str:
    """The word without vowels and doublings, letters that transliterations interchange made one."""
    alike = word.replace("ph", "f").replace("ck", "k").translate(str.maketrans("cvwqz", "kffks"))
    return word[0] + re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyjh]", "", alike[1:]))


@lru_cache(maxsize=_REMEMBERED)
def _person(name: str) -> tuple[list[str], str]:
    """The words of a person's name, and the suffix that tells father and son apart."""
    words = name_words(name)
    if len(words) > 2 and words[-1] in _SUFFIXES:
        return words[:-1], words[-1].replace("junior", "jr").replace("senior", "sr")
    return words or [name], ""


@lru_cache(maxsize=_REMEMBERED)
def _body(name: str) -> list[str]:
    """The words of an organization's name without those of its legal form."""
    words = name_words(name)
    kept = [word for word in words if word not in _LEGAL]
    return kept or words or [name]


def _full_forms(name: str) -> frozenset[str]:
    """The full forms, in capitals, of a given name that has short forms or is one."""
    return _nicknames().get(name, frozenset())


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in files(__package__).joinpath("nicknames.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            full, _, short = line.partition("\t")
            for form in (full, *short.split("|")):
                found[form] = found.get(form, frozenset()) | {full.upper()}
    return found
