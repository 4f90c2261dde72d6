"""What a station shows and spends: own lists on the wall, photographs without metadata, a ledger that only grows."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError, transaction
from PIL import Image

from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.workflow import Refused
from liaison_stations.models import FundEntry, WallItem
from liaison_stations.transitions.station_rooms import (
    PHOTO,
    add_photos,
    balance_of,
    enter_fund,
    remove_photo,
    reverse_fund,
    write_wall,
)
from tests.liaison_stations.transitions.test_stations import AT, DAY, refused


def picture(name: str = "站点.jpg") -> SimpleUploadedFile:
    """A photograph that says where it was taken."""
    held = BytesIO()
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (32.0, 0.0, 0.0)}
    Image.new("RGB", (40, 30), "white").save(held, "JPEG", exif=exif)
    return SimpleUploadedFile(name, held.getvalue(), content_type="image/jpeg")


def test_the_district_starts_with_the_five_lists(net):
    counts = {part: len(items) for part, items in WallItem.objects.wall_of(net.qingshi, DAY)}
    assert counts == {"duties": 5, "rules": 6, "mechanisms": 7, "tasks": 8, "visitors": 9}


def test_a_keeper_hangs_up_a_list_of_his_own_and_takes_it_down(cast, net):
    write_wall(net.qingshi.pk, by=cast.jiang, at=AT, lists={"visitors": ["请到二楼。", "请轻声。"], "duties": []})
    assert [item.text for item in dict(WallItem.objects.wall_of(net.qingshi, DAY))["visitors"]] == [
        "请到二楼。",
        "请轻声。",
    ]
    assert timeline(net.qingshi).get().summary == "修改上墙内容：来访须知。"

    write_wall(net.qingshi.pk, by=cast.jiang, at=AT, lists={"visitors": []})
    assert len(dict(WallItem.objects.wall_of(net.qingshi, DAY))["visitors"]) == 9
    assert timeline(net.qingshi).last().data["before"] == {"visitors": ["请到二楼。", "请轻声。"]}

    with pytest.raises(Refused, match="超过200个字"):
        write_wall(net.qingshi.pk, by=cast.jiang, at=AT, lists={"visitors": ["长" * 201]})
    assert "可以维护这个联络站" in refused(write_wall, pk=net.chengguan.pk, by=cast.jiang, lists={})


def test_photographs_lose_their_place_and_can_be_taken_off(cast, net, client):
    add_photos(net.qingshi.pk, by=cast.jiang, at=AT, photos=[picture()])
    [photo] = files_of(net.qingshi, PHOTO)
    shown = client.get(photo.get_absolute_url())
    assert shown.status_code == 200
    assert not Image.open(BytesIO(b"".join(shown.streaming_content))).getexif()

    remove_photo(net.qingshi.pk, by=cast.jiang, at=AT, photo=photo.pk)
    assert "已经移除" in refused(remove_photo, pk=net.qingshi.pk, by=cast.jiang, photo=photo.pk)
    with pytest.raises(ValidationError):
        add_photos(net.qingshi.pk, by=cast.jiang, at=AT, photos=[SimpleUploadedFile("a.jpg", b"MZ\x90\x00 exe")])
    assert "最多12张" in refused(add_photos, pk=net.qingshi.pk, by=cast.jiang, photos=[picture()] * 13)


def test_photographs_of_a_station_that_is_not_open_are_not_public(cast, net, client, signed_in):
    add_photos(net.planned.pk, by=cast.wei, at=AT, photos=[picture()])
    address = files_of(net.planned, PHOTO).get().get_absolute_url()
    assert client.get(address).status_code == 404
    assert signed_in(cast.wei).get(address).status_code == 200


def test_a_station_never_spends_more_than_came(cast, net):
    money = {"pk": net.qingshi.pk, "by": cast.wei, "at": AT, "on": DAY}
    enter_fund(way="in", amount=Decimal("5000.00"), words="镇财政拨入", **money)
    enter_fund(way="out", amount=Decimal("1200.50"), words="购置桌椅", voucher="记字12号", **money)
    assert balance_of(net.qingshi) == Decimal("3799.50")

    spent = {"way": "out", "words": "装修", "voucher": "记字13号"}
    assert "余额" in refused(enter_fund, amount=Decimal("3799.51"), **spent, **money)
    assert "须填写凭证号" in refused(enter_fund, amount=Decimal(1), **{**spent, "voucher": ""}, **money)
    assert "不能晚于今天" in refused(enter_fund, amount=Decimal(1), **spent, **{**money, "on": date(2026, 3, 3)})
    with pytest.raises(ValidationError, match="这张凭证已经登记过"):
        enter_fund(amount=Decimal(1), **{**spent, "voucher": "记字12号"}, **money)
    assert "由所在乡镇街道" in refused(enter_fund, amount=Decimal(1), **spent, **{**money, "by": cast.jiang})


def test_a_mistake_is_answered_by_its_opposite(cast, net):
    money = {"pk": net.qingshi.pk, "by": cast.he, "at": AT, "on": DAY}
    enter_fund(way="in", amount=Decimal(100), words="拨入", **money)
    enter_fund(way="out", amount=Decimal(60), words="办公用品", voucher="1", **money)
    came, spent = FundEntry.objects.order_by("pk")
    assert "已经支出，不能冲销" in refused(reverse_fund, pk=came.pk, by=cast.he, reason="误记")
    reverse_fund(spent.pk, by=cast.he, at=AT, reason="重复登记")
    assert balance_of(net.qingshi) == Decimal(100)
    assert "已经冲销" in refused(reverse_fund, pk=spent.pk, by=cast.he, reason="再来")
    with pytest.raises(ProgrammingError), transaction.atomic():
        FundEntry.objects.filter(pk=spent.pk).update(amount=1)


def test_the_ledger_belongs_to_who_keeps_the_station(cast, net, signed_in):
    def opened(station) -> set[str]:
        page = f"/stations/{station.pk}/funds/"
        return {key for key, user in cast.people().items() if signed_in(user).get(page).status_code == 200}

    assert opened(net.qingshi) == {"he", "xu", "gao", "zhao", "qian", "wei", "jiang"}


def test_the_day_is_the_portals_own(cast, net):
    midnight = datetime(2026, 3, 1, 16, 30, tzinfo=ZoneInfo("UTC"))
    enter_fund(net.qingshi.pk, by=cast.he, at=midnight, way="in", amount=Decimal(1), on=DAY, words="拨入")
