"""Topics from a CSV file."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from claimtrack.db.session import session_scope
from claimtrack.domain.vocabulary import Maker
from claimtrack.reports.csv_writer import write_csv
from claimtrack.workflows.extract import extract_documents
from claimtrack.workflows.topic_import import TopicImport, import_topics
from claimtrack.workflows.topics import add_topic, list_topics
from tests.samples import RUN, Annotator, Saying, attribution, document

ARTICLE = document("Kirby said shells were shipped. Kim praised rice.")
SHELLS = attribution(ARTICLE, "Kirby", "said", "shells were shipped")
RICE = attribution(ARTICLE, "Kim", "praised", "rice", topics=("Harvest",))


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    extract_documents(database_url, [ARTICLE], Annotator(Saying(ARTICLE, (SHELLS, RICE))), RUN)
    with session_scope(database_url) as session:
        yield session


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "topics.csv"


def load(session: Session, file: Path, text: str) -> TopicImport:
    file.write_text(text, encoding="utf-8")
    return import_topics(session, str(file))


def outcomes(done: TopicImport) -> dict[str, tuple[str, int]]:
    return {each.name: (each.outcome, each.statements) for each in done.topics}


def own(session: Session) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(t.name, t.words, t.description) for t in list_topics(session) if t.made_by is Maker.ANALYST]


def test_new_topics_are_added_and_given_to_statements(session: Session, file: Path) -> None:
    done = load(session, file, "name,words,description\narms,shells; missiles,Who arms whom\nrice,,\n")
    assert outcomes(done) == {"arms": ("added", 1), "rice": ("added", 1)}
    assert own(session) == [("arms", ("shells", "missiles"), "Who arms whom"), ("rice", ("rice",), None)]


def test_a_topic_that_differs_is_changed_and_another_left(session: Session, file: Path) -> None:
    add_topic(session, "arms", ["shells"], "One")
    add_topic(session, "rice")
    done = load(session, file, "name,words,description\nArms,rice,One\nrice,rice,\n")
    assert outcomes(done) == {"Arms": ("changed", 1), "rice": ("unchanged", 1)}
    assert own(session) == [("Arms", ("rice",), "One"), ("rice", ("rice",), None)]


def test_a_second_import_changes_nothing(session: Session, file: Path) -> None:
    text = "name,words,description\narms,shells;missiles;shells,x\n"
    load(session, file, text)
    assert outcomes(load(session, file, text)) == {"arms": ("unchanged", 1)}


def test_a_column_that_is_not_there_leaves_what_is_stored(session: Session, file: Path) -> None:
    add_topic(session, "arms", ["shells"], "One")
    assert outcomes(load(session, file, "name\narms\n")) == {"arms": ("unchanged", 1)}
    assert outcomes(load(session, file, "name,description\narms,Two\n")) == {"arms": ("changed", 1)}
    assert own(session) == [("arms", ("shells",), "Two")]


def test_rows_that_make_no_topic_are_told_and_the_others_go_on(session: Session, file: Path) -> None:
    done = load(session, file, "name,words\n,shells\nthe,\nArms,of\nrice,\nRICE,x\nfood,rice\n")
    assert outcomes(done) == {"rice": ("added", 1), "food": ("added", 1)}
    told = [str(failure).removeprefix(str(file)) for failure in done.failures]
    assert [reason[:3] for reason in told] == [":2:", ":3:", ":4:", ":6:"]
    assert "'' is no name" in told[0]
    assert "'of' has no word to search for" in told[2]
    assert "'RICE' has a row before this" in told[3]


def test_what_no_database_stores_is_a_bad_row(session: Session, file: Path) -> None:
    file.write_bytes("name,words\narms\0,x\nfood,rice\n".encode("utf-16"))
    done = import_topics(session, str(file))
    assert (outcomes(done), len(done.failures)) == ({"food": ("added", 1)}, 1)


def test_a_listing_of_topics_as_csv_is_read_back(session: Session, file: Path) -> None:
    add_topic(session, "=1+1", ["shells; boom", "-rice"], "@home, 'quoted'\nand more")
    add_topic(session, "arms")
    before = own(session)
    fields = ("name", "statements", "made_by", "words", "description")
    stream = io.BytesIO()
    listed = [
        ["; ".join(value) if isinstance(value, tuple) else value for value in (getattr(t, f) for f in fields)]
        for t in list_topics(session)
    ]
    write_csv(fields, listed, stream)
    file.write_bytes(stream.getvalue())
    done = import_topics(session, str(file))
    assert {outcome for outcome, _ in outcomes(done).values()} == {"unchanged"}
    assert (done.machine, done.failures, done.ignored) == (1, (), ())
    assert own(session) == before


@pytest.mark.parametrize("maker", ["machine", "Machine "])
def test_topics_of_the_machine_are_left_alone(session: Session, file: Path, maker: str) -> None:
    done = load(session, file, f"name,made_by\nHarvest,{maker}\n")
    assert (done.machine, outcomes(done)) == (1, {})
