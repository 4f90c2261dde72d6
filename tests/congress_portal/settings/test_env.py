"""The environment as an operator writes it, with and without mistakes."""

import json
import os
import secrets
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from congress_portal.settings import env
from tests.house.tree import ROOT

# Set by the suite for its browser tests; a deployment check would rightly refuse it.
INHERITED = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "congress_portal.settings.prod",
    "SECRET_KEY": secrets.token_urlsafe(50),
    "ALLOWED_HOSTS": "rd.example.gov.cn",
    "VAULT_KEYS": json.dumps({"k1": "0123456789abcdef" * 2}),
    "VAULT_ACTIVE_KEY": "k1",
    "VAULT_LOOKUP_KEY": "0123456789abcdef" * 4,
    "DATABASE_URL": "postgres://nobody:nothing@127.0.0.1:1/portal",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "EMAIL_URL": "smtp+tls://user:secret@mail.example.gov.cn:587",
    "PORTAL_OPERATORS": "ops@example.gov.cn",
}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """manage.py in an environment of its own."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=INHERITED | {"DJANGO_SETTINGS_MODULE": "congress_portal.settings.dev"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [("PORTAL_PORT", "abc", "整数"), ("VAULT_KEYS", "{k1", "JSON 对象"), ("PORTAL_CONN_MAX_AGE", "1分钟", "整数")],
)
def test_a_value_of_the_wrong_kind_is_one_sentence_and_no_trace(name: str, value: str, kind: str) -> None:
    done = manage("check", **{name: value})
    assert done.returncode == 1
    assert f"环境变量 {name} 的值无法识别，应为{kind}" in done.stderr
    assert "Traceback" not in done.stderr
    assert value not in done.stderr


def test_whole_production_settings_pass_the_deployment_check() -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert done.returncode == 0, done.stderr


def test_production_makes_no_key_up() -> None:
    done = manage("check", "--deploy", **PRODUCTION | {"SECRET_KEY": "", "VAULT_KEYS": "{}", "ALLOWED_HOSTS": ""})
    assert done.returncode == 1
    for expected in ("portal.E001", "portal.E002", "vault.E001"):
        assert expected in done.stderr


def test_kept_secrets_are_made_once_and_closed_to_others(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(env, "VAR", tmp_path)
    numbers = iter(range(100))
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: env.kept_secret("key", lambda: f"secret-{next(numbers)}"), range(16)))
    assert len(found) == 1
    assert (tmp_path / "secrets/key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "secrets").iterdir()] == ["key"]
