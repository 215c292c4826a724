import pytest

from claimtrack.db.session import session_scope
from claimtrack.domain.vocabulary import Stance
from claimtrack.errors import ClaimtrackError
from claimtrack.search.question import understand
from claimtrack.workflows import demo
from claimtrack.workflows.query import find_or_widen


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


def test_the_sample_article_answers_what_is_claimed_of_arms_transfers_and_who_denies_it(database_url, tmp_path):
    demo.run_demo(database_url, str(tmp_path / "demo.csv"))
    with session_scope(database_url) as session:
        answer = find_or_widen(session, understand("all claims about arms transfers").filters)
        found = {each.content: each for each in answer.statements}
    contents = " | ".join(found)
    for words in ("substantial military aid", "North Korean arms deals", "such weapon transfers", "6,700 containers"):
        assert words in contents
    denied = [content for content, each in found.items() if each.attribution.stance is Stance.DENIES]
    assert {"allegations of North Korean arms deals", "such weapon transfers"} <= set(denied)
    assert answer.widened
