"""argv → one call → words on the screen; the only room that knows click, prints or exits.

Heavy imports stand inside the commands, so that `zjpub --help` answers at once.
"""

from __future__ import annotations

from typing import NoReturn

import click

from zjpub import __version__
from zjpub.cli.boundary import run
from zjpub.cli.publishing import build, check, serve, verify
from zjpub.cli.review import review
from zjpub.cli.setup import doctor, init, models, voices
from zjpub.cli.text import clean, narrate, translate

__all__ = ["main", "zjpub"]


class _InOrder(click.Group):
    """Lists its commands in the order in which they stand here, which is that of the work."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="zjpub")
def zjpub() -> None:
    """Turn messy Chinese article text into a bilingual, narrated publication.

    Start with `zjpub build`. Exit codes: 0 all good; 1 some article failed (the others are built); 2 wrong usage or
    settings; 3 `--strict` and there are findings of level error; 130 interrupted.
    """


for _command in (build, clean, translate, narrate, check, verify, serve, init, doctor, voices, models, review):
    zjpub.add_command(_command)


def main() -> NoReturn:
    """What the program `zjpub` runs."""
    run(zjpub)
