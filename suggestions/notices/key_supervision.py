"""What is told of key supervision."""

from datetime import datetime
from typing import Any

from suggestions.models import KeySupervision, SupervisionEvent, SupervisionReport
from suggestions.notices.telling import tell_of


def key_chosen(key: KeySupervision, *, by: Any, at: datetime) -> None:
    paper = key.suggestion
    body = f"{key.meeting}确定为{key.year}年重点督办建议。{key.leader}领衔督办，{key.government_leader}领办，"
    body += f"{key.committee}负责督办。"
    tell_of("key_chosen", paper, f"列为重点督办：{paper}", by=by, at=at, body=body, key=key, mark=f"k{key.pk}")


def supervision_held(event: SupervisionEvent, *, by: Any, at: datetime) -> None:
    paper, kind = event.suggestion, event.get_kind_display()
    body = f"{event.record}\n结果和要求：{event.result}"
    tell_of("supervision_held", paper, f"{kind}：{paper}", by=by, at=at, body=body, key=event.key, mark=f"e{event.pk}")


def supervision_reported(report: SupervisionReport, *, by: Any, at: datetime) -> None:
    paper = report.suggestion
    title, body = f"督办情况已向主任会议报告：{paper}", f"主任会议意见：{report.opinion}"
    tell_of("supervision_reported", paper, title, by=by, at=at, body=body, key=report.key, mark=f"r{report.pk}")


def supervision_ended(key: KeySupervision, *, by: Any, at: datetime) -> None:
    paper, body = key.suggestion, key.conclusion
    tell_of("supervision_ended", paper, f"重点督办结束：{paper}", by=by, at=at, body=body, key=key, mark=f"k{key.pk}")


def key_removed(key: KeySupervision, *, by: Any, at: datetime) -> None:
    """The committee hears without a link: off the list, it may be a case it can no longer open."""
    paper, body = key.suggestion, f"{key.removal_meeting}决定：{key.removal_reason}"
    tell_of("key_removed", paper, f"移出重点督办：{paper}", by=by, at=at, body=body, key=key, mark=f"k{key.pk}")
    title = f"移出重点督办，不再由贵委督办：{paper.number_text}"
    body += "\n督办记录仍保留在重点督办名单中；仍需了解办理情况的，请与代表工作机构联系。"
    tell_of("key_duty_ended", paper, title, by=by, at=at, body=body, key=key, mark=f"k{key.pk}")


def key_published(key: KeySupervision, *, by: Any, at: datetime) -> None:
    paper = key.suggestion
    tell_of("key_published", paper, f"重点督办已向社会公布：{paper}", by=by, at=at, key=key, mark=f"k{key.pk}")


def key_unpublished(key: KeySupervision, reason: str, *, by: Any, at: datetime) -> None:
    paper = key.suggestion
    title = f"重点督办已撤下公布：{paper}"
    tell_of("key_unpublished", paper, title, by=by, at=at, body=reason, key=key, mark=f"k{key.pk}")
