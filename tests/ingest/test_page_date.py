from datetime import date

import pytest
from lxml.html import fromstring

from claimtrack.ingest.page_date import stated_date

DAY = date(2024, 6, 18)
OTHER = "2001-01-01"


def find(head: str = "", body: str = "") -> date | None:
    return stated_date(fromstring(f"<html><head><title>t</title>{head}</head><body><p>x</p>{body}</body></html>"))


def linked(source: str) -> str:
    return f'<script type="application/ld+json">{source}</script>'


@pytest.mark.parametrize(
    "content",
    ["2024-06-18", "2024-06-18T01:00:00+09:00", "20240618", "2024/06/18", "Tue, 18 Jun 2024 10:00:00 GMT"],
)
def test_dates_of_meta_elements_are_read_in_common_forms(content: str) -> None:
    assert find(f'<meta name="date" content="{content}">') == DAY


@pytest.mark.parametrize("attribute", ["name", "property", "itemprop"])
def test_meta_elements_are_known_by_any_of_their_names(attribute: str) -> None:
    assert find(f'<meta {attribute}="datePublished" content="2024-06-18">') == DAY


def test_the_publication_time_goes_before_a_mere_date() -> None:
    head = f'<meta name="date" content="{OTHER}"><meta property="article:published_time" content="2024-06-18">'
    assert find(head) == DAY


def test_a_time_of_change_is_not_the_publication_date() -> None:
    assert find(f'<meta property="article:modified_time" content="{OTHER}">') is None


@pytest.mark.parametrize(
    "source",
    [
        '{"@type": "NewsArticle", "datePublished": "2024-06-18T10:00:00Z"}',
        '[{"@type": "Organization"}, {"@type": ["Article", "X"], "datePublished": "2024-06-18"}]',
        '{"@graph": [{"@type": "WebPage", "datePublished": "2024-06-18"}]}',
    ],
)
def test_linked_data_gives_the_date(source: str) -> None:
    assert find(linked(source)) == DAY


@pytest.mark.parametrize(
    "source",
    [
        "{broken",
        "[" * 50_000,
        '{"@type": "Comment", "datePublished": "2024-06-18"}',
        '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2024-06-18"}]}',
        '{"@type": "NewsArticle", "datePublished": 20240618}',
        '{"@graph": 3}',
    ],
)
def test_linked_data_that_states_no_date_of_the_page_gives_none(source: str) -> None:
    assert find(linked(source)) is None


@pytest.mark.parametrize(
    "body",
    [
        '<time itemprop="datePublished" datetime="2024-06-18">Tuesday</time>',
        '<span itemprop="datePublished" content="2024-06-18">Tuesday</span>',
        '<span itemprop="datePublished">2024-06-18</span>',
        '<time pubdate datetime="2024-06-18">Tuesday</time>',
        '<time class="entry-date" datetime="2024-06-18">Tuesday</time>',
        '<article><header><time datetime="2024-06-18">Tuesday</time></header></article>',
    ],
)
def test_marked_time_elements_give_the_date(body: str) -> None:
    assert find(body=body) == DAY


@pytest.mark.parametrize(
    "body",
    [
        '<article><p>It fell on <time datetime="2024-06-18">Tuesday</time></p></article>',
        '<div class="comment"><time datetime="2024-06-18">Tuesday</time></div>',
        "<p>Published 2024-06-18</p>",
    ],
)
def test_a_date_within_the_prose_or_comments_is_none(body: str) -> None:
    assert find(body=body) is None


@pytest.mark.parametrize("content", ["0001-01-01", "1970-01-01T00:00:00Z", "soon", "", "2024-99-99", "99999999", ", ,"])
def test_a_date_that_is_none_is_passed_over(content: str) -> None:
    first = f'<meta property="article:published_time" content="{content}">'
    assert find(first + '<meta name="date" content="2024-06-18">') == DAY
