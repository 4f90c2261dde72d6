import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from congress_portal.embedded import places
from tests.congress_portal.embedded.users import processes


@pytest.fixture
def var() -> Iterator[Path]:
    """A PORTAL_VAR of its own, reachable by the servers' account; pytest's own folders are closed to it."""
    folder = Path(tempfile.mkdtemp(prefix="portal-"))
    folder.chmod(0o755)
    yield folder
    for process in processes(folder):
        # One that is just ending by itself needs no help.
        with suppress(psutil.NoSuchProcess):
            process.kill()
    shutil.rmtree(places.home(folder), ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)
