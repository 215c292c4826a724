"""Documents parsed by hand: words, tags, dependencies and heads written down, no model involved."""

from datetime import date

from spacy.lang.en import English
from spacy.tokens import Doc

from claimtrack.domain.attribution import Attribution, Speaker
from claimtrack.domain.document import Document
from claimtrack.domain.spans import Span, Spans
from claimtrack.domain.vocabulary import AttributionType, SpeakerKind, Stance
from claimtrack.extract.parsed import Paragraph, ParsedDocument

VOCAB = English().vocab

POS = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "IN": "ADP", "JJ": "ADJ", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN",
    "NNP": "PROPN", "NNPS": "PROPN", "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RP": "ADP",
    "TO": "PART", "WDT": "PRON", "WP": "PRON", "WRB": "SCONJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB",
    "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
}  # fmt: skip
"""Fine tag → coarse part of speech; anything else is punctuation."""

NO_SPACE_BEFORE = {",", ".", "'s", "’s", "”", ":", ";", ")", "?", "!"}
NO_SPACE_AFTER = {"“", "("}


def parsed(*paragraphs: str, published: date | None = None) -> ParsedDocument:
    """A document of paragraphs, each a table with a word a line: ``word tag dependency head [lemma [entity]]``.

    Heads count words from 1 inside the paragraph; a root is its own head. The lemma is the word itself, in lower case,
    where none or ``-`` is given; neighbors with the same entity label are one entity. The text is the words with the
    usual spaces, paragraphs on lines of their own.
    """
    docs = [_doc(paragraph) for paragraph in paragraphs]
    starts = [0]
    for doc in docs:
        starts.append(starts[-1] + len(doc.text) + 1)
    document = Document("built", "\n".join(doc.text for doc in docs), published=published)
    return ParsedDocument(
        document,
        tuple(Paragraph(index, start, doc) for index, (start, doc) in enumerate(zip(starts, docs, strict=False))),
    )


def attribution(
    document: ParsedDocument,
    *,
    source: str = "",
    cue: str = "",
    content: str = "",
    speakers: tuple[str, ...] = (),
    **fields: object,
) -> Attribution:
    """An attribution whose spans are the first places of the given words; ``…`` parts a role into pieces."""
    return Attribution(
        id=str(fields.get("id", "s1")),
        source=spans(document.text, source),
        cue=spans(document.text, cue),
        content=spans(document.text, content),
        type=AttributionType(str(fields.get("type", "statement"))),
        speakers=tuple(Speaker(name, SpeakerKind.PERSON) for name in speakers),
        anonymous=bool(fields.get("anonymous", False)),
        stance=Stance(str(fields.get("stance", "asserts"))),
    )


def spans(text: str, words: str) -> Spans:
    """The first places of the pieces, in the order of the text; the test fails where one is missing."""
    found: list[Span] = []
    for piece in filter(None, (part.strip() for part in words.split("…"))):
        start = text.index(piece, found[-1].end if found else 0)
        found.append(Span(start, start + len(piece)))
    return tuple(found)


def _doc(paragraph: str) -> Doc:
    rows = [line.split() for line in paragraph.strip().splitlines()]
    words = [row[0] for row in rows]
    following = [*words[1:], "."]
    return Doc(
        VOCAB,
        words=words,
        spaces=[
            word not in NO_SPACE_AFTER and after not in NO_SPACE_BEFORE
            for word, after in zip(words, following, strict=True)
        ],
        tags=[row[1] for row in rows],
        pos=[POS.get(row[1], "PUNCT") for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) - 1 for row in rows],
        lemmas=[row[4] if len(row) > 4 and row[4] != "-" else row[0].lower() for row in rows],
        ents=_entities([row[5] if len(row) > 5 else "" for row in rows]),
    )


def _entities(labels: list[str]) -> list[str]:
    """The labels of the words as spaCy takes them: each with whether it begins its entity."""
    before = ["", *labels]
    return [
        "O" if not label else f"{'I' if label == last else 'B'}-{label}"
        for label, last in zip(labels, before, strict=False)
    ]
