"""A deputy reports, somebody confirms or declines, the office corrects, the deputy contradicts."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from deputies.models import DutyEntry, DutyObjection
from deputies.states import DutyState
from deputies.transitions.confirm_duty import confirm_duty, decline_duty
from deputies.transitions.correct_duty import correct_duty, enter_duty, remove_duty
from deputies.transitions.object_duty import answer_objection, object_duty
from deputies.transitions.record_duty import record_duty
from deputies.transitions.report_duty import report_duty, take_back_duty
from foundation.accounts.models import Membership
from foundation.accounts.roles import Role
from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.notices.models import Notice
from foundation.workflow import Refused, StaleVersion
from tests.cast import IN_OFFICE_SINCE
from tests.deputies.duty import AT, DAY, kind, line, reported
from tests.suggestions.views.scans import scan

VISIT = {"on": DAY, "title": "走访青石村三户选民", "quantity": Decimal(3)}


def heard(key: str) -> set[str]:
    return set(Notice.objects.filter(kind=f"deputies.{key}").values_list("recipient__username", flat=True))


def test_a_deputy_reports_and_the_convener_of_the_group_hears(cast, register):
    Membership.objects.create(user=cast.deng, role=Role.GROUP_CONVENER, from_date=IN_OFFICE_SINCE)

    entry = report_duty(by=cast.lin, at=AT, kind=kind("voter_visit"), **VISIT, words="反映路灯不亮", files=[scan()])

    assert (entry.state, entry.reported_by, entry.source) == (DutyState.REPORTED, cast.lin, None)
    assert [file.name for file in files_of(entry)] == [scan().name]
    assert heard("duty_reported") == {"deng"}
    assert not DutyEntry.objects.counting().exists()


def test_without_a_convener_the_office_hears(cast, register):
    report_duty(by=cast.lin, at=AT, kind=kind("voter_visit"), **VISIT)
    assert heard("duty_reported") == {"he", "xu"}


@pytest.mark.parametrize(
    ("facts", "field", "sentence"),
    [
        ({"on": date(2026, 3, 6)}, "on", "还没有发生的履职不能记入"),
        ({"until": DAY - timedelta(days=1)}, "until", "结束日期不能早于开始日期2026年3月2日。"),
        ({"quantity": Decimal(0)}, "quantity", "数量应当大于零。"),
        ({"quantity": Decimal("1.5")}, "quantity", "“走访选民”按次计，请填写1的整数倍。"),
        ({"title": " "}, "title", "请写明履职内容。"),
        ({"code": "inspection"}, "kind", "“参加视察”由代表联络工作机构登记，不能自报。"),
        ({"code": "honour"}, "files", "自报“受到表彰”须上传证明材料"),
        ({"on": date(2021, 12, 31)}, "on", "这一天您不是在任代表，请核对日期。"),
        ({"level": "township"}, "on", "这一天您不是在任代表，请核对日期。"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(cast, register, facts, field, sentence):
    given = {**VISIT, **facts}
    with pytest.raises(Refused, match=sentence) as refused:
        report_duty(by=cast.lin, at=AT, kind=kind(given.pop("code", "voter_visit")), **given)
    assert refused.value.field == field
    assert not DutyEntry.objects.exists()


def test_who_holds_no_seat_does_not_report_and_nobody_twice(cast, register):
    with pytest.raises(Refused, match="由在任代表本人办理"):
        report_duty(by=cast.he, at=AT, kind=kind("voter_visit"), **VISIT)
    report_duty(by=cast.lin, at=AT, kind=kind("voter_visit"), **VISIT)
    with pytest.raises(Refused, match="已经填报"):
        report_duty(by=cast.lin, at=AT, kind=kind("voter_visit"), **VISIT)


def test_confirmed_it_counts_and_the_deputy_hears(cast, register):
    entry = confirm_duty(reported(register.lin).pk, by=cast.he, at=AT)

    assert (entry.state, entry.confirmed_by) == (DutyState.CONFIRMED, cast.he)
    assert heard("duty_confirmed") == {"lin"}
    with pytest.raises(Refused):
        confirm_duty(entry.pk, by=cast.xu, at=AT)


def test_a_stale_page_does_not_confirm(cast, register):
    entry = reported(register.lin)
    take_back_duty(entry.pk, by=cast.lin, at=AT)
    with pytest.raises(StaleVersion):
        confirm_duty(entry.pk, by=cast.he, at=AT, version=1)


def test_declined_with_a_reason_it_does_not_count_and_the_deputy_may_object(cast, register):
    entry = reported(register.lin)
    with pytest.raises(Refused, match="请写明理由"):
        decline_duty(entry.pk, by=cast.he, at=AT, reason=" ")

    decline_duty(entry.pk, by=cast.he, at=AT, reason="与本村干部工作重复")
    objection = object_duty(entry.pk, by=cast.lin, at=AT, text="是代表身份走访")

    assert not DutyEntry.objects.in_force().exists()
    assert (heard("duty_declined"), heard("duty_objected")) == ({"lin"}, {"he", "xu"})
    with pytest.raises(Refused, match="请等待代表联络工作机构答复"):
        object_duty(entry.pk, by=cast.lin, at=AT, text="再提一次")
    answered = answer_objection(objection.pk, by=cast.he, at=AT, accepted=False, answer="请补充照片后重新自报。")
    assert not answered.accepted
    assert heard("objection_answered") == {"lin"}
    with pytest.raises(Refused, match="已经答复"):
        answer_objection(objection.pk, by=cast.he, at=AT, accepted=True, answer="改")


def test_nobody_objects_to_the_file_of_another(cast, register):
    with pytest.raises(Refused, match="只有代表本人"):
        object_duty(line(register.lin).pk, by=cast.zhou, at=AT, text="不对")
    with pytest.raises(Refused, match="撤回后重新填报"):
        object_duty(reported(register.lin).pk, by=cast.lin, at=AT, text="不对")
    assert not DutyObjection.objects.exists()


def test_a_corrected_line_stays_and_the_new_one_keeps_its_source(cast, register):
    source, facts = register.session, {"on": DAY, "title": "全体会议"}
    old = record_duty(register.lin.deputy, "session_half_day", **facts, source=source, by=cast.he, at=AT)
    fresh = {**facts, "quantity": Decimal("0.5"), "reason": "下午请假"}

    made = correct_duty(old.pk, by=cast.he, at=AT, **fresh)

    old.refresh_from_db()
    assert (old.state, old.reason, old.replaced_by) == (DutyState.CORRECTED, "下午请假", made)
    assert (made.source, made.quantity, made.counts) == (source, Decimal("0.5"), True)
    assert list(DutyEntry.objects.counting()) == [made]
    assert heard("duty_corrected") == {"lin"}
    assert [event.verb for event in timeline(old)][-1] == "deputies.correct_duty"
    again = record_duty(register.lin.deputy, "session_half_day", **facts, source=source, by=cast.he, at=AT)
    assert again == made


def test_a_correction_that_changes_nothing_or_says_nothing_is_refused(cast, register):
    entry = line(register.lin)
    same = {"on": entry.on, "title": entry.title, "quantity": entry.quantity}
    with pytest.raises(Refused, match="没有改动"):
        correct_duty(entry.pk, by=cast.he, at=AT, **same, reason="核对")
    with pytest.raises(Refused, match="请写明理由"):
        correct_duty(entry.pk, by=cast.he, at=AT, **{**same, "quantity": Decimal(2)}, reason="")
    with pytest.raises(Refused, match="由代表联络工作机构登记和更正"):
        correct_duty(entry.pk, by=cast.lin, at=AT, **{**same, "quantity": Decimal(2)}, reason="多算")


def test_the_office_enters_an_honour_and_removes_it_again(cast, register):
    facts = {"kind": kind("honour"), "on": DAY, "title": "优秀代表"}
    entry = enter_duty(register.lin.deputy_id, by=cast.he, at=AT, **facts)
    assert entry.counts
    with pytest.raises(Refused, match="已有同一天的同一件事"):
        enter_duty(register.lin.deputy_id, by=cast.xu, at=AT, **facts)
    with pytest.raises(Refused, match="由代表联络工作机构登记和更正"):
        enter_duty(register.lin.deputy_id, by=cast.lin, at=AT, **{**facts, "title": "先进"})

    remove_duty(entry.pk, by=cast.he, at=AT, reason="重复登记")

    assert not DutyEntry.objects.counting().exists()
    assert heard("duty_struck") == {"lin"}
