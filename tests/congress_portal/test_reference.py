import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command

from congress_portal.groups import GROUPS
from congress_portal.reference import load_all
from foundation.accounts.models import SignInPolicy
from foundation.accounts.roles import Role

pytestmark = pytest.mark.django_db


def test_after_every_migrate_the_rows_are_there():
    assert SignInPolicy.objects.count() == len(Role)
    assert {group.name for group in Group.objects.all()} >= {role.label for role in GROUPS}


def test_every_permission_named_exists():
    for role, wanted in GROUPS.items():
        expected = sum(len(verbs) for verbs in wanted.values())
        assert Group.objects.get(name=role.label).permissions.count() == expected, role.label


def test_what_the_office_edited_stays(capsys):
    SignInPolicy.objects.filter(role=Role.CLERK).update(second_factor=False, legal_basis="本级规定")
    Group.objects.get(name="委员会秘书").permissions.clear()
    call_command("load_reference")
    assert SignInPolicy.objects.get(role=Role.CLERK).legal_basis == "本级规定"
    assert Group.objects.get(name="委员会秘书").permissions.count() == 0
    assert "foundation.accounts" in capsys.readouterr().out


def test_loading_twice_changes_nothing():
    assert load_all() == load_all()
    assert SignInPolicy.objects.count() == len(Role)


# 《信访工作条例》 was issued by the Central Committee and the State Council (2022) and holds everywhere.
NATIONAL = ("《中华人民共和国", "《信访工作条例》", "GB/T ")
OPEN = {"", "本级规定（待填）"}


def test_no_row_cites_the_rule_of_another_place():
    models = [model for model in apps.get_models() if "legal_basis" in {field.name for field in model._meta.fields}]
    bases = {basis for model in models for basis in model._base_manager.values_list("legal_basis", flat=True)}
    assert len(models) >= 9
    assert {basis for basis in bases - OPEN if not basis.startswith(NATIONAL)} == set()
    assert bases > OPEN
