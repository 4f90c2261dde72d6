"""Tasks handed down: one from the city with its parts, one answered, one given back, one waiting to be taken."""

from datetime import date, timedelta
from typing import Any

from congress_portal.demo.district import District
from supervision.models import HandedTask
from supervision.transitions import handed

CITY, OURS = "市人大常委会代表工作委员会", "区人大常委会"
WATER = "开展农村饮水安全联动视察"
TITLES = (
    "报送代表联络站规范化建设情况",
    "组织代表对《代表法》学习情况开展自查",
    "收集群众对养老服务条例（草案）的意见",
)


def tell(district: District) -> None:
    """Handed by the office; the houses answer themselves."""
    _from_the_city(district)
    _returned(district)
    _given(district, TITLES[2], 4, 20, "石桥镇", "东湖街道", number=31)


def _given(district: District, title: str, days: int, term: int, *places: str, **facts: Any) -> list[HandedTask]:
    at = district.at(days)
    number, source = facts.pop("number"), facts.pop("source", "district")
    issued_by = CITY if source == "upper" else OURS
    word = "市人代" if source == "upper" else "示人常办"
    return handed.hand_down(
        source=source,
        issued_by=issued_by,
        number=f"{word}〔{at.year}〕{number}号",
        title=title,
        contents=facts.pop("contents", "请按照要求组织开展，按期报告办理结果。"),
        handed_on=at.date(),
        due_on=facts.pop("due_on", at.date() + timedelta(days=term)),
        answerers=[district.organisations[place] for place in places],
        by=district.users["lianluo1"],
        at=at,
        **facts,
    )


def _answer(district: District, task: HandedTask, by: Any, days: int, progress: str, result: str) -> None:
    handed.take_handed(task.pk, responsible=by.name, by=by, at=district.at(days + 20))
    handed.note_handed(task.pk, text=progress, by=by, at=district.at(days + 8))
    late = "汛期道路中断，入户察看推迟。" if district.at(days).date() > task.due_on else ""
    handed.report_handed(task.pk, result=result, late_reason=late, by=by, at=district.at(days))


def _from_the_city(district: District) -> None:
    """Two townships looked, the district reported up, the city accepted."""
    office = district.users["lianluo1"]
    contents = "请组织代表察看水厂、入户走访，汇总问题和建议，报市人大常委会。"
    (upper,) = _given(district, WATER, 150, 75, "deputies", number=18, source="upper", contents=contents)
    parts = _given(district, WATER, 146, 45, "石桥镇", "柳林镇", number=22, parent=upper)
    for task, place, seen in zip(
        parts, ("石桥镇", "柳林镇"), ("水厂两座、农户二十家", "水厂一座、农户十六家"), strict=True
    ):
        result = f"组织代表察看{seen}，提出意见四条，镇政府已更换老旧管网。"
        _answer(district, task, district.clerks[place], 104, "已制定方案，确定察看路线。", result)
        handed.close_handed(task.pk, comment="情况具体，同意办结。", by=office, at=district.at(100))
    result = "两个镇察看水厂三座、农户三十六家，提出意见八条，全部落实。"
    _answer(district, upper, office, 90, "已分解到石桥镇、柳林镇。", result)
    at = district.at(88)
    number = f"示人常〔{at.year}〕11号"
    handed.send_handed_up(upper.pk, up_number=number, sent_up_on=at.date(), by=office, at=at)
    handed.close_handed(upper.pk, comment="市人大常委会代工委已接受报告。", by=office, at=district.at(70))


def _returned(district: District) -> None:
    """One report was given back and is owed again soon; another waits to be judged."""
    office, clerk = district.users["lianluo1"], district.clerks["石桥镇"]
    (task,) = _given(district, TITLES[0], 60, 40, "石桥镇", number=27)
    _answer(district, task, clerk, 22, "已逐站对照检查。", "全镇三个联络站均已规范。")
    again: date = district.day + timedelta(days=6)
    reason = "没有写明经费使用和星级评定情况，请补充。"
    handed.return_handed(task.pk, reason=reason, due_on=again, by=office, at=district.at(15))
    (other,) = _given(district, TITLES[1], 45, 40, "柳林镇", number=29)
    result = "四十二名代表参加自查，发现学习记录不全三人，已补学。"
    _answer(district, other, district.clerks["柳林镇"], 8, "已下发自查表。", result)
