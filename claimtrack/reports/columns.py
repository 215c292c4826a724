"""The one list of columns of a statement export; ``docs/csv.md`` shows it to users."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from claimtrack.domain.spans import Spans
from claimtrack.domain.stored import Reply, StoredStatement

__all__ = ["COLUMNS", "COLUMN_NAMES", "JOINT", "Column", "day", "joined", "row", "speaker_names"]

JOINT = "; "
"""Between the values of a cell that holds several."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it means, an example, and how a statement's cell is made."""

    name: str
    meaning: str
    example: str
    value: Callable[[StoredStatement], str]


def row(statement: StoredStatement) -> dict[str, str]:
    """The cells of a statement by column name, in the order of ``COLUMNS``; absent values are empty.

    The words are those of the document: a file for a spreadsheet needs ``csv_writer.safe_cell`` on top.
    """
    return {column.name: column.value(statement) for column in COLUMNS}


def day(value: date | None) -> str:
    """An ISO date, or nothing."""
    return value.isoformat() if value else ""


def joined(values: Iterable[str | None]) -> str:
    """Several values in one cell, their places kept; nothing at all where all of them are absent."""
    pieces = [value or "" for value in values]
    return JOINT.join(pieces) if any(pieces) else ""


def speaker_names(statement: StoredStatement) -> str:
    """The names of a statement's speakers in one cell."""
    return joined(speaker.name for speaker in statement.attribution.speakers)


def _offsets(spans: Spans) -> str:
    return ";".join(f"{start}-{end}" for start, end in spans)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def _names(replies: Iterable[Reply]) -> str:
    return joined(dict.fromkeys(name for reply in replies for name in reply.speakers))


def _hedges(statement: StoredStatement) -> str:
    return joined(f"{hedge.by.value} {hedge.span.start}-{hedge.span.end}" for hedge in statement.attribution.hedges)


COLUMNS = (
    Column("document", "id of the document", "visit", lambda s: s.document.id),
    Column("publisher", "who published it", "The Planet", lambda s: s.document.publisher or ""),
    Column("url", "where it was published", "https://planet.example/visit", lambda s: s.document.url or ""),
    Column("title", "its headline", "Visit begins", lambda s: s.document.title or ""),
    Column("published", "its publication date", "2024-06-18", lambda s: day(s.document.published)),
    Column("statement_id", "id of the statement", "0f3a5c7d9e1b2a4c", lambda s: s.attribution.id),
    Column("type", "statement, belief, intention or evidence", "statement", lambda s: s.attribution.type.value),
    Column("kind", "direct, mixed or indirect speech", "mixed", lambda s: s.attribution.kind.value),
    Column("speakers", "names of the speakers", "Russia; North Korea", speaker_names),
    Column(
        "speaker_kinds",
        "person, organization, government, group or document: one for each speaker",
        "government; government",
        lambda s: joined(speaker.kind.value for speaker in s.attribution.speakers),
    ),
    Column(
        "roles",
        "title or function of each speaker, as given",
        "US Secretary of Defense",
        lambda s: joined(speaker.role for speaker in s.attribution.speakers),
    ),
    Column(
        "affiliations",
        "who each speaker speaks for",
        "Kremlin",
        lambda s: joined(speaker.affiliation for speaker in s.attribution.speakers),
    ),
    Column(
        "anonymous",
        "true where no speaker is named",
        "false",
        lambda s: "true" if s.attribution.anonymous else "false",
    ),
    Column(
        "anonymity",
        "how far each speaker is told: named, role, group, unnamed or unnamed_reason",
        "named; named",
        lambda s: joined(speaker.anonymity.value for speaker in s.attribution.speakers),
    ),
    Column("via", "medium or second source that reports it", "Rodong Sinmun", lambda s: s.attribution.via or ""),
    Column(
        "said_first",
        "first day on which it may have been said",
        "2024-06-10",
        lambda s: day(s.attribution.date.first),
    ),
    Column(
        "said_last",
        "last day on which it may have been said",
        "2024-06-16",
        lambda s: day(s.attribution.date.last),
    ),
    Column(
        "granularity",
        "how precisely the text dates it: day, week, month, year or unknown",
        "week",
        lambda s: s.attribution.date.granularity.value,
    ),
    Column(
        "date_basis",
        "where the date comes from: explicit, context, publication or none",
        "explicit",
        lambda s: s.attribution.date.basis.value,
    ),
    Column("stance", "asserts, denies, confirms or declines", "denies", lambda s: s.attribution.stance.value),
    Column(
        "denial_status",
        "what became of its claim: undisputed, denied, confirmed or contested",
        "denied",
        lambda s: s.denial_status.value,
    ),
    Column("denied_by", "names of those who deny it", "Russia; North Korea", lambda s: _names(s.denied_by)),
    Column(
        "denied_by_ids",
        "ids of the statements that deny it",
        "9b1d4c2e8f7a6053",
        lambda s: joined(reply.statement for reply in s.denied_by),
    ),
    Column(
        "denied_on",
        "the last day on which each of them may have been made",
        "2024-06-18",
        lambda s: joined(day(reply.last) for reply in s.denied_by),
    ),
    Column("confirmed_by", "names of those who confirm it", "United States", lambda s: _names(s.confirmed_by)),
    Column(
        "confirmed_by_ids",
        "ids of the statements that confirm it",
        "77aa01c4d95b3e20",
        lambda s: joined(reply.statement for reply in s.confirmed_by),
    ),
    Column(
        "denies",
        "ids of the statements that it denies",
        "0f3a5c7d9e1b2a4c",
        lambda s: joined(s.attribution.denies),
    ),
    Column(
        "confirms",
        "ids of the statements that it confirms",
        "5be20c7791d4fa38",
        lambda s: joined(s.attribution.confirms),
    ),
    Column(
        "hedges",
        "words that limit how certain it is: whose (reporter or speaker) and where they stand",
        "reporter 1206-1216",
        _hedges,
    ),
    Column("topics", "what it is about", "arms transfers; sanctions", lambda s: joined(s.attribution.topics)),
    Column("content", "what is said, in the document's words", "such weapon transfers", lambda s: s.content),
    Column("cue", "the words that mark the attribution", "have denied", lambda s: s.cue),
    Column("source", "the words that name who speaks", "Both Moscow and Pyongyang", lambda s: s.source),
    Column(
        "content_spans",
        "where the content stands: start-end, counted in characters of the text, the end not included",
        "1216-1268;1301-1340",
        lambda s: _offsets(s.attribution.content),
    ),
    Column("cue_spans", "where the cue stands", "1206-1215", lambda s: _offsets(s.attribution.cue)),
    Column("source_spans", "where the source stands", "1180-1205", lambda s: _offsets(s.attribution.source)),
    Column("claim_id", "id of the claim that it makes, confirms or denies", "5d2c7b9a1e4f8036", lambda s: s.claim),
    Column(
        "confidence",
        "the extractor's confidence, from 0 to 1; empty where it gives none",
        "0.93",
        lambda s: _number(s.attribution.confidence),
    ),
    Column("document_key", "key of the document in the database", "c4e8a1b2d3f59607", lambda s: s.document.key),
    Column(
        "story",
        "key of the document that stands for all copies of its text",
        "0b7f44e1c9a2d385",
        lambda s: s.document.story,
    ),
)

COLUMN_NAMES = tuple(column.name for column in COLUMNS)
