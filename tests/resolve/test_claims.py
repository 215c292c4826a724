"""Which statements make the same claim, and what became of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.claims import Proposition
from claimtrack.domain.vocabulary import DenialStatus, Stance
from claimtrack.resolve.claims import appearances, claim_id, denial_status

CLAIM = "North Korea shipped 6,700 containers to Russia"


def said(content: str = CLAIM, document: str = "one", statement: str = "s", **fields: object) -> Proposition:
    stance = fields.get("stance", Stance.ASSERTS)
    denies = fields.get("denies", ())
    assert isinstance(stance, Stance)
    assert isinstance(denies, tuple)
    return Proposition(statement, document, content, stance, denies)


@pytest.mark.parametrize(
    "other",
    [
        f"“{CLAIM}.”",
        f"that {CLAIM}",
        f'"{CLAIM.upper()}"',
        CLAIM.replace(" ", "\n  "),
        f"'{CLAIM},'",
    ],
)
def test_quotation_marks_that_case_and_white_space_make_no_difference(other: str) -> None:
    assert claim_id(said(other, document="two")) == claim_id(said())


@pytest.mark.parametrize("other", [f"{CLAIM} again", CLAIM.replace("6,700", "67"), f"not {CLAIM}"])
def test_other_words_are_another_claim(other: str) -> None:
    assert claim_id(said(other)) != claim_id(said())


@pytest.mark.parametrize("content", ["such claims", "any wrongdoing at all", "I did not do any of that"])
def test_words_that_depend_on_their_document_are_not_joined_across_documents(content: str) -> None:
    assert claim_id(said(content, "one")) == claim_id(said(content, "one", "t"))
    assert claim_id(said(content, "one")) != claim_id(said(content, "two"))


def test_statements_without_content_are_not_joined() -> None:
    assert claim_id(said("", statement="s")) != claim_id(said("", statement="t"))


def test_a_statement_appears_in_its_own_claim_with_its_stance() -> None:
    statement = said(stance=Stance.CONFIRMS)
    [found] = appearances(statement, {})
    assert (found.claim, found.ordinal, found.stance) == (claim_id(statement), 0, Stance.CONFIRMS)


def test_a_denial_appears_in_the_claims_that_it_denies_and_not_in_its_own() -> None:
    known = {name: said(f"{CLAIM} in {name}", statement=name) for name in ("May", "June")}
    denial = said("such claims", statement="d", stance=Stance.DENIES, denies=("June", "May"))
    found = appearances(denial, known)
    assert [(each.claim, each.ordinal) for each in found] == [
        (claim_id(known["June"]), 0),
        (claim_id(known["May"]), 1),
    ]
    assert {each.stance for each in found} == {Stance.DENIES}


def test_a_denial_of_something_unknown_appears_in_its_own_claim() -> None:
    denial = said("such claims", statement="d", stance=Stance.DENIES, denies=("elsewhere",))
    assert [each.claim for each in appearances(denial, {})] == [claim_id(denial)]


def test_two_statements_that_deny_each_other_deny_each_others_claims() -> None:
    left, right = said("a b c d e", statement="l", denies=("r",)), said("f g h i j", statement="r", denies=("l",))
    known = {"l": left, "r": right}
    assert [each.claim for each in appearances(left, known)] == [claim_id(right)]
    assert [each.claim for each in appearances(right, known)] == [claim_id(left)]


@pytest.mark.parametrize(
    ("stances", "status"),
    [
        ([], DenialStatus.UNDISPUTED),
        ([Stance.ASSERTS, Stance.DECLINES], DenialStatus.UNDISPUTED),
        ([Stance.ASSERTS, Stance.DENIES], DenialStatus.DENIED),
        ([Stance.ASSERTS, Stance.CONFIRMS], DenialStatus.CONFIRMED),
        ([Stance.DENIES, Stance.ASSERTS, Stance.CONFIRMS], DenialStatus.CONTESTED),
    ],
)
def test_the_status_follows_from_all_stances(stances: list[Stance], status: DenialStatus) -> None:
    assert denial_status(stances) is status


@given(st.lists(st.sampled_from(Stance)))
def test_the_status_does_not_depend_on_the_order(stances: list[Stance]) -> None:
    assert denial_status(stances) is denial_status(reversed(stances))
