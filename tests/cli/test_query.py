import csv
import io
import json
from dataclasses import replace

import pytest

from claimtrack.domain.run import RunSettings
from claimtrack.workflows.extract import extract_documents
from tests.cli.conftest import DOCUMENT, annotate


def ids(result):
    return [json.loads(line)["id"] for line in result.stdout.splitlines()]


def test_a_question_is_answered_with_the_statements_it_asks_for(run):
    result = run("query", "denials by Freedonia", "--format", "jsonl")
    [found] = [json.loads(line) for line in result.stdout.splitlines()]
    assert (result.exit_code, found["stance"], found["speakers"][0]["name"]) == (0, "denies", "Freedonia")


def test_standard_error_tells_how_the_question_was_understood(run):
    result = run("query", "recent", "denials", "by", "Freedonia")
    assert result.stderr.splitlines() == [
        "understood as: speaker Freedonia; stance denies",
        "not understood, left out: recent",
        "1 statement found.",
    ]


def test_options_narrow_the_question(run):
    both = run("query", "pumps", "--type", "any", "--format", "jsonl")
    assert len(ids(both)) == 3
    assert len(ids(run("query", "pumps", "--type", "any", "--speaker", "Berg", "--format", "jsonl"))) == 1


NOTHING_HAS_ALL = "no statement has all of these words; these have at least one of them\n"


def test_where_no_statement_has_all_words_those_with_one_are_listed_and_this_is_told(run):
    result = run("query", "claims about rusty pumps", "--exact", "--format", "jsonl")
    assert NOTHING_HAS_ALL in result.stderr
    assert len(ids(result)) == 2


def test_all_words_are_insisted_on_if_wanted(run):
    result = run("query", "claims about rusty pumps", "--all-words")
    assert (NOTHING_HAS_ALL in result.stderr, "0 statements found." in result.stderr) == (False, True)


def test_one_word_is_enough_if_wanted(run):
    result = run("query", "shipped fables", "--any-word", "--format", "jsonl")
    assert (NOTHING_HAS_ALL in result.stderr, len(ids(result))) == (False, 2)


@pytest.mark.parametrize("question", ["the rust", "rusty wheels"])
def test_nothing_is_said_of_words_where_nothing_is_found(run, question):
    assert run("query", question).stderr.splitlines()[1:] == ["0 statements found."]


def test_words_may_be_given_by_an_option_and_join_those_of_the_question(run):
    assert len(ids(run("query", "--about", "pumps", "--format", "jsonl"))) == 2
    result = run("query", "claims about pumps", "--about", "rust", "--all-words", "--type", "any", "--format", "jsonl")
    assert len(ids(result)) == 1


def test_only_statements_are_listed_where_no_type_is_given(run):
    assert len(ids(run("query", "--format", "jsonl"))) == 2
    assert len(ids(run("query", "--type", "belief", "--format", "jsonl"))) == 1


def test_every_option_reaches_the_database(run):
    matching = ("--stance", "denies", "--publisher", "Planet", "--document", "pipeline", "--kind", "mixed")
    more = ("--since", "June 2024", "--until", "2024-06-16", "--named", "--undenied", "--limit", "5")
    assert len(ids(run("query", *matching, *more, "--format", "jsonl"))) == 1
    for wrong in (("--kind", "direct"), ("--denied",), ("--anonymous",), ("--topic", "x"), ("--since", "2025")):
        assert run("query", "--stance", "denies", *wrong, "--format", "jsonl").stdout == ""


def test_what_copies_of_one_text_say_is_listed_once_if_wanted(run, database):
    extract_documents(database, [replace(DOCUMENT, id="copy")], annotate, RunSettings("1", "hand", "1"))
    denials = ("query", "denials by Freedonia", "--format", "jsonl")
    assert [len(ids(run(*denials, *more))) for more in ((), ("--distinct",))] == [2, 1]


def test_a_table_names_speaker_date_stance_and_document(run):
    header, _, first, _ = run("query").stdout.splitlines()
    assert header.split() == ["id", "speaker", "said", "on", "stance", "content", "document"]
    assert all(word in first for word in ("Ada Berg", "2024-06-17", "asserts", "Sylvania", "pipeline"))


def test_json_lines_are_interchange_objects_with_their_document(run):
    item = json.loads(run("query", "--stance", "denies", "--format", "jsonl").stdout)
    assert (item["document"], item["story"]) == ("pipeline", DOCUMENT.key)
    assert item["content"] == [[96, 109], [119, 154]]
    assert item["said_on"] == ["2024-06-10", "2024-06-16"]


def test_csv_has_the_columns_of_an_export(run, tmp_path):
    listed = run("query", "--format", "csv").stdout_bytes
    run("export", str(tmp_path / "all.csv"))
    assert listed == (tmp_path / "all.csv").read_bytes()
    assert len(list(csv.DictReader(io.StringIO(listed.decode())))) == 2


def test_words_of_a_document_cannot_steer_the_terminal(run):
    for form in ("table", "markdown", "csv", "json", "jsonl"):
        assert "\x1b" not in run("query", "--format", form).stdout


def test_a_contradiction_of_question_and_options_is_a_usage_error(run):
    result = run("query", "denials by Freedonia", "--speaker", "Berg")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "asks for Freedonia, but --speaker for Berg: give only one of the two" in result.stderr


def test_a_date_that_is_none_is_a_usage_error(run):
    result = run("query", "--since", "the war")
    assert result.exit_code == 2
    assert "--since 'the war' is no date; use a form such as 2024-06-18" in result.stderr


def test_words_that_cannot_be_searched_for_are_a_usage_error(run):
    result = run("query", "it")
    assert result.exit_code == 2
    assert "no word to search for" in result.stderr


@pytest.mark.parametrize("option", ["--speaker", "--topic", "--publisher"])
def test_a_name_without_a_letter_is_refused(run, option):
    result = run("query", option, " ")
    assert result.exit_code == 2
    assert f"{option} ' ' is no name; give one, or leave the option out" in result.stderr


def test_claims_are_asked_for_by_what_became_of_them(run):
    def ids(*options):
        return [json.loads(line)["stance"] for line in run("query", *options, "--format", "jsonl").stdout.splitlines()]

    assert ids("--status", "denied") == ["asserts", "denies"]
    assert ids("--contested") == []
    assert ids("--status", "denied", "--status", "confirmed") == ["asserts", "denies"]
    assert ids("contested claims") == []


def test_by_meaning_each_statement_has_a_score(run):
    header, *_ = run("query", "claims about shipped weapons", "--min-score", "0").stdout.splitlines()
    assert header.split()[0] == "score"


def test_by_words_alone_there_is_no_score(run):
    header, *_ = run("query", "claims about rust", "--exact").stdout.splitlines()
    assert "score" not in header


def test_a_least_score_is_for_subjects(run):
    result = run("query", "claims about rust", "--exact", "--min-score", "0.5")
    assert result.exit_code == 2
    assert "--min-score is for subjects: leave out --exact, --any-word and --all-words" in result.stderr


def test_a_least_score_without_a_subject_is_refused(run):
    result = run("query", "--speaker", "Kirby", "--min-score", "0.5")
    assert result.exit_code == 2
    assert "--min-score is for subjects: say what the statements are to be about" in result.stderr


def test_a_score_that_is_none_is_refused(run):
    assert run("query", "claims about rust", "--min-score", "2").exit_code == 2


def test_by_meaning_the_likeliest_come_first_in_every_format(run):
    result = run("query", "claims about shipped weapons", "--min-score", "0", "--format", "jsonl")
    scores = [json.loads(line)["score"] for line in result.stdout.splitlines()]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)
