"""Reports of reports: "Kim said …, according to the newspaper" is Kim's statement, reported by the newspaper.

An attribution whose content is another statement with source and cue is no statement of its own: it is folded into
that one, as the annotation guide's ``via``. The medium's name is left for the speakers' stage, which reads it from
the folded attribution's source.
"""

from collections.abc import Sequence

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import Spans, hull, size
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import ParsedDocument

__all__ = ["fold_reports"]

MOST = 0.8
"""Share of a report's characters that the other statement has to make up."""


def fold_reports(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those that only pass another one on by "according to"."""
    return [found for found in attributions if not _passes_on(parsed, found, attributions)]


def _passes_on(parsed: ParsedDocument, report: Attribution, attributions: Sequence[Attribution]) -> bool:
    if not any(t.lower_ in words("verbs", "reporting", "prepositions") for t in parsed.tokens(report.cue)[:1]):
        return False
    return any(
        other.id != report.id
        and other.type is AttributionType.STATEMENT
        and _holds(report, other.source)
        and _holds(report, other.cue)
        and _covers_most(report, other)
        for other in attributions
    )


def _holds(report: Attribution, spans: Spans) -> bool:
    """Whether one piece of the report's content holds all of the spans; it holds none where there are none."""
    if not spans:
        return False
    start, end = hull(spans)
    return any(piece.start <= start and end <= piece.end for piece in report.content)


def _covers_most(report: Attribution, other: Attribution) -> bool:
    """Whether the report's content is little more than the other statement."""
    return sum(map(size, (other.source, other.cue, other.content))) >= MOST * size(report.content)
