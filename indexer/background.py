"""Background jobs: a command that a server starts, in a process of its own.

Building an index takes memory and processor time that serving must not share, so a job is a new
process with a session of its own; it outlives the server that started it.  Three files tell of it:

    <home>/jobs/<id>.json   its state, replaced whole
    <home>/jobs/<id>.log    what the command printed
    <home>/jobs/<id>.lock   locked for as long as the process lives, however it ends
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import secrets
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from filelock import FileLock

from indexer.durability import replace_durably
from search.errors import JobNotFound, WriterBusy

JobState = Literal["running", "done", "failed"]
KEPT_JOBS = 20
_ID = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One run of a command in the background, as last heard of."""

    id: str
    command: str
    state: JobState
    started: str
    """ISO 8601, UTC."""
    ended: str | None = None
    generation: str | None = None
    """The generation that is live after a reindex; None while it runs and where it failed."""
    message: str = ""
    """What came of it, in one line."""


@dataclass(slots=True)
class Outcome:
    """What a command that runs as a job has to say at its end."""

    generation: str | None = None
    message: str = ""


def start(folder: Path, name: str, command: Sequence[str], environ: Mapping[str, str]) -> Job:
    """Start *command* with ``--job ID`` behind it, unless a job of *folder* is running.

    Args:
        folder: Where the files of the jobs are; made if absent.
        name: What people call the command: "reindex".
        command: Program and arguments.
        environ: The environment of the new process, complete.

    Raises:
        WriterBusy: If another job is running.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "start.lock"):  # two requests at once must not both find nothing running
        for other in _jobs(folder):
            if other.state == "running":
                raise WriterBusy(f"job {other.id} ({other.command}) is running since {other.started}; wait for its end")
        _forget_old(folder)
        return _spawn(folder, name, command, environ)


def find(folder: Path, job_id: str) -> Job:
    """Tell how the job *job_id* is doing; one whose process died without a word has failed.

    Raises:
        JobNotFound: If *folder* has no such job.
    """
    if not _ID.fullmatch(job_id):  # never a path out of the folder
        raise JobNotFound(job_id)
    # The lock is asked first: a process that ends in between has written its state before.
    alive = _is_locked(folder / f"{job_id}.lock")
    job = _read(folder, job_id)
    if job.state != "running" or alive:
        return job
    return replace(job, state="failed", message=f"the process ended without a word; its log is {folder / job_id}.log")


@contextmanager
def reporting(folder: Path, job_id: str | None) -> Iterator[Outcome]:
    """Write down how the command inside the ``with`` block ends, where it runs as a job."""
    outcome = Outcome()
    try:
        yield outcome
    except BaseException as error:
        if job_id is not None:
            _end(folder, job_id, "failed", Outcome(message=str(error) or type(error).__name__))
        raise
    if job_id is not None:
        _end(folder, job_id, "done", outcome)


def _spawn(folder: Path, name: str, command: Sequence[str], environ: Mapping[str, str]) -> Job:
    now = datetime.now(UTC)
    job = Job(
        id=f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}",
        command=name,
        state="running",
        started=now.isoformat(timespec="seconds"),
    )
    # The child inherits the locked descriptor: the lock is released by its end, not by ours.
    lock = os.open(folder / f"{job.id}.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _write(folder, job)
        with (folder / f"{job.id}.log").open("ab") as log:
            process = subprocess.Popen(
                [*command, "--job", job.id],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=(lock,),
                env=environ,
            )
    finally:
        os.close(lock)
    threading.Thread(target=process.wait, name=f"job {job.id}", daemon=True).start()  # leaves no zombie
    return job


def _is_locked(path: Path) -> bool:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        # Shared, so that two that ask at once do not take each other for the process.
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    else:
        return False
    finally:
        os.close(descriptor)


def _jobs(folder: Path) -> list[Job]:
    """Return the jobs of *folder*, oldest first."""
    return [find(folder, path.stem) for path in sorted(folder.glob("*.json")) if _ID.fullmatch(path.stem)]


def _forget_old(folder: Path) -> None:
    for job in _jobs(folder)[: -KEPT_JOBS + 1]:
        for suffix in ("log", "lock", "json"):
            (folder / f"{job.id}.{suffix}").unlink(missing_ok=True)


def _end(folder: Path, job_id: str, state: JobState, outcome: Outcome) -> None:
    ended = datetime.now(UTC).isoformat(timespec="seconds")
    job = _read(folder, job_id)
    _write(folder, replace(job, state=state, ended=ended, generation=outcome.generation, message=outcome.message))


def _read(folder: Path, job_id: str) -> Job:
    try:
        return Job(**json.loads((folder / f"{job_id}.json").read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise JobNotFound(job_id) from None


def _write(folder: Path, job: Job) -> None:
    replace_durably(folder / f"{job.id}.json", json.dumps(asdict(job), ensure_ascii=False, indent=2) + "\n")
