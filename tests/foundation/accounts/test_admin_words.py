"""The words of the administration where Django's own are English or address nobody."""

from django.urls import reverse

from foundation.accounts.forms import PASSWORD_RULES


def test_a_refused_form_says_so_in_its_title_and_the_rules_of_a_password_are_one_sentence(cast, signed_in):
    page = signed_in(cast.gao).post(reverse("admin:accounts_user_add"), {}).content.decode()
    assert "<title>有误：" in page
    assert PASSWORD_RULES in page
    assert "新号码" not in page


def test_filters_are_named_as_one_would_say_it(cast, signed_in):
    page = signed_in(cast.gao).get(reverse("admin:accounts_organisation_changelist")).content.decode()
    assert "<summary>按类型</summary>" in page
