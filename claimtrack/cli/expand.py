"""Groups of options that several commands take, declared once."""

import functools
import inspect
from collections.abc import Callable
from typing import Any

__all__ = ["expand"]

Command = Callable[..., None]


def expand(name: str, group: Callable[..., object]) -> Callable[[Command], Command]:
    """Put a group of options in place of a command's parameter of that name.

    Typer sees the parameters of ``group``; the command gets what ``group`` makes of them. A parameter that
    both have, such as ``ctx``, goes to both.
    """

    def decorate(command: Command) -> Command:
        own = inspect.signature(command, eval_str=True)
        grouped = inspect.signature(group, eval_str=True).parameters
        kept = {key: parameter for key, parameter in own.parameters.items() if key != name}

        @functools.wraps(command)
        def expanded(**given: Any) -> None:
            made = group(**{key: given[key] for key in grouped})
            command(**{key: given[key] for key in kept}, **{name: made})

        parameters = [
            parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in (kept | dict(grouped)).values()
        ]
        vars(expanded)["__signature__"] = own.replace(parameters=parameters)
        return expanded

    return decorate
