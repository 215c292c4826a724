"""Finding what denials and confirmations answer in other documents, as documents come, change and go."""

from collections.abc import Collection, Iterator, Mapping

from sqlalchemy.orm import Session

from claimtrack.domain.claims import Answer
from claimtrack.resolve.answers import (
    ANSWERING,
    FEWEST_KEYS,
    WORTH,
    Reading,
    least,
    likelihood,
    may_answer,
    read,
)
from claimtrack.store.answers import drop_found_answers, save_found_answers
from claimtrack.store.remarks import remarks, save_terms, sharing

__all__ = ["find_answers"]


def find_answers(session: Session, changed: Collection[str]) -> set[str]:
    """Bring the answers across documents up to date for statements (by id) that came, changed or went.

    Returns the ids of all statements whose answers, or whose being answered, may have changed.
    """
    involved = drop_found_answers(session, changed)
    readings = {key: read(remark) for key, remark in remarks(session, changed).items()}
    _index(session, changed, readings)
    found = {(answer.answer, answer.answered): answer for answer in _answers(session, readings)}
    save_found_answers(session, [found[pair] for pair in sorted(found)])
    return involved | {key for pair in found for key in pair}


def _index(session: Session, changed: Collection[str], readings: Mapping[str, Reading]) -> None:
    for answering, stances in ((False, WORTH), (True, ANSWERING)):
        terms = {key: each.answering_keys if answering else each.keys for key, each in readings.items()}
        kept = {key: words for key, words in terms.items() if readings[key].remark.stance in stances}
        save_terms(session, {key: kept.get(key, ()) for key in changed}, answering=answering)


def _answers(session: Session, readings: Mapping[str, Reading]) -> Iterator[Answer]:
    """The likely ones among the pairs that a changed statement is part of, in either place."""
    for each in readings.values():
        if each.remark.stance in ANSWERING:
            for other in _near(session, each.answering_keys, readings, answering=False):
                yield from _judged(each, other)
        if each.remark.stance in WORTH:
            for other in _near(session, each.keys, readings, answering=True):
                yield from _judged(other, each)


def _near(
    session: Session, keys: Collection[str], readings: Mapping[str, Reading], *, answering: bool
) -> Iterator[Reading]:
    found = sharing(session, keys, answering=answering, fewest=FEWEST_KEYS)
    stored = remarks(session, found - readings.keys())
    for key in sorted(found):
        if key in readings:
            yield readings[key]
        elif key in stored:
            yield read(stored[key])


def _judged(answer: Reading, other: Reading) -> Iterator[Answer]:
    if may_answer(answer, other):
        score = likelihood(answer, other)
        if score >= least():
            yield Answer(answer.remark.statement, other.remark.statement, round(score, 3))
