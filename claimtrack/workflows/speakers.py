"""Listing the speakers of stored statements."""

from sqlalchemy.orm import Session

from claimtrack.search.selects import speaker_select
from claimtrack.store.summaries import SpeakerSummary, speaker_summaries

__all__ = ["SpeakerSummary", "list_speakers"]


def list_speakers(session: Session, name: str | None = None) -> list[SpeakerSummary]:
    """All speakers, or those named by every word of the given name, in code-point order."""
    return speaker_summaries(session, speaker_select(name))
