import pytest

from claimtrack.errors import ClaimtrackError
from claimtrack.workflows import demo


def test_the_sample_article_is_found_in_a_checkout():
    assert demo.sample_article().read_text(encoding="utf-8").startswith("Putin journeys")


def test_a_missing_sample_article_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(demo, "_PACKAGE", tmp_path / "claimtrack")
    with pytest.raises(ClaimtrackError, match="install claimtrack again"):
        demo.sample_article()


def test_the_demo_gives_statements_sources_and_a_csv(tmp_path):
    file = tmp_path / "demo.csv"
    done = demo.run_demo(str(tmp_path / "demo.db"), str(file))
    assert done.counts.documents_new == 1
    assert {"John Kirby", "Yuri Ushakov"} <= set(done.sources["speaker"])
    assert file.read_bytes().count(b"\r\n") == len(done.statements) + 1
