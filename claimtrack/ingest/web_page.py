"""``.html``: the article's text and metadata by trafilatura, comments left out. Nothing is ever fetched."""

import hashlib
import logging
import re
from datetime import date
from typing import Any

from claimtrack.domain.document import Document
from claimtrack.errors import DocumentError
from claimtrack.ingest.checks import checked_text, one_line
from claimtrack.ingest.decoding import decode
from claimtrack.ingest.origins import Origin
from claimtrack.ingest.page_date import stated_date
from claimtrack.ingest.page_source import repaired_page

__all__ = ["read_web_page"]

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096
_NO_ARTICLE = "no article text is found in the page; save the whole page, or its text as .txt"


def read_web_page(data: bytes, origin: Origin, max_bytes: int) -> Document:
    """A document of the page's main text, paragraphs as lines; raises DocumentError where there is none.

    ``raw_sha256`` is the hash of the page as read. The date is one that the page states (``page_date``); the
    publisher is the site's name, or else its host.
    """
    declared = _DECLARED.search(data, 0, _HEAD)
    page = decode(data, origin.name, declared[1].decode("ascii", "ignore") if declared else None)
    if "\0" in page:
        raise DocumentError(origin.name, "it is binary data, not text; convert it to text first")
    extracted, published = _extract(page, origin.name)
    return Document(
        id=origin.document_id,
        text=checked_text(extracted.text, origin.name, max_bytes),
        title=_line(extracted.title),
        publisher=_line(extracted.sitename),
        published=published,
        url=_web_address(extracted.url),
        author=_line(extracted.author),
        origin=origin.name,
        media_type="text/html",
        raw_sha256=hashlib.sha256(data).hexdigest(),
    )


def _extract(page: str, origin: str) -> tuple[Any, date | None]:
    """The page as trafilatura reads it (text, title, sitename, url, author), and the date that it states."""
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415 -- takes a fifth of a second

    for name in ("trafilatura", "htmldate"):
        # Their warnings name no file; what matters of them is said by our errors.
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # trafilatura's own date is not used: see page_date.
    dates = {"extensive_search": False, "original_date": True}
    try:
        tree = load_html(repaired_page(page))
        extracted: Any = bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=dates)
        published = None if tree is None else stated_date(tree)
    except Exception as error:  # whatever a parser makes of a hostile page must not end the batch
        reason = f"the page cannot be parsed ({type(error).__name__}); save its text as .txt"
        raise DocumentError(origin, reason) from error
    if extracted is None or not (extracted.text or "").strip():
        raise DocumentError(origin, _NO_ARTICLE)
    return extracted, published


def _line(value: str | None) -> str | None:
    line = one_line(value)
    return line.encode("utf-8", "ignore").decode("utf-8").replace("\0", "") or None if line else None


def _web_address(value: str | None) -> str | None:
    """The page's word for its own address, where it is one of the web's."""
    line = _line(value)
    return line if line and re.match(r"https?://", line, re.IGNORECASE) else None
