"""Attribution JSONL: one document a line. The input form is the same object without ``statements``."""

import json
from datetime import date
from typing import Any, TypeAlias

from claimtrack.domain.attribution import Attribution, Hedge, Speaker, StatementDate
from claimtrack.domain.characters import escape_steering
from claimtrack.domain.document import Document
from claimtrack.domain.spans import Span, Spans
from claimtrack.domain.vocabulary import (
    Anonymity,
    AttributionType,
    DateBasis,
    Granularity,
    Hedger,
    Resolution,
    SpeakerKind,
    SpeechKind,
    Stance,
)

__all__ = ["JsonObject", "attribution_from_json", "attribution_to_json", "document_to_json", "json_line"]

JsonObject: TypeAlias = dict[str, Any]


def document_to_json(document: Document) -> JsonObject:
    """The document's part of a line, in the input form."""
    return {
        "document": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else None,
        "url": document.url,
        "author": document.author,
        "text": document.text,
    }


def attribution_to_json(attribution: Attribution) -> JsonObject:
    """One element of ``statements``."""
    return {
        "id": attribution.id,
        "type": attribution.type.value,
        "kind": attribution.kind.value,
        "speakers": [
            {
                "name": speaker.name,
                "kind": speaker.kind.value,
                "role": speaker.role,
                "affiliation": speaker.affiliation,
                "anonymity": speaker.anonymity.value,
                "found_by": speaker.found_by.value if speaker.found_by else None,
                "score": speaker.score,
            }
            for speaker in attribution.speakers
        ],
        "anonymous": attribution.anonymous,
        "via": attribution.via,
        "source": [list(span) for span in attribution.source],
        "cue": [list(span) for span in attribution.cue],
        "content": [list(span) for span in attribution.content],
        "said_on": _days_to_json(attribution.date),
        "granularity": attribution.date.granularity.value,
        "date_basis": attribution.date.basis.value,
        "stance": attribution.stance.value,
        "denies": list(attribution.denies),
        "denial_score": attribution.denial_score,
        "confirms": list(attribution.confirms),
        "hedges": [{"by": hedge.by.value, "span": list(hedge.span)} for hedge in attribution.hedges],
        "topics": list(attribution.topics),
        "confidence": attribution.confidence,
    }


def json_line(item: JsonObject) -> str:
    """The object on one line with its line feed, readable, safe to print, and encodable whatever it holds."""
    return escape_steering(json.dumps(item, ensure_ascii=False)) + "\n"


def attribution_from_json(item: JsonObject) -> Attribution:
    """The reverse of ``attribution_to_json``; KeyError, TypeError or ValueError on a malformed item."""
    first, last = item.get("said_on") or (None, None)
    return Attribution(
        id=item["id"],
        source=_spans(item.get("source")),
        cue=_spans(item.get("cue")),
        content=_spans(item.get("content")),
        type=AttributionType(item.get("type", "statement")),
        kind=SpeechKind(item.get("kind", "indirect")),
        speakers=tuple(
            Speaker(
                speaker["name"],
                SpeakerKind(speaker["kind"]),
                speaker.get("role"),
                speaker.get("affiliation"),
                Anonymity(speaker.get("anonymity", "named")),
                Resolution(speaker["found_by"]) if speaker.get("found_by") else None,
                speaker.get("score"),
            )
            for speaker in item.get("speakers") or ()
        ),
        anonymous=bool(item.get("anonymous", False)),
        via=item.get("via"),
        date=StatementDate(
            date.fromisoformat(first) if first else None,
            date.fromisoformat(last) if last else None,
            Granularity(item.get("granularity", "unknown")),
            DateBasis(item.get("date_basis", "none")),
        ),
        stance=Stance(item.get("stance", "asserts")),
        denies=tuple(item.get("denies") or ()),
        denial_score=item.get("denial_score"),
        confirms=tuple(item.get("confirms") or ()),
        hedges=tuple(Hedge(Hedger(each["by"]), *_spans([each["span"]])) for each in item.get("hedges") or ()),
        topics=tuple(item.get("topics") or ()),
        confidence=item.get("confidence"),
    )


def _days_to_json(when: StatementDate) -> list[str] | None:
    if when.first is None or when.last is None:
        return None
    return [when.first.isoformat(), when.last.isoformat()]


def _spans(pieces: list[list[int]] | None) -> Spans:
    return tuple(Span(int(start), int(end)) for start, end in pieces or ())
