"""Keeping up to date who of the stored speakers are one."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from claimtrack.resolve.identities import joined
from claimtrack.store.profiles import profiles_near, set_roots
from claimtrack.store.registry import told_apart

__all__ = ["join_speakers"]


def join_speakers(session: Session, changed: Collection[str]) -> None:
    """Find out who of the speakers are one, after some (by id) came, were described anew or were decided on."""
    near = profiles_near(session, changed)
    if near:
        set_roots(session, joined(near, told_apart(session)))
