"""Talk that goes on between several: "A pathologist told the court on Tuesday … Professor Greave added"."""

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import Granularity
from claimtrack.extract.dates.lexicon import clause_words
from claimtrack.extract.dates.occasions import place_of
from claimtrack.extract.dates.periods import Period
from claimtrack.extract.dates.tense import Tense
from claimtrack.extract.parsed import ParsedDocument

__all__ = ["Exchange"]


class Exchange:
    """The statement before, and its day; statements are brought in the order of the text."""

    def __init__(self, parsed: ParsedDocument) -> None:
        self._parsed = parsed
        self._last: tuple[Attribution, Period] | None = None

    def hear(self, attribution: Attribution, period: Period | None) -> None:
        """Remember a statement and when it was made; one without a day ends the exchange."""
        self._last = (attribution, period) if period and period.granularity is Granularity.DAY else None

    def carry(self, attribution: Attribution, tense: Tense) -> Period | None:
        """The day of the statement before, where this one adds to it, or answers a question or somebody met."""
        if self._last is None or tense is not Tense.PAST:
            return None
        before, period = self._last
        start, earlier = place_of(attribution)[0].start, place_of(before)[0].start
        if self._parsed.paragraph_at(start) is not self._parsed.paragraph_at(earlier):
            return None
        lemmas = self._lemmas(attribution)
        answers = lemmas & clause_words().replies and self._is_met(before)
        return period if lemmas & clause_words().additions or answers else None

    def _is_met(self, before: Attribution) -> bool:
        """Whether a statement is a question, or its sentence names what people met at: "in last night's debate"."""
        start = place_of(before)[0].start
        sentence = self._parsed.paragraph_at(start).tokens([Span(start, start + 1)])[0].sent
        met = {token.lemma_.lower() for token in sentence} & clause_words().occasions
        return "ask" in self._lemmas(before) or bool(met)

    def _lemmas(self, attribution: Attribution) -> set[str]:
        return {token.lemma_.lower() for token in self._parsed.tokens(attribution.cue)}
