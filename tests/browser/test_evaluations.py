"""A yearly evaluation in browsers: the deputy on a phone, the convener, the office; objection, answer, published."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from deputies.models import Evaluation, EvaluationScheme
from deputies.transitions.public_page import page_of, publish_page
from foundation.accounts.models import Membership
from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from tests.browser.hand import PHONE, Hand
from tests.cast import IN_OFFICE_SINCE, Cast
from tests.deputies import evaluating
from tests.deputies_cast import Register

Take = Callable[..., Hand]


def test_from_the_deputys_own_marks_to_the_published_grade(
    town: Cast, register: Register, hand_of: Take, expected_console: list[str]
) -> None:
    # The browser's own note of a form that was refused with its sentence.
    expected_console.append("status of 422")
    Membership.objects.create(user=town.deng, role=Role.GROUP_CONVENER, from_date=IN_OFFICE_SINCE)
    page = publish_page(page_of(register.lin.deputy), by=town.he, at=timezone.now())
    he, lin = hand_of(town.he), hand_of(town.lin, PHONE)
    he_opens(he)
    title = f"林晓梅{today().year - 1}年度考核"
    lin_marks_herself(lin, title)
    deng = hand_of(town.deng)
    deng.finds(title, "待小组评议的考核").follows("小组评议")
    deng.fills(words="小组会议评议通过。").presses("小组评议").reads("评议已提交")
    he.finds(title, "待审核的代表考核").follows("审核拟定等次").presses("拟定等次并公示").reads("已拟定等次")
    lin.finds(title, "我的年度考核").sees("称职", "考核等次公示").follows("提出异议")
    lin.fills(objection="少计一次接待选民。").presses("提出异议").reads("异议已提交")
    he.finds(title, "待审核的代表考核").sees("少计一次接待选民。").follows("答复异议")
    he.fills(**{third_item(): "20"}, answer="补记一次。").presses("答复异议").reads("已答复")
    everybody_else_is_marked(town, register)
    he_publishes(he)
    lin.page.goto(f"{lin.address}{page.get_absolute_url()}")
    lin.sees("年度考核", f"{today().year - 1}年度：优秀")


def he_opens(he: Hand) -> None:
    he.follows("年度考核").follows("开展年度考核")
    he.picks(scheme="代表年度考核（参考方案）")
    he.fills(year=str(today().year - 1), self_due_on=(today() + timedelta(days=10)).isoformat())
    he.presses("开始考核").reads("已开始").sees("待自评")


def item(number: int) -> str:
    return f"item_{EvaluationScheme.objects.get().items.all()[number].pk}"


def third_item() -> str:
    return item(2)


def lin_marks_herself(lin: Hand, title: str) -> None:
    """Too many points are refused with a sentence, and what was typed stays."""
    lin.finds(title, "我的年度考核").follows("自评")
    lin.fills(**{item(0): "41", item(1): "36", item(2): "15"}, words="按时参加会议和活动。").presses("自评")
    lin.sees("满分40分，不能超过。").fills(**{item(0): "38"}).presses("自评").reads("自评已提交").sees("待小组评议")


def everybody_else_is_marked(town: Cast, register: Register) -> None:
    """By the office alone; then the days to object have passed, for which no test waits."""
    for seat in (register.zhou, register.deng):
        evaluating.shown(town, seat, at=timezone.now(), year=today().year - 1)
    Evaluation.objects.update(objection_ends_on=today() - timedelta(days=1))


def he_publishes(he: Hand) -> None:
    he.follows("年度考核").follows(f"{today().year - 1}年度区县人大代表考核").follows("公布考核结果")
    he.fills(adopted_by="第三十次主任会议").chooses("等次在代表风采公开").presses("公布").reads("已公布").sees("优秀")
