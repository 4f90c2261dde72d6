"""The runner ends its parts in order, notices one that ends by itself, and leaves nothing behind."""

import io
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import psycopg
import pytest
from django.apps import apps
from django.db import connection

from congress_portal.embedded import places
from congress_portal.management.commands import run_portal
from congress_portal.runner import Part, Runner, answers, portal_parts
from tests.congress_portal.embedded.users import ROOT, gone, processes
from tests.plugins.tables import shape

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
IGNORE = "import signal,time; signal.signal(15, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
HOUSE = ("congress_portal.", "deputies.", "foundation.", "liaison_stations.", "suggestions.", "supervision.")
EMBEDDED = {"DJANGO_SETTINGS_MODULE": "congress_portal.settings.dev", "DATABASE_URL": "", "REDIS_URL": ""}
STUBBORN = [sys.executable, "-c", IGNORE]


@pytest.fixture
def own_signals():
    """The runner takes over signals; pytest wants its own back."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def test_parts_are_stopped_in_order(own_signals, tmp_path: Path) -> None:
    said: list[str] = []
    runner = Runner([Part("甲", SLEEP, tmp_path / "1"), Part("乙", SLEEP, tmp_path / "2")], said.append)
    runner.start()
    os.kill(os.getpid(), signal.SIGINT)
    assert runner.wait() is None
    runner.stop()
    assert said == ["停止甲", "停止乙"]
    assert all(child.returncode == -signal.SIGTERM for _, child in runner.running)


def test_a_command_in_front_is_waited_for_and_ended_when_asked_to_stop(own_signals, tmp_path: Path) -> None:
    runner = Runner([Part("甲", SLEEP, tmp_path / "1")], print)
    runner.start()
    assert runner.run([sys.executable, "-c", "print('载入')"])
    assert not runner.run([sys.executable, "-c", "raise SystemExit(3)"])
    runner.stopping = True
    assert not runner.run(SLEEP)
    runner.stop()


def test_a_part_that_ends_by_itself_is_named(own_signals, tmp_path: Path) -> None:
    short = Part("短命", [sys.executable, "-c", "print('为什么')"], tmp_path / "short.log")
    runner = Runner([Part("长命", SLEEP, tmp_path / "long.log"), short], print)
    runner.start()
    assert runner.wait() == short
    runner.stop()
    assert short.log.read_text() == "为什么\n"


def test_a_part_that_will_not_end_is_ended(own_signals, tmp_path: Path) -> None:
    stubborn = Part("固执", STUBBORN, tmp_path / "log", patience=0.2)
    runner = Runner([stubborn], print)
    runner.start()
    assert runner.wait_until(lambda: stubborn.log.read_text() == "up\n", seconds=10)
    runner.stop()
    assert runner.running[0][1].returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("told", "stopping", "said"), [(True, False, "完成，"), (False, False, "没有完成，原因见上方"), (False, True, "")]
)
def test_a_demonstration_that_was_not_loaded_is_not_called_loaded(told, stopping, said) -> None:
    command, runner = run_portal.Command(stdout=io.StringIO()), Runner([], print)
    runner.run = lambda command: told
    runner.stopping = stopping
    command._tell_the_demonstration(runner)
    words = command.stdout.getvalue().partition("\n")[2]
    assert words.startswith(f"▸ 载入演示区数据：{said}") if said else not words
    assert ("lianluo1" in words) is told


def test_the_parts_are_web_worker_and_beat(tmp_path: Path) -> None:
    commands = [" ".join(part.command) for part in portal_parts(8000, tmp_path)]
    assert ["gunicorn" in commands[0], " worker" in commands[1], " beat" in commands[2]] == [True] * 3


class Portal:
    """A whole portal in a folder and on a port of its own."""

    def __init__(self, var: Path, *options: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "run_portal", *options],
            cwd=ROOT,
            env=os.environ | EMBEDDED | {"PORTAL_VAR": str(var), "PORTAL_PORT": str(self.port)},
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ready(self) -> "Portal":
        """Wait until it serves and has said so."""
        self.says("门户已就绪")
        assert answers(f"http://127.0.0.1:{self.port}/health/ready")
        return self

    def says(self, words: str) -> None:
        """Wait until it has written these words."""
        if not any(words in line for line in self.process.stdout):
            raise AssertionError(f"the portal ended before it said {words}")

    def family(self) -> list[psutil.Process]:
        """Every process below the runner."""
        return psutil.Process(self.process.pid).children(recursive=True)


def all_end(family: list[psutil.Process], seconds: float = 30) -> bool:
    """Whether all end within the time; an ended one that nobody has collected yet counts as ended."""
    alive = psutil.wait_procs(family, timeout=0)[1]
    end = time.monotonic() + seconds
    while alive and time.monotonic() < end:
        alive = [process for process in alive if lives(process)]
        time.sleep(0.05)
    return not alive


def lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def migrated_like_the_models(var: Path) -> None:
    """The migrations have built what the suite's own tables were made of at once (tests/plugins/tables.py)."""
    models = apps.get_models(include_auto_created=True)
    own = {model._meta.db_table for model in models if model.__module__.startswith(HOUSE)}
    with psycopg.connect(places.database_url(var)) as migrated:
        built = shape(migrated.cursor(), own)
    with connection.cursor() as cursor:
        made = shape(cursor, own)
    assert made
    assert sorted(built ^ made, key=str) == []


@pytest.mark.django_db
def test_a_whole_portal_stops_on_request_and_dies_with_its_runner(var: Path) -> None:
    portal = Portal(var).ready()
    family = portal.family()
    assert len(family) >= 6
    portal.process.send_signal(signal.SIGINT)
    rest = portal.process.communicate(timeout=60)[0]
    assert [line[2:] for line in rest.splitlines() if "停止" in line and "按" not in line] == [
        "停止网站",
        "停止后台任务",
        "停止定时任务",
        "停止消息队列和数据库",
    ]
    assert portal.process.returncode == 0
    assert all_end(family, seconds=1)
    assert processes(var) == []

    portal = Portal(var).ready()
    migrated_like_the_models(var)
    family = portal.family()
    portal.process.kill()
    portal.process.wait()
    assert all_end(family)
    assert gone(var)


def test_starting_over_serves_first_and_may_be_broken_off(var: Path) -> None:
    portal = Portal(var, "--demo", "--fresh").ready()
    portal.says("讲述上一年的建议")
    assert answers(f"http://127.0.0.1:{portal.port}/")
    family = portal.family()
    portal.process.send_signal(signal.SIGINT)
    portal.process.communicate(timeout=60)
    assert portal.process.returncode == 0
    assert all_end(family, seconds=1)
    assert gone(var)

    # The year is one transaction: the next start finds an empty house and begins again.
    ask = "from foundation.accounts.models import User; print(User.objects.count())"
    counted = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-v", "0", "-c", ask],
        cwd=ROOT,
        env=os.environ | EMBEDDED | {"PORTAL_VAR": str(var)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert counted.stdout.strip() == "0"
    assert gone(var)


def test_a_taken_port_is_refused_before_anything_starts(var: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "manage.py", "run_portal"],
            cwd=ROOT,
            env=os.environ | {"PORTAL_VAR": str(var), "PORTAL_PORT": port},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert f"端口 {port} 已被占用" in done.stderr
    assert gone(var)
