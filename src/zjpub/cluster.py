"""Articles on a Dask cluster, where one machine is not enough: the same windows of work, the same code, the same bytes.

The workers must see the project and the output folder under the same paths, as on a disk that they share, and run this
version of zjpub. Each is asked before any work is given out.
"""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from zjpub import __version__, extras
from zjpub.errors import ArticleError, UsageError, ZjpubError
from zjpub.model import VoiceUse
from zjpub.outcome import Cost, Failed
from zjpub.outputs import Outputs
from zjpub.project import Project
from zjpub.publish import WINDOW, Outcomes, Progress, window
from zjpub.settings import Settings
from zjpub.store import write_atomically

if TYPE_CHECKING:
    from distributed import Client, Future

_PATIENCE = 10
"""Seconds to wait for a scheduler, and for its first worker."""
_ADDRESS = re.compile(r"(?:(?:tcp|tls|ucx|wss?)://)?[^/\s]+:\d+")
_AGAIN = "see what the workers say, then run the same command again: what was made so far is kept"


@dataclass(frozen=True, slots=True)
class Order:
    """All that a worker needs to open the project as it was opened here."""

    root: Path
    settings: Settings
    auto: VoiceUse | None
    output: Path


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of the Dask scheduler at `address`, as `publish.build` takes them."""

    address: str

    def __call__(
        self, stale: Sequence[Path], project: Project, outputs: Outputs, jobs: int, progress: Progress
    ) -> Iterator[tuple[Outcomes, Cost]]:
        """Give the articles out. Raises UsageError when there is no cluster, or it cannot do this work.

        `jobs` is a number for one machine: a worker makes as many articles at a time as it has threads.
        """
        order = Order(project.root.resolve(), _settings(project), project.auto, outputs.folder.resolve())
        with _connected(self.address) as client:
            require_fit(_asked(client, order))
            yield from _made(client, stale, order, progress)


def _settings(project: Project) -> Settings:
    """The project's settings, with a model's path that leads to it from anywhere."""
    model = Path(project.settings.model)
    found = project.settings.model and model.exists()
    return replace(project.settings, model=str(model.resolve())) if found else project.settings


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError("--scheduler needs Dask", f"run: {extras.command('cluster')}") from error
    # Asked for another kind of address, Dask waits in vain and leaves a traceback behind.
    if not _ADDRESS.fullmatch(address):
        raise UsageError(f"{address} is no address of a Dask scheduler", "write it as tcp://HOST:PORT")
    # What goes wrong is said in our own words; Dask would log pages.
    logging.disable()
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"there is no Dask scheduler at {address}", "start one with `dask scheduler`") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            hint = f"start some with `dask worker {address}`"
            raise UsageError(f"the scheduler at {address} has no workers", hint) from error
        try:
            yield client
        except Exception as error:
            if isinstance(error, OSError) or client.status != "running":
                raise ArticleError(f"the connection to the Dask scheduler at {address} was lost", _AGAIN) from error
            raise


def _asked(client: Client, order: Order) -> Mapping[str, object]:
    """Each worker's answer: what it reads of two probes that were just written; an exception where it cannot say."""
    probes = {folder / f".probe-{uuid.uuid4().hex}": __version__ for folder in (order.root / ".zjpub", order.output)}
    for probe, words in probes.items():
        write_atomically(probe, words.encode())
    try:
        answers: Mapping[str, object] = client.run(_seen, tuple(probes), on_error="return")
        return answers
    finally:
        for probe in probes:
            probe.unlink(missing_ok=True)


def _seen(probes: Sequence[Path]) -> tuple[str, Path | None]:
    """On a worker: its version of zjpub, and the first folder whose probe it cannot read."""
    hidden = [probe.parent for probe in probes if not probe.exists()]
    return __version__, hidden[0] if hidden else None


def require_fit(answers: Mapping[str, object]) -> None:
    """Raises UsageError for the first worker that could not do the work as it would be done here."""
    for worker, answer in sorted(answers.items()):
        match answer:
            case (str() as version, None) if version == __version__:
                continue
            case (str() as version, None):
                trouble, hint = f"runs zjpub {version}, not {__version__}", f"install zjpub {__version__} on it"
            case (str(), hidden):
                trouble, hint = f"does not see {hidden}", "put the project on a disk that all share, under one path"
            case _:
                trouble, hint = f"cannot run zjpub: {answer}", f"install zjpub {__version__} on it"
        raise UsageError(f"the worker {worker} {trouble}", hint)


def _made(client: Client, stale: Sequence[Path], order: Order, progress: Progress) -> Iterator[tuple[Outcomes, Cost]]:
    """The windows of work as they come back, in whatever order."""
    from distributed import as_completed

    slots = sum(client.nthreads().values())
    size = min(WINDOW, ceil(len(stale) / (2 * slots)))
    given: dict[Future, Sequence[Path]] = {}
    for start in range(0, len(stale), size):
        paths = stale[start : start + size]
        # Not pure: a second build is to look again, not to be told what the first one found.
        given[client.submit(_window, [path.resolve() for path in paths], order, pure=False)] = paths
    done = 0
    for future in as_completed(given, loop=client.loop):
        paths = given[future]
        outcomes, cost = _result(client, future, paths)
        done += len(paths)
        progress("articles", done, len(stale))
        yield outcomes, cost


def _window(paths: Sequence[Path], order: Order) -> tuple[Outcomes, Cost]:
    """On a worker: a window of articles. One at a time, since Dask fills the worker's threads with windows."""
    project = Project(order.root, order.settings, order.auto)
    return window(paths, project, Outputs(order.output, project.state), 1)


def _result(client: Client, future: Future, paths: Sequence[Path]) -> tuple[Outcomes, Cost]:
    """What became of the articles, by the paths under which this build knows them."""
    try:
        outcomes, cost = future.result()
    except Exception as error:  # Dask raises what the work raised, and a dozen errors of its own
        if client.status != "running":
            raise
        lost = error if isinstance(error, ZjpubError) else ArticleError(f"the cluster gave it up: {error}", _AGAIN)
        return {path: Failed(path, lost) for path in paths}, Cost(0, 0)
    return {path: replace(outcomes[path.resolve()], path=path) for path in paths}, cost
