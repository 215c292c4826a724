"""Rewritten articles: other words, the same spans."""

import random

import pytest

from claimtrack.domain.interchange import JsonObject
from claimtrack.training.augment import Names, replaced, restyled, rewritten
from tests.training.corpus import row


@pytest.fixture
def article() -> JsonObject:
    return row("a", "Keller said it was high.", "Vogel said it was low.", "Keller said it rose.")


def words(article: JsonObject) -> list[dict[str, str]]:
    """The words of every span."""
    return [
        {role: article["text"][s[role][0][0] : s[role][0][1]] for role in ("source", "cue", "content")}
        for s in article["statements"]
    ]


def names_of(*articles: JsonObject) -> Names:
    return Names(articles, least=1)


def test_spans_move_with_words_that_get_longer(article: JsonObject) -> None:
    longer = replaced(article, [((0, 6), "Kellermann-Vogelsang")])
    assert words(longer) == [{**words(article)[0], "source": "Kellermann-Vogelsang"}, *words(article)[1:]]


def test_a_name_is_exchanged_for_the_same_name_everywhere(article: JsonObject) -> None:
    changed = replaced(article, names_of(article).edits(article["text"], random.Random(1)))
    first, second, third = (each["source"] for each in words(changed))
    assert first == third != second
    assert first != "Keller"
    assert [each["content"] for each in words(changed)] == ["it was high", "it was low", "it rose"]


def test_what_is_also_written_small_is_no_name() -> None:
    may = row("a", "May said the toll may fall, and may rise.")
    assert names_of(may).edits(may["text"], random.Random(1)) == []


def test_said_gives_way_to_another_verb_of_saying() -> None:
    article = row("a", *[f"Keller said the toll was {number}." for number in range(40)])
    cues = {each["cue"] for each in words(rewritten(article, Names([]), random.Random(1), share=1.0))}
    assert "said" in cues
    assert len(cues) > 5
    assert all(each["source"] == "Keller" for each in words(article))


def test_nothing_is_rewritten_with_a_share_of_none(article: JsonObject) -> None:
    assert rewritten(article, names_of(article), random.Random(1), share=0.0) is article


def test_quotation_marks_change_their_style_and_stay_in_their_places() -> None:
    text = "“We will see,” Keller said. “It's late.”"
    styles = {restyled(text, random.Random(seed)) for seed in range(30)}
    assert all(len(style) == len(text) and "It's late" in style for style in styles)
    assert {style[0] for style in styles} >= {"“", '"', "‘"}


def test_the_same_draw_rewrites_alike(article: JsonObject) -> None:
    names = names_of(article)
    once, again = (rewritten(article, names, random.Random(7), share=0.5) for _ in range(2))
    assert once == again
