"""What decides whether two runs find the same."""

from claimtrack.domain.run import ExtractionCounts, RunSettings


def test_the_fingerprint_does_not_depend_on_the_order_of_settings() -> None:
    left = RunSettings("1", "rules", "2", {"a": 1, "b": None})
    right = RunSettings("1", "rules", "2", {"b": None, "a": 1})
    assert left.fingerprint == right.fingerprint


def test_program_model_and_settings_each_change_the_fingerprint() -> None:
    runs = [
        RunSettings("1", "rules", "2"),
        RunSettings("2", "rules", "2"),
        RunSettings("1", "tagger", "2"),
        RunSettings("1", "rules", "3"),
        RunSettings("1", "rules", "2", {"a": True}),
    ]
    assert len({run.fingerprint for run in runs}) == len(runs)


def test_counts_add_up_field_by_field() -> None:
    total = ExtractionCounts(documents_read=1, statements_new=2) + ExtractionCounts(documents_read=3)
    assert total == ExtractionCounts(documents_read=4, statements_new=2)
