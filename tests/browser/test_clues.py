"""The restricted list in a browser: named by the chair, registered on a telephone, examined, approved, handed over."""

from collections.abc import Callable

from django.utils import timezone

from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind
from supervision.models import Clue
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast

CARD, NUMBER = "问题线索（限定查阅）", "问题线索"
Take = Callable[..., Hand]


def test_from_naming_to_handing_over(town: Cast, hand_of: Take) -> None:
    Organisation.objects.create(
        name="示范区监察委员会", short_name="区监委", kind=OrganisationKind.SUPERVISION_COMMISSION
    )
    zhao = hand_of(town.zhao)
    zhao.follows("问题线索").follows("查阅名单")
    for person in ("方芳", "何敏"):
        zhao.follows("指定人员").picks(user=person).chooses("经办").fills(reason="主任会议分工")
        zhao.fills(from_date=f"{timezone.localdate():%Y-%m-%d}").presses("指定").reads("已指定")
    fang = hand_of(town.fang, PHONE)
    fang.opens_desk().follows(CARD).follows("问题线索").follows("登记线索").chooses("其他工作")
    fang.fills(summary="拆分发包", text="同一工程拆成四个标段。", persons="贾甲，某公司经理").presses("登记").sees(
        "贾甲"
    )
    number = Clue.objects.get().number
    he = hand_of(town.he)
    he.finds(f"{NUMBER}{number}", CARD).follows("审核").chooses("建议移送").fills(text="具体。").presses("审核")
    zhao.finds(f"{NUMBER}{number}", CARD).follows("批准移送").presses("批准移送").sees("待移送")
    fang.finds(f"{NUMBER}{number}", CARD).follows("移送").picks(recipient="示范区监察委员会")
    fang.fills(document_number="示人常函〔2026〕5号").presses("移送").sees("下载移送函")
    assert Clue.objects.get().state == "handed"
