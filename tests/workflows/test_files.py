from claimtrack.db.session import session_scope
from claimtrack.db.tables import RunRow
from claimtrack.domain.filters import StatementFilters
from claimtrack.ingest.options import ReadOptions
from claimtrack.workflows.files import extract_files
from claimtrack.workflows.statements import find


def test_files_go_all_the_way_into_the_database(tmp_path, database_url):
    (tmp_path / "a.txt").write_text("Ada Berg said that the pumps work.")
    done = extract_files(database_url, [str(tmp_path)], ReadOptions())
    with session_scope(database_url) as session:
        [found] = find(session, StatementFilters())
        run = session.get_one(RunRow, done.run)
    assert (found.document.id, found.content) == ("a", "that the pumps work")
    assert run.model_name


def test_a_second_run_extracts_nothing_again(tmp_path, database_url):
    (tmp_path / "a.txt").write_text("Ada Berg said that the pumps work.")
    extract_files(database_url, [str(tmp_path)], ReadOptions())
    counts = extract_files(database_url, [str(tmp_path)], ReadOptions()).counts
    assert (counts.documents_unchanged, counts.statements_new, counts.documents_new) == (1, 0, 0)
