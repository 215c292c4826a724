"""Roles beside names, on flat hand-built sentences: only the order of words and tags is used."""

import pytest

from claimtrack.extract.speakers.roles import is_person_word, role_beside
from tests.extract.build import parsed
from tests.extract.speakers.hand import flat

BESIDE = {
    "a title": ("President/NNP *Anna/NNP *Weber/NNP said/VBD", "President"),
    "a title with of": (
        "US/NNP Secretary/NNP of/IN Defense/NNP *Lloyd/NNP *Austin/NNP said/VBD",
        "US Secretary of Defense",
    ),
    "an owner": ("Putin/NNP 's/POS aide/NN *Yuri/NNP *Ushakov/NNP said/VBD", "Putin's aide"),
    "adjectives": ("senior/JJ economic/JJ adviser/NN *Anna/NNP *Weber/NNP said/VBD", "senior economic adviser"),
    "an apposition": ("*Anna/NNP *Weber/NNP ,/, a/DT lawyer/NN for/IN Acme/NNP ,/, said/VBD", "lawyer for Acme"),
    "an apposition without article": (
        "*Anna/NNP *Weber/NNP ,/, head/NN of/IN research/NN ,/, said/VBD",
        "head of research",
    ),
    "after an age": ("*Anna/NNP *Weber/NNP ,/, 34/CD ,/, a/DT nurse/NN ,/, said/VBD", "nurse"),
    "after brackets": ("*Anna/NNP *Weber/NNP (/-LRB- D/NNP )/-RRB- ,/, a/DT senator/NN ,/, said/VBD", "senator"),
    "up to a relative clause": ("*Anna/NNP *Weber/NNP ,/, the/DT mayor/NN who/WP left/VBD ,/, said/VBD", "mayor"),
    "an abbreviation behind a function": (
        "presidential/JJ candidate/NN Sen./NNP *Anna/NNP *Weber/NNP said/VBD",
        "presidential candidate",
    ),
}


def _role(marked: str) -> str | None:
    words = marked.split()
    named = [i for i, word in enumerate(words) if word.startswith("*")]
    doc = parsed(flat(marked.replace("*", ""))).paragraphs[0].doc
    role = role_beside(doc, named[0], named[-1])
    return role.text if role else None


@pytest.mark.parametrize(("sentence", "role"), BESIDE.values(), ids=BESIDE)
def test_a_role_stands_beside_a_name(sentence: str, role: str) -> None:
    assert _role(sentence) == role


NO_ROLE = {
    "a courtesy title": "Mr./NNP *Anna/NNP *Weber/NNP said/VBD",
    "an owner alone": "Fox/NNP 's/POS *Anna/NNP *Weber/NNP said/VBD",
    "an adjective alone": "confident/JJ *Anna/NNP *Weber/NNP said/VBD",
    "the next one of a list": "*Anna/NNP *Weber/NNP ,/, aide/NN Paul/NNP Meier/NNP and/CC others/NNS said/VBD",
    "a plural": "*Anna/NNP *Weber/NNP ,/, lawyers/NNS and/CC judges/NNS said/VBD",
    "a clause": "*Anna/NNP *Weber/NNP ,/, who/WP is/VBZ a/DT lawyer/NN ,/, said/VBD",
    "a thing": "*Anna/NNP *Weber/NNP ,/, a/DT matter/NN of/IN taste/NN ,/, said/VBD",
    "markup": "<b>chief/NN editor/NN *Anna/NNP *Weber/NNP said/VBD",
}


@pytest.mark.parametrize("sentence", NO_ROLE.values(), ids=NO_ROLE)
def test_no_role_stands_beside_a_name(sentence: str) -> None:
    assert _role(sentence) is None


@pytest.mark.parametrize("word", ["aide", "spokeswoman", "pollster", "economist", "astrologer"])
def test_nouns_for_persons_are_known_by_list_or_form(word: str) -> None:
    assert is_person_word(word)


@pytest.mark.parametrize("word", ["newspaper", "number", "list", "war", "plan", "ministry", "letter"])
def test_nouns_for_things_are_none(word: str) -> None:
    assert not is_person_word(word)
