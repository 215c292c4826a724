"""Quotations whose speaker the sentence before them only introduces: "Keller shrugs. “Nobody asked me.”"."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from claimtrack.domain.spans import Span
from claimtrack.extract.parsed import Paragraph
from claimtrack.extract.rules.sources import source_range
from claimtrack.extract.rules.trees import SUBJECTS

__all__ = ["INTRODUCED", "LeadUp"]

INTRODUCED = 0.5
"""How likely such a quotation is its speaker's: there is no cue to count."""
_PERSONS = frozenset({"he", "she"})
_ENDS = frozenset({".", "!", "?", ":"})


@dataclass(frozen=True)
class LeadUp:
    """The unquoted words between one quotation, or the head of a paragraph, and the next."""

    paragraph: Paragraph
    span: Span

    @cached_property
    def _words(self) -> list[Token]:
        """The words of its last sentence; none where this begins within the quotation before, or does not end."""
        start = self.paragraph.start
        inside = [t for t in self.paragraph.doc if self.span.start <= start + t.idx < self.span.end and not t.is_space]
        if not inside or inside[-1].text not in _ENDS or start + inside[-1].sent.start_char < self.span.start:
            return []
        return [token for token in inside if token.sent == inside[-1].sent]

    @property
    def sentence(self) -> Span | None:
        """Where its last sentence stands in the document."""
        return self.paragraph.span(self._words[0], self._words[-1]) if self._words else None

    def introduces(self) -> Span | None:
        """The words that name the person whom the last sentence is about."""
        subject = _person(self._words)
        if subject is None:
            return None
        start, end = source_range(subject, subject.head)
        return self.paragraph.span(self.paragraph.doc[start], self.paragraph.doc[end - 1])


def _person(sentence: Sequence[Token]) -> Token | None:
    """The first subject of a sentence, where it is a person and its verb is the main one."""
    subjects = [token for token in sentence[:-1] if token.dep_ in SUBJECTS and token.head.i < sentence[-1].i]
    if not subjects or subjects[0].head.dep_ not in {"ROOT", "ccomp"}:
        return None
    first = subjects[0]
    return first if first.lower_ in _PERSONS or first.ent_type_ == "PERSON" else None
