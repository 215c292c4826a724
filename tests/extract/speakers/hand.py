"""Documents built by hand with the labels of an entity recognizer, right or wrong."""

from spacy.tokens import Span

from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.speakers.entities import Entity
from claimtrack.extract.speakers.reading import build_register
from claimtrack.extract.speakers.register import Register
from tests.extract.build import parsed


def labelled(*paragraphs: tuple[str, dict[str, str]]) -> ParsedDocument:
    """Paragraphs, each a table of ``build.parsed`` with labels by the words that bear them (every place)."""
    document = parsed(*(table for table, _ in paragraphs))
    for paragraph, (_, labels) in zip(document.paragraphs, paragraphs, strict=True):
        doc = paragraph.doc
        texts = [token.text for token in doc]
        doc.ents = [
            Span(doc, i, i + len(words), label=label)
            for words, label in ((words.split(), label) for words, label in labels.items())
            for i in range(len(texts))
            if texts[i : i + len(words)] == words
        ]
    return document


def flat(sentence: str) -> str:
    """A table from ``word/TAG`` pairs in which every word hangs on the first verb: no structure but order."""
    pairs = [pair.rsplit("/", 1) for pair in sentence.split()]
    root = next((i for i, (_, tag) in enumerate(pairs, 1) if tag.startswith("VB")), 1)
    return "\n".join(f"{word} {tag} dep {root}" for word, tag in pairs)


def register(sentence: str, **labels: str) -> Register:
    """The register of a flat sentence; a label's words are joined by ``_``."""
    return build_register(labelled((flat(sentence), {words.replace("_", " "): v for words, v in labels.items()})))


def entities(found: Register) -> list[Entity]:
    """The entities of a register, each once, in order."""
    return list(dict.fromkeys(mention.entity for mention in found.mentions))
