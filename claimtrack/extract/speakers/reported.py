"""Speakers outside the source: "announced by Norrail" without one, "Reuters cited X as saying" beside the medium."""

from claimtrack.domain.attribution import Attribution
from claimtrack.extract.speakers.media import is_medium_noun
from claimtrack.extract.speakers.phrases import Unit
from claimtrack.extract.speakers.scene import Scene

__all__ = ["agent_of", "quoted_by"]

_QUOTING = frozenset({"quote", "cite"})


def agent_of(scene: Scene, attribution: Attribution) -> Unit | None:
    """Who is behind "by" in a passive cue whose attribution has no source; None where nobody is told."""
    for token in scene.parsed.tokens(attribution.cue):
        nouns = (noun for by in token.children if by.dep_ == "agent" for noun in by.children if noun.dep_ == "pobj")
        for noun in nouns:
            paragraph = scene.parsed.paragraph_at(attribution.cue[0].start).index
            if noun.tag_.startswith("NN"):
                return Unit(paragraph, noun, tuple(noun.subtree))
    return None


def quoted_by(scene: Scene, attribution: Attribution) -> Unit | None:
    """Whom the source quotes: "Parsa quoted the agency's chief as saying"; None where it speaks itself."""
    for verb in scene.parsed.tokens(attribution.cue):
        saying = any(token.lower_ == "saying" and token.nbor(-1).lower_ == "as" for token in verb.subtree if token.i)
        if verb.lemma_.lower() not in _QUOTING or not saying:
            continue
        for noun in verb.children:
            if noun.dep_ == "dobj" and noun.tag_.startswith("NN") and not is_medium_noun(noun.lower_):
                paragraph = scene.parsed.paragraph_at(attribution.cue[0].start).index
                end = next((t.i for t in noun.subtree if t.lower_ == "as" and t.i > noun.i), noun.right_edge.i + 1)
                return Unit(paragraph, noun, tuple(t for t in noun.subtree if t.i < end))
    return None
