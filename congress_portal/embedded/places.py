"""Where the embedded servers live: folders, sockets, addresses. Knows no Django."""

import hashlib
import os
from pathlib import Path
from urllib.parse import quote

USER = DATABASE = "portal"
# The kernel's sun_path holds 108 bytes with its closing zero.
LONGEST_SOCKET_PATH = 107


def _digest(var: Path) -> str:
    return hashlib.sha256(str(var).encode()).hexdigest()[:12]


def reachable_by_others(folder: Path) -> bool:
    """Whether every folder above lets an unprivileged account pass (root's servers run as such an account)."""
    existing = folder
    while not existing.exists():
        existing = existing.parent
    return all(step.stat().st_mode & 0o001 for step in [existing.resolve(), *existing.resolve().parents])


def home(var: Path) -> Path:
    """Folder of the data: PORTAL_VAR, or below /var/lib when root's PORTAL_VAR is closed to the servers' account."""
    if os.geteuid() == 0 and not reachable_by_others(var):
        return Path("/var/lib/congress-portal") / _digest(var)
    return var


def data_folder(var: Path) -> Path:
    """PostgreSQL's data folder."""
    return home(var) / "postgres"


def socket_folder(var: Path) -> Path:
    """Folder of both sockets; a short one in the temporary folder when PORTAL_VAR lies too deep."""
    folder = home(var) / "run"
    if len(os.fsencode(folder / ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET_PATH:
        return folder
    return Path("/tmp") / f"congress-portal-{os.geteuid()}-{_digest(var)}"


def valkey_socket(var: Path) -> Path:
    """Valkey's socket."""
    return socket_folder(var) / "valkey.sock"


def database_url(var: Path) -> str:
    """Address of the embedded database, in the form of DATABASE_URL."""
    return f"postgres://{USER}@{quote(str(socket_folder(var)), safe='')}/{DATABASE}"


def redis_url(var: Path, database: int = 0) -> str:
    """Address of the embedded Valkey for the cache."""
    return f"unix://{valkey_socket(var)}?db={database}"


def broker_url(var: Path) -> str:
    """Address of the embedded Valkey for Celery."""
    return f"redis+socket://{valkey_socket(var)}"


def log_folder(var: Path) -> Path:
    """Logs of the keeper and of both servers."""
    folder = home(var) / "log"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
