"""Report ``changes``: what each speaker said on a subject over time, and where the stance shifts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import pandas as pd

from claimtrack.domain.stored import StoredStatement
from claimtrack.reports.columns import day
from claimtrack.reports.context import NO_CONTEXT, ReportContext
from claimtrack.reports.frames import TEXT, table
from claimtrack.reports.identities import Identity, identities, spellings
from claimtrack.reports.order import by_day
from claimtrack.reports.wording import wording

__all__ = ["COLUMNS", "SAME", "changes"]

SAME = "same"

COLUMNS = dict.fromkeys(
    (
        "speaker",
        "kind",
        "subject",
        "date",
        "until",
        "stance",
        "change",
        "content",
        "publisher",
        "document",
        "statement_id",
        "compared_by",
        "compared_with",
    ),
    TEXT,
)

_CLAIM, _TOPIC = "claim", "topic"

_Subject: TypeAlias = tuple[str, str]
"""Whether it is a claim or a topic, and the claim's id or the topic."""

_Latest: TypeAlias = dict[tuple[str, _Subject], StoredStatement]
"""What a speaker (by id) said last on a subject; undated statements are never among these."""


def changes(statements: Iterable[StoredStatement], _context: ReportContext = NO_CONTEXT) -> pd.DataFrame:
    """One row per statement, speaker and topic: by speaker, then subject, then in the order of days.

    A statement without topic stands under its claim. ``change`` compares it with what the same speaker said last of
    the same claim or, where that is nothing, of the same topic: ``same``, or both stances. It is empty where nothing
    went before and where no day is known. Statements without speaker are left out.
    """
    ordered = sorted(statements, key=by_day)
    rows = sorted(_rows(ordered, _wordings(ordered)), key=lambda row: row[0])
    return table(COLUMNS, (cells for _, cells in rows))


def _wordings(statements: Iterable[StoredStatement]) -> dict[str, str]:
    """The claims of the statements in words, by id."""
    claims: dict[str, list[StoredStatement]] = {}
    for statement in statements:
        claims.setdefault(statement.claim, []).append(statement)
    return {claim: wording(members) for claim, members in claims.items()}


def _rows(
    ordered: Sequence[StoredStatement], wordings: Mapping[str, str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The rows, each behind what it is sorted by, in the order of days."""
    latest: _Latest = {}
    spelled = spellings(ordered)
    for statement in ordered:
        for speaker in identities(statement):
            for subject in _topics(statement) or _claims(statement)[:1]:
                label = wordings[subject[1]] if subject[0] == _CLAIM else subject[1]
                compared = _compared(latest, speaker, statement, subject)
                name = spelled[speaker.id]
                place = (name, speaker.kind, speaker.id, label, *subject)
                yield place, (name, speaker.kind, label, *_cells(statement, *compared))
            _remember(latest, speaker, statement)


def _topics(statement: StoredStatement) -> list[_Subject]:
    return [(_TOPIC, topic) for topic in dict.fromkeys(statement.attribution.topics)]


def _claims(statement: StoredStatement) -> list[_Subject]:
    return [(_CLAIM, claim) for claim in (statement.claim, *statement.further_claims)]


def _compared(
    latest: _Latest, speaker: Identity, statement: StoredStatement, subject: _Subject
) -> tuple[str, StoredStatement | None]:
    """By what a statement is compared, and with which earlier one of the speaker's.

    Of the earlier ones on several claims, one with another stance goes first.
    """
    said = statement.attribution
    for subjects in (_claims(statement), [subject]) if said.date.first else ():
        earlier = [latest[speaker.id, each] for each in subjects if (speaker.id, each) in latest]
        if earlier:
            return subjects[0][0], min(earlier, key=lambda each: each.attribution.stance is said.stance)
    return "", None


def _remember(latest: _Latest, speaker: Identity, statement: StoredStatement) -> None:
    if statement.attribution.date.first:
        latest.update(((speaker.id, subject), statement) for subject in (*_claims(statement), *_topics(statement)))


def _cells(statement: StoredStatement, compared_by: str, earlier: StoredStatement | None) -> tuple[str, ...]:
    said = statement.attribution
    return (
        day(said.date.first),
        day(said.date.last),
        said.stance.value,
        _change(earlier, statement) if earlier else "",
        statement.content,
        statement.document.publisher or "",
        statement.document.id,
        said.id,
        compared_by,
        earlier.attribution.id if earlier else "",
    )


def _change(earlier: StoredStatement, later: StoredStatement) -> str:
    before, now = earlier.attribution.stance, later.attribution.stance
    return SAME if before is now else f"{before.value} → {now.value}"
