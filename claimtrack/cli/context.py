"""What a command gets from the root: the settings."""

from dataclasses import replace
from datetime import date, datetime

import typer

from claimtrack.errors import DatabaseError
from claimtrack.settings import Settings

__all__ = ["database_of", "existing_database_of", "settings_of", "today", "use_database"]


def settings_of(ctx: typer.Context) -> Settings:
    """The settings that the root command read."""
    settings: Settings = ctx.obj
    return settings


def database_of(ctx: typer.Context) -> str:
    """The URL or path of the database to use."""
    return settings_of(ctx).database_url


def existing_database_of(ctx: typer.Context) -> str:
    """The URL or path of a database to ask or mend; DatabaseError where it is a SQLite file that does not exist."""
    from claimtrack.db.urls import parse_url, shown_url, sqlite_file

    url = database_of(ctx)
    file = sqlite_file(parse_url(url))
    if file is not None and not file.exists():
        raise DatabaseError(
            f"there is no database {shown_url(url)} yet; run: claimtrack extract FILE, or name another with --database"
        )
    return url


def use_database(settings: Settings, database: str | None) -> Settings:
    """The settings with another database, where one is given."""
    return replace(settings, database_url=database) if database else settings


def today() -> date:
    """The day it is where the user is."""
    return datetime.now().astimezone().date()
