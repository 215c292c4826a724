"""How many sources that are a pronoun get a speaker, and some of them to read.

    python benchmarks/pronouns.py GOLD.jsonl [--draw 50 --seed 1]

GOLD is attribution JSONL with its text; its own spans are used: only the naming is looked at. A speaker counts
where its name or description stands in the document. With ``--draw``, so many are drawn and printed with the text
around them, to be judged by whoever reads them.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from quality import gold_documents

from claimtrack.domain.document import Document
from claimtrack.domain.interchange import JsonObject, attribution_from_json
from claimtrack.extract.language import load_language, parse
from claimtrack.extract.speakers import name_speakers

PRONOUNS = frozenset({"he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their"})
BEFORE, BEHIND = 500, 160
"""Characters of the text to print on either side."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the share of each pronoun that is named, and what is drawn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    found = [each for row in gold_documents(options.gold) for each in named(row)]
    for pronoun in ["", *sorted({pronoun for pronoun, *_ in found})]:
        of_it = [names for each, names, *_ in found if pronoun in {"", each}]
        print(f"{pronoun or 'all':8} {len(of_it):5}  named {100 * sum(map(bool, of_it)) / len(of_it):5.1f} %")
    draw = random.Random(options.seed)  # noqa: S311 -- no secret hangs on it
    for number, (_, names, before, behind) in enumerate(draw.sample(found, options.draw), 1):
        print(f"\n{number}. {', '.join(names) or '–'}\n{before}>>{behind}")


def named(row: JsonObject) -> Iterator[tuple[str, list[str], str, str]]:
    """Each pronoun that is a source, who it is said to be, and the text before and behind it."""
    text = row["text"]
    (parsed,) = parse([Document(row["document"], text)], load_language())
    attributions = [attribution_from_json({**each, "speakers": []}) for each in row["statements"]]
    for each in name_speakers(parsed, attributions):
        if len(each.source) == 1 and text[each.source[0].start : each.source[0].end].lower() in PRONOUNS:
            start, end = each.source[0]
            names = [speaker.name for speaker in each.speakers if _stands_in(speaker.name, text)]
            yield text[start:end].lower(), names, text[max(0, start - BEFORE) : start], text[start : end + BEHIND]


def _stands_in(name: str, text: str) -> bool:
    return " ".join(name.split()) in " ".join(text.split())


if __name__ == "__main__":
    main()
