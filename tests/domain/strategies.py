"""Hypothesis strategies for the values of the domain."""

from datetime import date

from hypothesis import strategies as st

from claimtrack.domain.attribution import UNDATED, Attribution, Hedge, Speaker, StatementDate
from claimtrack.domain.spans import Span, Spans
from claimtrack.domain.vocabulary import (
    Anonymity,
    AttributionType,
    DateBasis,
    Granularity,
    Hedger,
    Resolution,
    SpeakerKind,
    SpeechKind,
    Stance,
)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
gaps = st.integers(0, 500)


@st.composite
def spans(draw: st.DrawFn) -> Spans:
    """Sorted pieces that do not overlap; possibly none."""
    ends: list[int] = []
    for gap in draw(st.lists(st.tuples(gaps, st.integers(1, 50)), max_size=4)):
        start = (ends[-1] if ends else 0) + gap[0]
        ends += [start, start + gap[1]]
    return tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=True))


@st.composite
def statement_dates(draw: st.DrawFn) -> StatementDate:
    """Dated with both ends in order, or not at all."""
    first, last = sorted(draw(st.tuples(st.dates(), st.dates())))
    basis = draw(st.sampled_from(DateBasis))
    return draw(st.sampled_from([UNDATED, _dated(first, last, draw(st.sampled_from(Granularity)), basis)]))


def _dated(first: date, last: date, granularity: Granularity, basis: DateBasis) -> StatementDate:
    return StatementDate(first, last, granularity, basis)


speakers = st.builds(
    Speaker,
    words,
    st.sampled_from(SpeakerKind),
    role=st.none() | words,
    affiliation=st.none() | words,
    anonymity=st.sampled_from(Anonymity),
    found_by=st.none() | st.sampled_from(Resolution),
    score=st.none() | st.floats(0, 1),
)

pieces = st.tuples(gaps, st.integers(1, 9)).map(lambda piece: Span(piece[0], sum(piece)))
hedges = st.builds(Hedge, st.sampled_from(Hedger), pieces)


attributions = st.builds(
    Attribution,
    id=words,
    source=spans(),
    cue=spans(),
    content=spans(),
    type=st.sampled_from(AttributionType),
    kind=st.sampled_from(SpeechKind),
    speakers=st.lists(speakers, max_size=3).map(tuple),
    anonymous=st.booleans(),
    via=st.none() | words,
    date=statement_dates(),
    stance=st.sampled_from(Stance),
    denies=st.lists(words, max_size=3).map(tuple),
    denial_score=st.none() | st.floats(0, 1),
    hedges=st.lists(hedges, max_size=3).map(tuple),
    topics=st.lists(words, max_size=3).map(tuple),
    confidence=st.none() | st.floats(0, 1),
)
