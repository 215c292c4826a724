"""Report ``publishers``: how each publisher attributes what it prints."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pandas as pd

from claimtrack.domain.stored import DocumentSummary, StoredStatement
from claimtrack.reports.context import NO_CONTEXT, ReportContext
from claimtrack.reports.frames import COUNT, RATIO, TEXT, share, table
from claimtrack.reports.tally import SpeakerKey, Tally, speaker_keys

__all__ = ["COLUMNS", "UNKNOWN_PUBLISHER", "publishers"]

UNKNOWN_PUBLISHER = "(unknown)"

COLUMNS = {
    "publisher": TEXT,
    "documents": COUNT,
    "stories": COUNT,
    "statements": COUNT,
    "statements_per_document": RATIO,
    "anonymous_share": RATIO,
    "single_sourced_share": RATIO,
    "denials_reported": COUNT,
}


@dataclass(slots=True)
class _PublisherTally:
    all: Tally = field(default_factory=Tally)
    speakers: defaultdict[str, set[SpeakerKey]] = field(default_factory=lambda: defaultdict(set))
    """By document key."""


def publishers(statements: Iterable[StoredStatement], context: ReportContext = NO_CONTEXT) -> pd.DataFrame:
    """One row per publisher, the one with most statements first.

    ``documents`` counts the documents of ``context.documents`` and those of the statements, each once;
    ``stories`` takes those that are copies of one text for one.
    ``anonymous_share`` is the share of statements that name no speaker. ``single_sourced_share`` is, of the
    documents with any speaker, the share of those with only one (by name and kind; statements without speaker
    are left aside). ``denials_reported`` counts statements that deny something.
    """
    tallies: defaultdict[str, _PublisherTally] = defaultdict(_PublisherTally)
    for document in context.documents:
        tally = tallies[_name(document)]
        tally.all.documents.add(document.key)
        tally.all.stories.add(document.story)
    for statement in statements:
        tally = tallies[_name(statement.document)]
        tally.all.add(statement)
        tally.speakers[statement.document.key].update(speaker_keys(statement))
    return table(COLUMNS, _rows(tallies))


def _name(document: DocumentSummary) -> str:
    return document.publisher or UNKNOWN_PUBLISHER


def _rows(tallies: dict[str, _PublisherTally]) -> Iterator[tuple[object, ...]]:
    by_count = sorted(tallies.items(), key=lambda item: (-item[1].all.statements, item[0]))
    for name, tally in by_count:
        counted = tally.all
        speakers = [len(named) for named in tally.speakers.values() if named]
        yield (
            name,
            len(counted.documents),
            len(counted.stories),
            counted.statements,
            share(counted.statements, len(counted.documents)),
            share(counted.anonymous, counted.statements),
            share(speakers.count(1), len(speakers)),
            counted.denials,
        )
