"""Linguistic data: it keeps to the forms that its readers rely on."""

import tomllib
from importlib.resources import files

import pytest

from claimtrack.domain.vocabulary import AttributionType
from claimtrack.extract import lexicons
from claimtrack.extract.lexicons import phrases, rows, table, words
from claimtrack.extract.rules.frames import Frame

FOLDER = files(lexicons)
TOML = sorted(file.name.removesuffix(".toml") for file in FOLDER.iterdir() if file.name.endswith(".toml"))
TSV = sorted(file.name.removesuffix(".tsv") for file in FOLDER.iterdir() if file.name.endswith(".tsv"))
OTHER_FRAMES = {"adj", "adverb", "colon", "noun", "phrase"}


@pytest.mark.parametrize("name", [*[f"{n}.toml" for n in TOML], *[f"{n}.tsv" for n in TSV]])
def test_each_file_begins_by_saying_what_it_is(name: str) -> None:
    assert FOLDER.joinpath(name).read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", TSV)
def test_all_rows_of_a_table_are_as_long_and_no_key_comes_twice(name: str) -> None:
    found = list(rows(name))
    width = max(len(row) for row in found)
    keys = [tuple(row[: 2 if name == "cues" else 1]) for row in found]
    assert all(len(row) == width or name not in {"cues", "frames", "context"} for row in found)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", ["stance", "topics", "types", "verbs"])
def test_no_word_of_a_list_comes_twice(name: str) -> None:
    twice = {
        f"{group}.{key}: {word}"
        for group, lists in table(name).items()
        for key in lists
        if name != "types" or group != "frames"
        for word in words(name, group, key)
        if phrases(name, group, key).count(word) > 1
    }
    assert not twice


def test_counts_of_cues_are_sightings_of_which_some_were_right() -> None:
    for key, frame, seen, right in rows("cues"):
        assert 0 <= int(right) <= int(seen), (key, frame)
        assert _is_frame(frame), (key, frame)


def test_counts_of_frames_are_sightings_of_which_some_were_right() -> None:
    for frame, seen, right in rows("frames"):
        assert 0 <= int(right) <= int(seen), frame
        assert _is_frame(frame), frame


def test_each_feature_has_a_finite_weight() -> None:
    weights = {name: float(weight) for name, weight in rows("context")}
    assert {"bias", "cue"} <= weights.keys()
    assert all(abs(weight) < 10 for weight in weights.values())


def test_a_cue_that_denies_or_confirms_makes_a_statement() -> None:
    telling = (
        words("stance", "denies", "cues") | words("stance", "denies", "of_claims") | words("stance", "confirms", "cues")
    )
    assert telling <= words("types", "statement", "cues")


def test_no_cue_both_denies_and_confirms() -> None:
    denying = words("stance", "denies", "cues") | words("stance", "denies", "of_claims")
    assert not denying & words("stance", "confirms", "cues")


def test_every_kind_of_frame_has_a_type() -> None:
    kinds = {frame.value for frame in Frame} | OTHER_FRAMES
    frames = table("types")["frames"]
    assert frames.keys() == kinds
    assert set(frames.values()) <= {kind.value for kind in AttributionType}


def test_a_list_is_an_array_or_a_string_of_words() -> None:
    assert r"\bnothing in it\b" in phrases("stance", "denies", "patterns")
    assert phrases("verbs", "reporting", "prepositions") == ("according", "per")


def test_a_missing_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        words("stance", "denies", "no such list")


def test_comments_of_a_table_are_no_rows() -> None:
    assert not [row for row in rows("cues") if row[0].startswith("# ")]


@pytest.mark.parametrize("name", TOML)
def test_lists_are_read_as_the_file_has_them(name: str) -> None:
    assert table(name) == tomllib.loads(FOLDER.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _is_frame(frame: str) -> bool:
    return frame.partition(":")[0] in {each.value for each in Frame} | OTHER_FRAMES
