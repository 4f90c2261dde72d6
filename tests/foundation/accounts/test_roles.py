from pathlib import Path

from django.core.management import call_command

from foundation.accounts.roles import SCOPES, Role, role_table

PAGE = Path(__file__).resolve().parents[3] / "docs" / "roles.md"


def test_every_role_has_its_scope_in_order():
    assert [scope.role for scope in SCOPES] == list(Role)


def test_the_published_table_is_current():
    assert PAGE.read_text() == role_table(), "请运行 manage.py print_roles"


def test_the_command_writes_the_table(tmp_path):
    call_command("print_roles", output=tmp_path / "roles.md")
    assert (tmp_path / "roles.md").read_text() == role_table()
