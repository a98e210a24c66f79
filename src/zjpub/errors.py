"""Everything zjpub can say when it cannot go on.

Each error carries what happened (with the place), what to do next, and the exit code it stands for, so that the one
error boundary in `cli` can print two lines and leave; no other module prints or exits.
"""

from __future__ import annotations


class ZjpubError(Exception):
    """A fault a person can mend.

    `message` says what happened and where (file and line); `hint` says what to do next; `exit_code` is stable.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ArticleError(ZjpubError):
    """One article cannot be built; the others can (exit code 1)."""


class IngestError(ArticleError):
    """A file cannot be read as an article: empty, binary, damaged, locked, too large."""


class TranslationError(ArticleError):
    """A sentence has no translation and nothing here can make one, or a PO/TMX/CSV file is broken."""


class NarrationError(ArticleError):
    """A sentence cannot be spoken, or audio cannot be made of it."""


class RenderError(ArticleError):
    """An edition cannot be written in some format."""


class StoreError(ZjpubError):
    """The disk refused: full, read-only, no permission. Nothing already there was harmed (exit code 1)."""


class UsageError(ZjpubError):
    """A wrong command, path, setting, model or voice: the person, not the article, must change something."""

    exit_code = 2
