import inspect

from claimtrack.cli.expand import expand


def group(*, ctx: str, size: int = 3):
    return ctx, size


@expand("options", group)
def command(ctx: str, options: tuple[str, int], loud: bool = False):
    """Do it."""
    seen.append((ctx, options, loud))


seen: list[object] = []


def test_a_group_stands_in_the_place_of_the_parameter():
    assert list(inspect.signature(command).parameters) == ["ctx", "loud", "size"]


def test_the_command_gets_what_the_group_makes_and_what_both_take():
    command(ctx="c", size=4, loud=True)
    assert seen == [("c", ("c", 4), True)]


def test_the_command_keeps_its_name_and_help():
    assert (command.__name__, command.__doc__) == ("command", "Do it.")
