"""Report ``sources``: how each speaker is quoted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pandas as pd

from claimtrack.domain.stored import StoredStatement
from claimtrack.domain.vocabulary import SpeechKind, Stance
from claimtrack.reports.context import NO_CONTEXT, ReportContext
from claimtrack.reports.frames import COUNT, RATIO, TEXT, share, table
from claimtrack.reports.tally import SpeakerKey, Tally, speaker_keys

__all__ = ["COLUMNS", "NO_SPEAKER", "anonymous_share", "sources"]

NO_SPEAKER = "(no speaker)"
"""Stands for the missing speaker of "it was announced that"."""

COLUMNS = {
    "speaker": TEXT,
    "kind": TEXT,
    "statements": COUNT,
    "direct": COUNT,
    "indirect": COUNT,
    "mixed": COUNT,
    "denials_made": COUNT,
    "denied_claims": COUNT,
    "anonymous_share": RATIO,
    "first": TEXT,
    "last": TEXT,
    "documents": COUNT,
    "stories": COUNT,
    "publishers": COUNT,
}


@dataclass(slots=True)
class _SpeakerTally:
    all: Tally = field(default_factory=Tally)
    kinds: Counter[SpeechKind] = field(default_factory=Counter)
    denied: set[str] = field(default_factory=set)
    """Claims of this speaker that somebody else denies."""


def sources(statements: Iterable[StoredStatement], _context: ReportContext = NO_CONTEXT) -> pd.DataFrame:
    """One row per speaker (name and kind; an unnamed one by description), most quoted first.

    A statement of several speakers counts for each. ``denied_claims`` counts the different claims that the
    speaker asserts or confirms and that a statement of someone else denies. ``anonymous_share`` is, of the
    speaker's statements, the share of those marked anonymous; ``first`` and ``last`` span the dated ones.
    ``stories`` counts documents that are copies of one text once.
    """
    tallies: defaultdict[SpeakerKey, _SpeakerTally] = defaultdict(_SpeakerTally)
    for statement in statements:
        for name, kind in speaker_keys(statement) or ((NO_SPEAKER, ""),):
            tally = tallies[name, kind]
            tally.all.add(statement)
            tally.kinds[statement.attribution.kind] += 1
            if _is_denied_by_others(statement, name):
                tally.denied.add(statement.claim)
    return table(COLUMNS, _rows(tallies))


def anonymous_share(statements: Iterable[StoredStatement]) -> float:
    """The share of all statements that name no speaker, in [0, 1], 4 digits; 0 where there are none."""
    flags = [statement.attribution.anonymous for statement in statements]
    return share(sum(flags), len(flags))


def _is_denied_by_others(statement: StoredStatement, name: str) -> bool:
    if statement.attribution.stance not in {Stance.ASSERTS, Stance.CONFIRMS}:
        return False
    return any(set(denial.speakers) != {name} for denial in statement.denied_by)


def _rows(tallies: dict[SpeakerKey, _SpeakerTally]) -> Iterator[tuple[object, ...]]:
    by_count = sorted(tallies.items(), key=lambda item: (-item[1].all.statements, item[0]))
    for (name, kind), tally in by_count:
        counted = tally.all
        yield (
            name,
            kind,
            counted.statements,
            tally.kinds[SpeechKind.DIRECT],
            tally.kinds[SpeechKind.INDIRECT],
            tally.kinds[SpeechKind.MIXED],
            counted.denials,
            len(tally.denied),
            share(counted.anonymous, counted.statements),
            counted.first,
            counted.last,
            len(counted.documents),
            len(counted.stories),
            len(counted.publishers),
        )
