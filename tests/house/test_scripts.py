"""The two commands of the README and what they say when something is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files

SHELL = [path for path in [*files("script/*"), *files(".ci/run")] if not path.suffix]


@pytest.mark.parametrize("script", SHELL, ids=lambda path: path.name)
def test_every_script_is_executable_and_stops_at_the_first_fault(script: Path) -> None:
    assert os.access(script, os.X_OK)
    assert "set -" in script.read_text()
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0


def test_ci_runs_lint_and_test_and_nothing_else() -> None:
    lines = (ROOT / ".ci/run").read_text().splitlines()
    assert [line for line in lines if line.startswith("script/")] == ["script/lint", "script/test"]


def test_setup_refuses_a_list_it_does_not_have() -> None:
    done = subprocess.run([ROOT / "script/setup", "everything"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "可选 base、embedded、dev" in done.stderr


def test_setup_names_the_python_it_wants(tmp_path: Path) -> None:
    old = tmp_path / "python"
    old.write_text('#!/bin/sh\n[ "$1" = -V ] && echo "Python 3.8.1"\nexit 1\n')
    old.chmod(0o755)
    done = subprocess.run(
        [ROOT / "script/setup"], env=os.environ | {"PYTHON": str(old)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "需要 Python 3.11 或更新的版本（当前：Python 3.8.1" in done.stderr


def test_a_browser_test_without_chromium_fails_with_the_administrators_line(tmp_path: Path) -> None:
    (tmp_path / "test_page.py").write_text("def test_page(page):\n    pass\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", ROOT / "pyproject.toml", "--rootdir", ROOT, "-q", tmp_path],
        cwd=ROOT,
        env=os.environ | {"PATH": str(tmp_path), "PORTAL_CHROMIUM": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout
    assert "apt-get install -y --no-install-recommends chromium fonts-noto-cjk" in done.stdout
