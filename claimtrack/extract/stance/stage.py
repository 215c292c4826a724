"""The stage itself: a statement's stance by its cue, by what its object is, and by verdicts within its content.

Whether a plain negative sentence denies depends on what it answers; ``denials`` decides that.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.vocabulary import AttributionType, Stance
from claimtrack.extract.lexicons import words
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.rules.idioms import Idiom, idiom_at
from claimtrack.extract.stance.content import (
    affirms,
    ends_in,
    exclaims,
    heads_of,
    is_accusation,
    is_claim,
    is_clause,
    plain,
    pronounced_false,
    says,
    says_no,
    verdict_first,
)
from claimtrack.extract.stance.cue import Cue, read_cue

__all__ = ["judge_stances", "stance_of"]

_FIRST = frozenset({"i", "we"})
_SELF = frozenset({"i", "we", "he", "she", "they", "it"})
_QUESTIONS = frozenset({"whether", "if", "how", "what", "when", "where", "who", "whom", "why", "which"})
_FILED = 3
"""Words of "his insurance claim"; more tell what somebody claims."""
_OTHERS = frozenset({"PERSON", "ORG", "NORP", "GPE"})


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
    if _is_nobody(parsed.tokens(attribution.source)):
        cue = replace(cue, negated=True)
    said = plain(content)
    idiom = _idiom_of(tokens)
    if idiom is not None:
        return idiom.stance
    if _declines(cue, f"{plain(tokens)} | {said}", content):
        return Stance.DECLINES
    if cue.negated or cue.verbs & words("stance", "declines", "governors"):
        return Stance.ASSERTS
    if cue.lemmas & words("stance", "confirms", "admits") and _confirms(cue, content):
        return Stance.CONFIRMS
    if _is_ruling(parsed.tokens(attribution.source), cue, content) or _is_filed(cue, content):
        return Stance.ASSERTS
    if _denies(cue, content) or says("denies", said):
        return Stance.DENIES
    if _confirms(cue, content) or says("confirms", said) or affirms(content):
        return Stance.CONFIRMS
    return Stance.ASSERTS


def _is_nobody(source: Sequence[Token]) -> bool:
    """ "Neither the buyer nor the seller would divulge it" is as good as "would not"."""
    return bool(source) and source[0].lower_ in {"neither", "nobody", "none", "no"}


def _idiom_of(cue: Sequence[Token]) -> Idiom | None:
    """The idiom that a verb of the cue begins, where the cue is part of it: "kept mum", "issued" with "a denial"."""
    found = (idiom_at(token) for token in cue if token.pos_ in {"VERB", "AUX"})
    return next((idiom for idiom in found if idiom), None)


def _denies(cue: Cue, content: Sequence[Token]) -> bool:
    if cue.lemmas & words("stance", "denies", "cues"):
        return not cue.to_somebody and not ends_in(content, words("stance", "withheld")) and not _is_somebody(content)
    if cue.lemmas & words("stance", "denies", "of_claims") and (
        _names_claim(cue) or is_claim(content) or _is_any_guilt(content) or verdict_first(content)
    ):
        return not ends_in(content, words("stance", "withheld"))
    if cue.lemmas & words("stance", "denies", "of_accusations") and is_accusation(content):
        return True
    if cue.lemmas & words("stance", "denies", "of_clauses") and is_clause(content):
        return True
    if cue.verbs & words("stance", "denies", "makers") and ends_in(content, words("stance", "denies", "cues")):
        return True
    if cue.verbs & words("stance", "denies", "holders") and ends_in(content, words("stance", "denies", "innocence")):
        return True
    if cue.lemmas & words("stance", "answers", "challenged") and any(says_no(head) for head in heads_of(content)):
        return True  # "insisted that no vessel had entered": against somebody who says so
    return pronounced_false(cue, content) or exclaims(content)


def _confirms(cue: Cue, content: Sequence[Token]) -> bool:
    appointed = words("stance", "appointed")
    if cue.lemmas & words("stance", "confirms", "cues"):
        as_one = any(t.lemma_.lower() in appointed and t.head.lower_ == "as" for t in content)
        return not as_one and not ends_in(content, appointed) and not _is_somebody(content)
    accepts = cue.lemmas & words("stance", "confirms", "of_clauses")
    return bool(accepts) and bool(content) and content[0].lower_ == "that"


def _declines(cue: Cue, told: str, content: Sequence[Token]) -> bool:
    """``told`` is the plain words of the cue, and behind a bar those of the content."""
    first = next((t.lemma_.lower() for t in content if t.pos_ in {"VERB", "NOUN"}), "")
    speech = words("stance", "declines", "speech")
    governed = cue.verbs & words("stance", "declines", "governors")
    if governed and (first in speech or (cue.verbs - governed) & speech):
        return not says("unnamed", told)
    if says("declines", told):
        return not says("unnamed", told)
    if cue.negated and cue.verbs & words("stance", "declines", "negated"):
        return True
    asked = bool(content) and content[0].lower_ in _QUESTIONS
    if cue.negated and cue.modal and asked and cue.verbs & speech:
        return True
    selves = _FIRST if content[:1] and content[0].is_quote else _SELF
    return any(_will_not_say(verb, selves) for verb in heads_of(content))


def _will_not_say(verb: Token, selves: frozenset[str]) -> bool:
    """ "I can't comment on that": what is said is that nothing will be."""
    refusing = verb.lemma_.lower() in words("stance", "declines", "negated")
    negated = any(child.dep_ == "neg" for child in verb.children)
    return refusing and negated and any(child.dep_ == "nsubj" and child.lower_ in selves for child in verb.children)


def _is_somebody(content: Sequence[Token]) -> bool:
    """Whether the object is only a name: the keeper who denied the visitors denied no claim."""
    heads = [t for t in heads_of(content) if t.dep_ not in {"prep", "advmod", "npadvmod"}]
    return bool(heads) and all(t.pos_ == "PROPN" and t.ent_type_ in _OTHERS for t in heads)


def _is_ruling(source: Sequence[Token], cue: Cue, content: Sequence[Token]) -> bool:
    """Whether a court disposes of something: "a magistrate dismissed all charges"."""
    by_court = any(token.lemma_.lower() in words("stance", "withheld", "courts") for token in source)
    of_claims = words("stance", "denies", "of_claims") | words("stance", "denies", "cues")
    return by_court and bool(cue.lemmas & of_claims) and ends_in(content, words("stance", "withheld", "filed"))


def _is_filed(cue: Cue, content: Sequence[Token]) -> bool:
    """Whether a claim is one to be paid: "the insurer denied his claim"."""
    owned = content[:1] and content[0].tag_ == "PRP$" and content[-1].lower_ == "claim"
    return bool(owned) and len(content) <= _FILED and "deny" in cue.lemmas


def _is_any_guilt(content: Sequence[Token]) -> bool:
    """As in "rejected any link": nobody offers one."""
    begins = bool(content) and content[0].lower_ in words("stance", "denies", "of_any")
    return begins and ends_in(content, words("stance", "denies", "any_of"))


def _names_claim(cue: Cue) -> bool:
    """As in "shot down the rumors that …", where the cue takes in the noun."""
    return bool((cue.verbs - words("stance", "denies", "of_claims")) & words("stance", "claims"))
