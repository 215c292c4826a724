"""Verbs as cues: for each frame that the parse shows, what the verb would attribute to whom."""

from collections.abc import Iterator

from spacy.tokens import Token

from claimtrack.extract.rules.frames import Candidate, Frame, Range
from claimtrack.extract.rules.trees import Dependents, dependents, merge, subject_of, subtract, subtree

__all__ = ["source_range", "verb_candidates", "verb_cue"]

_OBJECT_COMPLEMENTS = frozenset({"of", "for", "as", "to", "with", "over", "about", "from", "against"})
ADDRESSING = frozenset(
    {"tell", "inform", "remind", "assure", "notify", "brief", "advise", "warn", "ask", "text", "email"}
)
"""Verbs whose object is who is spoken to, no part of what is said."""
_GOVERNING = frozenset(
    "continue begin start go keep refuse decline proceed try fail appear seem come have use return rush take".split()
)
"""Verbs that form one cue with the infinitive below them: "continue to dismiss", "went on to say"."""
_IN_CUE = frozenset({"aux", "auxpass", "neg", "prt"})


def verb_candidates(verb: Token) -> Iterator[Candidate]:
    """One candidate a frame; none for a verb that takes nothing."""
    below = dependents(verb)
    key = verb.lemma_.lower() + "".join(f"_{child.lower_}" for child in below.get("prt", ())[:1])
    cue = verb_cue(verb, below)
    passive = "auxpass" in below or "nsubjpass" in below
    subject = subject_of(verb) if not passive else _agent(below)
    source = [source_range(subject, verb)] if subject is not None else []

    def candidate(frame: str, content: list[Range], extra: Range | None = None) -> Candidate:
        cues = merge([cue, extra]) if extra else [cue]
        return Candidate(verb, frame, key, cues, subtract(source, cues), subtract(content, [*cues, *source]))

    if passive:
        yield from _passive(verb, below, candidate)
    else:
        yield from _active(verb, below, key, candidate)


def _active(verb, below, key, candidate):
    clauses = below.get("ccomp", [])
    infinitives = [c for c in below.get("xcomp", ()) if c.pos_ in {"VERB", "AUX"}]
    objects = below.get("dobj", [])
    if clauses:
        yield candidate(Frame.CLAUSE, [subtree(c) for c in clauses])
    elif verb.dep_ in {"parataxis", "advcl", "dep"} and (below.get("nsubj")):
        yield candidate(Frame.INSERTED, subtract([subtree(verb.head)], [subtree(verb)]))
    if infinitives and (not objects or key in ADDRESSING):
        yield candidate(Frame.TO, [subtree(infinitives[0])])
    predicative = below.get("oprd", [])
    as_ = [p for p in below.get("prep", ()) if p.lower_ == "as"]
    if predicative or (objects and as_):
        yield candidate(Frame.AS, [_from_object(verb, objects[0] if objects else predicative[0])])
    elif objects and not (key in ADDRESSING) and not clauses:
        yield candidate(Frame.OBJECT, [_from_object(verb, objects[0])])
    for preposition in below.get("prep", ()):
        inside = [c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}]
        if inside and not clauses:
            yield candidate(
                f"{Frame.PREPOSITION}:{preposition.lower_}",
                [subtree(inside[0])],
                (preposition.i, preposition.i + 1),
            )


def _passive(verb, below, candidate):
    subjects = [s for s in below.get("nsubjpass", ()) if s.lower_ not in {"it", "there"}]
    clauses = [*below.get("ccomp", ()), *[c for c in below.get("xcomp", ())]]
    if clauses and not subjects:
        yield candidate(Frame.PASSIVE + ":clause", [subtree(clauses[0])])
    elif clauses:
        yield candidate(Frame.PASSIVE + ":to", [subtree(subjects[0]), subtree(clauses[0])])
    elif subjects:
        preps = [p for p in below.get("prep", ()) if p.lower_ in {"of", "as", "for", "with"}]
        oprd = below.get("oprd", [])
        yield candidate(Frame.PASSIVE, [subtree(subjects[0]), *map(subtree, [*oprd, *preps])])


def _agent(below: Dependents) -> Token | None:
    for by in below.get("agent", ()):
        for child in by.children:
            if child.dep_ == "pobj":
                return child
    return None


def _from_object(verb: Token, first: Token) -> Range:
    """From the object to the last complement that belongs to it: "North Korea of providing aid"."""
    start, end = subtree(first)
    for child in verb.rights:
        if child.i <= first.i:
            continue
        complement = child.dep_ in {"oprd", "xcomp", "acomp"} or (
            child.dep_ == "prep" and child.lower_ in _OBJECT_COMPLEMENTS
        )
        if not complement or child.left_edge.i > end + 1:
            break
        end = subtree(child)[1]
    return start, end


def verb_cue(verb: Token, below: Dependents) -> Range:
    """The verb with its auxiliaries, negation, particle and the verb that governs it, as one stretch."""
    inside = [verb, *(c for label in _IN_CUE for c in below.get(label, ()))]
    inside += [c for c in below.get("advmod", ()) if verb.i - c.i == 1]
    start, end = min(t.i for t in inside), max(t.i for t in inside) + 1
    head = verb.head
    if verb.dep_ == "xcomp" and head.i < verb.i and head.lemma_ in _GOVERNING:
        start = min(start, verb_cue(head, dependents(head))[0])
    return (start, end) if end - start <= 8 else (verb.i, verb.i + 1)


def source_range(subject: Token, verb: Token) -> Range:
    """The words that name who speaks: the subject with what hangs on it, less relative clauses."""
    start, end = subtree(subject)
    for child in subject.children:
        if child.dep_ in {"relcl", "acl"} and child.i > subject.i:
            end = min(end, child.left_edge.i)
    if start <= verb.i < end:
        start, end = (subject.left_edge.i, subject.i + 1)
    return start, end
