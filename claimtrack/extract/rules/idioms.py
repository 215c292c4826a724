"""Idioms that deny, confirm or refuse by several words: "kept mum", "issued a flat denial", "would not be drawn".

A cue table of single verbs cannot tell them: "keep" and "issue" say nothing by themselves.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from claimtrack.domain.vocabulary import Stance
from claimtrack.extract.lexicons import phrases, words
from claimtrack.extract.parsed import Paragraph
from claimtrack.extract.rules.frames import Candidate, Range
from claimtrack.extract.rules.quoted import QuotedRange, within
from claimtrack.extract.rules.sources import source_range
from claimtrack.extract.rules.trees import subject_of, subtract, subtree

__all__ = ["IDIOM", "Idiom", "idiom_at", "idiom_candidates"]

IDIOM = "idiom"
"""The frame of what is found so."""
_LONGEST = 14
_STANCES = (Stance.DECLINES, Stance.DENIES, Stance.CONFIRMS)
_MODALS = frozenset({"may", "might", "must", "should", "would", "could", "can", "will"})
_APART = frozenset({"punct", "cc", "conj", "advmod", "npadvmod"})
_TIMES = frozenset({"DATE", "TIME"})
_NOBODY = frozenset({"which", "that", "there", "what"})


@dataclass(frozen=True, slots=True)
class Idiom:
    """An idiom in a text."""

    stance: Stance
    verb: Token
    words: Range
    """From its first helping verb to its last word."""


def idiom_at(verb: Token) -> Idiom | None:
    """The idiom that a verb begins; None where there is none."""
    helpers = _helpers(verb) if verb.lemma_.lower() in words("idioms", "helping", "first") else None
    if helpers is None:
        return None
    kept, text = _plain(verb, helpers)
    for stance in _STANCES:
        if stance is not Stance.DECLINES and any(t.lemma_.lower() in _MODALS for t in helpers):
            continue
        found = _pattern(stance).match(text)
        if found is not None:
            last = kept[text.count(" ", 0, len(found[0].rstrip()))]
            return Idiom(stance, verb, (min([verb.i, *(t.i for t in helpers)]), last.i + 1))
    return None


def idiom_candidates(paragraph: Paragraph, quoted: Sequence[QuotedRange]) -> Iterator[Candidate]:
    """Idioms outside quotations whose subject can speak, as statements."""
    for token in paragraph.doc:
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        idiom = idiom_at(token)
        if idiom is None or within(token, quoted) is not None:
            continue
        subject = _speaker(token)
        if subject is not None and subject.lower_ not in _NOBODY and not _is_conditional(token):
            yield from _candidate(idiom, source_range(subject, token))


def _speaker(verb: Token) -> Token | None:
    """The subject, also of "would not be drawn"."""
    return next((child for child in verb.children if child.dep_ == "nsubjpass"), None) or subject_of(verb)


def _candidate(idiom: Idiom, source: Range) -> Iterator[Candidate]:
    """With what the idiom is about for its content, or else its own last words; none where it is one word."""
    start, end = idiom.words
    about = _about(idiom)
    cut = end if about else min(idiom.verb.i + 1, max(end - 1, idiom.verb.i))
    content = about or [(cut, end)]
    apart = subtract([source], [(start, cut), *content])
    if start < cut:
        yield Candidate(idiom.verb, IDIOM, IDIOM, [(start, cut)], apart, content, told=True)


def _about(idiom: Idiom) -> list[Range]:
    """What follows the idiom and hangs on one of its words: "about the fine", "whether she would stay"."""
    doc, end = idiom.verb.doc, idiom.words[1]
    if end >= len(doc) or doc[end].is_punct or any(token.ent_type_ in _TIMES for token in doc[end : end + 2]):
        return []
    first = doc[end]
    while first.head.i >= end and first.head.i != first.i and first.head.left_edge.i == end:
        first = first.head
    inside = first.head.i in range(*idiom.words) and first.dep_ not in _APART
    return [(end, subtree(first)[1])] if inside and first.left_edge.i == end else []


def _helpers(verb: Token) -> list[Token] | None:
    """The helping verbs and negations before a verb; None where what stands there makes it something else."""
    found = [c for c in verb.lefts if c.dep_ in {"aux", "auxpass", "neg"}]
    if any(c.lower_ == "to" for c in found):
        if verb.dep_ != "xcomp" or verb.head.lemma_.lower() not in words("idioms", "helping", "governors"):
            return None
        found = [*(c for c in verb.head.lefts if c.dep_ in {"aux", "neg"}), verb.head, *found]
    return found


def _is_conditional(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children)


def _plain(verb: Token, helpers: Sequence[Token]) -> tuple[list[Token], str]:
    """The words from the verb on, with "not" and "be" before it, as the patterns have them."""
    before = [t for t in helpers if t.dep_ in {"neg", "auxpass"}]
    after = [t for t in verb.doc[verb.i : min(verb.i + _LONGEST, verb.sent.end)] if not _is_skipped(t)]
    kept = [*before, *after]
    return kept, " ".join(_form(t) for t in kept)


def _is_skipped(token: Token) -> bool:
    if token.is_space or token.is_quote:
        return True
    listed = token.lower_ in words("idioms", "skipped", "adverbs")
    return token.pos_ == "ADV" and (listed or (token.lower_.endswith("ly") and token.lower_ != "differently"))


def _form(token: Token) -> str:
    if token.dep_ == "neg":
        return "never" if token.lower_ == "never" else "not"
    return token.lemma_.lower() if token.pos_ in {"VERB", "AUX"} else token.lower_.replace("’", "'")


@cache
def _pattern(stance: Stance) -> re.Pattern[str]:
    every = "|".join(f"(?:{pattern})" for pattern in phrases("idioms", stance.value, "patterns"))
    return re.compile(rf"(?:{every})(?!\S)")
