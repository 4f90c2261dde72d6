"""Schemes of three places as rows, with the totals they give, and the nonsense that is refused at its field."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from deputies.models import PointGrade, PointPart, PointScheme
from deputies.scoring import Duty, score
from tests.deputies.schemes import bishan, dongbao, rule, scheme, sunan

pytestmark = pytest.mark.django_db


def total(made: PointScheme, *, final: bool = False, **how_often: str):
    rows = [Duty(kind, Decimal(quantity)) for kind, quantity in how_often.items()]
    loaded = PointScheme.objects.with_rows().get(pk=made.pk)
    return score(loaded.as_scheme(), rows, final=final)


def test_sixty_for_everybody_and_no_ceiling():
    made = dongbao()
    assert total(made).total == Decimal("60.00")
    assert total(made, final=True).total == Decimal("58.00")
    diligent = total(
        made, final=True, session_half_day="8", inspection="6", group_activity="4", suggestion_lead="4",
        report_to_voters="1", suggestion_excellent="1", good_deed="3", honour="1",
    )  # fmt: skip
    assert diligent.total == Decimal("60") + 16 + 18 + 8 + 12 + 5 + 5 + 6 + 10
    assert [(part.total) for part in diligent.parts] == [Decimal("59.00"), Decimal("21.00")]


def test_a_hundred_points_in_two_parts_and_a_bonus():
    made = sunan()
    full = total(
        made, session_half_day="5", suggestion_lead="2", group_activity="4", voter_visit="12", reception_day="2",
        report_to_voters="1", honour="1",
    )  # fmt: skip
    assert [part.total for part in full.parts] == [Decimal("40.00"), Decimal("60.00"), Decimal("5.00")]
    assert (full.total, full.grade) == (Decimal("105.00"), "优秀")
    thin = total(made, session_half_day="3", session_absent="1", suggestion_lead="1", group_activity="3")
    assert [part.total for part in thin.parts] == [Decimal("24.00"), Decimal("0.00"), Decimal("0.00")]
    assert (thin.total, thin.grade) == (Decimal("24.00"), "不合格")


def test_half_points_with_penalties():
    made = bishan()
    busy = total(
        made, suggestion_lead="8", inspection="10", research="4", enforcement_inspection="2", suggestion_cosign="13",
        voter_visit="23", group_activity="5", session_leave="3", session_absent="5",
    )  # fmt: skip
    # 24 + 30 + 12 + 6, co-signatures capped at 5, visits 30 and three halves, 12.5, leave -3, absence capped at -10
    assert busy.total == Decimal("72") + 5 + Decimal("31.5") + Decimal("12.5") - 3 - 10
    assert busy.total == Decimal("108.00")
    assert total(made, suggestion_cosign="1", session_leave="2").total == Decimal("-1.50")


@pytest.mark.parametrize(
    ("code", "points", "facts", "field", "sentence"),
    [
        ("session_leave", -5, {"cap": 3}, "points", "一次扣分5分已超过全年最多3分，请核对。"),
        ("inspection", 12, {"cap": 10}, "points", "一次得分12分已超过全年最多10分，请核对。"),
        ("session_leave", -1, {"cap": -10}, "cap", "请填写大于零的数；扣分项也填正数，表示最多扣多少分。"),
        ("inspection", 3, {"first": 2, "more": -1}, "more", "前后分值应当同为得分或者同为扣分。"),
        ("inspection", 3, {"more": 1}, "first", "请填写前几个单位按上述分值计算。"),
        ("inspection", 3, {"short": 1}, "minimum", "请填写全年最低要求，才能计算少了多少。"),
        ("session_leave", -1, {"minimum": 2}, "minimum", "扣分项不设最低要求。"),
        ("inspection", "0.3", {}, "points", "本办法以0.5分为最小计分单位，请填写它的整数倍。"),
        ("inspection", 120, {}, "points", "一次得分不能超过总分上限100分。"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_at_its_field(code, points, facts, field, sentence):
    made = scheme("试行办法", base=60, cap=100)
    with pytest.raises(ValidationError) as refused:
        rule(made, code, points, **facts)
    assert sentence in refused.value.message_dict[field]
    assert not made.rules.exists()


def test_a_rule_goes_into_a_part_of_its_own_scheme_and_once():
    first, second = scheme("甲", (("会议期间", 40),)), scheme("乙", (("会议期间", 40),))
    made = rule(first, "inspection", 3, "会议期间")
    made.part = second.parts.get()
    with pytest.raises(ValidationError, match="请选择本办法的部分。"):
        made.full_clean()
    with pytest.raises(ValidationError, match="本办法已有这一履职事项的规则。"):
        rule(first, "inspection", 2)


@pytest.mark.parametrize(
    ("facts", "field", "sentence"),
    [
        ({"base": Decimal(60), "cap": Decimal(50)}, "cap", "总分上限不能低于基础分60分。"),
        ({"base": Decimal(0), "floor": Decimal(10)}, "floor", "总分下限不能高于基础分0分。"),
        ({"base": Decimal(-5)}, "base", "确保该值大于或等于0。"),
        ({"first_month": 13}, "first_month", "确保该值小于或等于12。"),
    ],
)
def test_a_scheme_that_makes_no_sense_is_refused_at_its_field(facts, field, sentence):
    with pytest.raises(ValidationError) as refused:
        PointScheme(name="试行办法", **facts).full_clean()
    assert sentence in refused.value.message_dict[field]


def test_parts_and_grades_stay_within_the_whole():
    made = scheme("试行办法", cap=100)
    with pytest.raises(ValidationError, match="本部分满分不能高于总分上限100分。"):
        PointPart(scheme=made, name="会议期间", cap=Decimal(120)).full_clean()
    with pytest.raises(ValidationError, match="总分上限为100分，达不到这个分数线，请核对。"):
        PointGrade(scheme=made, name="优秀", at_least=Decimal(110)).full_clean()


def test_periods_follow_the_cycle_of_the_scheme():
    autumn = PointScheme(name="沅江", first_month=9)
    assert autumn.period("year", 2018) == (date(2018, 9, 1), date(2019, 8, 31))
    assert autumn.period("half", 2018, 2) == (date(2019, 3, 1), date(2019, 8, 31))
    assert PointScheme(name="璧山").period("quarter", 2026, 1) == (date(2026, 1, 1), date(2026, 3, 31))
    assert (autumn.year_of(date(2019, 8, 31)), autumn.year_of(date(2019, 9, 1))) == (2018, 2019)


def test_a_rule_says_itself_in_one_sentence():
    made = scheme("试行办法")
    assert rule(made, "inspection", 3, cap=9).sentence == "每次3分，全年最多得9分"
    assert rule(made, "session_leave", -1, cap=4).sentence == "每半天扣1分，全年最多扣4分"
    assert rule(made, "suggestion_lead", 10, first=3, together=True, more=5, short=5).sentence == (
        "前3件合计10分，此后每件5分，每少1件扣5分"
    )
    assert rule(made, "voter_visit", 2, first=10).sentence == "前10次每次2分，超过的不再计分"
    assert rule(made, "discipline", 0, veto=True).sentence == "每次0分，一票否决"


def test_the_default_scheme_is_there_and_says_that_it_is_to_be_edited():
    default = PointScheme.objects.with_rows().get()
    assert "不是本级规定" in default.note
    assert default.legal_basis == "本级规定（待填）"
    found = total(
        default, session_half_day="4", inspection="2", voter_visit="14", suggestion_cosign="3", discipline="1"
    )
    assert (found.total, found.grade) == (Decimal("60") + 16 + 6 + 10 + Decimal("1.5"), "不称职")
