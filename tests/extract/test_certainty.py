"""Hedges: what they are, whose they are, and what only looks like one."""

import pytest

from claimtrack.extract.certainty import find_hedges
from tests.extract.reading import parsed as read
from tests.extract.speakers.passages import read as marked

HEDGED = {
    "a modal": ("Keller q1[said] c1[the bridge may close].", [("speaker", "may")]),
    "could of possibility": ("Keller q1[said] c1[prices could rise].", [("speaker", "could")]),
    "an adverb": ("Keller q1[said] c1[the bridge would probably close].", [("speaker", "probably")]),
    "likely": ("Keller q1[said] c1[a strike was likely].", [("speaker", "likely")]),
    "appears to": ("Keller q1[said] c1[the beam appears to be cracked].", [("speaker", "appears to")]),
    "an opinion": ("c1[“I think the bridge is safe,”] Keller q1[said].", [("speaker", "I think")]),
    "suggested": ("Keller q1[said] c1[the letters suggested fraud].", [("speaker", "suggested")]),
    "a cue that does not vouch": ("Keller q1[claimed] c1[that she had won].", [("reporter", "claimed")]),
    "beside the cue": ("Keller reportedly q1[said] c1[that she had won].", [("reporter", "reportedly")]),
    "within the cue": ("Keller q1[allegedly told] c1[them to wait].", [("reporter", "allegedly")]),
    "in the reporter's words": ("Police q1[said] c1[the alleged plot had failed].", [("reporter", "alleged")]),
    "in quotation marks": ("c1[“The so-called plan failed,”] Keller q1[said].", [("speaker", "so-called")]),
    "several": (
        "Keller q1[claimed] c1[the bridge might possibly close].",
        [("reporter", "claimed"), ("speaker", "might"), ("speaker", "possibly")],
    ),
}
CERTAIN = {
    "plain": "Keller q1[said] c1[the bridge was closed].",
    "ability": "Keller q1[said] c1[she could not see the bridge].",
    "the month": "Keller q1[said] c1[the bridge would open in May].",
    "somebody else's thoughts": "Keller q1[said] c1[that voters think otherwise].",
    "reported, of a deed": "Keller q1[said] c1[the firm reported a loss].",
    "a claim that is a noun": "Keller q1[said] c1[the claim was filed in time].",
}


def _hedges(passage: str) -> list[tuple[str, str]]:
    shown = marked(passage)
    (found,) = find_hedges(read(shown.text), shown.attributions())
    return [(hedge.by.value, shown.text[hedge.span.start : hedge.span.end]) for hedge in found.hedges]


@pytest.mark.parametrize(("passage", "hedges"), HEDGED.values(), ids=HEDGED)
def test_a_hedge_is(passage: str, hedges: list[tuple[str, str]]) -> None:
    assert _hedges(passage) == hedges


@pytest.mark.parametrize("passage", CERTAIN.values(), ids=CERTAIN)
def test_no_hedge_is(passage: str) -> None:
    assert _hedges(passage) == []
