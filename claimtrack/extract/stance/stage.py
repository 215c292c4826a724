"""Stance: does a statement put its content forward, deny it, confirm it, or decline to speak of it?

Told by the cue with its negation and what governs it, by what its object is, and by verdicts within the content
("calling such claims absurd", "said the report was false"). Whether a plain negative sentence denies depends on what
it answers; ``denials`` decides that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import cut
from claimtrack.domain.vocabulary import AttributionType, Stance
from claimtrack.extract.lexicons import phrases, words
from claimtrack.extract.parsed import ParsedDocument

__all__ = ["Cue", "heads_of", "judge_stances", "read_cue", "stance_of"]

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no"})
_NOBODY = frozenset({"nobody", "none", "no", "neither", "few"})
_SELF = frozenset({"i", "we", "he", "she", "they"})
_PARTICLES = frozenset({"prt", "prep", "advmod"})


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue's words come to."""

    lemmas: frozenset[str]
    """Lemmas, and pairs of a verb with the particle after it."""
    verbs: frozenset[str]
    """Lemmas of its verbs and nouns, and of the verb above that shares its negation or refusal with it."""
    negated: bool
    to_somebody: bool = False
    """Whether it names a receiver: "denied him an interview"."""


def judge_stances(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with their stance filled in; only statements do anything but assert."""
    return [
        replace(found, stance=stance_of(parsed, found)) if found.type is AttributionType.STATEMENT else found
        for found in attributions
    ]


def stance_of(parsed: ParsedDocument, attribution: Attribution) -> Stance:
    """The stance of one statement, taken by itself."""
    tokens = parsed.tokens(attribution.cue)
    content = parsed.tokens(attribution.content)
    cue = read_cue(tokens)
    if _declines(cue, cut(parsed.text, attribution.cue, " ").lower(), content):
        return Stance.DECLINES
    if cue.negated or cue.verbs & words("stance", "declines", "governors"):
        return Stance.ASSERTS
    if _denies(cue, content):
        return Stance.DENIES
    if cue.lemmas & words("stance", "confirms", "cues") and not _ends_in(content, words("stance", "appointed")):
        return Stance.CONFIRMS
    return Stance.ASSERTS


def _denies(cue: Cue, content: Sequence[Token]) -> bool:
    if cue.lemmas & words("stance", "denies", "cues"):
        return not cue.to_somebody and not _ends_in(content, words("stance", "withheld"))
    if cue.lemmas & words("stance", "denies", "of_claims") and (_names_claim(cue) or _is_claim(content)):
        return True
    said = f" {_words(content)} "
    if any(f" {phrase} " in said for phrase in phrases("stance", "denies", "phrases")):
        return True
    return _pronounced_false(cue, content)


def read_cue(tokens: Sequence[Token]) -> Cue:
    """What a cue's words come to, with the verb above them: "neither confirm nor deny", "avoided answering"."""
    lemmas = {t.lemma_.lower() for t in tokens if t.is_alpha}
    for token, following in pairwise(tokens):
        if token.pos_ == "VERB" and following.dep_ in _PARTICLES:
            lemmas.add(f"{token.lemma_.lower()}_{following.lower_}")
    verbs = [t for t in tokens if t.pos_ == "VERB"]
    above = [head for verb in verbs[:1] for head in _above(verb)]
    return Cue(
        frozenset(lemmas),
        frozenset(t.lemma_.lower() for t in [*above, *tokens] if t.pos_ in {"VERB", "NOUN"}),
        any(t.lower_ in _NEGATIONS for t in tokens) or any(_is_negated(verb) for verb in [*above, *verbs]),
        any(child.dep_ == "dative" and child.pos_ != "ADP" for verb in verbs for child in verb.children),
    )


def _above(verb: Token) -> Iterator[Token]:
    """The verb whose negation or refusal reaches this one."""
    joined = any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in verb.head.children)
    refused = verb.head.lemma_.lower() in words("stance", "declines", "governors")
    if (verb.dep_ == "conj" and joined) or (verb.dep_ == "xcomp" and refused):
        yield verb.head


def _is_negated(verb: Token) -> bool:
    """By an adverb, "neither", "without", or a subject that is nobody."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    return any(
        child.dep_ == "neg"
        or (child.dep_ == "preconj" and child.lower_ == "neither")
        or (child.dep_ == "nsubj" and _is_nobody(child))
        for child in verb.children
    )


def _is_nobody(subject: Token) -> bool:
    return subject.lower_ in _NOBODY or any(c.dep_ == "det" and c.lower_ in _NOBODY for c in subject.children)


def _declines(cue: Cue, said: str, content: Sequence[Token]) -> bool:
    first = next((t.lemma_.lower() for t in content if t.pos_ == "VERB"), "")
    speech = words("stance", "declines", "speech")
    governed = cue.verbs & words("stance", "declines", "governors")
    if governed and (first in speech or (cue.verbs - governed) & speech):
        return True
    if any(phrase in f"{said} {_words(content[:4])}" for phrase in phrases("stance", "declines", "phrases")):
        return True
    if cue.negated and cue.verbs & words("stance", "declines", "negated"):
        return True
    return any(_will_not_say(verb) for verb in heads_of(content))


def _will_not_say(verb: Token) -> bool:
    """ "I can't comment on that": what is said is that nothing will be."""
    refusing = verb.lemma_.lower() in words("stance", "declines", "negated") and _is_negated(verb)
    return refusing and any(child.dep_ == "nsubj" and child.lower_ in _SELF for child in verb.children)


def _words(tokens: Iterable[Token]) -> str:
    return " ".join(token.lower_ for token in tokens)


def heads_of(content: Sequence[Token]) -> list[Token]:
    """The tokens of the content that depend on none of it."""
    inside = {(t.doc, t.i) for t in content}
    return [t for t in content if not t.is_punct and (t.head == t or (t.head.doc, t.head.i) not in inside)]


def _ends_in(content: Sequence[Token], nouns: frozenset[str]) -> bool:
    """Whether the last noun that the content hangs on is one of those: "denied him entry", "confirmed the judge"."""
    heads = [t for t in heads_of(content) if t.pos_ in {"NOUN", "PROPN"}]
    return bool(heads) and heads[-1].lemma_.lower() in nouns


def _names_claim(cue: Cue) -> bool:
    """As in "shot down the rumors that …", where the cue takes in the noun."""
    return bool((cue.verbs - words("stance", "denies", "of_claims")) & words("stance", "claims"))


def _is_claim(content: Sequence[Token]) -> bool:
    """Whether the object is something that somebody put forward."""
    if any(
        t.lemma_.lower() in words("stance", "claims") or t.lower_ in words("stance", "claims", "pronouns")
        for t in heads_of(content)
    ):
        return True
    return bool(content) and content[0].lower_ in {"such", "those", "these"}


def _pronounced_false(cue: Cue, content: Sequence[Token]) -> bool:
    """As in "called the claim absurd", "said the reports were false", "said it was not true"."""
    if cue.lemmas & words("stance", "verdicts", "cues"):
        return any(t.lemma_.lower() in words("stance", "verdicts", "words") for t in content[1:])
    for token in content:
        if token.dep_ in {"acomp", "attr"} and token.head.lemma_ == "be":
            wrong = token.lemma_.lower() in words("stance", "verdicts", "words")
            right = token.lemma_.lower() in words("stance", "verdicts", "negated")
            negated = any(c.dep_ == "neg" for c in token.head.children)
            if (wrong and not negated) or (right and negated):
                return _subject_is_claim(token.head)
    return False


def _subject_is_claim(verb: Token) -> bool:
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    lemma = subject.lemma_.lower()
    return lemma in words("stance", "claims") or subject.lower_ in words("stance", "claims", "pronouns")
