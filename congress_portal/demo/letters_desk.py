"""Letters on the desks of the house, an opinion box, two monthly consultations: one matter of each sort."""

from datetime import timedelta
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from congress_portal.demo.district import PLACES, District
from deputies.models import Area
from foundation.workdays.arithmetic import next_workday
from liaison_stations.models import Consultation, Letter, LetterGround, Station
from liaison_stations.states.handling import LetterCheck
from liaison_stations.transitions import box, consultations
from liaison_stations.transitions.answer_letter import answer_letter
from liaison_stations.transitions.ask_writer import ask_writer
from liaison_stations.transitions.give_letter import give_to_deputy
from liaison_stations.transitions.post_letter import Writer, post_letter
from liaison_stations.transitions.publish_letter import answer_of, publish_letter
from liaison_stations.transitions.screen_letter import accept_letter, redirect_letter
from liaison_stations.transitions.transfer_letter import reply_letter, transfer_letter
from liaison_stations.transitions.writer import rate_letter

STREET = PLACES[4]
# key: kind, title, text, days ago
LETTERS = {
    "lamp": ("help", "桥头三盏路灯不亮", "{place}桥头三盏路灯一个多月不亮，老人晚上出门不方便，请检修。", 45),
    "bus": ("suggestion", "希望延长末班车时间", "晚上七点以后没有车回{place}，建议末班车延后一小时。", 12),
    "hours": ("enquiry", "代表接待日是哪天", "想当面向代表反映村里的事，请问{place}的代表接待日是哪天、在哪里？", 20),
    "debt": ("help", "拖欠工钱", "在{place}工地做了三个月，工钱一直没有结清，应该找谁？", 9),
    "pump": ("opinion", "小区二次供水水压不足", "{place}老旧小区六楼以上早晚没有水，物业说水泵坏了没有钱修。", 8),
    "road": ("help", "村口路面塌陷", "{place}村口水泥路塌了一块，学生上学要绕行。", 6),
}


def tell(district: District) -> None:
    """Answered and public, with a deputy, with units, asked back, shown another door."""
    letters = _letters(district)
    _box(district)
    _consultations(district, letters)


def _letters(district: District) -> dict[str, Letter]:
    clerk, units, officers = district.users["lianluo1"], district.organisations, district.officers
    found = {key: _posted(district, key) for key in LETTERS}
    deputy = district.mandates[PLACES[0]][0].deputy

    def step(act: Any, key: str, later: int, by: Any = clerk, **words: Any) -> None:
        at = district.at(LETTERS[key][3] - later, 10 + later % 4)
        found[key] = act(found[key], by=by, at=at, **words)

    for key in ("lamp", "bus", "pump", "road"):
        step(accept_letter, key, 1)
    step(transfer_letter, "lamp", 1, unit=units["urban_management"], note_text="请到现场核实。")
    step(reply_letter, "lamp", 5, by=officers["urban_management"], reply="三盏路灯的线路老化，已更换线路和灯具。")
    step(answer_letter, "lamp", 6, answer_kind="solved", answer="三盏路灯的线路老化，已更换线路和灯具，现已恢复照明。")
    _published(found["lamp"], by=clerk, at=district.at(30))
    rate_letter(found["lamp"].pk, rating=5, words="修好了，谢谢。", at=district.at(35))
    step(transfer_letter, "bus", 1, unit=units["transport"], is_complex=True)
    step(transfer_letter, "pump", 1, unit=units["housing"])
    step(ask_writer, "pump", 2, by=officers["housing"], question="请问是哪个小区、哪几栋？")
    step(give_to_deputy, "road", 1, deputy=deputy)
    step(accept_letter, "hours", 1, deputy=deputy)
    answer = "每月十五日上午，在镇政府一楼代表联络站接待，遇节假日顺延，欢迎前来。"
    step(answer_letter, "hours", 2, by=deputy.user, answer_kind="explained", answer=answer)
    arbitration = LetterGround.objects.get(code="arbitration")
    step(redirect_letter, "debt", 1, ground=arbitration, words="请带好工牌、考勤等材料。")
    return found


def _posted(district: District, key: str) -> Letter:
    kind, title, text, days = LETTERS[key]
    place = PLACES[0]
    deputy = district.mandates[PLACES[0]][0].deputy if key in ("hours", "road") else None
    words: dict[str, Any] = {"kind": kind, "title": title, "text": text.format(place=place)}
    writer = Writer(name="秦晓月", phone="13900000101")
    facts: dict[str, Any] = {
        "public_wish": key == "lamp",
        "to_deputy": deputy,
        "area": Area.objects.get(name=place),
        "writer": writer,
    }
    letter, _ = post_letter(token=f"demo {key}", at=district.at(days, 9), **words, **facts)
    return letter


def _published(letter: Letter, *, by: Any, at: Any) -> None:
    event = answer_of(letter)
    answer = event.text if event else ""
    words: dict[str, Any] = {"title": letter.title, "text": letter.text, "answer": answer}
    publish_letter(letter, checked=LetterCheck.values, by=by, at=at, **words)


def _box(district: District) -> None:
    """Of three slips one is entered, one was blank, one waits for the keeper."""
    keeper, at = district.users["zhandian"], district.at(1, 15)
    station = Station.objects.kept_by(keeper, district.day).public_on(district.day).first()
    if station is None:
        return
    partner = district.clerks.get(STREET) or district.users["lianluo1"]
    opening = box.open_box(station=station, opened_at=at, opened_with=partner, slips=3, by=keeper, at=at)
    box.confirm_opening(opening, by=partner, at=at + timedelta(minutes=5))
    words: dict[str, Any] = {
        "kind": "suggestion",
        "title": "公园加装路灯",
        "text": "街心公园晚上太暗，建议加装几盏路灯。",
    }
    box.enter_slip(opening, scan=_scan(), token="demo slip", by=keeper, at=at + timedelta(minutes=20), **words)
    box.set_slip_aside(opening, scan=_scan(), reason="空白纸。", by=keeper, at=at + timedelta(minutes=25))


def _scan() -> SimpleUploadedFile:
    drawn = BytesIO()
    Image.new("L", (60, 80), 245).save(drawn, format="PNG")
    return SimpleUploadedFile("来件.png", drawn.getvalue(), "image/png")


def _consultations(district: District, letters: dict[str, Letter]) -> None:
    """Last month's with a decision still to be carried out; this month's or the next is being prepared."""
    clerk, leader = district.users["lianluo1"], district.users["fuzhuren"]
    last = next_workday((district.day.replace(day=1) - timedelta(days=1)).replace(day=14))
    days = (district.day - last).days
    held, minuted = district.at(days, 16), district.at(days - 2, 10)
    place = "政务服务联络站"
    meeting = consultations.plan_consultation(held_on=last, place=place, by=clerk, at=district.at(days + 5))
    for topic in ("老旧小区二次供水改造", "农村客运末班车时间"):
        consultations.add_item(meeting, topic=topic, by=clerk, at=district.at(days + 4))
    attendees = "林晓梅、周建国代表，区住房城乡建设局、区交通运输局负责人"
    consultations.hold_consultation(meeting, chair=leader, attendees=attendees, by=clerk, at=held)
    water, bus = meeting.items.all()
    due: dict[str, Any] = {"due_on": district.day + timedelta(days=12), "by": clerk, "at": held}
    units = district.organisations
    consultations.decide_item(water, decision="unit", unit=units["housing"], words="摸清底数，提出改造计划。", **due)
    consultations.decide_item(bus, decision="unit", unit=units["transport"], words="研究延后末班车。", **due)
    consultations.issue_minutes(meeting, by=clerk, at=minuted)
    consultations.settle_item(bus, outcome="自下月起末班车延后一小时。", by=clerk, at=district.at(1, 11))
    month = district.day.replace(day=1)
    if not Consultation.objects.filter(month=month).exists():
        agenda = [letters["bus"], letters["pump"], letters["road"]]
        coming = max(next_workday(district.day.replace(day=14)), district.day)
        consultations.plan_consultation(held_on=coming, place=place, letters=agenda, by=clerk, at=district.at(0, 8))
