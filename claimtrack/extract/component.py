"""claimtrack inside a spaCy pipeline: ``nlp.add_pipe("claimtrack")``.

The component reads each ``Doc`` as a document, by the parse and the entities that the pipeline has given it, and sets

- ``doc._.attributions``: a tuple of ``Attribution``s, all their fields filled in; offsets count ``doc.text``;
- ``doc.spans["claimtrack"]``: their spans, labelled ``source``, ``cue`` and ``content``, with the attribution's id.

Set ``doc._.published`` (a ``datetime.date``, or text such as ``2024-06-18``) to have statements dated. Both go with the
doc when it is written and read. Fields may differ from what ``claimtrack annotate`` gives where the pipeline parses
otherwise: that one parses each paragraph by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Words

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.interchange import attribution_from_json, attribution_to_json
from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import FinderName, SpanRole
from claimtrack.errors import ModelError
from claimtrack.extract.parsed import Paragraph, ParsedDocument, paragraph_spans
from claimtrack.extract.pipeline import Extractor

__all__ = ["NAME", "ClaimtrackComponent", "make_component"]

NAME = "claimtrack"
PUBLISHED = "claimtrack_published"
NEEDED = ("DEP", "POS", "LEMMA", "ENT_IOB")
"""What the stages read of a token; a pipeline gives it with parser, tagger, lemmatizer and entity recognizer."""


class ClaimtrackComponent:
    """Finds attributions in docs; made by ``nlp.add_pipe("claimtrack")``."""

    def __init__(self, nlp: Language, extractor: FinderName) -> None:
        self._extractor = Extractor(extractor, nlp)

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributions of one doc."""
        self._set([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        """Set the attributions of many docs, a batch at once."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            self._set(batch)
            yield from batch

    def _set(self, docs: Sequence[Doc]) -> None:
        parsed = [_parsed(doc) for doc in docs]
        for doc, attributions in zip(docs, self._extractor.extract(parsed), strict=True):
            doc.user_data[NAME] = [attribution_to_json(found) for found in attributions]
            doc.spans[NAME] = [span for found in attributions for span in _spans(doc, found)]


@Language.factory(
    NAME,
    default_config={"extractor": FinderName.MODEL.value},
    assigns=["doc._.attributions", "doc.spans"],
    requires=["token.dep", "token.pos", "token.lemma", "doc.ents"],
)
def make_component(nlp: Language, name: str, extractor: str) -> ClaimtrackComponent:  # noqa: ARG001  spaCy's signature
    """The component; ``extractor`` is ``model`` or ``rules``."""
    if not Doc.has_extension("attributions"):
        Doc.set_extension("attributions", getter=_attributions)
    if not Doc.has_extension("published"):
        Doc.set_extension("published", getter=_published, setter=_set_published)
    return ClaimtrackComponent(nlp, FinderName(extractor))


def _attributions(doc: Doc) -> tuple[Attribution, ...]:
    return tuple(attribution_from_json(item) for item in doc.user_data.get(NAME, ()))


def _published(doc: Doc) -> date | None:
    written = doc.user_data.get(PUBLISHED)
    return date.fromisoformat(written) if written else None


def _set_published(doc: Doc, when: date | str | None) -> None:
    day = date.fromisoformat(when) if isinstance(when, str) else when
    doc.user_data[PUBLISHED] = day.isoformat() if day else None


def _parsed(doc: Doc) -> ParsedDocument:
    missing = [name for name in NEEDED if len(doc) and not doc.has_annotation(name)]
    if missing:
        raise ModelError(
            f"the claimtrack component needs {', '.join(missing)} of every token; add it behind the parser, the "
            "tagger, the lemmatizer and the entity recognizer of an English pipeline"
        )
    published: date | None = doc._.published
    return ParsedDocument(Document(NAME, doc.text, published=published), tuple(_paragraphs(doc)))


def _paragraphs(doc: Doc) -> Iterator[Paragraph]:
    """The doc's paragraphs, each as a doc of its own; a token over an edge belongs to the first one that it touches."""
    index = at = 0
    for span in paragraph_spans(doc.text):
        touched = _words(doc, span)
        start = max(touched.start, at)
        if start < touched.end:
            words = doc[start : touched.end].as_doc()
            for token in words:
                if token.head.i == token.i:  # its head is in another paragraph
                    token.dep_ = "ROOT"
            yield Paragraph(index, doc[start].idx, words)
            index, at = index + 1, touched.end


def _spans(doc: Doc, attribution: Attribution) -> Iterator[Words]:
    for role in SpanRole:
        for start, end in getattr(attribution, role.value):
            words = _words(doc, Span(start, end))
            yield Words(doc, words.start, words.end, label=role.value, span_id=attribution.id)


def _words(doc: Doc, span: Span) -> Words:
    """The doc's tokens that hold the characters."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None:  # only for offsets outside the doc
        raise ValueError(f"{span} is not inside the doc")
    return words
