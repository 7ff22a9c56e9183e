from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from search.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture
def compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))


def test_the_api_runs_without_the_database_and_waits_for_it_where_it_is_there(compose: dict[str, Any]):
    services = compose["services"]

    assert "profiles" not in services["api"]
    assert services["postgres"]["profiles"] == ["postgres"]
    assert "healthcheck" in services["postgres"]
    assert services["api"]["depends_on"]["postgres"] == {"condition": "service_healthy", "required": False}


def test_only_this_machine_reaches_the_services(compose: dict[str, Any]):
    assert all(port.startswith("127.0.0.1:") for port in compose["services"]["api"]["ports"])
    assert "ports" not in compose["services"]["postgres"]


def test_what_the_services_are_given_means_something(compose: dict[str, Any]):
    names = compose["services"]["api"]["environment"]

    assert set(names) <= {PREFIX + name.upper() for name in Settings.__dataclass_fields__}
    # Compose hands an unset variable on as an empty value.
    assert Settings.from_env(dict.fromkeys(names, "")) == Settings()


def test_every_named_volume_is_declared(compose: dict[str, Any]):
    mounted = {volume.partition(":")[0] for service in compose["services"].values() for volume in service["volumes"]}

    assert mounted == set(compose["volumes"])


def test_the_image_runs_as_nobody_special_with_its_home_in_a_volume():
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()

    assert "USER ihc" in lines
    assert "VOLUME /var/lib/ihc-search" in lines
    assert any("/health/live" in line for line in lines)
    assert any("--constraint constraints.txt" in line for line in lines)


def test_everything_the_image_copies_is_in_its_context():
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    copied = [
        name
        for line in (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
        if line.startswith("COPY ") and "--from" not in line
        for name in line.split()[1:-1]
    ]

    assert copied
    assert {f"!{name.removeprefix('./')}" for name in copied} <= set(ignored)
