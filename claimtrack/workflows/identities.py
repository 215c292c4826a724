"""Keeping up to date who of the stored speakers are one."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from claimtrack.resolve.identities import joined
from claimtrack.resolve.likeness import block
from claimtrack.store.profiles import all_profiles, profiles_near, set_blocks, set_roots, without_block
from claimtrack.store.registry import told_apart

__all__ = ["join_all_speakers", "join_speakers"]


def join_speakers(session: Session, changed: Collection[str]) -> None:
    """Find out who of the speakers are one, after some (by id) came, were described anew or were decided on."""
    near = profiles_near(session, changed)
    if near:
        set_roots(session, joined(near, told_apart(session)))


def join_all_speakers(session: Session) -> None:
    """Find out anew who of all named speakers are one, those that an older version stored included."""
    set_blocks(session, {key: block(name, kind) for key, name, kind in without_block(session)})
    set_roots(session, joined(all_profiles(session), told_apart(session)))
