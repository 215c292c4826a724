"""Statements found through their sketches: the same as by comparing all vectors, on both databases."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from zlib import crc32

import numpy as np
import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from claimtrack.db import migrate
from claimtrack.db.session import session_scope
from claimtrack.db.tables import DocumentSketchRow, StatementVectorRow
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.placed import Placed
from claimtrack.domain.vocabulary import Stance
from claimtrack.model.labels import Floats
from claimtrack.store.sketches import are_complete
from claimtrack.workflows import finding, sketching
from claimtrack.workflows.embedding import reembed
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.finding import Found, find_about
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document

SUBJECTS = ("dyke flood", "wages strike", "ballots vote", "striker final", "tariffs steel", "rents landlord")
DOCUMENTS, STATEMENTS, COPIES = 40, 8, 4


class SubjectEncoder:
    """Texts that have a word of the same subject are near each other, and the more the fewer others they have."""

    name = "subjects"

    def encode(self, texts: Sequence[str]) -> Floats:
        return np.array([self._encoded(text) for text in texts], dtype=np.float32).reshape(len(texts), 384)

    def encode_statements(self, statements: Sequence[Placed]) -> Floats:
        return self.encode([" ".join(text[start:end] for start, end in own) for text, own, *_ in statements])

    def _encoded(self, text: str) -> Floats:
        words = text.lower().replace(".", "").split()
        vector = 0.6 * _drawn(text)
        for subject in SUBJECTS:
            if set(subject.split()) & set(words):
                vector = vector + _drawn(subject)
        return vector / np.linalg.norm(vector)


class Agreeing:
    """Says of some of all that it reads that it is about the subject, and of some that it is not."""

    def about(self, subject: str, statements: Sequence[Placed]) -> list[float]:
        return [6.0 * (crc32(f"{subject} {text}".encode()) % 3 - 1) for text, *_ in statements]


def _drawn(text: str) -> Floats:
    vector = np.random.default_rng(crc32(text.encode())).standard_normal(384)
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


def _saying(number: int) -> Saying:
    chance = random.Random(number)
    lines, told = [], []
    for place in range(STATEMENTS):
        verb = chance.choice(["said", "said", "said", "denied"])
        content = f"the {chance.choice(chance.choice(SUBJECTS).split())} number {number * 100 + place} was old"
        told.append((verb, content))
        lines.append(f"Kirby {verb} {content}.")
    day = date(2024, 1, 1) + timedelta(days=7 * number)
    of = document("\n\n".join(lines), f"d{number}", publisher="Klow Times" if number % 2 else "BBC", published=day)
    made = [
        attribution(of, "Kirby", verb, content, stance=Stance.DENIES if verb == "denied" else Stance.ASSERTS)
        for verb, content in told
    ]
    return Saying(of, tuple(made))


def _copy(of: Saying) -> Saying:
    return Saying(replace(of.document, id=f"{of.document.id}-copy", publisher="AFP"), of.attributions)


SAYINGS = [_saying(number) for number in range(DOCUMENTS)]
SAYINGS += [_copy(each) for each in SAYINGS[:COPIES]]


@pytest.fixture(autouse=True)
def _encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("embedding.encoder_or_none", "embedding.needed_encoder", "finding.needed_encoder"):
        monkeypatch.setattr(f"claimtrack.workflows.{place}", SubjectEncoder)
    monkeypatch.setattr("claimtrack.workflows.rereading.matcher_or_none", Agreeing)
    for place in ("finding", "rereading"):
        monkeypatch.setattr(f"claimtrack.workflows.{place}.READ", 5)


def _store(url: str, sayings: Sequence[Saying] = SAYINGS, **options: bool) -> None:
    extract_documents(url, [each.document for each in sayings], Annotator(*sayings), RUN, **options)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled_url(request: pytest.FixtureRequest, make_database: MakeDatabase) -> Iterator[str]:
    with make_database(request.param) as url, pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimtrack.workflows.embedding.encoder_or_none", SubjectEncoder)
        _store(url)
        yield url


def _through_sketches(session: Session, filters: StatementFilters, patch: pytest.MonkeyPatch) -> Found:
    """Not one statement is few, and no more than some are compared at once."""
    patch.setattr(sketching, "FEW", 0)
    for name, number in (("FIRST", 30), ("MOST", 200)):
        patch.setattr(finding, name, number)
        patch.setattr(sketching, name, number)
    return find_about(session, filters, best_first=True)


def _mixed(url: str) -> dict[str, bytes | None]:
    row = StatementVectorRow
    with session_scope(url) as session:
        return {each.statement_id: each.mixed for each in session.execute(select(row.statement_id, row.mixed))}


def _sketches(url: str) -> dict[str, bytes]:
    row = DocumentSketchRow
    with session_scope(url) as session:
        return {each.document_key: each.sketches for each in session.execute(select(row.document_key, row.sketches))}


def _is_complete(url: str) -> bool:
    with session_scope(url) as session:
        return are_complete(session, SubjectEncoder.name)


ASKED = {
    "all": {},
    "by stance": {"stances": (Stance.DENIES,)},
    "by publisher": {"publishers": ("BBC",)},
    "by day": {"since": date(2024, 6, 1), "until": date(2024, 8, 1)},
    "of nobody": {"speakers": ("Nobody",)},
    "the best": {"limit": 7},
    "the best denials": {"limit": 7, "stances": (Stance.DENIES,)},
    "of copies the first": {"distinct": True},
    "of copies the first, the best": {"distinct": True, "limit": 30},
    "the likely": {"least": 0.6},
    "the best of the likely": {"least": 0.3, "limit": 7},
    "all at all": {"least": 0.0},
    "the best at all": {"least": 0.0, "limit": 5},
    "none": {"least": 1.0},
}


@pytest.mark.parametrize("about", ["dyke", "wages strike", "tariffs on steel", "ballots striker"])
@pytest.mark.parametrize("more", ASKED.values(), ids=ASKED)
def test_the_same_is_found_as_by_comparing_all(filled_url, about, more, monkeypatch) -> None:
    filters = StatementFilters(about=about, meaning=True, **more)
    with session_scope(filled_url) as session:
        every = find_about(session, filters, best_first=True)
        assert _through_sketches(session, filters, monkeypatch) == every


def test_of_many_only_those_are_compared_that_may_be_near(filled_url, monkeypatch) -> None:
    compared: list[int] = []

    def products(asked: Floats, packed: Sequence[bytes]) -> list[float]:
        compared.append(len(packed))
        return np_products(asked, packed)

    np_products = finding.products
    monkeypatch.setattr(finding, "products", products)
    with session_scope(filled_url) as session:
        _through_sketches(session, StatementFilters(about="dyke", meaning=True), monkeypatch)
    assert 0 < compared[-1] < DOCUMENTS * STATEMENTS / 2


def test_statements_without_vectors_are_still_found_by_their_words(database_url, monkeypatch) -> None:
    _store(database_url, SAYINGS[:6])
    with session_scope(database_url) as session:
        gone = SAYINGS[0].attributions[0]
        session.execute(delete(StatementVectorRow).where(StatementVectorRow.statement_id == gone.id))
    reembed_without_encoder(database_url, monkeypatch, SAYINGS[0])
    word = gone.content[0]
    about = SAYINGS[0].document.text[word.start : word.end]
    with session_scope(database_url) as session:
        found = _through_sketches(session, StatementFilters(about=about, meaning=True), monkeypatch)
    assert gone.id in {key for key, _ in found.statements}
    assert found.unread == STATEMENTS  # nothing of its document is mixed


def reembed_without_encoder(url: str, patch: pytest.MonkeyPatch, saying: Saying) -> None:
    """Store a document again where no encoder can run."""
    with patch.context() as without:
        without.setattr("claimtrack.workflows.embedding.encoder_or_none", lambda: None)
        _store(url, [saying], force=True)


def test_a_document_that_changes_where_no_encoder_runs_has_no_sketches(database_url, monkeypatch) -> None:
    _store(database_url, SAYINGS[:2])
    first = SAYINGS[0]
    reembed_without_encoder(database_url, monkeypatch, Saying(first.document, first.attributions[:1]))
    assert [key for key, sketches in _sketches(database_url).items() if sketches] == [SAYINGS[1].document.key]
    assert _is_complete(database_url) is False
    assert {key for key, own in _mixed(database_url).items() if own} == {each.id for each in SAYINGS[1].attributions}


def test_a_document_that_says_nothing_any_more_lacks_no_sketches(database_url, monkeypatch) -> None:
    _store(database_url, SAYINGS[:2])
    reembed_without_encoder(database_url, monkeypatch, Saying(SAYINGS[0].document, ()))
    assert list(_sketches(database_url)) == [SAYINGS[1].document.key]
    assert _is_complete(database_url) is True


def test_what_was_stored_where_no_encoder_runs_has_sketches_once_embedded(database_url, monkeypatch) -> None:
    reembed_without_encoder(database_url, monkeypatch, SAYINGS[0])
    assert _is_complete(database_url) is False
    reembed(database_url)
    assert _is_complete(database_url) is True
    assert all(_sketches(database_url).values())


def test_a_document_that_stays_as_it_is_keeps_its_sketches_where_no_encoder_runs(database_url, monkeypatch) -> None:
    _store(database_url, SAYINGS[:2])
    before = _sketches(database_url)
    reembed_without_encoder(database_url, monkeypatch, SAYINGS[0])
    assert _sketches(database_url) == before


def test_embedding_anew_sketches_what_is_missing(database_url) -> None:
    _store(database_url, SAYINGS[:3])
    before = _sketches(database_url)
    with session_scope(database_url) as session:
        session.execute(delete(DocumentSketchRow))
    assert reembed(database_url) == 0
    assert _sketches(database_url) == before


def test_sketches_are_those_of_live_statements(database_url) -> None:
    saying = SAYINGS[0]
    _store(database_url, [saying])
    _store(database_url, [Saying(saying.document, saying.attributions[:1])], force=True)
    assert _sketches(database_url)[saying.document.key][:8].hex() == saying.attributions[0].id
    assert len(_sketches(database_url)[saying.document.key]) == 106


def test_a_document_that_says_nothing_any_more_has_no_sketches(database_url) -> None:
    _store(database_url, SAYINGS[:1])
    _store(database_url, [Saying(SAYINGS[0].document, ())], force=True)
    assert _sketches(database_url) == {}


def test_sketches_do_not_depend_on_the_order_of_arrival(make_database) -> None:
    stored = []
    for some in (SAYINGS[:5], SAYINGS[4::-1]):
        with make_database("sqlite") as url:
            _store(url, some)
            stored.append(_sketches(url))
    assert stored[0] == stored[1]


def test_what_is_stored_has_sketches_again_once_it_is_upgraded_and_embedded(database_url) -> None:
    _store(database_url, SAYINGS[:5])
    before, mixed = _sketches(database_url), _mixed(database_url)
    migrate.downgrade(database_url, "0007")
    migrate.upgrade(database_url)
    assert set(_sketches(database_url).values()) == {b""}
    assert _is_complete(database_url) is False
    assert reembed(database_url) == 0
    assert _sketches(database_url) == before
    assert _mixed(database_url) == mixed
