"""Which speakers are the same: by kind and name; unnamed ones only within their document."""

from claimtrack.domain.attribution import Speaker
from claimtrack.domain.keys import hash_key
from claimtrack.domain.words import fold, name_words

__all__ = ["speaker_id"]


def speaker_id(speaker: Speaker, document: str, *, anonymous: bool) -> str:
    """The key of a speaker as seen in a document (given by its key).

    Case, accents, punctuation and a leading article make no difference. An unnamed speaker's key includes the
    document: "senior official" in two documents is two people, for all we know.
    """
    name = " ".join(name_words(speaker.name)) or fold(speaker.name).strip()
    return hash_key("speaker", speaker.kind.value, name, document if anonymous else "")
