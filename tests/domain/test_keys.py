import re

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.domain.keys import document_key, hash_key, statement_key
from claimtrack.domain.spans import Span, Spans
from tests.domain.strategies import spans

PARTS = st.lists(st.text(max_size=10), max_size=4)


@given(PARTS)
def test_a_key_is_16_hexadecimal_digits_and_always_the_same(parts: list[str]) -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", hash_key(*parts))
    assert hash_key(*parts) == hash_key(*parts)


@given(PARTS, PARTS)
def test_different_parts_have_different_keys(left: list[str], right: list[str]) -> None:
    assert (hash_key(*left) == hash_key(*right)) == (left == right)


def test_parts_are_not_run_together() -> None:
    assert len({hash_key("ab", "c"), hash_key("a", "bc"), hash_key("abc"), hash_key("1:a"), hash_key("a", "")}) == 5


def test_keys_stay_what_they_are_in_databases() -> None:
    assert document_key("visit", "text") == "f09e5c9796a641d2"
    assert statement_key("k", [Span(0, 5)], [], [Span(6, 9), Span(12, 20)]) == "dbab77efc4af993f"


def test_a_document_is_another_with_another_id_or_text() -> None:
    assert len({document_key("a", "text"), document_key("b", "text"), document_key("a", "text ")}) == 3


@given(spans(), spans(), spans())
def test_a_span_in_another_role_is_another_statement(source: Spans, cue: Spans, content: Spans) -> None:
    swapped = statement_key("k", cue, source, content)
    assert (statement_key("k", source, cue, content) == swapped) == (source == cue)


@given(spans())
def test_the_same_spans_in_another_document_are_another_statement(pieces: Spans) -> None:
    assert statement_key("a", pieces, (), ()) != statement_key("b", pieces, (), ())


def test_half_characters_do_not_break_a_key() -> None:
    assert hash_key("\ud800") != hash_key("\ud801")
