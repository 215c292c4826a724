"""Exports: what the filters select, alike on every database."""

import csv
import io
import json
from collections.abc import Iterator

import pytest

from claimtrack.db.session import session_scope
from claimtrack.domain.filters import StatementFilters
from claimtrack.domain.interchange import attribution_from_json
from claimtrack.domain.keys import document_key
from claimtrack.domain.spans import cut
from claimtrack.domain.vocabulary import Stance
from claimtrack.workflows.export import export_csv, export_jsonl
from claimtrack.workflows.extract import extract_documents
from tests.conftest import MakeDatabase
from tests.samples import RUN, Annotator, Saying, attribution, document

FIRST = document("Kirby said that =1+1 pumps work.\nMoscow denied “it all”.", "first", publisher="The Planet")
SECOND = document("Élysée said that ships sank.", "second")
CLAIM = attribution(FIRST, "Kirby", "said", "that =1+1 pumps work", topics=("pumps",))
DENIAL = attribution(FIRST, "Moscow", "denied", "“it all”", stance=Stance.DENIES, denies=(CLAIM.id,))
OTHER = attribution(SECOND, "Élysée", "said", "that ships sank", speakers=(), anonymous=True)
EVERYTHING = StatementFilters()


@pytest.fixture(scope="module")
def databases(make_database: MakeDatabase) -> Iterator[dict[str, str]]:
    annotate = Annotator(Saying(FIRST, (CLAIM, DENIAL)), Saying(SECOND, (OTHER,)))
    with make_database("sqlite") as sqlite, make_database("postgresql") as postgresql:
        for url in (sqlite, postgresql):
            extract_documents(url, [FIRST, SECOND], annotate, RUN)
        yield {"sqlite": sqlite, "postgresql": postgresql}


def exported(export, url, filters=EVERYTHING):
    stream = io.BytesIO()
    with session_scope(url) as session:
        written = export(session, filters, stream)
    return written, stream.getvalue()


@pytest.mark.parametrize("export", [export_csv, export_jsonl])
def test_every_database_gives_the_same_bytes(databases, export):
    assert exported(export, databases["sqlite"]) == exported(export, databases["postgresql"])


def test_csv_tells_who_denied_a_statement_and_what_a_denial_denies(databases):
    written, data = exported(export_csv, databases["sqlite"])
    rows = {row["statement_id"]: row for row in csv.DictReader(io.StringIO(data.decode(), newline=""))}
    assert written == len(rows) == 3
    assert rows[CLAIM.id]["denied_by_ids"] == DENIAL.id
    assert rows[DENIAL.id]["denies"] == CLAIM.id


def test_jsonl_gives_back_the_attributions_that_were_stored(databases):
    written, data = exported(export_jsonl, databases["sqlite"])
    lines = [json.loads(line) for line in data.splitlines()]
    assert written == 3
    assert [line["document"] for line in lines] == ["first", "second"]
    for line in lines:
        assert line["story"] == document_key(line["document"], line["text"])
        for item in line["statements"]:
            found = attribution_from_json(item)
            assert found in {CLAIM, DENIAL, OTHER}
            assert cut(line["text"], found.content)


def test_only_what_the_filters_select_is_written(databases):
    filters = StatementFilters(stances=(Stance.DENIES,))
    written, data = exported(export_jsonl, databases["sqlite"], filters)
    assert written == 1
    assert [item["id"] for item in json.loads(data)["statements"]] == [DENIAL.id]


def test_nothing_selected_is_a_header_or_an_empty_file(databases):
    nothing = StatementFilters(speakers=("Nobody",))
    assert exported(export_jsonl, databases["sqlite"], nothing) == (0, b"")
    written, data = exported(export_csv, databases["sqlite"], nothing)
    assert (written, data.count(b"\r\n")) == (0, 1)
