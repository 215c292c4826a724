"""Cues that are no verbs: "according to", nouns ("his claim that"), adjectives ("sure that"), adverbs, colons."""

from collections.abc import Iterator

from spacy.tokens import Token

from claimtrack.extract.lexicons import words
from claimtrack.extract.rules.frames import Candidate, Range
from claimtrack.extract.rules.sources import source_range
from claimtrack.extract.rules.trees import Dependents, dependents, merge, subject_of, subtract, subtree
from claimtrack.extract.rules.verbs import verb_cue

__all__ = [
    "according_candidates",
    "adjective_candidates",
    "adverb_candidates",
    "colon_candidates",
    "noun_candidates",
]


def according_candidates(word: Token) -> Iterator[Candidate]:
    """ "according to X", "per X", "in a poll": the rest of the clause is what X says."""
    below = dependents(word)
    cue: list[Range] = [(word.i, word.i + 1)]
    inner = below.get("pobj", [])
    key = word.lower_
    if key == "according":
        to = [c for c in below.get("prep", ()) if c.lower_ == "to"]
        if not to:
            return
        cue = merge([*cue, (to[0].i, to[0].i + 1)])
        inner = dependents(to[0]).get("pobj", [])
    elif key == "in" and inner and inner[0].lemma_.lower() in words("verbs", "documents"):
        key = f"in_{inner[0].lemma_}"
    elif key != "per":
        return
    if not inner:
        return
    source = [subtree(inner[0])]
    clause = _clause_around(word)
    content = subtract([subtree(clause)], [subtree(word)])
    yield Candidate(word, "phrase", key, cue, source, content)


def _clause_around(word: Token) -> Token:
    """The verb that a phrase says where it comes from: the nearest one above, or the root."""
    token = word.head
    while token.head.i != token.i and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token


def noun_candidates(noun: Token) -> Iterator[Candidate]:
    """ "his claim that", "concerns about", "a proponent of": possessor or subject is the source, if there is one."""
    below = dependents(noun)
    key = noun.lemma_.lower()
    clauses = [c for label in ("ccomp", "acl", "relcl") for c in below.get(label, ())]
    source, cue = _noun_source(noun, below)

    def candidate(frame: str, content: Range, extra: list[Range]) -> Candidate:
        cues = merge([*cue, *extra])
        return Candidate(noun, frame, key, cues, subtract(source, cues), subtract([content], [*cues, *source]))

    for clause in clauses:
        mark = [c for c in clause.children if c.dep_ in {"mark", "aux"} and c.lower_ in {"that", "to", "whether"}]
        if mark and clause.i > noun.i and clause.dep_ != "relcl":
            yield candidate(f"noun:{mark[0].lower_}", subtree(clause), [])
    for preposition in below.get("prep", ()):
        inside = [c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}]
        if inside and preposition.lower_ in {"of", "about", "for", "over", "on", "in", "to", "against"}:
            yield candidate(f"noun:{preposition.lower_}", subtree(inside[0]), [(preposition.i, preposition.i + 1)])


def _noun_source(noun: Token, below: Dependents) -> tuple[list[Range], list[Range]]:
    """Whose noun it is, and the cue's words: "his claim", "Smith made the claim", "fears among voters"."""
    cue: list[Range] = [(noun.i, noun.i + 1)]
    for possessor in below.get("poss", ()):
        return [subtree(possessor)], cue
    head = noun.head
    if noun.dep_ in {"dobj", "attr", "pobj"}:
        verb = head if noun.dep_ != "pobj" else head.head
        subject = subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
        if subject is not None and subject.i < noun.i:
            between = merge([verb_cue(verb, dependents(verb)), (min(verb.i, noun.i), noun.i + 1)])
            return [source_range(subject, verb)], between
    return [], cue


def adjective_candidates(adjective: Token) -> Iterator[Candidate]:
    """ "is confident that", "was not troubled by", "are worried about"."""
    head = adjective.head
    if adjective.dep_ not in {"acomp", "attr", "oprd"} or head.pos_ not in {"AUX", "VERB"}:
        return
    subject = subject_of(head)
    if subject is None:
        return
    below = dependents(adjective)
    cue = merge([verb_cue(head, dependents(head)), (head.i, adjective.i + 1)])
    source = [source_range(subject, head)]
    key = adjective.lemma_.lower()
    for clause in [*below.get("ccomp", ()), *below.get("xcomp", ())]:
        frame = "adj:to" if clause.dep_ == "xcomp" else "adj:that"
        yield Candidate(adjective, frame, key, cue, source, subtract([subtree(clause)], [*cue, *source]))
    for preposition in below.get("prep", ()):
        inside = [c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}]
        if inside:
            cues = merge([*cue, (preposition.i, preposition.i + 1)])
            content = subtract([subtree(inside[0])], [*cues, *source])
            yield Candidate(adjective, f"adj:{preposition.lower_}", key, cues, source, content)


def adverb_candidates(adverb: Token) -> Iterator[Candidate]:
    """ "reportedly", "allegedly": somebody says the clause, nobody is named."""
    if adverb.lower_ not in words("verbs", "hearsay", "adverbs"):
        return
    clause = _clause_around(adverb)
    content = subtract([subtree(clause)], [(adverb.i, adverb.i + 1)])
    yield Candidate(adverb, "adverb", adverb.lower_, [(adverb.i, adverb.i + 1)], [], content)


def colon_candidates(first: Token) -> Iterator[Candidate]:
    """A name and a colon at the head of a paragraph: headlines and transcripts."""
    doc = first.doc
    for token in doc[first.i : first.i + 8]:
        if token.text == ":" and token.i > first.i and token.i + 2 < len(doc):
            words = doc[first.i : token.i]
            if all(w.text[:1].isupper() or w.is_punct or w.lower_ in {"of", "the", "to", "on"} for w in words):
                content = [(token.i + 1, len(doc))]
                yield Candidate(token, "colon", ":", [(token.i, token.i + 1)], [(first.i, token.i)], content)
            return
