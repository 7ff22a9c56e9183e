"""How modules behave: importing does nothing, ``__all__`` is true and sorted, the environment is an argument."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGES = ("search", "indexer", "api", "migrations")
SOURCES = sorted(path for package in PACKAGES for path in (REPOSITORY / package).rglob("*.py"))
HEAVY = (
    "torch",
    "transformers",
    "sentence_transformers",
    "faiss",
    "sqlalchemy",
    "alembic",
    "scipy",
    "fastapi",
    "uvicorn",
    "ir_measures",
    "matplotlib",
    "sklearn",
)
READS_THE_ENVIRONMENT = {
    "api/app.py": "entry point",
    "indexer/cli.py": "entry point",
    "indexer/jobs/server.py": "a background process inherits what is not a setting",
    "migrations/env.py": "run by alembic itself, when somebody writes a migration",
}
LINES_MAX = 500
BUILDERS = {"load_encoder", "load_reranker", "load_weighing", "open_engine"}
BUILD = {
    "api/app.py": "composition root",
    "indexer/jobs/": "composition root",
    "indexer/training/weigh.py": "opens the model that it weighs",
    "indexer/training/model_folder.py": "opens the model that it writes in another layout",
}


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def modules() -> list[str]:
    """Every module that can be imported; what alembic executes cannot."""
    names = [name_of(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in SOURCES]
    return [name for name in names if not name.startswith("migrations.") and not name.endswith("__main__")]


def run_python(*arguments: str) -> str:
    command = [sys.executable, "-B", "-W", "error", *arguments]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_any_module_does_nothing():
    assert run_python("-m", "tests.conventions.imports_nothing", *modules()) == ""


def test_the_command_line_imports_nothing_heavy():
    code = "import sys, indexer.cli; print(*sorted(set(sys.argv[1:]) & set(sys.modules)))"

    assert run_python("-c", code, *HEAVY).split() == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_only_entry_points_read_the_environment(path):
    text = path.read_text(encoding="utf-8")

    if name_of(path) not in READS_THE_ENVIRONMENT:
        assert "os.environ" not in text
        assert "getenv" not in text


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_nothing_is_pickled(path):
    imported = {
        alias.name.partition(".")[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in (node.names if isinstance(node, ast.Import) else [ast.alias(node.module or "")])
    }

    assert not imported & {"pickle", "cPickle", "dill", "joblib", "shelve", "marshal", "cloudpickle"}
    assert "allow_pickle=True" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_concrete_parts_are_built_in_few_places(path):
    calls = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    built = BUILDERS & {call.id if isinstance(call, ast.Name) else getattr(call, "attr", "") for call in calls}

    assert not built or name_of(path).startswith(tuple(BUILD))


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_nothing_behind_the_door_of_the_jobs_is_imported_from_outside(path):
    if not name_of(path).startswith("indexer/jobs/"):
        assert "indexer.jobs." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_public_names_are_sorted_and_there(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    listed = [ast.literal_eval(node.value) for node in tree.body if isinstance(node, ast.Assign) and _is_all(node)]
    for names in listed:
        assert list(names) == sorted(names)
        assert set(names) <= _defined(tree)


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_file_is_too_long_to_read(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES_MAX


def _is_all(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)


def _defined(tree: ast.Module) -> set[str]:
    """Return the names that the top level of a module defines or imports."""
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Assign):
            names.update(target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
    return names
