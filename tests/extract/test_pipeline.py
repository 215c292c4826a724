"""The stages together: what each contributes, and that a result depends on the text alone."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from claimtrack.domain.attribution import Attribution
from claimtrack.domain.document import Document
from claimtrack.domain.keys import statement_key
from claimtrack.domain.spans import Span
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.pipeline import Extractor
from tests.extract.reading import PUBLISHED, extractor, found_in, parsed

TEXT = (
    "Syldavia accused Borduria on Monday of shelling its harbor.\n\n"
    "Borduria said it was untrue, according to the Daily Herald newspaper.\n\n"
    "“We have never shelled a harbor,” said Colonel Ivo Brandt. “Not once.”\n"
)


class FirstWord:
    """A span finder that takes the first word of each paragraph for a content."""

    name = "first-word"

    def __call__(self, batch: Sequence[ParsedDocument]) -> list[list[Attribution]]:
        return [[self._found(each, Span(p.start, p.start + len(p.doc[0]))) for p in each.paragraphs] for each in batch]

    def begin(self, documents: Sequence[Document]) -> "FirstWord":
        return self

    def _found(self, parsed: ParsedDocument, span: Span) -> Attribution:
        return Attribution(statement_key(parsed.document.key, (), (), (span,)), (), (), (span,))


class Broken:
    """A span finder that fails."""

    name = "broken"

    def __call__(self, batch: Sequence[ParsedDocument]) -> list[list[Attribution]]:
        raise RuntimeError("out of order")

    def begin(self, documents: Sequence[Document]) -> "Broken":
        return self


def test_each_document_comes_with_its_attributions_in_the_order_given() -> None:
    documents = [
        Document("a", "Mara Keller said the toll fell."),
        Document("b", ""),
        Document("c", "Ruth Vogel said it rose."),
    ]
    done = list(extractor().annotate(documents))
    assert [document for document, _ in done] == documents
    assert [[each.speakers[0].name for each in found] for _, found in done] == [["Mara Keller"], [], ["Ruth Vogel"]]


def test_documents_stream_through() -> None:
    def documents() -> Iterator[Document]:
        yield Document("a", "Mara Keller said the toll fell.\n" * 2000)
        yield Document("b", "Ruth Vogel said it rose.\n" * 2500)
        raise AssertionError("read to the end before anything came out")

    first, found = next(extractor().annotate(documents()))
    assert (first.id, len(found)) == ("a", 2000)


def test_another_finder_takes_the_rules_place() -> None:
    with_finder = Extractor(find=FirstWord(), nlp=extractor().nlp)
    ((_, found),) = with_finder.annotate([Document("a", TEXT)])
    assert [TEXT[span.start : span.end] for each in found for span in each.content] == ["Syldavia", "Borduria", "“"]


def test_an_extractor_is_named_by_its_finder_and_its_language_pipeline() -> None:
    meta = extractor().nlp.meta
    language = f"{meta['name']}-{meta['version']}"
    assert Extractor(find=FirstWord(), nlp=extractor().nlp).name == f"first-word+{language}"
    assert extractor().name == f"rules+{language}"


def test_every_stage_fills_in_its_fields() -> None:
    accusation, answer, quotation = found_in(TEXT)
    assert (accusation.speakers, accusation.attribution.stance.value) == (["Syldavia"], "asserts")
    assert accusation.attribution.date.basis.value == "explicit"
    assert "Borduria" in accusation.attribution.topics
    assert answer.attribution.via == "Daily Herald"
    assert answer.attribution.denies == (accusation.attribution.id,)
    assert quotation.attribution.kind.value == "direct"
    assert [(s.name, s.role) for s in quotation.attribution.speakers] == [("Ivo Brandt", "Colonel")]


def test_the_same_text_gives_the_same_result() -> None:
    again = [found for _, found in extractor().annotate([Document("text", TEXT, published=PUBLISHED)] * 2)]
    assert again == [next(extractor().extract([parsed(TEXT)]))] * 2


def test_neighbors_in_a_batch_do_not_matter() -> None:
    document = Document("text", TEXT, published=PUBLISHED)
    others = [Document(str(n), f"Mara Keller said the toll would be {n}.") for n in range(3)]
    among = [found for each, found in extractor().annotate([*others, document, *others]) if each is document]
    assert among == [next(extractor().extract([parsed(TEXT)]))]


KINDS = {
    "direct": "“The bridge will open in May,” Keller said.",
    "indirect": "Keller said the bridge would open in May.",
    "mixed": "Keller said the bridge would be “a gift to the whole valley.”",
}


@pytest.mark.parametrize(("kind", "text"), KINDS.items(), ids=KINDS)
def test_speech_is(kind: str, text: str) -> None:
    assert [each.attribution.kind.value for each in found_in(text)] == [kind]


def test_a_quotation_without_its_closing_mark_is_direct_speech() -> None:
    assert [each.attribution.kind.value for each in found_in("“The bridge will open, Keller said.")] == ["direct"]


TYPES = {
    "statement": "Keller pledged that the toll would fall.",
    "belief": "The mayor fears that the bridge will fall.",
    "intention": "The parties agreed to lower the toll.",
    "evidence": "The survey showed that most voters oppose the toll.",
}


@pytest.mark.parametrize(("kind", "text"), TYPES.items(), ids=TYPES)
def test_an_attribution_is_a(kind: str, text: str) -> None:
    assert kind in [each.attribution.type.value for each in found_in(text)]


def test_a_statement_without_a_source_has_no_speaker_and_is_anonymous() -> None:
    (found,) = found_in("It was announced on Friday that the toll would fall.")
    assert (found.source, found.speakers, found.attribution.anonymous) == ("", [], True)


def test_words_that_were_read_are_not_kept() -> None:
    strings = extractor().nlp.vocab.strings
    (found,) = extractor().annotate([Document("any", "Mara Quellwitz said that the zorblax was frumious.")])
    assert found[1]
    assert "zorblax" not in strings


def test_threads_that_share_a_pipeline_read_what_one_reads() -> None:
    documents = [
        Document(f"{n}", f"Mara Quellwitz{n} said that the zorblax{n} was frumious.\n" * 40) for n in range(20)
    ]

    def read(_: int) -> list[tuple[Document, list[Attribution]]]:
        return list(extractor().annotate(documents))

    alone = read(0)
    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(read, range(2))) == [alone, alone]


def test_a_batch_that_fails_leaves_the_pipeline_ready() -> None:
    nlp = extractor().nlp
    with pytest.raises(RuntimeError, match="out of order"):
        list(Extractor(find=Broken(), nlp=nlp).annotate([Document("a", "The zorblax was frumious.")]))
    assert "zorblax" not in nlp.vocab.strings
    ((_, found),) = extractor().annotate([Document("b", "Mara Quellwitz said that the toll would rise.")])
    assert found
