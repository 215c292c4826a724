"""The reference of the commands, made from them: ``python -m claimtrack.cli.reference > docs/cli.md``."""

import inspect
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin

import typer
from typer.models import ArgumentInfo, OptionInfo

from claimtrack.cli.app import app

__all__ = ["reference"]

_INTRODUCTION = """# Commands

Made by `python -m claimtrack.cli.reference > docs/cli.md`; do not edit by hand.

Data goes to standard output, everything else to standard error. Exit status: 0 done, 1 an expected failure or
some documents skipped, 2 options that make no sense, 3 a bug, 130 interrupted. Dates in options may be days
(`2024-06-18`, `yesterday`, `Monday`), months (`2024-06`, `June 2024`, `last month`) or years (`2024`).

| variable | meaning |
|---|---|
| `CLAIMTRACK_DATABASE_URL` | URL such as `postgresql://user@host/claims`, or path of a SQLite file |
| `CLAIMTRACK_MAX_BYTES` | skip documents with more text than this; 5000000 if not set |
"""


def reference() -> str:
    """All commands with their arguments and options, as Markdown."""
    return "\n".join([_INTRODUCTION, *_sections(app, "claimtrack")])


def _sections(group: typer.Typer, path: str) -> Iterator[str]:
    """One section for a group and one for each of its commands, groups after commands."""
    if group.registered_callback is not None:
        yield from _section(path, group.registered_callback.callback)
    for command in group.registered_commands:
        name = command.name or getattr(command.callback, "__name__", "").replace("_", "-")
        yield from _section(f"{path} {name}", command.callback)
    for info in group.registered_groups:
        if info.typer_instance is not None:
            yield from _sections(info.typer_instance, f"{path} {info.name}")


def _section(path: str, callback: Callable[..., Any] | None) -> Iterator[str]:
    if callback is None:
        return
    yield f"## {path}\n\n{inspect.getdoc(callback)}\n"
    rows = list(_rows(inspect.signature(callback, eval_str=True)))
    if rows:
        yield "\n".join(["| argument or option | meaning |", "|---|---|", *rows]) + "\n"


def _rows(signature: inspect.Signature) -> Iterator[str]:
    """One table row per parameter that Typer reads from the command line."""
    for parameter in signature.parameters.values():
        kind, *infos = get_args(parameter.annotation) or (None,)
        for info in infos:
            if isinstance(info, ArgumentInfo | OptionInfo):
                yield _row(parameter, _plain(kind), info)


def _row(parameter: inspect.Parameter, kind: Any, info: ArgumentInfo | OptionInfo) -> str:
    several = get_origin(kind) is list
    kind = get_args(kind)[0] if several else kind
    values = [member.value for member in kind] if inspect.isclass(kind) and issubclass(kind, Enum) else []
    value = info.metavar or ("|".join(values) if values else "")
    name = value
    if isinstance(info, OptionInfo):
        declared = [info.default, *(info.param_decls or ())]
        names = [text for text in declared if isinstance(text, str)] or [f"--{parameter.name.replace('_', '-')}"]
        name = f"{names[0]} {value}".rstrip()
    default = parameter.default.value if isinstance(parameter.default, Enum) else parameter.default
    notes = [info.help or "", "May be repeated." if several and isinstance(info, OptionInfo) else ""]
    if default and default is not parameter.empty:
        notes.append(f"Default: {default}.")
    return f"| `{name.replace('|', chr(92) + '|')}` | {' '.join(filter(None, notes))} |"


def _plain(kind: Any) -> Any:
    """The type without ``| None``."""
    if get_origin(kind) in {Union, UnionType}:
        return next(member for member in get_args(kind) if member is not type(None))
    return kind


if __name__ == "__main__":
    sys.stdout.write(reference())
