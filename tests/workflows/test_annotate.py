from claimtrack.ingest.options import ReadOptions
from claimtrack.workflows.annotate import annotate_files


def test_documents_come_in_order_and_the_unreadable_ones_go_aside(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Kirby said that {name} works.")
    paths = [str(tmp_path / name) for name in ("a.txt", "none.txt", "b.txt")]
    errors = []
    lines = list(annotate_files(paths, ReadOptions(publisher="The Planet"), errors.append))
    assert [(line["document"], line["publisher"]) for line in lines] == [("a", "The Planet"), ("b", "The Planet")]
    assert [error.origin for error in errors] == [paths[1]]


def test_the_same_text_gives_the_same_line(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Kirby said that it works. Many doubt it.")
    once, again = (list(annotate_files([str(file)], ReadOptions(), print)) for _ in range(2))
    assert once == again
