"""Topics of one subject are put together, whatever their order."""

import random

from claimtrack.resolve.topics import fits, group_topics, shortest

TOPICS = {
    "arms transfers": [0, 1, 2],
    "illegal arms deals": [3],
    "missile parts": [1, 2],
    "Russian gas": [4, 5],
    "Russian forces": [6],
    "harvest": [7],
}


def names(topics: dict[str, list[int]], least: int = 2) -> list[tuple[str, ...]]:
    return [group.names for group in group_topics(topics, least)]


def test_topics_with_a_telling_word_in_common_or_the_same_statements_are_one_group() -> None:
    assert names(TOPICS)[0] == ("arms transfers", "missile parts", "illegal arms deals")
    assert group_topics(TOPICS)[0].statements == {0, 1, 2, 3}


def test_a_country_in_common_is_not_enough() -> None:
    assert ("Russian gas",) in names(TOPICS)


def test_groups_of_few_statements_are_left_out() -> None:
    assert ("harvest",) not in names(TOPICS)
    assert ("harvest",) in names(TOPICS, least=1)


def test_a_topic_of_few_of_a_larger_ones_statements_stays_apart() -> None:
    assert names({"harvest": list(range(9)), "drought": [0, 1]}) == [("harvest",), ("drought",)]


def test_each_topic_is_in_one_group_and_no_chain_joins_two() -> None:
    chain = {"harvest ships": [0, 1, 2], "ships convoy": [3, 4], "convoy mortars": [5, 6]}
    assert names(chain) == [("harvest ships", "ships convoy"), ("convoy mortars",)]


def test_order_makes_no_difference() -> None:
    shuffled = list(TOPICS.items())
    for seed in range(10):
        random.Random(seed).shuffle(shuffled)
        assert names(dict(shuffled), least=1) == names(TOPICS, least=1)


def test_a_name_fits_a_phrase_whose_words_it_has_in_any_form() -> None:
    assert fits("North Korean missiles", ["rice", "missile"])
    assert not fits("missiles", ["missile parts"])


def test_phrases_that_find_nothing_more_are_left_out() -> None:
    assert shortest(["gun control", "guns", "gun", "complete control"]) == ["guns", "complete control"]
