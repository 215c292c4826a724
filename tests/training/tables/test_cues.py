"""Counting cues and fitting weights on a tiny corpus written for the purpose."""

import json
from itertools import product
from pathlib import Path

import pytest

from claimtrack.extract.rules.judge import Counts
from claimtrack.training.tables.cues import LEAST_FEATURE, Example, collect, count, fit, main, write
from tests.training.corpus import NAMES, SAID, SAW, THINGS, row


def _clauses(examples: list[Example]) -> dict[str, bool]:
    """The cues that take a clause, and whether they were right."""
    return {example.key: example.right for example in examples if example.frame == "clause"}


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    """The candidates of a corpus in which half the sentences are said and half are seen."""
    return list(
        collect(
            row(f"{cue}{number}", f"{name} {cue} that {thing}.")
            for cue in ("said", "saw")
            for number, (name, thing) in enumerate(product(NAMES, THINGS))
        )
    )


def test_a_candidate_that_the_gold_has_is_right() -> None:
    assert _clauses(list(collect([row("one", SAID, SAW)]))) == {"say": True, "see": False}


def test_a_candidate_with_another_source_is_wrong() -> None:
    annotated = row("one", SAID)
    annotated["statements"][0]["source"] = [[24, 30]]
    assert _clauses(list(collect([annotated]))) == {"say": False}


def test_a_candidate_with_a_source_is_wrong_where_the_gold_has_none() -> None:
    annotated = row("one", SAID)
    annotated["statements"][0]["source"] = []
    assert _clauses(list(collect([annotated]))) == {"say": False}


def test_a_candidate_that_shares_few_words_of_the_content_is_wrong() -> None:
    annotated = row("one", SAID)
    annotated["statements"][0]["content"] = [[17, 21]]
    assert _clauses(list(collect([annotated]))) == {"say": False}


def test_a_document_is_judged_by_its_own_gold_alone() -> None:
    other = row("two", SAID)
    other["statements"] = []
    found = list(collect([row("one", SAID), other]))
    assert [example.right for example in found if example.frame == "clause"] == [True, False]


def test_counts_are_sightings_by_cue_and_frame(examples: list[Example]) -> None:
    table = count(examples)
    assert table.pairs["say", "clause"] == Counts(25, 25)
    assert table.pairs["see", "clause"] == Counts(25, 0)
    assert table.frames["clause"] == Counts(50, 25)


def test_features_seen_often_enough_get_a_weight(examples: list[Example]) -> None:
    weights = fit(examples, count(examples))
    assert {"bias", "cue", "content:that", "order:cue-first"} <= weights.keys()
    seen = [name for example in examples for name in example.features]
    assert all(seen.count(name) >= LEAST_FEATURE for name in weights.keys() - {"bias", "cue"})


def test_what_the_cue_says_counts_for_its_candidates(examples: list[Example]) -> None:
    assert fit(examples, count(examples))["cue"] > 0


def test_fitting_leaves_the_counts_as_they_were(examples: list[Example]) -> None:
    table = count(examples)
    fit(examples, table)
    assert table.pairs == count(examples).pairs


def test_cues_seen_once_or_twice_and_never_right_are_not_written(tmp_path: Path) -> None:
    table = count(
        [
            Example("say", "clause", (), right=True),
            *[Example("see", "clause", (), right=False)] * 2,
            *[Example("hear", "clause", (), right=False)] * 3,
        ]
    )
    write(table, {"bias": -1.0, "cue": 0.5}, tmp_path, "a corpus")
    assert _rows(tmp_path / "cues.tsv") == [["hear", "clause", "3", "0"], ["say", "clause", "1", "1"]]
    assert _rows(tmp_path / "frames.tsv") == [["clause", "6", "1"]]
    assert _rows(tmp_path / "context.tsv") == [["bias", "-1.000"], ["cue", "0.500"]]


def test_the_command_writes_three_tables_and_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = tmp_path / "corpus.jsonl"
    rows = [row(f"{n}", f"{name} said that {thing}.", SAW) for n, (name, thing) in enumerate(product(NAMES, THINGS))]
    corpus.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    main([str(corpus), str(tmp_path)])
    tables = [tmp_path / f"{name}.tsv" for name in ("cues", "frames", "context")]
    assert all("on corpus.jsonl (25 documents)" in table.read_text(encoding="utf-8") for table in tables)
    assert not any("Keller" in table.read_text(encoding="utf-8") for table in tables)
    assert "25 of them attributions" in capsys.readouterr().err


def test_the_command_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([])
    assert "corpus folder" in capsys.readouterr().err


def _rows(table: Path) -> list[list[str]]:
    lines = table.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]
