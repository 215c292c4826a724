"""Give the attributions of an annotated corpus a type, where the rules know one.

    python -m claimtrack.training.types CORPUS.jsonl OUT.jsonl

PolNeAR has no types. A gold attribution takes the type that ``extract.rules.types`` gives the candidate whose head
stands in its cue and whose content is most like its own; one that no candidate agrees with stays without. The trained
model learns from these and generalises to cues that no list has.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimtrack.domain.document import Document
from claimtrack.domain.interchange import JsonObject
from claimtrack.domain.spans import Span, Spans, size
from claimtrack.domain.vocabulary import AttributionType
from claimtrack.extract.language import load_language, parse
from claimtrack.extract.parsed import ParsedDocument
from claimtrack.extract.quotes import quotations_of
from claimtrack.extract.rules.candidates import candidates
from claimtrack.extract.rules.finder import spans_of
from claimtrack.extract.rules.frames import Candidate
from claimtrack.extract.rules.quoted import quoted_ranges
from claimtrack.extract.rules.types import type_of

__all__ = ["typed", "with_types"]


def typed(rows: Iterable[JsonObject]) -> Iterator[JsonObject]:
    """The documents, each statement with its ``type`` where the rules know one."""
    waiting: list[JsonObject] = []

    def documents() -> Iterator[Document]:
        for row in rows:
            waiting.append(row)
            yield Document(row["document"], row["text"])

    for parsed in parse(documents(), load_language()):
        row = waiting.pop(0)
        offers = list(_offers(parsed))
        statements = [{**_type(statement, offers), **statement} for statement in row["statements"]]
        yield {**row, "statements": statements}


def with_types(corpus: Path, folder: Path) -> Path:
    """The corpus itself where it has types, else a copy in the folder that has; made once."""
    with corpus.open(encoding="utf-8") as lines:
        if any("type" in statement for line in lines if line.strip() for statement in json.loads(line)["statements"]):
            return corpus
    checksum = hashlib.sha256(corpus.read_bytes()).hexdigest()
    copy = folder / f"{corpus.stem}-{checksum[:8]}.typed.jsonl"
    if not copy.exists():
        unfinished = copy.with_suffix(".new")
        _write(corpus, unfinished)
        unfinished.replace(copy)
    return copy


class _Offer:
    """A candidate: where its head stands, its content, its type."""

    def __init__(self, parsed: ParsedDocument, number: int, candidate: Candidate) -> None:
        paragraph = parsed.paragraphs[number]
        self.head = paragraph.start + candidate.head.idx
        self.content: Spans = spans_of(paragraph, candidate.content)
        self.type = type_of(candidate)


def _offers(parsed: ParsedDocument) -> Iterator[_Offer]:
    for paragraph in parsed.paragraphs:
        quoted = quoted_ranges(paragraph, quotations_of(parsed.text, Span(paragraph.start, paragraph.end)))
        for candidate in candidates(paragraph, quoted):
            yield _Offer(parsed, paragraph.index, candidate)


def _type(statement: JsonObject, offers: Sequence[_Offer]) -> dict[str, AttributionType]:
    cue, content = statement.get("cue") or (), statement.get("content") or ()
    best, most = None, 0.0
    for offer in offers:
        if any(start <= offer.head < end for start, end in cue):
            shared = sum(max(0, min(e, end) - max(s, start)) for s, e in offer.content for start, end in content)
            likeness = shared / (size(offer.content) + sum(end - start for start, end in content))
            if likeness > most:
                best, most = offer.type, likeness
    return {"type": best} if best else {}


def _write(corpus: Path, copy: Path) -> None:
    total = known = 0
    with corpus.open(encoding="utf-8") as lines, copy.open("w", encoding="utf-8") as out:
        for row in typed(json.loads(line) for line in lines if line.strip()):
            total += len(row["statements"])
            known += sum("type" in statement for statement in row["statements"])
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{known} of {total} attributions have a type", file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the corpus, write it with types."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="attribution JSONL with gold spans")
    parser.add_argument("out", type=Path, help="the same with types")
    options = parser.parse_args(arguments)
    _write(options.corpus, options.out)


if __name__ == "__main__":
    main()
