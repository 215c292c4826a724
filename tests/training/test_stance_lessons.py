"""What the stance reader learns from."""

import json
from pathlib import Path

import numpy as np

from claimtrack.domain.spans import Span
from claimtrack.domain.vocabulary import FinderName
from claimtrack.extract.pipeline import Extractor
from claimtrack.model.checked import TOKENIZER, open_tokenizer
from claimtrack.model.sentence import SENTENCE_FILES
from claimtrack.model.stances import STANCES, Marked, pieces_of
from claimtrack.training.stance_lessons import (
    ONE_IN,
    Lesson,
    lessons_of,
    read_rows,
    stances_wanted,
    worth_learning,
)

TEXT = "Syldavia accused Borduria of shelling a harbor. Borduria denied the accusation."
TOKENS = open_tokenizer(SENTENCE_FILES / TOKENIZER)
DENIAL = {"id": "b", "source": [[48, 56]], "cue": [[57, 63]], "content": [[64, 78]], "stance": "denies"}
ROW = {"document": "one", "text": TEXT, "statements": [DENIAL]}


def _lesson(number: int, wanted: str, *, article: bool = True) -> Lesson:
    return Lesson(str(number), [number] * (1 + number % 7), stances_wanted({"stance": wanted}), None, article)


def test_rows_take_their_text_from_the_corpus_and_what_is_held_out_is_left_out(tmp_path: Path) -> None:
    rows, corpus = tmp_path / "rows.jsonl", tmp_path / "corpus.jsonl"
    lines = [ROW, {"document": "two", "statements": []}, {**ROW, "document": "three", "held_out": True}]
    rows.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    corpus.write_text(json.dumps({"document": "two", "text": "Rain fell."}) + "\n\n", encoding="utf-8")
    found = read_rows([rows], corpus)
    assert [(row["document"], row["text"], row.get("article", False)) for row in found] == [
        ("one", TEXT, False),
        ("two", "Rain fell.", True),
    ]


def test_a_statement_that_the_program_finds_comes_with_what_rules_say_of_it() -> None:
    (lesson,) = lessons_of([ROW], TOKENS, Extractor(FinderName.RULES))
    marked = Marked(*([Span(*piece) for piece in DENIAL[role]] for role in ("source", "cue", "content")))
    assert lesson.ruled is not None
    assert lesson.ruled.stance == "denies"
    assert lesson.pieces == pieces_of(TOKENS, TEXT, marked)
    assert STANCES[int(np.argmax(lesson.wanted))] == "denies"


def test_a_statement_that_is_not_found_is_learnt_as_it_is_annotated() -> None:
    unfound = {**DENIAL, "source": [[0, 8]], "cue": [[38, 39]], "content": [[40, 46]], "stance": "confirms"}
    (lesson,) = lessons_of([{**ROW, "statements": [unfound]}], TOKENS, Extractor(FinderName.RULES))
    assert lesson.ruled is None
    assert STANCES[int(np.argmax(lesson.wanted))] == "confirms"


def test_beliefs_and_statements_without_a_stance_teach_nothing() -> None:
    belief, silent = {**DENIAL, "type": "belief"}, {k: v for k, v in DENIAL.items() if k != "stance"}
    assert list(lessons_of([{**ROW, "statements": [belief, silent]}], TOKENS, Extractor(FinderName.RULES))) == []


def test_other_stances_that_are_right_count_half_of_the_first() -> None:
    shares = stances_wanted({"stance": "denies", "accept_stance": ["asserts"]})
    assert np.allclose(shares, [1 / 3, 2 / 3, 0, 0])


def test_of_what_asserts_in_whole_articles_a_part_is_learnt() -> None:
    plain = [_lesson(number, "asserts") for number in range(3 * ONE_IN)]
    others = [_lesson(1, "denies"), _lesson(2, "asserts", article=False)]
    assert len(worth_learning(plain)) == 3
    assert worth_learning([*plain, *others])[3:] == others
