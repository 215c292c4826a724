"""``claimtrack show``: one statement with all its fields, marked in its paragraph."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from claimtrack.cli.context import existing_database_of
from claimtrack.cli.formats import Format, print_listing
from claimtrack.cli.marks import marked_runs, print_marked
from claimtrack.cli.options import FormatOption
from claimtrack.cli.screen import counted, one_line
from claimtrack.cli.statements import days, said_on, speaker_names, statement_shape
from claimtrack.domain.attribution import Speaker
from claimtrack.domain.claims import Answer
from claimtrack.domain.stored import DocumentSummary, Reply, StoredStatement
from claimtrack.domain.vocabulary import Anonymity, Resolution, Stance

if TYPE_CHECKING:
    from claimtrack.workflows.statements import StatementContext  # only named here: it imports SQLAlchemy

__all__ = ["show"]

Answered: TypeAlias = "list[tuple[Answer, StoredStatement]]"
"""What a statement denies or confirms."""

_MOST_COPIES = 6
_UNNAMED = {
    Anonymity.NAMED: "",
    Anonymity.ROLE: "unnamed, told by function",
    Anonymity.GROUP: "unnamed group",
    Anonymity.UNNAMED: "unnamed, no reason given",
    Anonymity.UNNAMED_REASON: "unnamed for a reason given",
}
_FOUND_BY = {
    Resolution.NAME: "named",
    Resolution.SHORT_NAME: "by a short name",
    Resolution.PRONOUN: "by a pronoun",
    Resolution.FIRST_PERSON: "by a first person",
    Resolution.DESCRIPTION: "by a description",
    Resolution.PAIR: "one of a pair",
    Resolution.DESCRIBED: "as described",
}


def show(
    ctx: typer.Context,
    statement_id: Annotated[str, typer.Argument(metavar="ID", help="Id of a statement, or how it begins.")],
    form: FormatOption = Format.TABLE,
) -> None:
    """Show a statement: its fields and its place in the text.

    Its source, cue and content are marked in their paragraph; who denies or confirms it, and whom it answers, is named,
    why a speaker is taken for who is named, and which other documents are copies of the same text.
    """
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.statements import context, get

    with session_scope(existing_database_of(ctx)) as session:
        statement = get(session, statement_id)
        if form is not Format.TABLE:
            print_listing([statement], statement_shape(), form)
            return
        answered = [(answer, get(session, answer.answered)) for answer in statement.answers]
        found = context(session, statement.attribution.id)
        _print_fields(statement, answered, found)
        sys.stdout.write("\n")
        print_marked(marked_runs(found.text, found.source, found.cue, found.content))


def _print_fields(statement: StoredStatement, answered: Answered, found: "StatementContext") -> None:
    for name, value in _fields(statement, answered, found):
        if value:
            sys.stdout.write(f"{name:<13}{one_line(value)}\n")


def _fields(statement: StoredStatement, answered: Answered, found: "StatementContext") -> Iterator[tuple[str, str]]:
    attribution, document = statement.attribution, statement.document
    date = attribution.date
    yield "id", attribution.id
    yield "type", f"{attribution.type}, {attribution.kind}"
    yield from (("speaker", _speaker(speaker)) for speaker in attribution.speakers)
    yield "anonymous", "yes" if attribution.anonymous else ""
    yield "via", attribution.via or ""
    yield "said on", f"{said_on(date) or 'unknown'} (precision: {date.granularity}; basis: {date.basis})"
    yield "stance", attribution.stance.value
    yield "hedges", "; ".join(f"{words} ({by})" for by, words in found.hedges)
    verb = "confirms" if attribution.stance is Stance.CONFIRMS else "denies"
    for answer, other in answered:
        yield verb, _answered(answer, other)
    yield "claim", f"{statement.claim} ({statement.denial_status})"
    for name, replies in (("denied by", statement.denied_by), ("confirmed by", statement.confirmed_by)):
        yield from ((name, _reply(reply)) for reply in replies)
    yield "topics", "; ".join(_topic(name, dict(statement.fits).get(name)) for name in attribution.topics)
    yield "document", document.id
    yield "title", document.title or ""
    yield "published", ", ".join(filter(None, (str(document.published or ""), document.publisher)))
    yield "url", document.url or ""
    yield "also in", _copies(found.copies)


def _copies(copies: Sequence[DocumentSummary]) -> str:
    """How many other documents have the text, of how many publishers, and which are the first of them."""
    if not copies:
        return ""
    publishers = {copy.publisher for copy in copies if copy.publisher}
    of = f" of {counted(len(publishers), 'publisher')}" if publishers else ""
    more = ["…"] if len(copies) > _MOST_COPIES else []
    return f"{counted(len(copies), 'document')}{of}: {'; '.join([*(copy.id for copy in copies[:_MOST_COPIES]), *more])}"


def _topic(name: str, fit: float | None) -> str:
    """A topic, and how well the statement fits it where an analyst made it."""
    return name if fit is None else f"{name} (fit {fit:.2f})"


def _answered(answer: Answer, other: StoredStatement) -> str:
    where = f" in {other.document.id}" if answer.across else ""
    return f"{other.attribution.id}{where} {'; '.join(speaker_names(other))}: {other.content}{_sure(answer.score)}"


def _reply(reply: Reply) -> str:
    when = days(reply.first, reply.last)
    return " ".join(filter(None, (reply.statement, "; ".join(reply.speakers), f"({when})" if when else "")))


def _speaker(speaker: Speaker) -> str:
    known = f"known as {speaker.known_as}" if speaker.known_as else ""
    told = (speaker.kind.value, speaker.role, speaker.affiliation, known, _UNNAMED[speaker.anonymity])
    details = "; ".join(filter(None, told))
    return f"{speaker.name} ({details}){_found_by(speaker)}"


def _found_by(speaker: Speaker) -> str:
    """How it was found who it is, and how far that can be trusted."""
    if speaker.found_by is None:
        return ""
    return f" – {_FOUND_BY[speaker.found_by]}{_sure(speaker.score)}"


def _sure(score: float | None) -> str:
    return f" ({score:.0%} sure)" if score is not None else ""
