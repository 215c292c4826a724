"""Topics from a CSV: those that are new are added, those that differ are changed."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from claimtrack.domain.vocabulary import Maker
from claimtrack.errors import DocumentError, UsageError
from claimtrack.ingest.topic_table import TopicLine, read_topic_table
from claimtrack.reports.csv_writer import plain
from claimtrack.store.summaries import topic_summaries
from claimtrack.store.topics import find_analyst_topic, topic_id
from claimtrack.workflows.topic_values import TopicValues, topic_values
from claimtrack.workflows.topics import replace_topic

__all__ = ["ImportedTopic", "TopicImport", "import_topics"]


@dataclass(frozen=True, slots=True)
class ImportedTopic:
    """What became of one row, and how many live statements its topic has now."""

    name: str
    outcome: str
    """``added``, ``changed`` or ``unchanged``."""
    statements: int


@dataclass(frozen=True, slots=True)
class TopicImport:
    """What an import did, and which rows it could not use."""

    topics: tuple[ImportedTopic, ...]
    machine: int
    """Rows left out because the extractor made their topics, as a listing of all topics has them."""
    ignored: tuple[str, ...]
    """Columns that say nothing of a topic."""
    failures: tuple[DocumentError, ...]


def import_topics(session: Session, path: str) -> TopicImport:
    """Add the topics of a CSV file (``-`` for standard input), and edit those that are there and differ.

    Columns: ``name``; ``words``, phrases parted by semicolons, without which the name is the phrase; ``description``. A
    column that is not there leaves what is stored. Rows that make no topic are told and the others go on. What a
    listing of topics as CSV wrote is read back. Raises DocumentError where the file cannot be read at all.
    """
    table = read_topic_table(path)
    rows = [row for row in table.rows if isinstance(row, DocumentError) or not _made_by_machine(row)]
    done: dict[str, tuple[str, str]] = {}
    failures: list[DocumentError] = []
    for row in rows:
        try:
            _import_row(session, row, done)
        except DocumentError as failure:
            failures.append(failure)
    counts = {topic_id(each.name): each.statements for each in topic_summaries(session)}
    topics = tuple(ImportedTopic(name, outcome, counts[key]) for key, (name, outcome) in done.items())
    return TopicImport(topics, len(table.rows) - len(rows), table.ignored, tuple(failures))


def _import_row(session: Session, row: TopicLine | DocumentError, done: dict[str, tuple[str, str]]) -> None:
    """Store a row's topic and note name and outcome by its id; raises DocumentError where nothing can be stored."""
    if isinstance(row, DocumentError):
        raise row
    values = _values(session, row)
    if topic_id(values.name) in done:
        raise DocumentError(row.origin, f"the topic {values.name!r} has a row before this; take one of them out")
    done[topic_id(values.name)] = (values.name, _store(session, values))


def _values(session: Session, row: TopicLine) -> TopicValues:
    """What a row says, completed by what is stored; raises DocumentError where it makes no topic."""
    stored = find_analyst_topic(session, plain(row.name))
    if row.words is None:
        words = stored.words if stored else []
    else:
        words = [phrase for phrase in plain(row.words).split(";") if phrase.strip()]
    description = stored.description if stored else None
    try:
        return topic_values(plain(row.name), words, description if row.description is None else plain(row.description))
    except UsageError as error:
        raise DocumentError(row.origin, str(error)) from None


def _store(session: Session, values: TopicValues) -> str:
    stored = find_analyst_topic(session, values.name)
    if stored and TopicValues(stored.name, tuple(stored.words), stored.description) == values:
        return "unchanged"
    replace_topic(session, stored, values)
    return "changed" if stored else "added"


def _made_by_machine(row: TopicLine) -> bool:
    return (row.made_by or "").strip().casefold() == Maker.MACHINE
