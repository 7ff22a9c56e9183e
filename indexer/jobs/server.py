"""The server, and the jobs that a running server starts: each in a process of its own."""

from __future__ import annotations

import errno
import os
import socket
import sys
from dataclasses import fields
from pathlib import Path

from indexer import background
from indexer.background import Job
from indexer.locking import writer_lock
from search.settings import PREFIX, Settings

APP = "api.app:from_env"
"""Named, not imported: the command line starts the server and knows nothing of it."""


def serve(settings: Settings, *, host: str, port: int) -> None:
    """Run the server until it is stopped; it reads the same environment as this process.

    Raises:
        OSError: If nothing can listen there.
    """
    _check_can_listen(host, port)
    import uvicorn

    from indexer.logs import server_logging

    # The app tells of each request itself; uvicorn would tell of it again.
    uvicorn.run(APP, factory=True, host=host, port=port, log_config=server_logging(), access_log=False)


def _check_can_listen(host: str, port: int) -> None:
    """Raise OSError where nothing can listen: uvicorn would find out behind the models, and tell less."""
    try:
        family, *_ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.create_server((host, port), family=family):
            pass
    except OSError as error:
        why = "port in use" if error.errno == errno.EADDRINUSE else str(error.strerror).partition(" (")[0]
        option = "--port" if error.errno in (errno.EADDRINUSE, errno.EACCES) else "--host"
        raise OSError(error.errno, f"cannot listen on {host}:{port} ({why}); give another {option}") from error


def start_reindex(settings: Settings, *, rebuild: bool = False) -> Job:
    """Start a reindex in a process of its own and return at once.

    Raises:
        WriterBusy: If another job or another writer is at work.
    """
    with writer_lock(settings.home):
        pass  # nobody writes now; whoever begins in between makes the job fail with the same words
    command = [sys.executable, "-m", "indexer", "reindex", *(["--rebuild"] if rebuild else [])]
    # The process inherits what a program needs (PATH, HOME, LD_LIBRARY_PATH); the settings are these, no others.
    environ = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return background.start(jobs_folder(settings), "reindex", command, environ | variables_of(settings))


def job(settings: Settings, job_id: str) -> Job:
    """Tell how a background job is doing.

    Raises:
        JobNotFound: If there is none with that id.
    """
    return background.find(jobs_folder(settings), job_id)


def jobs_folder(settings: Settings) -> Path:
    """Return the folder of the state and log files of background jobs."""
    return settings.home / "jobs"


def variables_of(settings: Settings) -> dict[str, str]:
    """Return the environment variables from which `Settings.from_env` makes *settings* again."""
    return {PREFIX + field.name.upper(): str(getattr(settings, field.name)) for field in fields(settings)}
