"""The commands: one function each, which builds the concrete parts, hands them on, and returns what came of it.

Here and in `api.app` alone is it known which encoder, which reranker and which store are in use.  What is heavy is
imported where it is used, so that a command pays for its own parts only.  This is the one door of the package: the
command line, `api.routes.admin` and the benchmarks ask for what is named below, and for nothing behind it.

    parts      the concrete parts, built from settings
    upkeep     what goes into a home, and its generations
    answers    what a home answers, and how well
    training   what a model learns from, and the model
    server     the server, and the jobs that it starts
"""

from indexer.background import Job
from indexer.jobs.answers import check_brief, evaluate, look_up, search, show
from indexer.jobs.parts import live_engine, stored_cases
from indexer.jobs.server import job, serve, start_reindex, variables_of
from indexer.jobs.training import audit_data, export_model, model_card, train, train_data, weak_data, weigh
from indexer.jobs.upkeep import demo, load, reindex, remove, rollback, status, verify
from indexer.overview import Overview

__all__ = [
    "Job",
    "Overview",
    "audit_data",
    "check_brief",
    "demo",
    "evaluate",
    "export_model",
    "job",
    "live_engine",
    "load",
    "look_up",
    "model_card",
    "reindex",
    "remove",
    "rollback",
    "search",
    "serve",
    "show",
    "start_reindex",
    "status",
    "stored_cases",
    "train",
    "train_data",
    "variables_of",
    "verify",
    "weak_data",
    "weigh",
]
