"""The written notice of an activity (书面通知), as it goes to the deputies asked (代表法 31; domain 3.3)."""

from collections.abc import Sequence

from django.utils import timezone

from deputies.models import Activity
from deputies.rules.leave import approver_of
from deputies.states import LeaveApprover
from foundation.documents.writing import Block, Document, Head, Heading, HeadStyle, Paragraph, Signature, numbered
from foundation.web.chinese import date_text, datetime_text

WEEKDAYS = "一二三四五六日"
DRAFT = "草稿"


def activity_notice(activity: Activity, names: Sequence[str], *, own: bool = False) -> Document:
    """Why, when, where, what about, until when to answer, whom to ask.

    `names` are the deputies asked as far as the reader may know them: with `own` the one the paper is addressed to,
    else the list under the agenda. Not announced yet, it is a draft without its day.
    """
    told = timezone.localdate(activity.announced_at) if activity.announced_at else None
    sender = activity.organiser.name if activity.organiser and not activity.group_id else activity.holder
    lead = f"定于{date_text(activity.day)}举行{activity.title}（{activity.kind}）。现将有关事项通知如下："
    return Document(
        title=f"关于参加{activity.title}的通知",
        head=Head(sender, style=HeadStyle.LETTER),
        addressee=f"{names[0]}代表：" if own else "各有关代表：",
        blocks=[Paragraph(lead), *numbered(_items(activity, () if own else names)), Paragraph("特此通知。")],
        signature=Signature(sender, told, seal=told is not None),
        note=_contact(activity),
        draft="" if told else DRAFT,
        made_on=told or activity.day,
        author=sender,
    )


def _items(activity: Activity, names: Sequence[str]) -> list[Block]:
    """The numbered points; one without content is left out."""
    people = f"{'、'.join(names)}，共{len(names)}人。" if names else ""
    points = (
        ("时间", f"{_time(activity)}。"),
        ("地点", f"{activity.place}。"),
        ("议程和内容", activity.content.strip()),
        ("参加代表", people),
        ("答复和请假", _answer(activity)),
    )
    return [block for label, text in points if text for block in (Heading(label), Paragraph(text))]


def _time(activity: Activity) -> str:
    starts, ends = timezone.localtime(activity.starts_at), timezone.localtime(activity.ends_at)
    day = f"{date_text(starts)}（星期{WEEKDAYS[starts.weekday()]}）"
    until = f"{ends:%H:%M}" if starts.date() == ends.date() else datetime_text(ends)
    return f"{day}{starts:%H:%M}至{until}"


def _answer(activity: Activity) -> str:
    """Until when to answer, and who decides on a leave."""
    on = timezone.localdate(activity.announced_at) if activity.announced_at else activity.day
    approver = LeaveApprover(approver_of(activity, on)).label
    return (
        f"请于{datetime_text(activity.starts_at)}前登录平台答复是否参加。"
        f"因故不能参加的，请事先书面请假，由{approver}审批。"
    )


def _contact(activity: Activity) -> str:
    """Who prepares it, with the office's telephone; a private number is never printed."""
    person = activity.planned_by.name if activity.planned_by else ""
    phone = activity.organiser.phone if activity.organiser else ""
    facts = (("联系人", person), ("电话", phone))
    return "，".join(f"{label}：{value}" for label, value in facts if value)
