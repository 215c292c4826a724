"""Which documents are copies of one text: wire copy under another headline, cut or added to, and updates.

Texts are compared by their runs of five words (shingles, Broder 1997), estimated by MinHash; those to compare are found
by bands of it (locality-sensitive hashing, Indyk and Motwani 1998). Both depend on the two texts alone: neither order
nor what else is stored makes a difference.
"""

from datasketch import MinHash

from claimtrack.domain.copies import Signature
from claimtrack.domain.keys import hash_key
from claimtrack.domain.words import folded_words

__all__ = ["FEWEST_BANDS", "are_copies", "bands", "signature"]

FEWEST_BANDS = 2
"""How many bands two documents share, at least, to be compared. Of pairs that have a third of their shingles in common
99 % do; of those with a sixteenth, such as two articles under one notice of an outlet, 3 %."""
_WORDS = 5
_FEWEST = 12
"""Shingles of a text that can be told from others: "Please enable JavaScript" is no article."""
_BANDS, _BAND_BYTES = 64, 8
_ALIKE = 0.3
"""Of the shingles that either text has, how many both must have (their Jaccard similarity). Articles that tell of one
affair in their own words, with the same quotations, stay below 0.1; copies with half of it rewritten reach 0.33."""
_CONTAINED, _LEAST_ALIKE = 0.6, 0.25
"""A shorter text is a copy too where most of it stands in the longer; not one that is a small part of the longer: a
press release, which independent articles quote, would make copies of them."""


def signature(text: str) -> Signature | None:
    """What a text is compared by; None where it is too short (fewer than 16 words)."""
    words = folded_words(text)
    shingles = {" ".join(run) for run in zip(*(words[start:] for start in range(_WORDS)), strict=False)}
    if len(shingles) < _FEWEST:
        return None
    # Named, because signatures that are stored must not change with the library's defaults.
    minhash = MinHash(num_perm=_BANDS * _BAND_BYTES // 4, seed=1, scheme="affine32")
    minhash.update_batch([shingle.encode() for shingle in shingles])
    return Signature(minhash.hashvalues.astype("<u4").tobytes(), len(shingles))


def bands(of: Signature) -> list[str]:
    """The keys under which a document is looked up by those that may be its copies."""
    pieces = (of.minhash[place * _BAND_BYTES : (place + 1) * _BAND_BYTES] for place in range(_BANDS))
    return [hash_key("band", str(place), piece.hex()) for place, piece in enumerate(pieces)]


def are_copies(one: Signature, other: Signature) -> bool:
    """Whether two documents have so much of their text in common that one was made from the other, or from a third."""
    alike = _alike(one, other)
    common = alike / (1 + alike) * (one.shingles + other.shingles)
    contained = common / min(one.shingles, other.shingles)
    return alike >= _ALIKE or (alike >= _LEAST_ALIKE and contained >= _CONTAINED)


def _alike(one: Signature, other: Signature) -> float:
    """The estimated Jaccard similarity of two texts' shingles; its standard error is at most 0.045."""
    left, right = (memoryview(each.minhash).cast("I") for each in (one, other))
    return sum(mine == theirs for mine, theirs in zip(left, right, strict=True)) / len(left)
