"""Claims that are one across documents, by repetition and by hand; on both databases."""

from collections.abc import Iterator, Sequence
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.db.tables import ClaimRow, StatementMatchRow
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.placed import Placed
from claimtrack.domain.vocabulary import ClaimAction, DenialStatus, Stance
from claimtrack.errors import NotFoundError, UsageError
from claimtrack.store import bulk
from claimtrack.workflows import matching
from claimtrack.workflows.claims import list_claim_decisions, merge_claims, split_claim, suggest_claims
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.linking import relink_all
from claimtrack.workflows.report import build_report
from claimtrack.workflows.statements import find
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document

SOLD, REPEATED, FEWER, OTHER = (
    "that Marsovia had sold nine missile boats to Borduria",
    "that Marsovia had already sold nine missile boats to Borduria",
    "that Marsovia had sold two missile boats to Borduria",
    "that the Bordurian navy had bought nine missile boats from the yards of Marsovia",
)


def told(name: str, content: str, *denial: str) -> Saying:
    """An article in which somebody says it, and perhaps somebody denies it."""
    article = document(f"Kirby said {content}. {' '.join(denial)}", name)
    said = attribution(article, "Kirby", "said", content)
    if not denial:
        return Saying(article, (said,))
    answer = attribution(
        article, "Szohod", "denied", denial[0].split("denied ")[1], stance=Stance.DENIES, denies=(said.id,)
    )
    return Saying(article, (said, answer))


FIRST = told("first", SOLD, "Szohod denied such claims")
SECOND, THIRD, FOURTH = told("second", REPEATED), told("third", FEWER), told("fourth", OTHER)
ALL = [FIRST, SECOND, THIRD, FOURTH]
IDS = {name: saying.attributions[0].id for name, saying in zip("abcd", ALL, strict=True)}


def extract(url: str, *sayings: Saying) -> None:
    extract_documents(url, [each.document for each in sayings], Annotator(*sayings), RUN, force=True)


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    extract(database_url, *ALL)
    with session_scope(database_url) as session:
        yield session


def claims(session: Session) -> dict[str, tuple[str, DenialStatus]]:
    """Each article's claim, and what became of it."""
    names = {key: name for name, key in IDS.items()}
    found = find(session, StatementFilters())
    return {
        names[each.attribution.id]: (each.claim, each.denial_status) for each in found if each.attribution.id in names
    }


def groups(session: Session) -> set[str]:
    """The articles that make one claim, as letters."""
    together: dict[str, str] = {}
    for name, (claim, _) in sorted(claims(session).items()):
        together[claim] = together.get(claim, "") + name
    return set(together.values())


def test_what_repeats_another_article_is_one_claim_with_it_and_another_number_is_not(session: Session) -> None:
    assert groups(session) == {"ab", "c", "d"}


def test_a_denial_of_one_wording_denies_what_repeats_it(session: Session) -> None:
    assert {name: status for name, (_, status) in claims(session).items()} == {
        "a": DenialStatus.DENIED,
        "b": DenialStatus.DENIED,
        "c": DenialStatus.UNDISPUTED,
        "d": DenialStatus.UNDISPUTED,
    }


def test_a_report_tells_a_claim_in_several_wordings_once(session: Session) -> None:
    table = build_report(session, "claims", StatementFilters())
    assert [row["statements"] for _, row in table.iterrows() if "sold nine" in row["claim"]] == [3]


def test_what_may_be_the_same_is_suggested_and_not_joined(session: Session) -> None:
    [first, *_] = suggest_claims(session, 10)
    assert {first.claim, first.other} <= {SOLD, REPEATED, FEWER, OTHER}
    assert 0 < first.score < 0.95
    assert len(suggest_claims(session, 1)) == 1


class Reader:
    """Stands where the matcher stands: says the same of all, and remembers what it was given."""

    def __init__(self, says: float) -> None:
        self.says, self.given = says, set[Placed]()

    def same(self, pairs: Sequence[tuple[Placed, Placed]]) -> list[float]:
        self.given.update(each for pair in pairs for each in pair)
        return [self.says] * len(pairs)


@pytest.mark.parametrize(("says", "suggested"), [(9.0, True), (-9.0, False)])
def test_what_is_suggested_depends_on_what_reading_both_tells(
    database_url: str, monkeypatch: pytest.MonkeyPatch, says: float, suggested: bool
) -> None:
    monkeypatch.setattr(matching, "matcher_or_none", lambda: Reader(says))
    extract(database_url, *ALL)
    with session_scope(database_url) as session:
        found = {words for each in suggest_claims(session, 10) for words in (each.claim, each.other)}
    assert (OTHER in found) is suggested


def test_what_repeats_is_not_read_and_what_is_read_comes_without_what_it_answers(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(0.0)
    monkeypatch.setattr(matching, "matcher_or_none", lambda: reader)
    extract(database_url, FIRST, FOURTH)
    assert {text[start:end] for text, ((start, end),), *_ in reader.given} == {SOLD, OTHER}
    assert not any(each.contexts for each in reader.given)
    reader.given.clear()
    extract(database_url, SECOND)
    assert REPEATED in {text[start:end] for text, ((start, end),), *_ in reader.given}
    assert SOLD not in {text[start:end] for text, ((start, end),), *_ in reader.given}


def test_merged_claims_are_one_and_share_what_became_of_them(session: Session) -> None:
    assert merge_claims(session, IDS["d"], IDS["a"], "same boats") == (OTHER, SOLD)
    assert groups(session) == {"abd", "c"}
    assert claims(session)["d"][1] is DenialStatus.DENIED
    assert all({each.claim, each.other} != {OTHER, SOLD} for each in suggest_claims(session, 10))


def test_an_analyst_may_merge_what_contradicts(session: Session) -> None:
    merge_claims(session, IDS["c"], IDS["a"])
    assert groups(session) == {"abc", "d"}


def test_a_split_claim_is_its_own_and_loses_what_became_of_the_other(session: Session) -> None:
    assert split_claim(session, IDS["b"]) == (REPEATED, SOLD)
    assert groups(session) == {"a", "b", "c", "d"}
    assert claims(session)["b"][1] is DenialStatus.UNDISPUTED


def test_a_split_takes_a_merge_back_and_a_merge_a_split(session: Session) -> None:
    merge_claims(session, IDS["d"], IDS["a"])
    split_claim(session, IDS["d"])
    assert groups(session) == {"ab", "c", "d"}
    split_claim(session, IDS["b"])
    merge_claims(session, IDS["b"], IDS["a"])
    assert groups(session) == {"ab", "c", "d"}


def test_what_was_merged_into_a_claim_stays_one_when_that_is_split(session: Session) -> None:
    merge_claims(session, IDS["c"], IDS["d"])
    merge_claims(session, IDS["a"], IDS["d"])
    assert groups(session) == {"abcd"}
    split_claim(session, IDS["d"])
    assert groups(session) == {"abc", "d"}


def test_a_suggestion_is_dismissed_by_a_split_of_the_two(session: Session) -> None:
    [first, *_] = suggest_claims(session, 10)
    split_claim(session, first.claim_id, first.other_id)
    pairs = [{each.claim_id, each.other_id} for each in suggest_claims(session, 10)]
    assert {first.claim_id, first.other_id} not in pairs


@pytest.mark.parametrize("order", list(permutations(range(len(ALL))))[::4])
def test_what_is_linked_in_parts_makes_the_claims_that_one_by_one_make(
    make_database: MakeDatabase, monkeypatch: pytest.MonkeyPatch, order: Sequence[int]
) -> None:
    with make_database("sqlite") as url:
        for each in ALL:
            extract(url, each)
        expected = stored(url)
    monkeypatch.setattr(bulk, "CHUNK", 1)
    with make_database("sqlite") as url:
        extract(url, *(ALL[number] for number in order))
        assert stored(url) == expected


def test_decisions_are_logged_with_words_and_reason(session: Session) -> None:
    merge_claims(session, IDS["d"], IDS["c"], "same boats")
    [decision] = list_claim_decisions(session)
    assert (decision.action, decision.claim, decision.into, decision.reason) == (
        ClaimAction.MERGE, OTHER, FEWER, "same boats",
    )  # fmt: skip


def test_decisions_outlive_relinking_and_the_statements(database_url: str) -> None:
    extract(database_url, *ALL)
    with session_scope(database_url) as session:
        merge_claims(session, IDS["d"], IDS["a"])
        split_claim(session, IDS["b"])
    extract(database_url, Saying(FOURTH.document, ()))
    extract(database_url, FOURTH)
    relink_all(database_url)
    with session_scope(database_url) as session:
        assert groups(session) == {"ad", "b", "c"}


def test_a_claim_is_found_by_the_beginning_of_its_id(session: Session) -> None:
    claim, _ = claims(session)["c"]
    assert merge_claims(session, claim[:6], IDS["d"][:10]) == (FEWER, OTHER)


@pytest.mark.parametrize("wanted", ["ffff", "xyz", "", "%"])
def test_an_id_that_nothing_has_is_told(session: Session, wanted: str) -> None:
    with pytest.raises(NotFoundError, match="no claim or statement has the id"):
        merge_claims(session, wanted, IDS["a"])


def test_claims_that_are_one_are_not_merged_again(session: Session) -> None:
    with pytest.raises(UsageError, match="are one claim already"):
        merge_claims(session, IDS["a"], IDS["b"])


def test_a_claim_that_is_one_with_no_other_is_not_split(session: Session) -> None:
    with pytest.raises(UsageError, match="is one with no other claim"):
        split_claim(session, IDS["c"])


def test_statements_that_go_leave_no_match_and_no_group(database_url: str) -> None:
    extract(database_url, *ALL)
    extract(database_url, Saying(FIRST.document, ()))
    with session_scope(database_url) as session:
        assert groups(session) == {"b", "c", "d"}
        assert claims(session)["b"][1] is DenialStatus.UNDISPUTED
        live = set(session.scalars(select(StatementMatchRow.statement_id)))
        assert IDS["a"] not in live | set(session.scalars(select(StatementMatchRow.other_id)))
        assert not session.scalars(select(ClaimRow.root_id).where(ClaimRow.root_id.not_in(select(ClaimRow.id)))).all()


def stored(url: str) -> list[object]:
    with session_scope(url) as session:
        rows = session.execute(select(ClaimRow.id, ClaimRow.root_id, ClaimRow.denial_status).order_by(ClaimRow.id))
        match = StatementMatchRow
        matches = session.execute(select(match.statement_id, match.other_id, match.score))
        return [*map(tuple, rows), *sorted(map(tuple, matches))]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(range(len(ALL)))), st.permutations(range(len(ALL))))
def test_claims_do_not_depend_on_the_order_of_arrival(
    make_database: MakeDatabase, gone: Sequence[int], order: Sequence[int]
) -> None:
    """Documents may come, lose their statements and get them back."""
    with make_database("sqlite") as url:
        extract(url, *ALL)
        expected = stored(url)
    with make_database("sqlite") as url:
        for number in gone:
            extract(url, ALL[number])
            extract(url, Saying(ALL[number].document, ()))
        for number in order:
            extract(url, ALL[number])
        assert stored(url) == expected
