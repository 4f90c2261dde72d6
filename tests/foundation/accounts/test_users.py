import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from foundation.accounts.models import User


def test_a_number_is_kept_encrypted_and_found_by_its_hash(cast):
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM accounts_user WHERE id = %s", [cast.lin.pk])
        stored = cursor.fetchone()[0]
    assert "13800000001" not in stored
    assert User.objects.get(pk=cast.lin.pk).phone == "13800000001"
    assert User.objects.by_sign_in("１３８ ０００００００１") == cast.lin


def test_a_new_number_is_found_after_a_partial_save(cast):
    cast.lin.phone = "139-1111-2222"
    cast.lin.save(update_fields=["phone"])
    assert User.objects.by_sign_in("13911112222") == cast.lin
    assert User.objects.by_sign_in("13800000001") is None


def test_two_accounts_never_share_a_number(cast):
    cast.zhou.phone = cast.lin.phone
    with pytest.raises(ValidationError, match="已登记在另一个账号上"):
        cast.zhou.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        cast.zhou.save()


def test_many_accounts_have_no_number(db):
    for name in ("jia", "yi"):
        User.objects.create_user(name, None, name=name)
    assert User.objects.filter(phone_hash=None).count() == 2


def test_a_user_name_wins_over_a_number(cast):
    named = User.objects.create_user("13800000001", None, name="同名")
    assert User.objects.by_sign_in("13800000001") == named


def test_a_wrong_number_is_refused_with_the_mend(cast):
    cast.lin.phone = "12345"
    with pytest.raises(ValidationError, match="11 位数字"):
        cast.lin.full_clean()


def test_people_are_listed_by_pinyin(cast):
    names = list(
        User.objects.filter(username__in=["lin", "zhou", "deng", "zhao", "chu"]).values_list("name", flat=True)
    )
    assert names == ["褚明", "邓玉兰", "林晓梅", "赵立新", "周建国"]


def test_an_edited_sort_key_is_left_alone(cast):
    cast.lin.pinyin_key = "aaa"
    cast.lin.save()
    assert User.objects.first() == cast.lin
