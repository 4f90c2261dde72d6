"""As whom the servers run: as ourselves, or, when we are root (PostgreSQL refuses that), as an existing account."""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
from pathlib import Path

from congress_portal.embedded import places
from congress_portal.embedded.errors import EmbeddedError

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def servers_account() -> pwd.struct_passwd | None:
    """None for an ordinary user; for root the account `postgres` or `nobody`. No account is ever made."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise EmbeddedError("以 root 运行时需要系统账户 postgres 或 nobody，两者都不存在；请改用普通用户运行。")


def own_folder(folder: Path, who: pwd.struct_passwd | None) -> Path:
    """The folder, made when missing, closed to everybody but its account."""
    folder.mkdir(parents=True, exist_ok=True)
    if who:
        os.chown(folder, who.pw_uid, who.pw_gid)
    folder.chmod(0o700)
    return folder


def reachable_copy(source: Path, var: Path, who: pwd.struct_passwd | None) -> Path:
    """The program folder itself, or a copy beside the data when the account cannot reach it (a closed home)."""
    if who is None or places.reachable_by_others(source):
        return source
    target = places.home(var) / "programs" / source.name
    if not target.exists():
        draft = target.with_name(f"{target.name}.{os.getpid()}")
        shutil.copytree(source, draft)
        subprocess.run(["chmod", "-R", "a+rX", str(target.parent)], check=True)
        draft.rename(target)
    return target


def _die_with_keeper() -> None:
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def launch(command: list[str], log: Path, who: pwd.struct_passwd | None) -> subprocess.Popen:
    """Start a server that ends with its keeper, however the keeper ends."""
    with log.open("ab") as out:
        return subprocess.Popen(
            command,
            cwd="/",
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            preexec_fn=_die_with_keeper,  # after the change of user, which would clear the request
            **as_account(who),
        )


def as_account(who: pwd.struct_passwd | None) -> dict:
    """The arguments of subprocess that change the user."""
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []} if who else {}


def environment() -> dict[str, str]:
    """A plain environment: a server takes neither its language nor its settings from whoever happens to start it."""
    return {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"}


def stop_process(process: subprocess.Popen, gently: int, hard: int) -> None:
    """End a server: politely, and after half a minute without waiting for it."""
    if process.poll() is not None:
        return
    process.send_signal(gently)
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.send_signal(hard)
        process.wait()
