"""What a statement shows by itself that tells an answer from something else, as named marks."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.vocabulary import SpeechKind, Stance
from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.stance.content import heads_of, says_no
from claimtrack.extract.stance.cue import read_cue

__all__ = ["MARKS", "marks_of"]

_BY_WORD: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "verdict": (("verdicts", "words"), ("verdicts", "opinions"), ("answers", "contrasts")),
        "yields": (("answers", "yields"),),
        "grave": (("answers", "grave"),),
        "sound": (("answers", "sound"),),
        "proof": (("answers", "proof"),),
    }
)
"""Marks of a content by its lemmas, with the lists of ``stance.toml`` that they are from."""
_BY_CUE: Mapping[str, str] = MappingProxyType(
    {"retorts": "retorts", "holds": "holds", "moves on": "moves", "plain reply": "replies"}
)
MARKS = (
    *_BY_WORD,
    *_BY_CUE,
    "negated",
    "ahead",
    "done",
    "absolute",
    "first person",
    "direct",
    "speaks for them",
    "asked",
)
"""Those that count by themselves; "accuses", "goes on", "withholds" and "headline" only say something of a pair."""
_FIRST = frozenset({"i", "we", "my", "our", "me", "us", "mine", "ours"})


def marks_of(parsed: ParsedDocument, found: Attribution, shown: Sequence[Token]) -> frozenset[str]:
    """The marks of a statement, of whose content the words shown are looked at."""
    told = (*_of_words(shown), *_of_clause(shown), *_of_cue(parsed, found), *_of_speaker(parsed, found))
    return frozenset((*told, "headline") if _is_headline(parsed, found) else told)


def _of_words(shown: Sequence[Token]) -> Iterator[str]:
    lemmas = {token.lemma_.lower() for token in shown}
    yield from (mark for mark in _BY_WORD if lemmas & _listed(mark))
    forms = {token.lower_ for token in shown}
    if forms & words("stance", "answers", "absolutes"):
        yield "absolute"
    if forms & _FIRST:
        yield "first person"


def _of_clause(shown: Sequence[Token]) -> Iterator[str]:
    for head in heads_of(shown):
        modal = any(child.tag_ == "MD" for child in head.children)
        if says_no(head):
            yield "negated"
        if modal:
            yield "ahead"
        elif head.tag_ in {"VBD", "VBN"}:
            yield "done"


def _of_cue(parsed: ParsedDocument, found: Attribution) -> Iterator[str]:
    tokens = parsed.tokens(found.cue)
    lemmas = read_cue(tokens).lemmas
    yield from (mark for mark, key in _BY_CUE.items() if lemmas & words("stance", "answers", key))
    if lemmas & words("stance", "accuses", "cues"):
        yield "accuses"
    if found.kind is SpeechKind.DIRECT:
        yield "direct"
    if found.kind is SpeechKind.DIRECT or any(token.tag_ == "VBG" for token in tokens[:1]):
        yield "goes on"  # a quotation, or "saying that": it may go on with what its speaker has just denied
    if found.stance is Stance.ASSERTS and lemmas & _acts():
        yield "withholds"  # "denied them entry", "confirmed the judge"


def _of_speaker(parsed: ParsedDocument, found: Attribution) -> Iterator[str]:
    mouths = words("people", "speaks_for") | words("stance", "answers", "mouths")
    if any(token.tag_ == "PRP$" or token.lemma_.lower() in mouths for token in parsed.tokens(found.source)):
        yield "speaks for them"
    if _is_asked(parsed, found):
        yield "asked"


def _is_headline(parsed: ParsedDocument, found: Attribution) -> bool:
    """Whether it stands in a first paragraph that is the document's title or no whole sentence, with others below."""
    first = parsed.paragraphs[0]
    words = first.doc.text.strip()
    ended = words.rstrip("”\"’' ").endswith((".", "?", "!", ":", ","))
    titled = words.rstrip(".") == (parsed.document.title or "").strip().rstrip(".")
    return len(parsed.paragraphs) > 1 and (titled or not ended) and found.content[0].start < first.end


def _is_asked(parsed: ParsedDocument, found: Attribution) -> bool:
    """By a word outside the statement itself: "asked about it", "when told of the claim"."""
    cue = parsed.tokens(found.cue)
    if not cue:
        return False
    inside = {token.i for token in (*cue, *parsed.tokens(found.content))}
    asking = words("stance", "answers", "asking")
    return any(token.lemma_.lower() in asking and token.i not in inside for token in cue[0].sent)


@cache
def _listed(mark: str) -> frozenset[str]:
    return frozenset().union(*(words("stance", *where) for where in _BY_WORD[mark]))


@cache
def _acts() -> frozenset[str]:
    keys = (("denies", "cues"), ("denies", "of_claims"), ("confirms", "cues"))
    return frozenset().union(*(words("stance", *where) for where in keys))
