"""How the counts of ``claimtrack query --facets`` are printed."""

import sys
from typing import TYPE_CHECKING

from claimtrack.cli.formats import Format, Shape, cell_text, print_listing
from claimtrack.cli.table import print_table
from claimtrack.domain.vocabulary import Facet

if TYPE_CHECKING:
    from claimtrack.workflows.facets import FacetAnswer, FacetCount  # only named here: it imports SQLAlchemy

__all__ = ["print_facets"]


def print_facets(answer: "FacetAnswer", form: Format) -> None:
    """Print the counts to standard output: a table for each facet, or one row for each value in the other forms."""
    if form is not Format.TABLE:
        print_listing(answer.counts, _shape(), form)
        return
    for place, facet in enumerate(dict.fromkeys(each.facet for each in answer.counts)):
        sys.stdout.write("\n" if place else "")
        _print_section(facet, [each for each in answer.counts if each.facet is facet])


def _print_section(facet: Facet, counts: "list[FacetCount]") -> None:
    rows = [[cell_text(each.value), str(each.statements), str(each.documents)] for each in counts]
    print_table([facet.value, "statements", "documents"], rows)
    sys.stdout.flush()


def _shape() -> "Shape[FacetCount]":
    return Shape.of_fields("facet", "value", "statements", "documents")
