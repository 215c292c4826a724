"""How statements are listed: the columns of a table, the JSON record, and the columns of a CSV."""

from datetime import date

from claimtrack.cli.formats import Shape
from claimtrack.domain.attribution import StatementDate
from claimtrack.domain.interchange import JsonObject, attribution_to_json
from claimtrack.domain.stored import StoredStatement

__all__ = ["days", "said_on", "score", "speaker_names", "statement_record", "statement_shape"]


def statement_shape(*, scored: bool = False) -> Shape[StoredStatement]:
    """The shape of a listing of statements, with their scores if wanted; its CSV has every column of an export."""
    from claimtrack.reports.columns import COLUMNS

    return Shape(
        columns={
            **({"score": score} if scored else {}),
            "id": lambda statement: statement.attribution.id,
            "speaker": speaker_names,
            "said on": lambda statement: said_on(statement.attribution.date),
            "stance": lambda statement: statement.attribution.stance.value,
            "content": lambda statement: statement.content,
            "document": lambda statement: statement.document.id,
        },
        record=_scored_record if scored else statement_record,
        csv_columns={column.name: column.value for column in COLUMNS},
    )


def statement_record(statement: StoredStatement) -> JsonObject:
    """The interchange object of a statement with its document's id and story."""
    document = statement.document
    return {"document": document.id, "story": document.story, **attribution_to_json(statement.attribution)}


def _scored_record(statement: StoredStatement) -> JsonObject:
    return {**statement_record(statement), "score": statement.score}


def score(statement: StoredStatement) -> str:
    """How likely a statement is about what was asked; with a question mark where it may well be something else."""
    from claimtrack.search.meaning import borderline

    if statement.score is None:
        return ""
    return f"{statement.score:.2f}{'?' if statement.score < borderline() else ''}"


def speaker_names(statement: StoredStatement) -> tuple[str, ...]:
    """The names of a statement's speakers."""
    return tuple(speaker.name for speaker in statement.attribution.speakers)


def said_on(when: StatementDate) -> str:
    """The day or the first and last day; empty where nothing is known."""
    return days(when.first, when.last)


def days(first: date | None, last: date | None) -> str:
    """A day, or the first and last of several; empty where nothing is known."""
    if first is None or last is None:
        return ""
    return str(first) if first == last else f"{first} – {last}"
