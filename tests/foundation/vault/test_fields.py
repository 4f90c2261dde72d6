import pytest
from django.core.exceptions import FieldError
from django.db import connection

from foundation.accounts.models import User
from foundation.vault.cipher import TamperedValue
from foundation.vault.fields import EncryptedTextField

pytestmark = pytest.mark.django_db
PHONE = "13812341234"


@pytest.fixture
def person() -> User:
    return User.objects.create(username="zhang", name="张三", phone=PHONE)


def column(person: User) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM accounts_user WHERE id = %s", [person.pk])
        return cursor.fetchone()[0]


def test_the_column_holds_no_clear_text(person):
    assert PHONE not in column(person)
    assert "1381" not in column(person)
    person.refresh_from_db()
    assert person.phone == PHONE


def test_an_altered_column_is_noticed(person):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_user SET phone = left(phone, -4) || 'AAA=' WHERE id = %s", [person.pk])
    with pytest.raises(TamperedValue, match=r"accounts\.user\.phone"):
        person.refresh_from_db()


@pytest.mark.parametrize("lookup", ["phone", "phone__contains", "phone__in", "phone__startswith"])
def test_comparing_is_refused_instead_of_finding_nothing(person, lookup):
    with pytest.raises((FieldError, TypeError)):
        User.objects.filter(**{lookup: PHONE}).exists()


def test_blank_stays_blank_and_null_is_asked_for():
    person = User.objects.create(username="li", name="李四", phone="")
    assert column(person) == ""
    assert User.objects.filter(phone__isnull=False, pk=person.pk).exists()


def test_bulk_writes_and_updates_are_encrypted(person):
    User.objects.bulk_create([User(username="wang", name="王五", phone=PHONE)])
    assert PHONE not in column(User.objects.get(username="wang"))
    User.objects.filter(pk=person.pk).update(phone="13900000000")
    assert "139" not in column(person)[:6]
    assert User.objects.get(pk=person.pk).phone == "13900000000"


def test_values_lists_are_clear(person):
    assert User.objects.values_list("phone", flat=True).get(pk=person.pk) == PHONE


def test_a_renamed_column_keeps_its_binding():
    field = EncryptedTextField(context="old.model.name")
    assert field.context == "old.model.name"
    assert field.deconstruct()[3] == {"context": "old.model.name"}
    assert EncryptedTextField().deconstruct()[3] == {}
