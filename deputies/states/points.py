"""Periods for which points are counted."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step


class PeriodKind(TextChoices):
    QUARTER = "quarter", "季度"
    HALF = "half", "半年"
    YEAR = "year", "全年"


MONTHS = {PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}


class CountedBy(TextChoices):
    """How a yearly target counts."""

    QUANTITY = "quantity", "按数量"
    DAYS = "days", "按履职天数（同一天只计一次）"


class TargetSpan(TextChoices):
    YEAR = "year", "每年"
    TERM = "term", "每届"


class SnapshotState(TextChoices):
    ASKED = "asked", "等待生成"
    BUILDING = "building", "正在生成"
    FAILED = "failed", "生成失败"
    FIXED = "fixed", "已固定"


S = SnapshotState
SNAPSHOT_FLOW = Flow(
    name="point_snapshot",
    title="积分快照",
    states=SnapshotState,
    start=S.ASKED,
    steps=(
        Step("begin_snapshot", (S.ASKED,), S.BUILDING, "开始生成", "后台任务"),
        Step("fix_snapshot", (S.BUILDING,), S.FIXED, "固定", "全部代表计算完毕"),
        Step("fail_snapshot", (S.BUILDING,), S.FAILED, "生成失败", "记录原因"),
        Step("ask_snapshot_again", (S.FAILED,), S.ASKED, "重新生成", "代表联络工作机构"),
    ),
)
