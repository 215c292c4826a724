"""``claimtrack claims``: two claims of the sample database merged, split, told and logged."""

import json

SHIPPED, RUST = "that Freedonia had shipped pumps to Sylvania", "that the pumps will rust"


def _ids(run) -> dict[str, str]:
    """Ids of claims by their words."""
    return {
        row["claim"]: row["claim_id"]
        for row in json.loads(run("report", "claims", "--type", "any", "--format", "json").stdout)
    }


def test_a_merge_is_told_logged_and_taken_back(run):
    ids = _ids(run)
    merged = run("claims", "merge", ids[RUST], ids[SHIPPED], "--reason", "a test")
    assert f"'{RUST}' is '{SHIPPED}' from now on" in merged.stderr
    assert set(_ids(run)) == {SHIPPED}
    split = run("claims", "split", ids[RUST])
    assert f"'{RUST}' and '{SHIPPED}' are two claims from now on" in split.stderr
    assert set(_ids(run)) == {SHIPPED, RUST}
    log = json.loads(run("claims", "log", "--format", "json").stdout)
    assert [(each["action"], each["claim"], each["reason"]) for each in log] == [
        ("merge", RUST, "a test"),
        ("split", RUST, None),
    ]


def test_nothing_to_suggest_is_an_empty_list(run):
    assert run("claims", "suggest", "--format", "json").stdout == "[]\n"


def test_an_unknown_id_is_told_with_where_to_find_ids(run):
    result = run("claims", "merge", "ffff", "ffff")
    assert result.exit_code == 1
    assert "no claim or statement has the id 'ffff'; `claimtrack report claims` has ids" in result.stderr


def test_the_commands_are_listed_where_none_is_given(run):
    assert "suggest" in run("claims").output
