"""``claimtrack query``: plain words and options in, statements out."""

from typing import Annotated

import typer

from claimtrack.cli.context import existing_database_of, today
from claimtrack.cli.facets import print_facets
from claimtrack.cli.formats import Format, print_listing
from claimtrack.cli.options import FormatOption, takes_filters
from claimtrack.cli.screen import counted, say
from claimtrack.cli.statements import statement_shape
from claimtrack.domain.filters import StatementFilters
from claimtrack.errors import UsageError

__all__ = ["query"]

_FACET_LIMIT = 10


@takes_filters
def query(
    ctx: typer.Context,
    filters: StatementFilters,
    question: Annotated[list[str] | None, typer.Argument(metavar="QUESTION", help="In plain words.")] = None,
    form: FormatOption = Format.TABLE,
    facets: Annotated[bool, typer.Option("--facets", help="Count the statements instead of listing them.")] = False,
    facet_limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="With --facets: values of each facet; 10 if not given.")
    ] = None,
) -> None:
    """Find statements by plain words, by options, or by both.

    Ask "all claims about arms transfers", "denials by Russia" or "what did Kirby say about the trip since
    June 2024". Standard error tells how the question was understood. What is about the subject is found whatever its
    words, the likeliest first, each with a score of how likely that is; one with a question mark may well be about
    something else, and --min-score leaves such out. --exact finds words alone. Then, where no statement has all of
    them, those with at least one are listed, the best first, unless --all-words is given.

    --facets counts the statements by speaker, stance, topic, publisher, month, status of the claim and kind, the
    most frequent values first. Each count is what the same query with that value as one more option would find; by
    meaning, about so many: how likely a statement is about a subject depends on what else is in question.
    """
    from claimtrack.search.merge import merge
    from claimtrack.search.question import understand

    if facet_limit is not None and not facets:
        raise UsageError("--facet-limit is for --facets; give both, or leave it out")

    understood = understand(" ".join(question or ()), today())
    wanted = merge(understood.filters, filters)
    database = existing_database_of(ctx)
    if wanted.meaning and wanted.about:
        from claimtrack.workflows.encoder import begin_loading

        begin_loading()  # while the rest is imported, and while the database is read

    from claimtrack.db.session import session_scope
    from claimtrack.workflows.facets import count_facets
    from claimtrack.workflows.query import find_or_widen

    if question:
        say(f"understood as: {'; '.join(understood.readings)}")
    if understood.leftovers:
        say(f"not understood, left out: {'; '.join(understood.leftovers)}")
    with session_scope(database) as session:
        if facets:
            numbers = count_facets(session, wanted, facet_limit or _FACET_LIMIT)
            _say_widened(numbers.widened)
            print_facets(numbers, form)
            found = numbers.statements
        else:
            answer = find_or_widen(session, wanted)
            _say_widened(answer.widened)
            if answer.unread:
                say(f"{counted(answer.unread, 'statement')} not embedded yet; run `claimtrack db reembed`")
            found = print_listing(answer.statements, statement_shape(scored=answer.scored), form)
    say(f"{counted(found, 'statement')} found.")


def _say_widened(widened: bool) -> None:
    if widened:
        say("no statement has all of these words; these have at least one of them")
