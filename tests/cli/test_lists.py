import json


def test_speakers_are_listed_with_what_they_have_said(run):
    rows = json.loads(run("speakers", "list", "--format", "json").stdout)
    assert [(row["name"], row["statements"]) for row in rows] == [("Ada Berg", 1), ("Freedonia", 1)]


def test_speakers_can_be_looked_up_by_a_part_of_the_name(run):
    assert [row["name"] for row in json.loads(run("speakers", "list", "berg", "--format", "json").stdout)] == [
        "Ada Berg"
    ]


def test_speakers_alone_lists_them(run):
    assert run("speakers").stdout == run("speakers", "list").stdout


def test_a_merge_is_told_logged_and_taken_back(run):
    merged = run("speakers", "merge", "Freedonia", "Ada Berg", "--reason", "a test")
    assert "'Freedonia' is 'Ada Berg' from now on" in merged.stderr
    [row] = json.loads(run("speakers", "list", "--format", "json").stdout)
    assert (row["name"], row["aliases"], row["statements"]) == ("Ada Berg", ["Freedonia"], 2)
    assert run("speakers", "split", "Freedonia").stderr == "'Freedonia' and 'Ada Berg' are two speakers again.\n"
    log = json.loads(run("speakers", "log", "--format", "json").stdout)
    assert [(each["action"], each["reason"]) for each in log] == [("merge", "a test"), ("split", None)]


def test_an_alias_is_told(run):
    assert "'Countess Berg' is 'Ada Berg' from now on" in run("speakers", "alias", "Ada Berg", "Countess Berg").stderr


def test_a_speaker_that_nobody_is_is_an_expected_failure(run):
    result = run("speakers", "merge", "Nobody", "Ada Berg")
    assert (result.exit_code, "no speaker is 'Nobody'" in result.stderr) == (1, True)


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


def test_an_item_of_wikidata_is_told_and_logged(run):
    told = run("speakers", "wikidata", "Freedonia", "Q1128", "--reason", "the film").stderr
    assert told == "'Freedonia' is Q1128 from now on.\n"
    [decision] = json.loads(run("speakers", "log", "--format", "json").stdout)
    assert (decision["action"], decision["reason"]) == ("identify", "Q1128: the film")
    assert run("speakers", "wikidata", "Freedonia").stderr == "'Freedonia' is no item of Wikidata from now on.\n"


def test_nobody_is_suggested_where_no_two_are_alike(run):
    assert run("speakers", "suggest", "--format", "json").stdout == "[]\n"


def test_a_changed_topic_is_told_with_what_it_looks_for(run):
    run("topics", "add", "freight", "--words", "shipments")
    edited = run("topics", "edit", "freight", "--name", "cargo", "--words", "shipped pumps", "--words", "rice")
    assert edited.stderr == "Topic 'cargo' changed; looks for shipped pumps; rice; 2 statements.\n"
    result = run("topics", "edit", "cargo")
    assert (result.exit_code, "give --name, --words or --description" in result.stderr) == (2, True)


def test_how_well_a_statement_fits_a_topic_is_shown(run):
    run("topics", "add", "freight", "--words", "pumps shipments")
    denial = json.loads(run("query", "--stance", "denies", "--format", "jsonl").stdout)["id"]
    assert "topics       freight (fit 0.75)\n" in run("show", denial).stdout


def test_topics_are_imported_and_told(run):
    table = "\ufeffname,words,owner\nfreight,shipments; shipped pumps,me\nrust,,me\n,x,me\n"
    result = run("topics", "import", "-", "--format", "csv", input=table)
    assert result.stdout.splitlines() == ["name,outcome,statements", "freight,added,2", "rust,added,1"]
    assert result.stderr.splitlines() == [
        "skipped -:4: '' is no name; give a short noun phrase",
        "columns that are not used: owner",
        "2 topics read: 2 added, 0 changed, 0 unchanged, 1 skipped.",
    ]
    assert result.exit_code == 1


def test_a_listing_of_topics_is_imported_again(run, tmp_path):
    run("topics", "add", "freight", "--words", "shipments", "--description", "=what, moves")
    (tmp_path / "topics.csv").write_bytes(run("topics", "list", "--format", "csv").stdout_bytes)
    result = run("topics", "import", "topics.csv", "--format", "json")
    assert (result.exit_code, [row["outcome"] for row in json.loads(result.stdout)]) == (0, ["unchanged"])
    assert "1 topic of the program's own left out" in result.stderr


def test_a_file_of_topics_that_is_none_is_an_expected_failure(run):
    result = run("topics", "import", "none.csv")
    assert (result.exit_code, "none.csv: cannot be read" in result.stderr) == (1, True)


def test_topics_of_one_statement_are_not_suggested(run):
    assert run("topics", "suggest", "--format", "json").stdout == "[]\n"
    result = run("topics", "add", "rust", "--suggested")
    assert (result.exit_code, "no topic 'rust' is suggested" in result.stderr) == (1, True)
