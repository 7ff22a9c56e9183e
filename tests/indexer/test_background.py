"""Background jobs, with small real processes."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from indexer import background
from indexer.background import Job, find, reporting, start
from search.errors import JobNotFound, WriterBusy

UNTIL_TOLD = "import sys; sys.stdin = open(sys.argv[1]); print('told', sys.stdin.read())"
REPORTS = """
import sys
from pathlib import Path
from indexer.background import reporting
with reporting(Path(sys.argv[1]), sys.argv[-1]) as outcome:
    if "fail" in sys.argv:
        raise ValueError("the reason")
    outcome.generation, outcome.message = "20991231T235959Z-0a1b2c3d", "published"
"""


def start_python(folder: Path, code: str, *arguments: str) -> Job:
    return start(folder, "reindex", [sys.executable, "-c", code, *arguments], dict(os.environ))


def wait_for(job: Job) -> None:
    """Wait until the process of *job* was collected; no test sleeps."""
    for thread in threading.enumerate():
        if thread.name == f"job {job.id}":
            thread.join(timeout=60)


def start_waiting(folder: Path) -> tuple[Job, Path]:
    """Start a job that runs until somebody writes to the pipe returned beside it."""
    pipe = folder.parent / "pipe"
    os.mkfifo(pipe)
    return start_python(folder, UNTIL_TOLD, str(pipe)), pipe


def test_a_job_runs_until_its_process_has_reported(tmp_path):
    job = start_python(tmp_path / "jobs", REPORTS, str(tmp_path / "jobs"))
    wait_for(job)

    ended = find(tmp_path / "jobs", job.id)
    assert (ended.state, ended.generation, ended.message) == ("done", "20991231T235959Z-0a1b2c3d", "published")
    assert ended.ended is not None


def test_a_job_that_raised_has_failed_with_the_reason(tmp_path):
    job = start_python(tmp_path / "jobs", REPORTS, str(tmp_path / "jobs"), "fail")
    wait_for(job)

    ended = find(tmp_path / "jobs", job.id)
    assert (ended.state, ended.message) == ("failed", "the reason")


def test_a_job_whose_process_was_killed_has_failed(tmp_path):
    job = start_python(tmp_path / "jobs", f"import os; os.kill(os.getpid(), {signal.SIGKILL:d})")
    wait_for(job)

    assert find(tmp_path / "jobs", job.id).state == "failed"


def test_one_job_at_a_time(tmp_path):
    job, pipe = start_waiting(tmp_path / "jobs")

    assert find(tmp_path / "jobs", job.id).state == "running"
    with pytest.raises(WriterBusy, match=job.id):
        start_python(tmp_path / "jobs", "pass")

    pipe.write_text("go on")
    wait_for(job)
    after = start_python(tmp_path / "jobs", "pass")
    wait_for(after)
    assert after.id != job.id


def test_what_a_job_prints_is_in_its_log(tmp_path):
    job = start_python(tmp_path / "jobs", "print('a line')")
    wait_for(job)

    assert (tmp_path / "jobs" / f"{job.id}.log").read_text() == "a line\n"


@pytest.mark.parametrize("job_id", ["20991231T235959Z-00000000", "../../etc/passwd", "", "x\n"])
def test_an_unknown_job_is_not_found(tmp_path, job_id):
    with pytest.raises(JobNotFound):
        find(tmp_path, job_id)


def test_only_the_last_jobs_are_kept(tmp_path):
    for number in range(background.KEPT_JOBS + 3):
        job = Job(id=f"20990101T0000{number:02}Z-00000000", command="reindex", state="done", started="then")
        background._write(tmp_path, job)

    wait_for(start_python(tmp_path, "pass"))

    assert len(list(tmp_path.glob("2*.json"))) == background.KEPT_JOBS
    assert not (tmp_path / "20990101T000000Z-00000000.json").exists()


def test_a_command_that_is_no_job_reports_to_nobody(tmp_path):
    with reporting(tmp_path / "jobs", None) as outcome:
        outcome.message = "done"

    assert not (tmp_path / "jobs").exists()


def test_the_state_is_plain_json(tmp_path):
    job = start_python(tmp_path, "pass")
    wait_for(job)

    assert json.loads((tmp_path / f"{job.id}.json").read_text())["id"] == job.id
