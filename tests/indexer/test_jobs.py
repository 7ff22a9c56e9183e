"""The commands over real parts, as far as that is cheap: empty homes, locks and background processes."""

from __future__ import annotations

import re
import socket
import threading
from dataclasses import replace
from types import SimpleNamespace

import pytest

from indexer import jobs
from indexer.jobs.parts import base_reranker, encoder_of, reranker_of
from indexer.locking import writer_lock
from search.errors import SnapshotMissing, WriterBusy
from search.reranking.cross_encoder import SHIPPED
from search.settings import Settings


def wait_for(job: jobs.Job) -> None:
    for thread in threading.enumerate():
        if thread.name == f"job {job.id}":
            thread.join(timeout=120)


def test_the_settings_survive_the_way_through_the_environment(tmp_path):
    given = Settings(home=tmp_path / "home", database_url="sqlite:///x", rerank_depth=7, deadline_ms=0, admin_token="t")

    assert Settings.from_env(jobs.variables_of(given)) == given
    assert Settings.from_env(jobs.variables_of(Settings())) == Settings()


def test_status_of_an_empty_home_says_what_to_do_and_makes_nothing(settings):
    overview = jobs.status(settings)

    assert dict(overview.figures)["generation"] == "none"
    assert "`ihc-search load PATH`" in overview.advice[0]
    assert not settings.home.exists()


@pytest.mark.parametrize(("precision", "bfloat16"), [("bfloat16", True), ("float32", False)])
def test_what_is_measured_against_reads_in_the_arithmetic_that_serves(precision, bfloat16):
    settings = Settings(precision=precision)
    engine = SimpleNamespace(first_stage=SimpleNamespace(dense=SimpleNamespace(encoder=encoder_of(settings))))

    untrained, named = (base_reranker(settings, engine, name) for name in ("", str(SHIPPED)))

    assert untrained.encoder.bfloat16 == named.bfloat16 == reranker_of(settings).bfloat16 == bfloat16
    assert untrained.max_tokens == named.max_tokens


def test_verify_and_rollback_before_the_first_reindex_name_the_commands(settings):
    for command in (jobs.verify, jobs.rollback):
        with pytest.raises(SnapshotMissing, match="ihc-search reindex"):
            command(settings)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_server_on_a_port_in_use_says_so_before_anything_is_loaded(settings, host):
    with socket.create_server((host, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            OSError, match=re.escape(f"cannot listen on {host}:{port} (port in use); give another --port")
        ):
            jobs.serve(settings, host=host, port=port)


def test_a_server_on_an_address_that_is_not_this_machines_names_the_option(settings):
    with pytest.raises(OSError, match=r"cannot listen on 192\.0\.2\.1:0 \(.*\); give another --host"):
        jobs.serve(settings, host="192.0.2.1", port=0)


def test_a_job_is_not_started_while_somebody_writes(settings):
    with writer_lock(settings.home), pytest.raises(WriterBusy):
        jobs.start_reindex(settings)


@pytest.mark.slow
def test_a_reindex_in_the_background_of_an_empty_store_fails_with_the_reason(settings):
    started = jobs.start_reindex(replace(settings, database_url=""))
    wait_for(started)

    ended = jobs.job(settings, started.id)
    assert (started.state, ended.state) == ("running", "failed")
    assert "ihc-search load PATH" in ended.message
