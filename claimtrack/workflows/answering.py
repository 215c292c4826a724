"""Finding what denials and confirmations answer in other documents, as documents come, change and go."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from sqlalchemy.orm import Session

from claimtrack.domain.claims import Answer
from claimtrack.resolve.affairs import FEWEST, affinity, answers_between, are_near
from claimtrack.resolve.answers import LONGEST_AGO, Reading, read
from claimtrack.resolve.terms import document_terms
from claimtrack.store.answers import drop_found_answers, save_found_answers
from claimtrack.store.remarks import documents_of, documents_sharing, remarks, save_document_terms, texts

__all__ = ["Near", "find_answers", "near_documents"]


Near: TypeAlias = dict[str, dict[str, float]]
"""The documents (by key) that may speak of the same affair as each, with how much they have in common."""


def find_answers(session: Session, changed: Collection[str]) -> tuple[set[str], Near]:
    """Bring the answers across documents up to date for statements (by id) that came, changed or went.

    All statements of their documents are compared anew with those of documents that may speak of the same affair.
    Returns the ids of all statements whose answers, or whose being answered, may have changed; and these documents.
    """
    documents = documents_of(session, changed)
    involved = drop_found_answers(session, documents)
    near = near_documents(session, documents)
    found = {(each.answer, each.answered): each for each in _answers(session, near)}
    save_found_answers(session, [found[pair] for pair in sorted(found)])
    return involved | {key for pair in found for key in pair}, near


def near_documents(session: Session, documents: Collection[str]) -> Near:
    """The documents that may speak of the same affair as each (by key), with how much they have in common.

    By what the telling words of their texts are now.
    """
    told = texts(session, documents)
    terms = {key: document_terms(title, text) for key, (title, text, _) in told.items()}
    save_document_terms(session, terms)
    return {key: _near(session, key, own, told[key][2]) for key, own in terms.items()}


def _answers(session: Session, near: Mapping[str, Mapping[str, float]]) -> Iterator[Answer]:
    """Those between documents (by key) and the ones that are near them, in both directions."""
    wanted = {key for key, others in near.items() if others} | {key for others in near.values() for key in others}
    readings: dict[str, list[Reading]] = {
        key: [read(remark) for remark in found] for key, found in remarks(session, wanted).items()
    }
    for key, others in near.items():
        for other, common in others.items():
            yield from answers_between(readings.get(key, ()), readings.get(other, ()), common)
            yield from answers_between(readings.get(other, ()), readings.get(key, ()), common)


def _near(session: Session, document: str, terms: Sequence[str], published: date | None) -> dict[str, float]:
    """The documents that may speak of the same affair, with how much they have in common."""
    sharing = documents_sharing(session, terms, FEWEST, published, LONGEST_AGO)
    return {
        key: affinity(terms, others) for key, others in sharing.items() if key != document and are_near(terms, others)
    }
