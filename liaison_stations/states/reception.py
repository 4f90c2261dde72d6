"""What is written down at a reception (接待记录): the five paths, where a record stands, how the visitor was told."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class ReceptionPath(TextChoices):
    """Which way the visitor's matter goes (domain 5.3); each tells the deputy and the visitor."""

    SPOT = "spot", "当场答复"
    COMMUNITY = "community", "交村、社区办理"
    STREET = "street", "交乡镇、街道办理"
    UNIT = "unit", "交区级部门办理"
    UPPER = "upper", "请上级人大代表反映"


# What is said of each at the desk, under its name.
PATH_WORDS = {
    ReceptionPath.SPOT: "已经解释清楚或者当场解决",
    ReceptionPath.COMMUNITY: "村、社区职责内的事",
    ReceptionPath.STREET: "乡镇、街道职责内的事",
    ReceptionPath.UNIT: "需要区里的部门办理",
    ReceptionPath.UPPER: "超出本区权限的事",
}


class RecordSource(TextChoices):
    """How the record came into the portal."""

    TABLET = "tablet", "现场录入"
    OFFLINE = "offline", "离线登记后送出"
    PAPER = "paper", "按纸质记录补录"


class RecordState(TextChoices):
    HANDLING = "handling", "办理中"
    SETTLED = "settled", "当场办结"
    ANSWERED = "answered", "待告知来访群众"
    TOLD = "told", "已告知来访群众"


class TellingWay(TextChoices):
    """How the visitor heard of the result."""

    PHONE = "phone", "电话"
    VISIT = "visit", "上门"
    IN_PERSON = "in_person", "当面"
    CODE = "code", "本人凭查询码查看"
    NONE = "none", "没有留联系方式，凭查询码查看"


_R = RecordState
RECORD_FLOW = register(
    Flow(
        name="reception_record",
        title="接待群众记录流程",
        states=RecordState,
        start=_R.HANDLING,
        steps=(
            Step("settle_reception", (_R.HANDLING,), _R.SETTLED, "当场答复", "登记时选择“当场答复”"),
            Step("result_in", (_R.HANDLING,), _R.ANSWERED, "有了结果", "所转的来信答复或者告知其他渠道后自动办理"),
            Step("tell_visitor", (_R.ANSWERED,), _R.TOLD, "告知来访群众", "本站管理员或者接待代表；写明方式"),
            Step("resume_record", (_R.ANSWERED, _R.TOLD), _R.HANDLING, "继续办理", "群众表示没有解决时自动办理"),
        ),
    )
)
