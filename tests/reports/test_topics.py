from claimtrack.reports.topics import topics
from tests.reports.factory import on, speaker, statement, summary


def test_a_topic_counts_statements_speakers_denials_documents_and_publishers() -> None:
    frame = topics(
        [
            statement("1", ["A", "B"], topics=("arms",), document=summary("a", "Planet"), when=on("2024-06-17")),
            statement(
                "2",
                ["A"],
                topics=("arms",),
                document=summary("b", None),
                stance="denies",
                when=on("2024-06-01"),
            ),
        ]
    )
    assert frame.to_dict("records") == [
        {
            "topic": "arms",
            "statements": 2,
            "speakers": 2,
            "denials": 1,
            "documents": 2,
            "stories": 2,
            "publishers": 1,
            "first": "2024-06-01",
            "last": "2024-06-17",
        }
    ]


def test_a_statement_counts_for_each_of_its_topics_once() -> None:
    frame = topics([statement(topics=("arms", "trade", "arms"))])
    assert dict(zip(frame["topic"], frame["statements"], strict=True)) == {"arms": 1, "trade": 1}


def test_documents_that_are_copies_of_one_text_are_one_story_of_a_topic() -> None:
    made = [statement(key, topics=("arms",), document=summary(key, story="s")) for key in ("1", "2", "3")]
    [row] = topics(made).to_dict("records")
    assert (row["documents"], row["stories"]) == (3, 1)


def test_statements_without_topic_are_left_out() -> None:
    assert len(topics([statement()])) == 0


def test_speakers_of_one_name_and_two_kinds_are_two() -> None:
    frame = topics(
        [
            statement("1", [speaker("Washington")], topics=("arms",)),
            statement("2", [speaker("Washington", "government")], topics=("arms",)),
        ]
    )
    assert list(frame["speakers"]) == [2]


def test_the_most_spoken_of_comes_first_then_by_name() -> None:
    made = [statement("1", topics=("b",)), statement("2", topics=("a",)), statement("3", topics=("c", "d"))]
    frame = topics([*made, statement("4", topics=("d",))])
    assert list(frame["topic"]) == ["d", "a", "b", "c"]
