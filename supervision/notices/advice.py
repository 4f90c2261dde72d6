"""What is told of experts, contact points and drafts."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import Mandate
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text
from supervision.models import Advice, ExpertMatter, LawDraft
from supervision.notices.matrix import tell


def _leading(matter: ExpertMatter, at: datetime) -> set[int]:
    rows = people_with(Role.COMMITTEE, matter.committee_id, on=timezone.localdate(at))
    return set(rows.values_list("pk", flat=True))


def _group(matter: ExpertMatter, at: datetime) -> set[int]:
    if matter.group_id is None:
        return set()
    seats = Mandate.objects.filter(group=matter.group_id, deputy__user__is_active=True)
    return set(seats.serving_on(timezone.localdate(at)).order_by().values_list("deputy__user", flat=True))


def matter_opened(matter: ExpertMatter, *, by: Any, at: datetime) -> None:
    body = f"{date_text(matter.due_on)}前提出意见。"
    people = _group(matter, at) | _leading(matter, at)
    tell("expert_matter_opened", people, matter, f"请参加研究：{matter}", by=by, at=at, body=body)


def advice_given(advice: Advice, *, by: Any, at: datetime) -> None:
    title = f"{advice.author}提出意见：{advice.matter}"
    tell("advice_given", _leading(advice.matter, at), advice, title, by=by, at=at)


def matter_closed(matter: ExpertMatter, *, by: Any, at: datetime) -> None:
    people = _group(matter, at) | _leading(matter, at)
    tell("expert_matter_closed", people, matter, f"研究采纳情况：{matter}", by=by, at=at, body=matter.result)


def _points(draft: LawDraft, at: datetime) -> set[int]:
    houses = set(draft.points.order_by().values_list("organisation", flat=True))
    on, found = timezone.localdate(at), set()
    for house in houses:
        found |= set(people_with(Role.TOWNSHIP_CLERK, house, on=on).values_list("pk", flat=True))
    return found


def draft_put_out(draft: LawDraft, *, by: Any, at: datetime) -> None:
    body = f"{draft.source}征求意见，{date_text(draft.due_on)}前登记。"
    tell("draft_put_out", _points(draft, at), draft, f"请征求意见：{draft}", by=by, at=at, body=body)


def draft_sent(draft: LawDraft, *, by: Any, at: datetime) -> None:
    tell("draft_sent", _points(draft, at), draft, f"意见已汇总报送：{draft}", by=by, at=at)


def draft_closed(draft: LawDraft, *, by: Any, at: datetime) -> None:
    title = f"意见采纳情况：{draft}"
    tell("draft_closed", _points(draft, at), draft, title, by=by, at=at, body=draft.result)
