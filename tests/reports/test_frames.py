import io

from claimtrack.reports.frames import COUNT, RATIO, TEXT, frame_rows, share, table, write_frame

COLUMNS = {"name": TEXT, "count": COUNT, "share": RATIO}


def test_types_are_those_given() -> None:
    for rows in ([], [("a", 1, 0.5)]):
        assert [str(dtype) for dtype in table(COLUMNS, rows).dtypes] == ["object", "int64", "float64"]


def test_cells_are_shown_as_text() -> None:
    assert list(frame_rows(table(COLUMNS, [("=a", 1, 0.5)]))) == [("=a", "1", "0.5")]


def test_a_table_is_written_with_text_made_safe_and_numbers_as_they_are() -> None:
    stream = io.BytesIO()
    assert write_frame(table(COLUMNS, [("=a", -1, -0.25), ("b", 2, 1.0)]), stream) == 2
    assert stream.getvalue().decode() == "name,count,share\r\n'=a,-1,-0.25\r\nb,2,1.0\r\n"


def test_an_empty_table_is_written_as_its_header() -> None:
    stream = io.BytesIO()
    assert write_frame(table(COLUMNS, []), stream, bom=True) == 0
    assert stream.getvalue() == b"\xef\xbb\xbfname,count,share\r\n"


def test_a_share_has_four_digits() -> None:
    assert (share(1, 3), share(2, 2), share(0, 0)) == (0.3333, 1.0, 0.0)
