"""Sources: which words around a subject name who speaks."""

from spacy.tokens import Token

from claimtrack.extract.rules.frames import Range
from claimtrack.extract.rules.trees import subtree

__all__ = ["source_range"]

_DASHES = frozenset({"—", "–", "--", "-"})


def source_range(subject: Token, verb: Token) -> Range:
    """The words that name who speaks: the subject with what hangs on it, less clauses about it."""
    start, end = subtree(subject)
    for child in subject.children:
        if child.dep_ in {"relcl", "acl"} and child.i > subject.i:
            end = min(end, child.left_edge.i)
    for token in subject.doc[subject.i + 2 : end]:
        if token.dep_ == "amod" and token.tag_ in {"VBD", "VBN"} and token.nbor(-1).text == ",":
            end = token.i  # a finite verb that the parser took for a participle: "Keller, a spokesman, told ..."
            break
    if start <= verb.i < end:
        start, end = subject.left_edge.i, subject.i + 1
    return _after_dateline(subject, start), _with_closing_comma(subject, end)


def _after_dateline(subject: Token, start: int) -> int:
    """Where a source begins that the parser joined to "CLEVELAND, July 19 (UPI) —" or to a transcript's "KELLER:"."""
    if start == 0:
        for token in reversed(subject.doc[start : subject.i]):
            if token.text in _DASHES or token.text == ":":
                return token.i + 1
    return start


def _with_closing_comma(subject: Token, end: int) -> int:
    """An apposition's second comma belongs to the source as its first one does."""
    doc = subject.doc
    while end > subject.i + 1 and doc[end - 1].text == ",":
        end -= 1
    opened = any(token.text == "," and token.nbor(1).dep_ != "conj" for token in doc[subject.i + 1 : end - 1])
    return end + 1 if opened and end < len(doc) and doc[end].text == "," else end
