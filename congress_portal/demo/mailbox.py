"""The public mailbox: letters of invented people, some of the same matter, one of them junk; none yet looked at."""

from typing import Any

from congress_portal.demo.district import PLACES, District
from deputies.models import Area
from foundation.intake.models import ConsentText
from liaison_stations.models import Letter, Station
from liaison_stations.transitions.post_letter import Writer, post_letter

# key, kind, title, text, place of the district, exact place, writer, days ago
LETTERS: tuple[tuple[str, str, str, str, int, str, Writer | None, int], ...] = (
    ("lamp", "opinion", "中心小学门口路灯不亮", "中心小学门口东侧三盏路灯坏了半个月，晚上接孩子很不安全，请尽快修好。",
     0, "中心小学门口", Writer(name="秦晓月", phone="13900000101"), 9),
    ("lamp-too", "opinion", "学校门口晚上太黑", "中心小学门口的路灯半个月没亮了，孩子晚自习回家看不清路，希望尽快修。",
     0, "中心小学门口", None, 8),
    ("bus", "suggestion", "建议延长公交末班车时间", "末班车晚上六点就收车，下班的人坐不上，建议延长到晚上七点半。",
     0, "镇客运站", Writer(name="谢国梁", phone="13900000102"), 6),
    ("pension", "enquiry", "咨询养老金认证怎么办", "父亲八十二岁，行动不便，养老金认证能不能上门办理，要什么材料？",
     5, "", None, 4),
    ("stairs", "help", "老楼没有扶手，老人下楼困难", "楼建了三十多年，楼梯没有扶手，六楼老人摔过一次，请帮忙安装。",
     4, "东湖街道湖滨小区3号楼", Writer(name="蔡玉珍", phone="13900000103", address="湖滨小区3号楼"), 3),
    ("junk", "opinion", "专业代办贷款", "低息贷款，加微信免费领取额度，见 a.example.top 和 www.b.example.top 。",
     0, "", None, 1),
    ("drain", "opinion", "下雨天路口积水", "农贸市场路口一下雨就积水，要绕行很远，请疏通下水道。",
     0, "农贸市场路口", Writer(name="秦晓月", phone="13900000101"), 0),
)  # fmt: skip


def tell(district: District) -> dict[str, Letter]:
    """To a station of the place where there is one, else to the place itself; answers them by key."""
    areas = {area.name: area for area in Area.objects.filter(name__in=PLACES)}
    return {row[0]: _post(district, areas[PLACES[row[4]]], *row) for row in LETTERS}


def _post(
    district: District, area: Area, key: str, kind: str, title: str, text: str, _place: int, where: str,
    writer: Writer | None, days: int,
) -> Letter:  # fmt: skip
    at = district.at(days, 9)
    station = Station.objects.public_on(at.date()).serving(area).first()
    purposes = ("letter", "letter_contact") if writer else ("letter",)
    facts: dict[str, Any] = {"kind": kind, "title": title, "text": text, "place": where}
    letter, _ = post_letter(
        token=f"demonstration-{key}",
        to_station=station,
        area=area,
        writer=writer,
        consents=ConsentText.objects.on(at.date(), *purposes).values(),
        at=at,
        **facts,
    )
    return letter
