from foundation.accounts.models import User


def test_the_page_shows_memberships_and_masks_the_number(cast, signed_in):
    page = signed_in(cast.wu).get("/account/").content.decode()
    assert "区教育局 承办单位经办人（办公室主任）" in page
    assert "138****0022" in page
    assert "13800000022" not in page


def test_contact_data_are_changed_by_their_owner(cast, signed_in):
    answer = signed_in(cast.lin).post(
        "/account/contact/", {"phone": "１３９ １１１１ ２２２２", "email": "lin@example.cn"}
    )
    assert answer.url == "/account/"
    assert User.objects.by_sign_in("13911112222") == cast.lin


def test_bad_contact_data_are_told_at_the_field_and_change_nothing(cast, signed_in):
    client = signed_in(cast.lin)
    for phone, message in [("12345", "应为 11 位数字"), ("13800000002", "已登记在另一个账号上")]:
        page = client.post("/account/contact/", {"phone": phone, "email": ""}).content.decode()
        assert message in page
        assert f'value="{phone}"' in page
    assert User.objects.by_sign_in("13800000001") == cast.lin
