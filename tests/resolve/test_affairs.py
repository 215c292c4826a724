"""Which documents may speak of the same affair."""

from claimtrack.resolve.affairs import affinity, are_near

HARBOR = ["harbor", "klow", "mortar", "Russia"]


def test_documents_with_the_same_telling_words_are_near() -> None:
    assert affinity(HARBOR, HARBOR) == 1
    assert are_near(HARBOR, HARBOR)


def test_two_words_in_common_are_not_enough() -> None:
    assert not are_near(HARBOR, ["harbor", "klow"])


def test_few_in_common_of_many_are_not_enough() -> None:
    assert not are_near([*HARBOR[:3], *map("a{}".format, range(40))], [*HARBOR[:3], *map("b{}".format, range(40))])


def test_both_directions_and_any_order_are_the_same() -> None:
    others = ["klow", "harbor", "airport"]
    assert affinity(HARBOR, others) == affinity(others[::-1], HARBOR)


def test_documents_without_words_have_nothing_in_common() -> None:
    assert affinity([], []) == 0
