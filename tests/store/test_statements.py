"""Statements of one document: inserted, refreshed, retired; flushed and never committed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claimtrack.db.engine import open_engine
from claimtrack.db.session import session_scope
from claimtrack.db.tables import StatementRow
from claimtrack.domain.attribution import Attribution
from claimtrack.domain.vocabulary import Stance
from claimtrack.store.answers import answers_of, targets_of
from claimtrack.store.documents import document_text, is_known, is_unchanged, save_document
from claimtrack.store.runs import start_run
from claimtrack.store.speakers import SpeakerRecord, save_speakers
from claimtrack.store.statements import StatementChanges, StatementRecord, save_statements
from tests.samples import KIRBY, RUN, attribution, document

ARTICLE = document("Kirby said so. Kirby denied it.", publisher="BBC")
SO = attribution(ARTICLE, "Kirby", "said", "so")
IT = attribution(ARTICLE, "Kirby", "denied", "it", stance=Stance.DENIES, denies=(SO.id,))


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    engine = open_engine(database_url)
    with Session(engine) as session:
        yield session
    engine.dispose()


def save(session: Session, *found: Attribution) -> tuple[int, StatementChanges]:
    run = start_run(session, RUN)
    save_document(session, ARTICLE, run)
    save_speakers(session, [SpeakerRecord("kirby", KIRBY.name, KIRBY.kind, anonymous=False)])
    return run, save_statements(session, ARTICLE, records(found), run)


def records(found: Sequence[Attribution]) -> list[StatementRecord]:
    return [StatementRecord(each, ("kirby",)) for each in found]


def test_statements_are_told_apart_as_new_refreshed_and_retired(session: Session) -> None:
    save(session, SO)
    _, changes = save(session, IT)
    assert changes == StatementChanges(frozenset({IT.id}), frozenset(), frozenset({SO.id}))
    _, changes = save(session, SO, IT)
    assert changes == StatementChanges(frozenset(), frozenset({SO.id, IT.id}), frozenset())


def test_a_refreshed_statement_keeps_its_first_run(session: Session) -> None:
    first, _ = save(session, SO)
    last, _ = save(session, replace(SO, stance=Stance.DECLINES))
    row = session.get_one(StatementRow, SO.id)
    assert (row.first_run_id, row.last_run_id, row.stance) == (first, last, Stance.DECLINES)


def test_the_position_is_that_of_the_first_character(session: Session) -> None:
    save(session, IT)
    assert session.get_one(StatementRow, IT.id).position == 0


def test_nothing_is_committed(session: Session, database_url: str) -> None:
    save(session, SO, IT)
    session.rollback()
    with session_scope(database_url) as other:
        assert other.execute(select(func.count()).select_from(StatementRow)).scalar_one() == 0


def test_more_statements_than_a_query_may_name_are_saved(session: Session) -> None:
    text = "x " * 2_500
    long = document(text, "long")
    pattern = attribution(long, "", "", "x")
    found = [
        replace(pattern, id=f"{number:016x}", content=(pattern.content[0]._replace(end=number + 1),))
        for number in range(1, 2_500)
    ]
    run = start_run(session, RUN)
    save_document(session, long, run)
    save_speakers(session, [SpeakerRecord("kirby", KIRBY.name, KIRBY.kind, anonymous=False)])
    assert len(save_statements(session, long, records(found), run).new) == len(found)
    assert len(save_statements(session, long, [], run).retired) == len(found)


def test_only_live_denials_count(session: Session) -> None:
    save(session, SO, IT)
    assert answers_of(session, [SO.id]) == {IT.id}
    save(session, SO)
    assert answers_of(session, [SO.id]) == set()


def test_what_a_changed_denial_denies_no_more_is_released(session: Session) -> None:
    save(session, SO, replace(IT, denies=(SO.id, "0123456789abcdef")))
    _, changes = save(session, SO, IT)
    assert changes.released == {"0123456789abcdef"}
    assert changes.touched == {SO.id, IT.id, "0123456789abcdef"}


def test_the_targets_of_a_retired_denial_are_known(session: Session) -> None:
    save(session, SO, IT)
    save(session, SO)
    assert targets_of(session, [SO.id, IT.id]) == {SO.id}


def test_a_document_is_unchanged_with_the_same_metadata_and_fingerprint(session: Session) -> None:
    assert not is_known(session, ARTICLE.key)
    save(session, SO)
    assert is_known(session, ARTICLE.key)
    assert is_unchanged(session, ARTICLE, RUN.fingerprint)
    assert not is_unchanged(session, replace(ARTICLE, title="New"), RUN.fingerprint)
    assert not is_unchanged(session, replace(ARTICLE, publisher=None), RUN.fingerprint)
    assert not is_unchanged(session, ARTICLE, replace(RUN, program_version="2").fingerprint)


def test_a_text_is_stored_untouched(session: Session) -> None:
    odd = document("\ufefföne\r\ntwo\u2028three\t\U0001f600 e\u0301 \x1b[31m", "odd")
    save_document(session, odd, start_run(session, RUN))
    assert document_text(session, odd.key) == odd.text
