import json


def test_speakers_are_listed_with_what_they_have_said(run):
    rows = json.loads(run("speakers", "--format", "json").stdout)
    assert [(row["name"], row["statements"]) for row in rows] == [("Ada Berg", 1), ("Freedonia", 1)]


def test_speakers_can_be_looked_up_by_a_part_of_the_name(run):
    assert [row["name"] for row in json.loads(run("speakers", "berg", "--format", "json").stdout)] == ["Ada Berg"]


def test_topics_alone_lists_them(run):
    assert run("topics").stdout == run("topics", "list").stdout
    assert "pump exports" in run("topics").stdout


def test_an_added_topic_is_given_to_stored_statements_and_asked_for(run):
    added = run("topics", "add", "freight", "--words", "shipments", "--words", "shipped pumps")
    assert added.stderr == "Topic 'freight' added; 2 statements so far.\n"
    assert len(run("query", "--topic", "freight", "--format", "jsonl").stdout.splitlines()) == 2


def test_a_removed_topic_is_gone_and_cannot_be_removed_again(run):
    run("topics", "add", "freight")
    assert run("topics", "remove", "freight").stderr == "Topic 'freight' removed.\n"
    result = run("topics", "remove", "freight")
    assert (result.exit_code, "no topic 'freight'" in result.stderr) == (1, True)
