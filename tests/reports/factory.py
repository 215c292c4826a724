"""Stored statements made by hand; each argument has a harmless default."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from claimtrack.domain.attribution import UNDATED, Attribution, Speaker, StatementDate
from claimtrack.domain.spans import Span
from claimtrack.domain.stored import DocumentSummary, Reply, StoredStatement
from claimtrack.domain.vocabulary import (
    DateBasis,
    DenialStatus,
    Granularity,
    SpeakerKind,
    SpeechKind,
    Stance,
)

Names = Sequence[str | Speaker]


def speaker(name: str, kind: str = "person", role: str | None = None, affiliation: str | None = None) -> Speaker:
    return Speaker(name, SpeakerKind(kind), role, affiliation)


def summary(document: str = "visit", publisher: str | None = "The Planet", **fields: Any) -> DocumentSummary:
    defaults: dict[str, Any] = {
        "key": f"key-{document}",
        "title": None,
        "published": date(2024, 6, 18),
        "url": None,
        "author": None,
        "story": f"key-{document}",
    }
    return DocumentSummary(id=document, publisher=publisher, **defaults | fields)


def on(first: str, last: str | None = None, granularity: str = "day") -> StatementDate:
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    return StatementDate(*days, Granularity(granularity), DateBasis.EXPLICIT)


def statement(
    id: str = "s1",  # noqa: A002 - the field's own name reads best in tests
    speakers: Names = ("Kirby",),
    content: str = "that it is so",
    document: DocumentSummary | None = None,
    *,
    kind: str = "indirect",
    stance: str = "asserts",
    when: StatementDate = UNDATED,
    claim: str | None = None,
    denied_by: dict[str, Sequence[str]] | None = None,
    confirmed_by: dict[str, Sequence[str]] | None = None,
    status: str | None = None,
    further_claims: tuple[str, ...] = (),
    speaker_ids: tuple[str, ...] = (),
    start: int = 0,
    **fields: Any,
) -> StoredStatement:
    """``denied_by`` and ``confirmed_by`` map ids of answers to their speakers; ``fields`` are those of Attribution.

    The claim's ``status`` is denied where somebody denies it, else undisputed, if not given.
    """
    attribution = Attribution(
        id=id,
        source=(Span(start, start + 5),),
        cue=(Span(start + 6, start + 10),),
        content=(Span(start + 11, start + 20),),
        kind=SpeechKind(kind),
        speakers=tuple(each if isinstance(each, Speaker) else speaker(each) for each in speakers),
        date=when,
        stance=Stance(stance),
        **fields,
    )
    return StoredStatement(
        attribution=attribution,
        document=document or summary(),
        source=" and ".join(each.name for each in attribution.speakers),
        cue="said",
        content=content,
        claim=claim or f"claim-{id}",
        denial_status=DenialStatus(status or ("denied" if denied_by else "undisputed")),
        further_claims=further_claims,
        speaker_ids=speaker_ids,
        denied_by=tuple(Reply(key, tuple(names)) for key, names in (denied_by or {}).items()),
        confirmed_by=tuple(Reply(key, tuple(names)) for key, names in (confirmed_by or {}).items()),
    )
