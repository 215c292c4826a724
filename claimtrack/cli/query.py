"""``claimtrack query``: plain words and options in, statements out."""

from typing import Annotated

import typer

from claimtrack.cli.context import database_of, today
from claimtrack.cli.formats import Format, print_listing
from claimtrack.cli.options import FormatOption, takes_filters
from claimtrack.cli.screen import counted, say
from claimtrack.cli.statements import statement_shape
from claimtrack.domain.filters import StatementFilters

__all__ = ["query"]


@takes_filters
def query(
    ctx: typer.Context,
    filters: StatementFilters,
    question: Annotated[list[str] | None, typer.Argument(metavar="QUESTION", help="In plain words.")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Find statements by plain words, by options, or by both.

    Ask "all claims about arms transfers", "denials by Russia" or "what did Kirby say about the trip since
    June 2024". Standard error tells how the question was understood. What is about the subject is found whatever its
    words, with a score of how likely that is; --exact finds words alone. Then, where no statement has all of them,
    those with at least one are listed, the best first, unless --all-words is given.
    """
    from claimtrack.db.session import session_scope
    from claimtrack.search.merge import merge
    from claimtrack.search.question import understand
    from claimtrack.workflows.query import find_or_widen

    understood = understand(" ".join(question or ()), today())
    if question:
        say(f"understood as: {'; '.join(understood.readings)}")
    if understood.leftovers:
        say(f"not understood, left out: {'; '.join(understood.leftovers)}")
    with session_scope(database_of(ctx)) as session:
        answer = find_or_widen(session, merge(understood.filters, filters))
        if answer.widened:
            say("no statement has all of these words; these have at least one of them")
        if answer.unread:
            say(f"{counted(answer.unread, 'statement')} not embedded yet; run `claimtrack db reembed`")
        found = print_listing(answer.statements, statement_shape(scored=answer.scored), form)
    say(f"{counted(found, 'statement')} found.")
