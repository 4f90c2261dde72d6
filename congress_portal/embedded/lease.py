"""Who uses the embedded servers: every user holds a shared lock, the keeper waits for the exclusive one.

The kernel gives a lock back however its holder dies, so nobody has to count users or clean up after a killed one.
"""

import fcntl
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from congress_portal.embedded import places
from congress_portal.embedded.errors import EmbeddedError

USERS, STARTING, KEEPER = "users.lock", "starting.lock", "keeper.lock"
PATIENCE = 120  # seconds; a cold start takes under one, but a busy machine may swap
_lease: int | None = None


def open_lock(var: Path, name: str) -> int:
    """A file descriptor of one of the lock files, made when missing."""
    return os.open(places.home(var) / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


@contextmanager
def _exclusive(var: Path, name: str) -> Iterator[None]:
    handle = open_lock(var, name)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def is_served(var: Path) -> bool:
    """Whether a keeper looks after the servers of this folder."""
    return not _can_lock(var, KEEPER, fcntl.LOCK_SH)


def join_unless_given(var: Path, database_url: str, redis_url: str) -> None:
    """Join the embedded servers, unless addresses of real ones were given; ends the process with a sentence."""
    if database_url and redis_url:
        return
    try:
        join(var)
    except (EmbeddedError, OSError) as problem:
        sys.exit(f"内置数据库未能启动：{problem}")


def join(var: Path) -> None:
    """Start the servers of this folder or attach to them; they stay until this process ends or calls `leave`."""
    global _lease
    if _lease is not None:
        return
    places.home(var).mkdir(parents=True, exist_ok=True)
    lease = open_lock(var, USERS)
    # Waits while a keeper is stopping the servers, so nobody attaches to a server that is going down.
    fcntl.flock(lease, fcntl.LOCK_SH)
    try:
        with _exclusive(var, STARTING):
            if not is_served(var):
                _start_keeper(var)
    except BaseException:
        os.close(lease)
        raise
    _lease = lease


def leave() -> None:
    """Give the servers back before the process ends."""
    global _lease
    if _lease is not None:
        os.close(_lease)
        _lease = None


def _start_keeper(var: Path) -> None:
    log = (places.log_folder(var) / "keeper.log").open("ab")
    with log:
        keeper = subprocess.Popen(
            [sys.executable, "-m", "congress_portal.embedded.keeper", str(var)],
            cwd=Path(__file__).resolve().parents[2],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,  # Ctrl-C in the terminal is for the users, not for their database
        )
    assert keeper.stdout is not None
    ready, _, _ = select.select([keeper.stdout], [], [], PATIENCE)
    answer = keeper.stdout.readline().decode().strip() if ready else ""
    if answer != "ready":
        keeper.terminate()
        raise EmbeddedError(answer or f"请查看 {places.log_folder(var)} 中的日志。")
    # The keeper outlives this process by design; without this Python would warn about it at exit.
    keeper.returncode = 0


def leave_and_wait(var: Path, seconds: float = 30) -> bool:
    """Give the servers back and wait until they have stopped; False when somebody else still uses them."""
    leave()
    end = time.monotonic() + seconds
    while is_served(var):
        if _others_use(var) or time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _others_use(var: Path) -> bool:
    # Free: nobody. Shared only: other users. Exclusive: the keeper, which is stopping the servers.
    return not _can_lock(var, USERS, fcntl.LOCK_EX) and _can_lock(var, USERS, fcntl.LOCK_SH)


def _can_lock(var: Path, name: str, kind: int) -> bool:
    handle = open_lock(var, name)
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
        return True
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
