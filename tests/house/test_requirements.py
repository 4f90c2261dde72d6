"""The pinned versions: whole, hashed, and free of any address."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import ROOT

LISTS = ["base", "embedded", "dev"]


def pinned(name: str) -> dict[str, str]:
    """Package → the lines that belong to it."""
    text = (ROOT / f"requirements/{name}.txt").read_text()
    blocks = re.findall(r"^([A-Za-z0-9_.-]+)==([^\s]+)((?:.*\\\n)*.*)$", text, re.MULTILINE)
    return {canonicalize_name(package): rest for package, _, rest in blocks}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_names_no_host_and_hashes_every_file(name: str) -> None:
    text = (ROOT / f"requirements/{name}.txt").read_text()
    assert "://" not in text
    assert "index" not in text.lower()
    assert [package for package, rest in pinned(name).items() if "--hash=sha256:" not in rest] == []


@pytest.mark.parametrize(("name", "extras"), [("base", []), ("embedded", ["embedded"]), ("dev", ["embedded", "dev"])])
def test_everything_asked_for_is_pinned(name: str, extras: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    wanted = {canonicalize_name(Requirement(line).name) for line in asked} - {"congress-portal"}
    assert wanted - set(pinned(name)) == set()


def test_the_lists_agree() -> None:
    base, dev = pinned("base"), pinned("dev")
    assert {package for package in base if package not in dev} == set()
