"""The publication date that a page states in markup made for machines; never one guessed from its prose.

trafilatura's own search falls back to any date in the text, and so may take the date of an event, a comment
or a copyright line for the publication date.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate
from typing import Any

from claimtrack.ingest.dates import parse_published

__all__ = ["stated_date"]

_META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_date",
    "date",
)
_TIMES = (
    "//*[@itemprop='datePublished']",
    "//time[@pubdate]",
    "//time[contains(@class, 'publish') or contains(@class, 'entry-date')]",
    "//article//header//time[@datetime]",
)
_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|Report|WebPage)\Z")
_DIGITS = re.compile(r"([0-9]{4})[/.]?([0-9]{2})[/.]?([0-9]{2})(?![0-9])")
_UNSET = date(1970, 1, 1)
"""What content systems write where no date was set."""


def stated_date(tree: Any) -> date | None:
    """The first date in meta elements, JSON-LD and marked ``time`` elements of an lxml tree, or None."""
    for value in _candidates(tree):
        found = _day(value)
        if found is not None and found.year >= 1900 and found != _UNSET:
            return found
    return None


def _candidates(tree: Any) -> Iterator[str]:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute, "").strip().lower()
            metas.setdefault(name, []).append(element.get("content", ""))
    for name in _META_NAMES:
        yield from metas.get(name, ())
    for script in tree.xpath("//script[@type='application/ld+json']"):
        yield from _linked_data_dates(script.text or "")
    for path in _TIMES:
        for element in tree.xpath(path):
            yield element.get("datetime") or element.get("content") or element.text or ""


def _linked_data_dates(source: str) -> Iterator[str]:
    """``datePublished`` of the page's own articles, not of those that they point to."""
    try:
        loaded = json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return
    things = loaded if isinstance(loaded, list) else [loaded]
    graphs = [thing["@graph"] for thing in things if isinstance(thing, dict) and "@graph" in thing]
    for thing in [*things, *(thing for graph in graphs if isinstance(graph, list) for thing in graph)]:
        if isinstance(thing, dict) and _is_article(thing.get("@type")):
            value = thing.get("datePublished")
            if isinstance(value, str):
                yield value


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(item, str) and _ARTICLE.match(item) for item in kinds)


def _day(value: str) -> date | None:
    """ISO forms, ``20240618``, ``2024/06/18`` and the dates of mail headers."""
    value = value.strip()[:100]
    try:
        return parse_published(value)
    except ValueError:
        pass
    digits = _DIGITS.match(value)
    try:
        if digits:
            return date(int(digits[1]), int(digits[2]), int(digits[3]))
        parts = parsedate(value)
        return date(*parts[:3]) if parts else None
    except (ValueError, IndexError, TypeError):  # parsedate fails in several ways on odd headers
        return None
