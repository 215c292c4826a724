"""Finding statements about a subject by their meaning and by their words together."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from claimtrack.domain.filters import StatementFilters
from claimtrack.model.vectors import products
from claimtrack.resolve.terms import stem, weight_of
from claimtrack.search.fulltext import hits, search_words
from claimtrack.search.meaning import least, likelihoods
from claimtrack.search.selects import vector_select
from claimtrack.workflows.encoder import needed_encoder

__all__ = ["Found", "find_about"]

_LEAST_WEIGHT = 0.05
"""Of a word that half of all articles have."""
_PART = 0.95
"""Most that some of the words can come to: all of them are only had by what is found by words."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is about a subject."""

    statements: list[tuple[str, float]]
    """Ids, each with how likely that is, between 0 and 1."""
    unread: int
    """How many statements have no vector yet and could only be found by their words."""


def find_about(session: Session, filters: StatementFilters, *, best_first: bool = False) -> Found:
    """The statements that pass all filters and are likely about what ``about`` says, in the order of listings.

    What has all of its words is found in any case. With ``best_first``, likelier ones go before that order; of more
    than ``limit`` the likeliest are taken. UsageError where ``about`` has no word to search for, ModelError where the
    encoder cannot run.
    """
    subject = filters.about or ""
    shares = _word_shares(session, subject)
    encoder = needed_encoder()
    passing = session.execute(vector_select(filters, encoder.name)).all()
    vectors = {key: vector for key, vector in passing if vector is not None}
    likely = dict.fromkeys((key for key, _ in passing), 0.0)
    near = products(encoder.encode([subject])[0], list(vectors.values()))
    likely |= dict(zip(vectors, likelihoods(near, [shares.get(key, 0.0) for key in vectors]), strict=True))
    wanted = filters.least if filters.least is not None else least()
    whole = set() if filters.least else {key for key, share in shares.items() if share == 1}
    found = [(key, score) for key, score in likely.items() if score >= wanted or key in whole]
    best = sorted(found, key=lambda each: -each[1])[: filters.limit]
    chosen = set(best)
    kept = best if best_first else [each for each in found if each in chosen]
    return Found([(key, round(score, 3)) for key, score in kept], len(passing) - len(vectors))


def _word_shares(session: Session, subject: str) -> dict[str, float]:
    """How much of a subject the words of each statement have, by their weight; statements with none are left out."""
    dialect, words = session.get_bind().dialect.name, search_words(subject)
    weights = [weight_of(stem(word)) or _LEAST_WEIGHT for word in words]
    shares: dict[str, float] = {}
    for word, weight in zip(words, weights, strict=True):
        for key, _ in session.execute(hits(dialect, [[word]])):
            shares[key] = shares.get(key, 0.0) + weight
    whole = {key for key, _ in session.execute(hits(dialect, [words]))}
    return {key: 1.0 if key in whole else min(share / sum(weights), _PART) for key, share in shares.items()}
