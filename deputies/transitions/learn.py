"""Materials online: put out, learned, taken off again."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices, people
from deputies.models import Course, Material, MaterialReading
from deputies.rules import may_finish_material, may_plan_training, may_withdraw_material
from deputies.transitions._paper import day_of, filled, note
from deputies.transitions.record_duty import record_duty
from foundation.workflow import lock


@transaction.atomic
def issue_material(*, title: str, summary: str, course: Course | None = None, by: Any, at: datetime) -> Material:
    """Puts a material online; every serving deputy with an account hears."""
    may_plan_training(by, on=day_of(at)).require()
    facts = {
        "title": filled(title, "请填写资料名称。", "title"),
        "summary": filled(summary, "请填写内容简介。", "summary"),
    }
    material = Material.objects.create(**facts, course=course, issued_by=by, issued_at=at)
    note("issue_material", material, f"发布学习资料：{material}。", by=by, at=at)
    notices.material_issued(material, by=by, at=at)
    return material


@transaction.atomic
def finish_material(material: Any, *, by: Any, at: datetime, version: int | None = None) -> MaterialReading:
    """A deputy has learned it; a line of study enters his file. Refused twice, and for who does not serve."""
    mine = lock(Material, material)
    may_finish_material(by, mine, on=day_of(at)).require()
    seat = people.mandates_of(by, day_of(at))[0]
    reading = MaterialReading.objects.create(material=mine, deputy_id=seat.deputy_id, read_at=at)
    facts = {"on": day_of(at), "title": f"自学：{mine}", "source": mine, "level": seat.level}
    record_duty(seat.deputy_id, "study", **facts, by=by, at=at)
    note("finish_material", mine, f"{reading.deputy.name}登记已学习。", by=by, at=at)
    return reading


@transaction.atomic
def withdraw_material(material: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Material:
    """Takes it off; what was learned stays in the files."""
    mine = lock(Material, material, version=version)
    may_withdraw_material(by, mine, on=day_of(at)).require()
    mine.withdrawal_reason = filled(reason, "请写明撤下的理由。", "reason")
    mine.withdrawn_at = at
    mine.bump("withdrawal_reason", "withdrawn_at")
    note("withdraw_material", mine, f"撤下学习资料：{mine.withdrawal_reason}", by=by, at=at)
    return mine
