"""Experts and contact points for tests: a lawyer, a matter of the urban committee, a point of the township."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from supervision.models import ContactPoint, Expert, ExpertField, ExpertMatter, LawDraft
from supervision.transitions import contact_points, experts

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


def engaged(by: Any, name: str = "法一", *, at: datetime = AT, **facts: Any) -> Expert:
    known = {"pool": "legislation", "employer": "大学法学院教授", "engaged_by": "主任会议", **facts}
    law = [ExpertField.objects.get(code="law")]
    return experts.engage_expert(name=name, specialities=law, by=by, at=at, **known)


def asked(cast: Any, register: Any, by: Any, *, at: datetime = AT, **facts: Any) -> ExpertMatter:
    """Of the urban committee, with lin's group."""
    known = {"title": "物业管理条例执法检查要点", "text": "哪些条款应当重点检查？", **facts}
    known |= {"committee": cast.urban_committee, "group": register.group, "due_on": at.date() + timedelta(days=10)}
    known.setdefault("experts", [engaged(cast.he, at=at)])
    return experts.ask_experts(by=by, at=at, **known)


def founded(cast: Any, name: str = "青石村立法联系点", *, at: datetime = AT) -> ContactPoint:
    words = {"host": "青石村村民委员会", "head": "石一", "approved_by": "主任会议"}
    return contact_points.found_point(name=name, organisation=cast.township, by=cast.he, at=at, **words)


def put_out(cast: Any, points: Any, *, at: datetime = AT, **facts: Any) -> LawDraft:
    known = {"title": "物业管理条例（修订草案）", "source": "市人大常委会法工委", "text": "重点征求第三章意见。"}
    known |= {"due_on": at.date() + timedelta(days=10), **facts}
    return contact_points.put_out_draft(points=points, by=cast.he, at=at, **known)


def heard(draft: LawDraft, point: ContactPoint, by: Any, *, at: datetime = AT, text: str = "应当公开。") -> Any:
    words = {"article": "第三十条", "text": text, "from_whom": "业主"}
    return contact_points.enter_opinion(draft.pk, point=point, by=by, at=at, **words)
