"""Reports of reports: "Kim said …, according to the newspaper" is Kim's statement, reported by the newspaper.

An attribution whose content is another statement with source and cue is no statement of its own: it is folded into
that one, as the annotation guide's ``via``. The medium's name is left for the speakers' stage, which reads it from
the folded attribution's source.
"""

from collections.abc import Sequence

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import hull
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import ParsedDocument

__all__ = ["fold_reports"]


def fold_reports(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those that only pass another one on by "according to"."""
    return [found for found in attributions if not _passes_on(parsed, found, attributions)]


def _passes_on(parsed: ParsedDocument, report: Attribution, attributions: Sequence[Attribution]) -> bool:
    if not any(t.lower_ in words("verbs", "reporting", "prepositions") for t in parsed.tokens(report.cue)[:1]):
        return False
    pieces = report.content
    return any(
        other.type is AttributionType.STATEMENT
        and other.source
        and any(a.start <= where.start and where.end <= a.end for a in pieces for where in [hull(other.cue)])
        and any(a.start <= where.start and where.end <= a.end for a in pieces for where in [hull(other.source)])
        and _covers_most(report, other)
        for other in attributions
        if other.id != report.id and other.cue
    )


def _covers_most(report: Attribution, other: Attribution) -> bool:
    """Whether the report's content is little more than the other statement."""
    whole = sum(end - start for start, end in report.content)
    parts = sum(end - start for span in (other.source, other.cue, other.content) for start, end in span)
    return parts >= 0.8 * whole
