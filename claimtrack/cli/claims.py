"""``claimtrack claims``: which claims are the same."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.context import existing_database_of
from claimtrack.cli.formats import Format, Shape, print_listing
from claimtrack.cli.options import FormatOption
from claimtrack.cli.screen import say

if TYPE_CHECKING:
    from claimtrack.workflows.claims import ClaimDecision, ClaimSuggestion  # only named here: it imports SQLAlchemy

__all__ = ["claims"]

claims = typer.Typer(rich_markup_mode=None, no_args_is_help=True)

_MOST = 50
_ID = "Its id, that of a statement that speaks of it, or how one begins."
ReasonOption = Annotated[str | None, typer.Option(metavar="TEXT", help="Why; kept in the log.")]


@claims.callback()
def group() -> None:
    """Decide which claims are the same; `report claims` lists them."""


@claims.command()
def merge(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help=_ID)],
    into: Annotated[str, typer.Argument(metavar="INTO", help="Which it is, given likewise.")],
    reason: ReasonOption = None,
) -> None:
    """Decide that one claim is another; who denies one denies both, and statements keep their words."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.claims import merge_claims

    with session_scope(existing_database_of(ctx)) as session:
        one, other = merge_claims(session, claim, into, reason)
    say(f"{one!r} is {other!r} from now on; `claimtrack claims split` parts them.")


@claims.command()
def split(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A statement that makes it, or its id.")],
    other: Annotated[
        str | None, typer.Argument(metavar="OTHER", help="What it is not; all that it was joined with if not given.")
    ] = None,
    reason: ReasonOption = None,
) -> None:
    """Decide that a claim is another than those it was joined with, or suggested to be."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.claims import split_claim

    with session_scope(existing_database_of(ctx)) as session:
        one, two = split_claim(session, claim, other, reason)
    say(f"{one!r} and {two!r} are two claims from now on; `claimtrack claims merge` joins them.")


@claims.command()
def suggest(
    ctx: typer.Context,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many.")] = _MOST,
    form: FormatOption = Format.TABLE,
) -> None:
    """List pairs of claims of near documents that may be one, the likeliest first; `merge` and `split` decide.

    Only what says the same in nearly the same words is joined without asking: most statements that are near in
    meaning speak of one affair and make different claims.
    """
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.claims import suggest_claims

    with session_scope(existing_database_of(ctx)) as session:
        print_listing(suggest_claims(session, limit), _suggestion_shape(), form)


@claims.command()
def log(ctx: typer.Context, form: FormatOption = Format.TABLE) -> None:
    """List all decisions on claims, the oldest first."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.claims import list_claim_decisions

    with session_scope(existing_database_of(ctx)) as session:
        print_listing(list_claim_decisions(session), _decision_shape(), form)


def _suggestion_shape() -> "Shape[ClaimSuggestion]":
    return Shape.of_fields("score", "claim_id", "claim", "other_id", "other")


def _decision_shape() -> "Shape[ClaimDecision]":
    return Shape.of_fields("made_at", "action", "claim_id", "claim", "into_id", "into", "reason")
