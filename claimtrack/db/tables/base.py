"""The declarative base and the column types that all tables share."""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy import DateTime, Dialect, Enum, MetaData, String, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from claimtrack.domain.keys import KEY_LENGTH

__all__ = ["KEY", "SORTED_TEXT", "Base", "UtcDateTime", "vocabulary"]

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_LONGEST_WORD = 16

# Collation "C" sorts by code point, as SQLite does: listings come in one order on every database.
KEY = String(KEY_LENGTH).with_variant(postgresql.VARCHAR(KEY_LENGTH, collation="C"), "postgresql")
"""A provenance key: 16 hexadecimal digits."""
SORTED_TEXT = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
"""A text that something is ordered by."""


class Base(DeclarativeBase):
    """Every table of claimtrack."""

    metadata = MetaData(naming_convention=dict(_NAMES))


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, always with its time zone UTC, also on SQLite, which stores none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC; ValueError for one without a time zone."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment with its time zone."""
        del dialect
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


def vocabulary(values: type[StrEnum]) -> Enum:
    """A column type for a closed vocabulary: its values as short strings, checked by the database."""
    return Enum(
        values,
        name=values.__name__.lower(),
        native_enum=False,
        create_constraint=True,
        length=_LONGEST_WORD,
        values_callable=lambda members: [member.value for member in members],
    )
