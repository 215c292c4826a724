import pytest

from claimtrack.errors import UsageError
from claimtrack.settings import Settings, parse_size


def test_no_variable_leaves_a_sqlite_file_in_the_working_folder():
    assert Settings.from_environ({}).database_url == "sqlite:///claimtrack.db"


def test_a_url_in_the_environment_names_the_database():
    url = "postgresql+psycopg://user@host/claims"
    assert Settings.from_environ({"CLAIMTRACK_DATABASE_URL": url}).database_url == url


def test_an_empty_variable_counts_as_unset():
    assert Settings.from_environ({"CLAIMTRACK_DATABASE_URL": "", "CLAIMTRACK_MAX_SIZE": ""}) == Settings()


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("5MB", 5_000_000),
        ("500k", 500_000),
        ("1048576", 1_048_576),
        ("1.5 m", 1_500_000),
        ("2GB", 2_000_000_000),
    ],
)
def test_sizes_are_read_with_their_units(text, size):
    assert parse_size(text, "--max-size") == size


@pytest.mark.parametrize("text", ["", "0", "-5", "many", "5 apples", "٣"])
def test_a_size_that_is_none_is_refused_by_the_name_of_what_was_set(text):
    with pytest.raises(UsageError, match="CLAIMTRACK_MAX_SIZE is"):
        Settings.from_environ({"CLAIMTRACK_MAX_SIZE": text or " "})
