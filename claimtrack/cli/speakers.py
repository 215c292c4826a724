"""``claimtrack speakers``: who speaks in the database."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.context import database_of
from claimtrack.cli.formats import Format, Shape, print_listing
from claimtrack.cli.options import FormatOption

if TYPE_CHECKING:
    from claimtrack.workflows.speakers import SpeakerSummary  # only named here: it imports SQLAlchemy

__all__ = ["speakers"]


def speakers(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Only those with this in their name.")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List who speaks, under which names, and how much."""
    from claimtrack.db.session import session_scope
    from claimtrack.workflows.speakers import list_speakers

    with session_scope(database_of(ctx)) as session:
        print_listing(list_speakers(session, name), _shape(), form)


def _shape() -> "Shape[SpeakerSummary]":
    return Shape.of_fields("id", "name", "kind", "anonymous", "aliases", "affiliations", "statements", "documents")
