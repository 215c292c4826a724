"""The one place where errors become a line on standard error and an exit status.

===  ==============================================================================
  0  done
  1  an expected failure, or some documents were skipped; also where a reader such as ``head`` closes the pipe
  2  options that make no sense
  3  a bug
130  interrupted
===  ==============================================================================
"""

import io
import sys
import traceback
from typing import Any

import typer
from typer.core import TyperGroup

from claimtrack import __version__
from claimtrack.cli.screen import say
from claimtrack.errors import ClaimtrackError

__all__ = ["BUG", "INTERRUPTED", "SeamGroup"]

BUG = 3
INTERRUPTED = 130


class SeamGroup(TyperGroup):
    """The root command group: all that goes wrong below it ends here."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what it printed leaves here, where a closed pipe can still be handled."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            say("Interrupted; what was stored before is kept.")
            raise typer.Exit(INTERRUPTED) from None
        finally:
            sys.stdout.flush()

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program; Typer itself ends it where options are wrong or the pipe is closed."""
        _speak_utf8()
        try:
            return super().main(*args, **kwargs)
        except ClaimtrackError as error:
            say(f"Error: {error}")
            sys.exit(error.exit_status)
        except OSError as error:
            say(f"Error: {error}")
            sys.exit(ClaimtrackError.exit_status)
        except Exception:  # noqa: BLE001 -- the outermost place: whatever gets here is a bug, and is told as one
            say(traceback.format_exc())
            say(f"This is a bug in claimtrack {__version__}; please report it with the lines above.")
            sys.exit(BUG)


def _speak_utf8() -> None:
    """Data leaves as UTF-8 with plain line feeds, whatever the locale; a terminal keeps its own encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
