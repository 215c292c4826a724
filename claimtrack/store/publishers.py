"""Publishers: one row per name as it is spelled."""

from sqlalchemy.orm import Session

from claimtrack.db.tables import PublisherRow
from claimtrack.domain.keys import hash_key
from claimtrack.domain.words import padded_words
from claimtrack.store.bulk import add_missing

__all__ = ["publisher_id", "save_publisher"]


def publisher_id(name: str) -> str:
    """The key of a publisher."""
    return hash_key("publisher", name)


def save_publisher(session: Session, name: str | None) -> str | None:
    """Store a publisher unless it is stored; its id, None for no name."""
    if not name:
        return None
    key = publisher_id(name)
    add_missing(session, PublisherRow, [{"id": key, "name": name, "name_words": padded_words(name)}])
    return key
