"""Which answers of other documents are worth a comparison, and what speaks for them."""

from dataclasses import replace
from datetime import date

import pytest

from claimtrack.domain.claims import Remark
from claimtrack.domain.vocabulary import Stance
from claimtrack.resolve.answers import SIGNS, closest, least, likelihood, may_answer, read, signs

ACCUSATION = Remark(
    "s1", "d1", date(2024, 6, 3), Stance.ASSERTS, "said", "Borduria shelled the harbor of Klow", parties=("Sylvania",)
)
DENIAL = Remark(
    "s2",
    "d2",
    date(2024, 6, 5),
    Stance.DENIES,
    "denied",
    "that its mortars had shelled the harbor",
    parties=("Borduria",),
)


def sign(name: str, answer: Remark = DENIAL, other: Remark = ACCUSATION) -> float:
    one, two = read(answer), read(other)
    return signs(one, two, 0.2, closest(one, [two]))[SIGNS.index(name)]


def likely(answer: Remark = DENIAL, other: Remark = ACCUSATION) -> float:
    one, two = read(answer), read(other)
    return likelihood(one, two, 0.2, closest(one, [two]))


def compared(answer: Remark = DENIAL, other: Remark = ACCUSATION) -> bool:
    return may_answer(read(answer), read(other))


def test_a_denial_is_compared_with_an_earlier_accusation_and_likely_answers_it() -> None:
    assert compared()
    assert likely() >= least()


@pytest.mark.parametrize(
    "other",
    [
        replace(ACCUSATION, document="d2"),
        replace(ACCUSATION, stance=Stance.DENIES),
        replace(ACCUSATION, stance=Stance.DECLINES),
        replace(ACCUSATION, published=date(2024, 6, 6)),
        replace(ACCUSATION, published=date(2023, 6, 1)),
        replace(ACCUSATION, parties=("The Borduria",)),
    ],
)
def test_what_cannot_be_answered_is_not_compared(other: Remark) -> None:
    assert not compared(other=other)


def test_one_side_does_not_answer_itself_whatever_it_is_called() -> None:
    moscow, kremlin = replace(ACCUSATION, parties=("Russian",)), replace(DENIAL, parties=("Kremlin",))
    assert not compared(kremlin, moscow)


def test_documents_without_a_date_are_compared() -> None:
    assert compared(other=replace(ACCUSATION, published=None))


def test_such_claims_are_what_its_own_document_says_that_it_answers() -> None:
    such = replace(DENIAL, content="such claims")
    assert likely(such) < least() <= likely(replace(such, answered=("Borduria shelled the harbor",)))


def test_a_party_is_accused_where_the_accusation_names_it() -> None:
    assert sign("accused") == 1
    assert sign("accused", replace(DENIAL, parties=("Khemed",))) == 0


def test_other_numbers_are_a_sign_against_it() -> None:
    three = replace(ACCUSATION, content="Borduria fired 300 shells at the harbor")
    assert sign("numbers differ", replace(DENIAL, content="that it fired 3,000 shells"), three) == 1
    assert sign("numbers differ", replace(DENIAL, content="that it fired 300 shells"), three) == 0
    assert sign("numbers differ", DENIAL, three) == 0


def test_more_words_in_common_make_it_likelier() -> None:
    fewer = replace(DENIAL, content="that it had done anything to the harbor")
    assert likely(fewer) < likely()


def test_what_shares_most_words_of_its_document_is_the_closest() -> None:
    answer = read(DENIAL)
    others = [read(ACCUSATION), read(replace(ACCUSATION, content="the harbor is old"))]
    best = closest(answer, others)
    told = [signs(answer, other, 0.2, best)[SIGNS.index("closest")] for other in others]
    assert told == [1, 0]


def test_accusing_cues_and_words_that_point_at_a_claim_are_seen() -> None:
    assert sign("accuses", other=replace(ACCUSATION, cue="has alleged")) == 1
    assert sign("points", replace(DENIAL, content="the allegations")) == 1
    assert (sign("accuses"), sign("points")) == (0, 0)
