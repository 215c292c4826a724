import re

import pytest

from tests.readme import README, alike, refreshed


def test_the_tour_prints_what_the_readme_says():
    text = README.read_text(encoding="utf-8")
    now = refreshed(text)
    assert now == text or alike(now, text), "run: python -m tests.readme"


LISTED = "$ query\nscore id\n 0.62   aa  it fell\n            far\n 0.58   bb  it rose\n\n2 statements\n"
OTHERWISE = "$ query\nscore id\n 0.60   bb  it rose\n 0.61   aa  it fell\n            far\n\n2 statements\n"


def test_scores_may_be_rounded_otherwise():
    assert alike(LISTED, OTHERWISE)


@pytest.mark.parametrize(
    "changed", [("0.62", "0.57"), ("it rose", "it fell"), ("far", "near"), ("2 statements", "1 statement")], ids=str
)
def test_nothing_else_may_differ(changed):
    assert not alike(LISTED, LISTED.replace(*changed))


def test_the_readme_has_one_command_to_try_it_and_one_to_test_it():
    commands = re.findall(r"```sh\n(.*?)\n```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert commands[:2] == [
        "python -m pip install . && python -m claimtrack demo",
        "python -m pip install '.[test]' && python -m pytest",
    ]
