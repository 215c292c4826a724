"""Scenes: "Residents met the company on Thursday. Its director said …", said there and then by whoever speaks."""

from collections.abc import Iterable

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import Granularity
from claimtrack.extract.dates.contents import Contents
from claimtrack.extract.dates.lexicon import clause_words
from claimtrack.extract.dates.occasions import dates_the_sentence, place_of
from claimtrack.extract.dates.periods import Period
from claimtrack.extract.dates.tense import Tense
from claimtrack.extract.dates.timeline import Timeline
from claimtrack.extract.parsed import Paragraph, ParsedDocument

__all__ = ["Scenes"]


class Scenes:
    """The sentences of a document that set a scene with a day and report no statement themselves."""

    def __init__(
        self, parsed: ParsedDocument, timeline: Timeline, contents: Contents, attributions: Iterable[Attribution]
    ) -> None:
        self._parsed, self._timeline, self._contents = parsed, timeline, contents
        self._reports = [place_of(each)[0].start for each in attributions if place_of(each)]

    def period(self, attribution: Attribution, tense: Tense) -> Period | None:
        """The day of the scene that was set before a statement in its paragraph; None where no scene was."""
        if tense is not Tense.PAST:
            return None
        start = place_of(attribution)[0].start
        paragraph = self._parsed.paragraph_at(start)
        here = paragraph.tokens([Span(start, start + 1)])[0].sent
        for mention in reversed(self._timeline.mentions(paragraph.index)):
            span = Span(*(paragraph.start + offset for offset in mention.expression.span))
            words = paragraph.tokens([span])
            if words[0].i >= here.start or self._contents.touch(span) or not dates_the_sentence(words):
                continue
            sets = self._sets_scene(paragraph, words[0].sent)
            precise = mention.period is not None and mention.period.granularity is Granularity.DAY
            return mention.period if sets and precise else None
        return None

    def _sets_scene(self, paragraph: Paragraph, sentence: Sentence) -> bool:
        begin, end = (paragraph.start + offset for offset in (sentence.start_char, sentence.end_char))
        gathering = clause_words().gathering
        told = any(begin <= place < end for place in self._reports)
        verbs = [sentence.root, *(child for child in sentence.root.children if child.dep_ == "conj")]
        return not told and any(verb.lemma_.lower() in gathering and _is_past(verb) for verb in verbs)


def _is_past(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBN") and not any(child.tag_ == "MD" for child in verb.children)
