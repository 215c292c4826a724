"""The docs against the program: links lead somewhere, commands and terms exist."""

import re
from pathlib import Path

import pytest

from claimtrack.domain import vocabulary

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
NAMED_FILE = re.compile(r"`((?:claimtrack|tests|docs|migrations|seeds|benchmarks)/[\w./-]*\w)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_named_file_leads_somewhere(page):
    text = page.read_text(encoding="utf-8")
    links = [page.parent / link for link in LINK.findall(text) if not link.startswith(("http://", "https://"))]
    named = [ROOT / name for name in NAMED_FILE.findall(text)]
    missing = [str(path) for path in (*links, *named) if not (path.exists() or path.with_suffix(".py").exists())]
    assert not missing


@pytest.mark.parametrize("name", vocabulary.__all__)
def test_the_glossary_has_every_value_of_every_vocabulary(name):
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    missing = [member.value for member in getattr(vocabulary, name) if f"`{member.value}`" not in glossary]
    assert not missing


def test_every_page_is_listed_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [page.name for page in (ROOT / "docs").glob("*.md") if f"docs/{page.name}" not in readme]
    assert not missing
