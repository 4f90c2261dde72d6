"""The repository as the house tests see it: what git would hold, without the environment and the data."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("congress_portal", "deputies", "suggestions", "supervision", "liaison_stations", "foundation")
ROOMS = ("deputies", "suggestions", "supervision", "liaison_stations")


@cache
def files(pattern: str) -> tuple[Path, ...]:
    """Every file of the repository whose path matches a git glob, such as "*.py" or "templates/**"."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", pattern]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file())


def code(*, migrations: bool = False) -> list[Path]:
    """The portal's own Python files, tests apart."""
    found = [path for path in files("*.py") if path.relative_to(ROOT).parts[0] in CODE]
    return [path for path in found if migrations or "migrations" not in path.parts]


def name(path: Path) -> str:
    """The path as it is said in a message."""
    return str(path.relative_to(ROOT))


def findings(paths: list[Path] | tuple[Path, ...], amiss) -> list[str]:
    """`file:line: text` of every line for which amiss(line) holds."""
    return [
        f"{name(path)}:{number}: {line.strip()[:120]}"
        for path in paths
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if amiss(line)
    ]
