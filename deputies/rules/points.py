"""Who reads the ranking, and who fixes it."""

from datetime import date
from typing import Any

from deputies.rules.duty import FILE_READERS
from deputies.rules.register import KEEPERS
from deputies.states import SNAPSHOT_FLOW
from foundation.workflow import Verdict, when

NOT_THE_OFFICE = "积分由代表联络工作机构固定和更正。"


def may_open_ranking(user: Any) -> Verdict:
    """Whoever reads the files of others, as far as he reads them."""
    reads = user.is_authenticated and user.has_role(*FILE_READERS)
    return when(reads, "积分排名由人大机关工作人员和代表团、代表小组负责人查阅；您的积分在“我的履职”中查看。", "role")


def may_ask_snapshot(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    return when(user.is_authenticated and user.has_role(*KEEPERS, on=on), NOT_THE_OFFICE, "role")


def may_ask_snapshot_again(user: Any, snapshot: Any, *, on: date) -> Verdict:
    return may_ask_snapshot(user, on=on) & SNAPSHOT_FLOW.verdict("ask_snapshot_again", snapshot.state)


def may_correct_snapshot(user: Any, snapshot: Any, *, on: date) -> Verdict:
    """The office, the latest edition that is fixed."""
    return (
        may_ask_snapshot(user, on=on)
        & when(snapshot.is_fixed, "固定以后才能更正；还没有固定的，更正履职记录即可。")
        & when(snapshot.is_latest(), "这一期已有更新的一版，请在那一版上更正。")
    )
