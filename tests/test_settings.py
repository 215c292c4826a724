import pytest

from claimtrack.errors import UsageError
from claimtrack.settings import Settings


def test_no_variable_leaves_a_sqlite_file_in_the_working_folder():
    assert Settings.from_environ({}).database_url == "sqlite:///claimtrack.db"


def test_a_url_in_the_environment_names_the_database():
    url = "postgresql+psycopg://user@host/claims"
    assert Settings.from_environ({"CLAIMTRACK_DATABASE_URL": url}).database_url == url


def test_a_number_in_the_environment_bounds_the_documents():
    assert Settings.from_environ({"CLAIMTRACK_MAX_BYTES": " 1000 "}).max_bytes == 1000


def test_an_empty_variable_counts_as_unset():
    assert Settings.from_environ({"CLAIMTRACK_DATABASE_URL": "", "CLAIMTRACK_MAX_BYTES": ""}) == Settings()


@pytest.mark.parametrize("text", [" ", "0", "-5", "many", "5MB", "٣"])
def test_a_size_that_is_none_is_refused_with_the_name_of_its_variable(text):
    with pytest.raises(UsageError, match="CLAIMTRACK_MAX_BYTES is"):
        Settings.from_environ({"CLAIMTRACK_MAX_BYTES": text})
