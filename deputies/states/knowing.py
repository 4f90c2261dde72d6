"""What deputies are told (知情知政), what they report (社情民意), what they ask for: choices and flows."""

from django.db.models import TextChoices

from foundation.accounts.roles import OrganisationKind
from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class BulletinSource(TextChoices):
    """Whose work a bulletin tells of."""

    COMMITTEE = "sc", "人大常委会"
    GOVERNMENT = "government", "人民政府"
    SUPERVISION = "supervision", "监察委员会"
    COURT = "court", "人民法院"
    PROCURATORATE = "procuratorate", "人民检察院"


# Which body's people may put out a bulletin in its own name.
SOURCE_OF_KIND = {
    OrganisationKind.GOVERNMENT_OFFICE: BulletinSource.GOVERNMENT,
    OrganisationKind.SUPERVISION_COMMISSION: BulletinSource.SUPERVISION,
    OrganisationKind.COURT: BulletinSource.COURT,
    OrganisationKind.PROCURATORATE: BulletinSource.PROCURATORATE,
}


class FeelingState(TextChoices):
    """Where a report on public feeling stands."""

    REPORTED = "reported", "待接收"
    RETURNED = "returned", "退回补充"
    RECEIVED = "received", "已接收"
    FORWARDED = "forwarded", "已转办"
    ANSWERED = "answered", "已答复"
    CLOSED = "closed", "已反馈代表"


class Adoption(TextChoices):
    """What became of it."""

    ADOPTED = "adopted", "采纳"
    PARTLY = "partly", "部分采纳"
    NOTED = "noted", "留作参考"
    NOT_ADOPTED = "not_adopted", "未采纳"


_F = FeelingState
FEELING_FLOW = register(
    Flow(
        name="feeling",
        title="社情民意办理流程",
        states=FeelingState,
        start=_F.REPORTED,
        steps=(
            Step("return_feeling", (_F.REPORTED,), _F.RETURNED, "退回补充", "代表联络工作机构；写明需要补充什么"),
            Step("report_again", (_F.RETURNED,), _F.REPORTED, "补充后再报", "反映情况的代表本人"),
            Step("receive_feeling", (_F.REPORTED,), _F.RECEIVED, "接收", "代表联络工作机构；记入代表履职档案"),
            Step("forward_feeling", (_F.RECEIVED,), _F.FORWARDED, "转有关单位", "代表联络工作机构"),
            Step("answer_feeling", (_F.FORWARDED,), _F.ANSWERED, "答复", "收到转办件的单位"),
            Step("recall_feeling", (_F.FORWARDED,), _F.RECEIVED, "收回改转", "代表联络工作机构；写明理由"),
            Step("close_feeling", (_F.RECEIVED, _F.ANSWERED), _F.CLOSED, "反馈代表", "写明是否采纳和办理结果"),
        ),
    )
)


class RequestKind(TextChoices):
    """What a deputy may ask the liaison office for."""

    RESEARCH = "research", "调研协助"
    PAPERS = "papers", "查阅资料"
    ACCESS = "access", "联系单位、约见走访"
    PROTECTION = "protection", "履职保障（履职受阻、受到打击报复）"


class RequestState(TextChoices):
    ASKED = "asked", "待受理"
    ACCEPTED = "accepted", "办理中"
    ANSWERED = "answered", "已答复"
    SETTLED = "settled", "已办结"
    DECLINED = "declined", "未受理"
    WITHDRAWN = "withdrawn", "已撤回"


_R = RequestState
REQUEST_FLOW = register(
    Flow(
        name="request",
        title="代表服务和保障请求流程",
        states=RequestState,
        start=_R.ASKED,
        steps=(
            Step("accept_request", (_R.ASKED,), _R.ACCEPTED, "受理", "代表联络工作机构；确定经办人"),
            Step("decline_request", (_R.ASKED,), _R.DECLINED, "不予受理", "写明理由；履职保障请求必须受理"),
            Step("withdraw_request", (_R.ASKED, _R.ACCEPTED), _R.WITHDRAWN, "撤回", "代表本人"),
            Step("answer_request", (_R.ACCEPTED,), _R.ANSWERED, "答复代表", "代表联络工作机构；写明办理结果"),
            Step("settle_request", (_R.ANSWERED,), _R.SETTLED, "确认已解决", "代表本人"),
            Step("reopen_request", (_R.ANSWERED,), _R.ACCEPTED, "没有解决，继续办理", "代表本人；写明还有什么没有解决"),
        ),
    )
)
