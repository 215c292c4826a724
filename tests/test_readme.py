import re

from tests.readme import README, refreshed


def test_the_tour_prints_what_the_readme_says():
    text = README.read_text(encoding="utf-8")
    assert refreshed(text) == text, "run: python -m tests.readme"


def test_the_readme_has_one_command_to_try_it_and_one_to_test_it():
    commands = re.findall(r"```sh\n(.*?)\n```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert commands[:2] == [
        "python -m pip install . && python -m claimtrack demo",
        "python -m pip install '.[test]' && python -m pytest",
    ]
