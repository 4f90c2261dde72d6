"""What of a deputy is public: what the office signed off, and photograph and words only while he agrees."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now
from PIL import Image

from deputies.models import PublicPage
from deputies.transitions.amend import PHOTO, amend_deputy
from deputies.transitions.public_page import hide_page, page_of, publish_page, publish_pages, say_consent
from foundation.files.store import files_of
from foundation.notices.models import Notice
from foundation.workdays.clock import today
from foundation.workflow import Refused


def photo() -> SimpleUploadedFile:
    held = BytesIO()
    Image.new("RGB", (30, 40), "white").save(held, "JPEG")
    return SimpleUploadedFile("照片.jpg", held.getvalue(), "image/jpeg")


@pytest.fixture
def open_page(cast, register) -> PublicPage:
    amend_deputy(register.lin.deputy, by=cast.he, at=now(), profile="从教二十年。", photo=photo())
    return page_of(register.lin.deputy)


def test_without_consent_neither_words_nor_photograph_are_public(cast, open_page):
    publish_page(open_page, by=cast.he, at=now())
    open_page.refresh_from_db()
    assert (open_page.state, open_page.profile, open_page.signed_by) == ("shown", "", cast.he)
    assert not files_of(open_page, PHOTO).exists()


def test_with_consent_they_are_and_a_withdrawal_takes_them_away_at_once(cast, open_page):
    say_consent(open_page, by=cast.lin, at=now(), agrees=True)
    publish_page(open_page, by=cast.he, at=now())
    open_page.refresh_from_db()
    assert open_page.profile == "从教二十年。"
    assert files_of(open_page, PHOTO).count() == 1

    say_consent(open_page, by=cast.lin, at=now(), agrees=False)
    open_page.refresh_from_db()
    assert (open_page.state, open_page.profile) == ("shown", "")
    assert not files_of(open_page, PHOTO).exists()
    assert files_of(open_page.deputy, PHOTO).exists()


def test_what_changes_later_waits_for_the_next_sign_off(cast, open_page):
    say_consent(open_page, by=cast.lin, at=now(), agrees=True)
    publish_page(open_page, by=cast.he, at=now())
    amend_deputy(open_page.deputy, by=cast.he, at=now(), profile="从教二十一年。")
    open_page.refresh_from_db()
    assert open_page.profile == "从教二十年。"
    publish_page(open_page, by=cast.he, at=now())
    open_page.refresh_from_db()
    assert open_page.profile == "从教二十一年。"


def test_a_number_in_the_words_is_refused(cast, open_page):
    amend_deputy(open_page.deputy, by=cast.he, at=now(), profile="电话13812345678")
    say_consent(open_page, by=cast.lin, at=now(), agrees=True)
    with pytest.raises(ValidationError, match="个人简介中有电话或者证件号码"):
        publish_page(open_page, by=cast.he, at=now())


def test_only_the_deputy_says_and_the_office_names_its_paper(cast, open_page):
    with pytest.raises(Refused):
        say_consent(open_page, by=cast.zhou, at=now(), agrees=True)
    with pytest.raises(ValidationError, match="请写明书面意见的来源"):
        say_consent(open_page, by=cast.he, at=now(), agrees=True)
    say_consent(open_page, by=cast.he, at=now(), agrees=True, note="2026年3月5日书面同意书")


def test_only_the_office_signs_off_and_takes_off(cast, open_page):
    with pytest.raises(Refused):
        publish_page(open_page, by=cast.lin, at=now())
    publish_page(open_page, by=cast.he, at=now())
    hide_page(open_page, by=cast.he, at=now(), reason="照片需要更换")
    with pytest.raises(Refused):
        hide_page(open_page, by=cast.he, at=now(), reason="再次")
    assert not PublicPage.objects.open_on(today()).exists()
    told = set(Notice.objects.filter(recipient=cast.lin).values_list("kind", flat=True))
    assert {"deputies.page_published", "deputies.page_hidden"} <= told


def test_several_at_once_are_all_or_none(cast, register, open_page):
    amend_deputy(open_page.deputy, by=cast.he, at=now(), profile="电话13812345678")
    say_consent(open_page, by=cast.lin, at=now(), agrees=True)
    with pytest.raises(ValidationError):
        publish_pages([register.zhou.deputy, open_page.deputy], by=cast.he, at=now())
    assert not PublicPage.objects.filter(state="shown").exists()
    assert publish_pages([register.zhou.deputy, register.deng.deputy], by=cast.he, at=now()) == 2
