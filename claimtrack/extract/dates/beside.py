"""Times that stand right beside cue or source, whatever the parser made of them: "told reporters Monday"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimtrack.extract.dates.clause import Clause, is_medium
from claimtrack.extract.dates.lexicon import clause_words

__all__ = ["stands_beside"]

WIDEST = 5
"""Words that may stand between the cue and the time: addressee and place."""

LONGEST = 25
"""Words of a phrase that leads up to the source."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BETWEEN = frozenset({"ADP", "DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM", "PART", "ADV"})
_PLACES = frozenset({"in", "at", "on", "during", "late", "early"})
_POSSESSIVES = frozenset({"'s", "’s"})
_INSIDE_NOUN = frozenset({"poss", "compound", "nmod", "nummod", "amod"})


def stands_beside(words: Sequence[Token], clause: Clause) -> bool:
    """Whether a time outside the source follows the cue closely, or opens the sentence before the source."""
    core = sorted({token.i for token in [*clause.cue, *clause.source]})
    inside = {word.i for word in words}
    first, last = words[0].i, words[-1].i
    of_noun = any(word.dep_ in _INSIDE_NOUN and word.head.i not in inside for word in words)
    led = first > 0 and words[0].doc[first - 1].lower_ in ("on", "in")  # "on Saturday leader X", misread
    if not core or inside & set(core) or (of_noun and not led):
        return False
    before = [i for i in core if i < first]
    doc = words[0].doc
    if before and _is_close(doc, before[-1], first, clause):
        return True
    after = [i for i in core if i > last]
    return bool(after) and (_opens(doc, first, last, after[0], clause) or _leads(doc, first, after[0]))


def _is_close(doc: Doc, left: int, first: int, clause: Clause) -> bool:
    """Only an addressee or a place between."""
    between = list(doc[left + 1 : first])
    return len(between) <= WIDEST and all(
        token.pos_ in _BETWEEN and token.i not in clause.content and (token.pos_ != "ADP" or token.lower_ in _PLACES)
        for token in (between[1:] if _ends_source(between, clause) else between)
    )


def _ends_source(between: Sequence[Token], clause: Clause) -> bool:
    """Whether a source ends in a comma: "asked nurse Brack, who works there, on Tuesday"."""
    return bool(between) and between[0].text == "," and any(token.i == between[0].i - 1 for token in clause.source)


def _opens(doc: Doc, first: int, last: int, right: int, clause: Clause) -> bool:
    """Up to the source only a comma, and before it a linking word at most: "But on Monday, he said"."""
    between = doc[last + 1 : right]
    media = clause_words().media | clause_words().occasions
    owns = len(between) > 1 and between[0].lower_ in _POSSESSIVES and between[1].lower_ in media
    speaker = {token.i for token in clause.source}
    if any(token.lower_ != "," and not _is_of_speaker(token, speaker) for token in (between[2:] if owns else between)):
        return False  # "In Friday's ruling Judge X wrote"
    start = doc[first].sent.start
    if doc[start].lower_ in _PLACES and any(is_medium(token) for token in doc[start:first]):
        return not any(token.pos_ == "VERB" for token in doc[start:first])  # "At the congress on Saturday, he said"
    lead = [token for token in doc[start:first] if not token.is_punct and token.pos_ != "SPACE"]
    if lead and lead[-1].pos_ == "ADP":
        lead.pop()
    return all(token.pos_ in {"CCONJ", "ADV", "SCONJ"} for token in lead[:1]) and len(lead) <= 1


def _is_of_speaker(token: Token, speaker: set[int]) -> bool:
    """Whether a word belongs to who speaks, though outside the source: "on Saturday leader" + "Tove Ringdal"."""
    if not speaker:
        return token.pos_ in {"NOUN", "PROPN", "ADJ", "DET"}
    return token.pos_ in {"NOUN", "PROPN", "ADJ"} and (token.head.i in speaker or token.nbor(1).i in speaker)


def _leads(doc: Doc, first: int, right: int) -> bool:
    """Whether a time stands in a phrase that leads up to the source: "In a video posted on Saturday and deleted, X …".

    The phrase names what was spoken in, or has somebody speak; it ends in a comma, and no event comes between.
    """
    start = doc[first].sent.start
    phrase = doc[start : right - 1]
    if not first < right - 1 <= start + LONGEST or doc[right - 1].text != ",":
        return False
    speaks = doc[start].tag_ == "VBG" and doc[start].lemma_.lower() in clause_words().scene | {"give"}
    spoken = doc[start].lower_ in _PLACES and any(is_medium(token) for token in phrase)
    apart = any(token.lower_ in clause_words().apart for token in doc[start:first])
    return (speaks or spoken) and not apart and not any(token.tag_ in _FINITE for token in phrase)
