"""The keeper: one small process that owns both servers and stops them when their last user has left.

Run as `python -m congress_portal.embedded.keeper PORTAL_VAR` by `lease.join`; imports nothing of Django.
"""

import fcntl
import os
import signal
import sys
from pathlib import Path

from congress_portal.embedded import account, lease, postgres, valkey
from congress_portal.embedded.errors import EmbeddedError


class _Stop(Exception):
    """A server died, or somebody asked the keeper to end."""


def _interrupt(number: int, frame: object) -> None:
    raise _Stop(signal.Signals(number).name)


def _wait_for_last_user(var: Path) -> None:
    users = lease.open_lock(var, lease.USERS)
    # Granted only when no shared lock is left; held until the end, so that newcomers wait for a fresh keeper.
    fcntl.flock(users, fcntl.LOCK_EX)


def _answer(text: str) -> None:
    os.write(1, f"{text}\n".encode())
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def keep(var: Path) -> None:
    """Start both servers, answer "ready" (or why not) on standard output, wait for the last user, stop them."""
    own = lease.open_lock(var, lease.KEEPER)
    fcntl.flock(own, fcntl.LOCK_EX)
    who = account.servers_account()
    stops = []
    try:
        stops.append(postgres.start(var, who))
        stops.append(valkey.start(var, who))
        for number in (signal.SIGTERM, signal.SIGCHLD):
            signal.signal(number, _interrupt)
        _answer("ready")
        _wait_for_last_user(var)
    except _Stop as reason:
        sys.stderr.write(f"stopping: {reason}\n")
    except (EmbeddedError, OSError) as problem:
        _answer(str(problem))
    finally:
        for number in (signal.SIGTERM, signal.SIGCHLD):
            signal.signal(number, signal.SIG_IGN if number == signal.SIGTERM else signal.SIG_DFL)
        # The broker first: whoever still writes to the database finds it until the very end.
        for stop in reversed(stops):
            stop()
        os.close(own)


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
