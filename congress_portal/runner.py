"""Runs web, worker and beat as children of one process, and ends them in order.

Children die with the runner even when it is killed: the kernel sends them SIGTERM (PR_SET_PDEATHSIG).
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Part:
    """One process of the portal: its Chinese name, command line and log, and the seconds it may take to end."""

    name: str
    command: Sequence[str]
    log: Path
    patience: float = 20


def portal_parts(port: int, logs: Path, workers: int = 2, threads: int = 4) -> list[Part]:
    """Web, worker and beat in the order in which they are stopped; each writes its log into the folder `logs`."""
    python = [sys.executable, "-m"]
    bind = ["--bind", f"0.0.0.0:{port}", "--workers", str(workers), "--threads", str(threads)]
    celery = [*python, "celery", "-A", "congress_portal.celery"]
    return [
        Part(
            "网站",
            [*python, "gunicorn", "congress_portal.wsgi", "-k", "gthread", *bind, "--log-level", "warning"],
            logs / "web.log",
        ),
        Part("后台任务", [*celery, "worker", "--concurrency", "2"], logs / "worker.log"),
        Part("定时任务", [*celery, "beat"], logs / "beat.log"),
    ]


def _die_with_runner() -> None:
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _launch(part: Part) -> subprocess.Popen:
    part.log.parent.mkdir(parents=True, exist_ok=True)
    with part.log.open("ab") as log:
        return subprocess.Popen(
            part.command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=_die_with_runner,
        )


@dataclass
class Runner:
    """Starts the parts, waits, and stops them first to last; `say` shows one line to the person in front."""

    parts: list[Part]
    say: Callable[[str], None]
    running: list[tuple[Part, subprocess.Popen]] = field(default_factory=list)
    stopping: bool = False

    def start(self) -> None:
        """Start every part. A session of their own: Ctrl-C in the terminal reaches the runner alone."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop_asked)
        for part in self.parts:
            self.running.append((part, _launch(part)))

    def _stop_asked(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def failed(self) -> Part | None:
        """The part that ended by itself, if any."""
        return next((part for part, child in self.running if child.poll() is not None), None)

    def wait_until(self, ready: Callable[[], bool], seconds: float = 60) -> bool:
        """Wait for the web server; False when a part ended, somebody asked to stop, or time is up."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.stopping and not self.failed():
            if ready():
                return True
            time.sleep(0.1)
        return False

    def wait(self) -> Part | None:
        """Until somebody asks to stop (None) or a part ends by itself (that part)."""
        while not self.stopping:
            if part := self.failed():
                return part
            time.sleep(0.3)
        return None

    def run(self, command: Sequence[str]) -> bool:
        """Run one more command in front of the person; False when it failed or somebody asked to stop."""
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=_die_with_runner)
        while child.poll() is None:
            if self.stopping or self.failed():
                _end(child, patience=5)
            time.sleep(0.1)
        return child.returncode == 0

    def stop(self) -> None:
        """End the parts in order, each with its patience, then without it."""
        for part, child in self.running:
            if child.poll() is None:
                self.say(f"停止{part.name}")
                _end(child, part.patience)


def _end(child: subprocess.Popen, patience: float) -> None:
    child.terminate()
    try:
        child.wait(patience)
    except subprocess.TimeoutExpired:
        # The whole session: gunicorn's and Celery's own children must not outlive them.
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def answers(url: str) -> bool:
    """Whether the address answers 200."""
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False
