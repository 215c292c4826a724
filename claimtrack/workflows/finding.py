"""Finding statements about a subject by their meaning and by their words together."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from heapq import nlargest

from sqlalchemy.orm import Session

from claimtrack.db.engine import BYTES
from claimtrack.domain.filters import StatementFilters
from claimtrack.model.labels import Floats
from claimtrack.model.vectors import products
from claimtrack.resolve.terms import stem, weight_of
from claimtrack.search.fulltext import found_by, search_words
from claimtrack.search.meaning import READ, least, likelihoods, worth_reading
from claimtrack.search.selects import alike_select, vector_select
from claimtrack.store.bulk import listed
from claimtrack.workflows.encoder import needed_encoder
from claimtrack.workflows.rereading import reread
from claimtrack.workflows.sketching import FIRST, MOST, few, sketched

__all__ = ["Found", "find_about"]

_LEAST_WEIGHT = 0.05
"""Of a word that half of all articles have."""
_DIGITS = 6
"""Of a likelihood: what goes beyond depends on where in a table a vector stands, and would tell copies apart."""
_PART = 0.95
"""Most that some of the words can come to: all of them are only had by what is found by words."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is about a subject."""

    statements: list[tuple[str, float]]
    """Ids, each with how likely that is, between 0 and 1."""
    unread: int
    """How many statements have no vector yet and could only be found by their words."""


@dataclass(frozen=True)
class _Subject:
    """What is asked for."""

    encoder: str
    vector: Floats
    shares: Mapping[str, float]
    """How much of its words statements have; those with none are left out."""
    wanted: float
    """How likely a statement has to be about it."""
    floor: float
    """How likely at first, as it may be likelier once it is read."""
    whole: Collection[str]
    """What is found however likely it is."""

    @cached_property
    def part(self) -> float:
        """The most of its words that any has which is not found however likely it is."""
        return max((share for key, share in self.shares.items() if key not in self.whole), default=0.0)


@dataclass(frozen=True, slots=True)
class _Pass:
    """What one pass over vectors comes to."""

    found: list[tuple[str, float]]
    """In the order of listings."""
    nearest: float
    unread: int


def find_about(session: Session, filters: StatementFilters, *, best_first: bool = False) -> Found:
    """The statements that pass all filters and are likely about what ``about`` says, in the order of listings.

    The likeliest are read together with it, which tells more than their vectors. What has all of its words is found in
    any case. With ``best_first``, likelier ones go before that order; of more than ``limit`` the likeliest are taken.
    UsageError where ``about`` has no word to search for, ModelError where the encoder cannot run.
    """
    text = filters.about or ""
    shares = _word_shares(session, text)
    encoder = needed_encoder()
    whole = set() if filters.least else {key for key, share in shares.items() if share == 1}
    wanted = filters.least if filters.least is not None else least()
    subject = _Subject(encoder.name, encoder.encode([text])[0], shares, wanted, min(wanted, worth_reading()), whole)
    result = _all_or_near(session, replace(filters, limit=None) if filters.distinct else filters, subject)
    likely = reread(session, text, result.found)
    found = [each for each in likely if each[1] >= wanted or each[0] in whole]
    found = _without_copies(session, found) if filters.distinct else found
    best = sorted(found, key=lambda each: -each[1])[: filters.limit]
    chosen = set(best)
    kept = best if best_first else [each for each in found if each in chosen]
    return Found([(key, round(score, 3)) for key, score in kept], result.unread)


def _all_or_near(session: Session, filters: StatementFilters, subject: _Subject) -> _Pass:
    """What comparing all statements that pass the filters finds; of many only those are compared that can be found."""
    passing = few(session, filters)
    if passing is not None:
        return _compared(session, StatementFilters(types=()), subject, passing)
    return _near(session, filters, subject) or _compared(session, filters, subject)


def _near(session: Session, filters: StatementFilters, subject: _Subject) -> _Pass | None:
    """The same as by comparing all, of statements whose sketches are near; None where all have to be compared."""
    if filters.limit is None and (subject.floor <= 0 or len(subject.whole) > MOST):
        return None
    near = sketched(session, subject.encoder, subject.vector)
    if near is None:
        return None
    worded = subject.whole if len(subject.whole) <= (FIRST if filters.limit else MOST) else ()
    number: int | None = FIRST
    while number is not None:
        candidates = dict.fromkeys([*near.first(number), *worded])
        result = _compared(session, filters, subject, list(candidates))
        can_be_left = partial(_can_be_left, result, filters, subject, every=len(worded) == len(subject.whole))
        needed = near.needed(can_be_left)
        if needed is not None and needed <= number:
            return result
        number = needed
    return None


def _can_be_left(result: _Pass, filters: StatementFilters, subject: _Subject, product: float, *, every: bool) -> bool:
    """Whether comparing statements with a product of so much at most would not change what is found.

    ``every`` tells that what has all of the words was compared already.
    """
    if product > result.nearest:
        return False
    [likely] = likelihoods([product], [subject.part if every else 1.0], result.nearest)
    likely = round(likely, _DIGITS)
    sure = [score for key, score in result.found if score >= subject.wanted or key in subject.whole]
    if filters.limit is not None and _are_above(likely, sure, filters.limit + READ):
        return True  # however unlikely those that are read may turn out to be
    left_unread = _are_above(likely, [score for _, score in result.found], READ)
    return every and likely < (subject.wanted if left_unread else subject.floor)


def _are_above(likely: float, scores: Sequence[float], number: int) -> bool:
    """Whether so many scores are greater."""
    return len(scores) >= number and likely < nlargest(number, scores)[-1]


def _compared(
    session: Session, filters: StatementFilters, subject: _Subject, among: Sequence[str] | None = None
) -> _Pass:
    """The statements likely about a subject, of all that pass the filters or of those of some ids that do."""
    ids = None if among is None else listed(among, session.get_bind().dialect.name)
    query = vector_select(filters, subject.encoder, ids)
    passing = session.connection().execute(query, execution_options=BYTES).all()
    vectors = {key: vector for key, vector in passing if vector is not None}
    near = products(subject.vector, list(vectors.values()))
    likely = dict.fromkeys((key for key, _ in passing), 0.0)
    likely |= dict(zip(vectors, likelihoods(near, [subject.shares.get(key, 0.0) for key in vectors]), strict=True))
    scores = ((key, round(score, _DIGITS)) for key, score in likely.items())
    found = [(key, score) for key, score in scores if score >= subject.floor or key in subject.whole]
    return _Pass(found, max(near, default=0.0), len(passing) - len(vectors))


def _without_copies(session: Session, found: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Of those that copies of one text have in the same words the likeliest, or else that of the first copy."""
    scores = dict(found)
    best: dict[tuple[object, ...], str] = {}
    ids = listed(scores, session.get_bind().dialect.name)
    for key, *alike in session.execute(alike_select(ids)):
        known = best.setdefault(tuple(alike), key)
        if scores[key] > scores[known]:
            best[tuple(alike)] = key
    kept = set(best.values())
    return [each for each in found if each[0] in kept]


def _word_shares(session: Session, subject: str) -> dict[str, float]:
    """How much of a subject the words of each statement have, by their weight; statements with none are left out."""
    dialect, words = session.get_bind().dialect.name, search_words(subject)
    connection = session.connection()  # the session would take longer for each row
    whole = set(connection.scalars(found_by(dialect, words)))
    shares: dict[str, float] = {}
    weights = {word: weight_of(stem(word)) or _LEAST_WEIGHT for word in words} if len(words) > 1 else {}
    for word, weight in weights.items():
        for key in connection.scalars(found_by(dialect, [word])):
            shares[key] = shares.get(key, 0.0) + weight
    some = {key: min(share / sum(weights.values()), _PART) for key, share in shares.items()}
    return some | dict.fromkeys(whole, 1.0)
