"""Processes that join the embedded servers of a folder, as manage.py does, and what is left of them afterwards."""

import subprocess
import sys
import time
from pathlib import Path

import psutil
import psycopg

from congress_portal.embedded import places

JOIN = """
import sys
from pathlib import Path
from congress_portal import embedded
embedded.join(Path(sys.argv[1]))
print("joined", flush=True)
sys.stdin.read()
"""
ROOT = Path(__file__).resolve().parents[3]


class User:
    """One process that uses the servers until it is told to leave."""

    def __init__(self, var: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", JOIN, str(var)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def joined(self) -> "User":
        """Wait until it has joined."""
        assert self.process.stdout.readline() == "joined\n"
        return self

    def leave(self) -> None:
        """End as a command ends."""
        self.process.communicate("", timeout=20)

    def kill(self) -> None:
        """End without any chance to tidy up."""
        self.process.kill()
        self.process.wait()


def query(var: Path, sql: str) -> list[tuple]:
    """Rows of one statement on the embedded database."""
    address = f"host={places.socket_folder(var)} user={places.USER} dbname={places.DATABASE}"
    with psycopg.connect(address, autocommit=True) as connection:
        answer = connection.execute(sql)
        return answer.fetchall() if answer.description else []


def processes(var: Path) -> list[psutil.Process]:
    """Keeper, PostgreSQL and Valkey of this folder, by their command lines."""
    marks = {str(var), f"unixsocket:{places.valkey_socket(var)}", str(places.data_folder(var))}
    found = []
    for process in psutil.process_iter():
        try:
            words = {word for part in process.cmdline() for word in (part, *part.split()[-1:])}
            if marks & words and JOIN not in words:
                found.append(process)
        except psutil.Error:
            continue
    return found


def keeper(var: Path) -> psutil.Process:
    """The one keeper of this folder."""
    (one,) = [process for process in processes(var) if "congress_portal.embedded.keeper" in process.cmdline()]
    return one


def gone(var: Path, seconds: float = 15) -> bool:
    """Whether every process of this folder ends within the time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not processes(var):
            return True
        time.sleep(0.05)
    return False
