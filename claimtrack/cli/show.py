"""``claimtrack show``: one statement with all its fields, marked in its paragraph."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from claimtrack.cli.context import database_of
from claimtrack.cli.formats import Format, print_listing
from claimtrack.cli.marks import marked_runs, print_marked
from claimtrack.cli.options import FormatOption
from claimtrack.cli.screen import one_line
from claimtrack.cli.statements import said_on, speaker_names, statement_shape
from claimtrack.domain.attribution import Speaker
from claimtrack.domain.stored import StoredStatement

__all__ = ["show"]


def show(
    ctx: typer.Context,
    statement_id: Annotated[str, typer.Argument(metavar="ID", help="Id of a statement, or how it begins.")],
    form: FormatOption = Format.TABLE,
) -> None:
    """Show a statement: its fields and its place in the text.

    Its source, cue and content are marked in their paragraph; who denies it, and whom it denies, is named.
    """
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.statements import context, get

    with session_scope(database_of(ctx)) as session:
        statement = get(session, statement_id)
        if form is not Format.TABLE:
            print_listing([statement], statement_shape(), form)
            return
        answered = [get(session, key) for key in statement.attribution.denies]
        _print_fields(statement, answered)
        found = context(session, statement.attribution.id)
        sys.stdout.write("\n")
        print_marked(marked_runs(found.text, found.source, found.cue, found.content))


def _print_fields(statement: StoredStatement, answered: list[StoredStatement]) -> None:
    for name, value in _fields(statement, answered):
        if value:
            sys.stdout.write(f"{name:<11}{one_line(value)}\n")


def _fields(statement: StoredStatement, answered: list[StoredStatement]) -> Iterator[tuple[str, str]]:
    attribution, document = statement.attribution, statement.document
    date = attribution.date
    yield "id", attribution.id
    yield "type", f"{attribution.type}, {attribution.kind}"
    yield from (("speaker", _speaker(speaker)) for speaker in attribution.speakers)
    yield "anonymous", "yes" if attribution.anonymous else ""
    yield "via", attribution.via or ""
    yield "said on", f"{said_on(date) or 'unknown'} (precision: {date.granularity}; basis: {date.basis})"
    yield "stance", attribution.stance.value
    for other in answered:
        yield "denies", f"{other.attribution.id} {'; '.join(speaker_names(other))}: {other.content}"
    yield "claim", f"{statement.claim} ({statement.denial_status})"
    for denial in statement.denied_by:
        yield "denied by", f"{denial.statement} {'; '.join(denial.speakers)}"
    yield "topics", "; ".join(attribution.topics)
    yield "document", document.id
    yield "title", document.title or ""
    yield "published", ", ".join(filter(None, (str(document.published or ""), document.publisher)))
    yield "url", document.url or ""


def _speaker(speaker: Speaker) -> str:
    details = "; ".join(filter(None, (speaker.kind.value, speaker.role, speaker.affiliation)))
    return f"{speaker.name} ({details})"
