"""A recall in a browser: demanded, defended, voted on, announced; then the by-election that fills the seat."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from deputies.models import Mandate
from deputies.states import MandateStatus
from foundation.accounts.models import User
from supervision.models import ByElection, Recall
from supervision.transitions.by_election_votes import count_by_election
from supervision.transitions.recall_votes import count_recall
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.supervision import seat_hand

SEAT = "名册中的田秀代表"
Take = Callable[..., Hand]


def ago(days: int) -> str:
    return (timezone.localdate() - timedelta(days=days)).isoformat()


def test_from_the_voters_petition_to_whoever_sits_there_now(
    town: Cast, register: Register, hand_of: Take, tmp_path: Path, expected_console: list[str]
) -> None:
    # The browser's own note of the acceptance that was refused with its sentence.
    expected_console.append("status of 422")
    place = seat_hand.placed(register, register.lin, size=1)
    he, lin, citizen = hand_of(town.he), hand_of(town.lin, PHONE), hand_of()
    he_receives(he, f"林晓梅（{register.lin.title}，{place}）", tmp_path)
    lin_defends_herself(lin)
    he_counts_and_announces(he, town.xu)
    a_stranger_reads(citizen, "罢免林晓梅", "赞成520", unsaid=("长期不履职", "因病请假"))
    register.lin.refresh_from_db()
    assert register.lin.status == MandateStatus.ENDED
    he_calls_a_by_election(he, town.he, f"区人大 {place}（缺1名）", f"区人大 {register.qingshi}")
    he_counts_the_votes(he, town.he, town.xu)
    a_stranger_reads(citizen, f"{place}补选区人大代表", "田秀：640票")
    he.follows(SEAT).sees("田秀", "补选")
    assert Mandate.objects.get(deputy__name="田秀").constituency == place


def he_receives(he: Hand, seat: str, folder: Path) -> None:
    sheet = folder / "签名册.pdf"
    sheet.write_bytes(b"%PDF-1.4 names")
    he.follows("补选和罢免").follows("罢免代表").follows("登记罢免要求").picks(mandate=seat)
    he.fills(received_on=ago(20), signatures="60", reasons="长期不履职。")
    he.page.locator("input[name=files]").set_input_files(str(sheet))
    he.presses("登记").reads("已登记").sees("签名册.pdf").follows("受理")
    he.fills(verified="30", copied_on=ago(19)).presses("受理").sees("不足50人（选举法第五十条），不能受理")
    assert he.main.locator("[name='verified']").input_value() == "30"
    he.fills(verified="55").presses("受理").reads("已受理")


def lin_defends_herself(lin: Hand) -> None:
    """The message is her only way to it: nobody without a recall needs an entry of the menu."""
    lin.follows("消息").main.get_by_role("button", name="收到对您的罢免要求").first.click()
    lin.sees("罢免理由", "长期不履职。")
    assert not lin.main.get_by_text("签名册").count(), "the deputy read who signed"
    lin.follows("提出申辩").fills(defence="因病请假，均经批准。").chooses("要求在选民会议上申辩")
    lin.presses("提交").reads("已提交").sees("因病请假，均经批准。")


def he_counts_and_announces(he: Hand, xu: User) -> None:
    he.opens_desk().follows("罢免林晓梅的要求").sees("因病请假，均经批准。").follows("印发选民")
    he.fills(circulated_on=ago(18), circulated_how="入户发放", vote_on=ago(8), presided_by="常委会副主任钱卫东")
    he.presses("印发选民").reads("已登记").follows("登记表决结果").fills(voters="1000", issued="900", returned="850")
    he.fills(yes="520", no="300", abstained="20", invalid="10").presses("登记表决结果").sees("票数待另一人登记")
    counts = {"voters": 1000, "issued": 900, "returned": 850, "no": 300, "abstained": 20, "invalid": 10}
    day = timezone.localdate() - timedelta(days=8)
    count_recall(Recall.objects.get().pk, held_on=day, yes=520, by=xu, at=timezone.now(), **counts)
    he.opens_desk().follows("罢免林晓梅的要求").sees("通过罢免")
    he.follows("登记资格审查报告").fills(review_on=ago(7), review="罢免有效。").presses("登记资格审查报告")
    he.reads("已登记").follows("公告")
    he.fills(announcement_no="示人常〔2026〕3号", announced_on=ago(6)).presses("公告").reads("已公告")


def he_calls_a_by_election(he: Hand, he_himself: User, place: str, delegation: str) -> None:
    he.follows("补选和罢免").follows("有缺额的选区").sees("第1选区")
    he.follows("补选和罢免").follows("决定补选").picks(constituency=place, delegation=delegation)
    he.fills(cause="林晓梅代表被罢免，出缺一名。", decided_by="主任会议", decided_on=ago(5), vote_on=ago(1))
    he.presses("登记").reads("已登记")
    seat_hand.put_forward(ByElection.objects.get(), "石明", he_himself, at=timezone.now())
    he.follows("提名候选人").chooses("女").fills(name="田秀", birth_month="1985-06-01", employer_title="小学教师")
    he.fills(nominated_by="选民15人联名").presses("登记").reads("已登记")
    he.follows("公布候选人名单").fills(listed_on=ago(4)).presses("公布候选人名单").reads("已公布")


def he_counts_the_votes(he: Hand, he_himself: User, xu: User) -> None:
    other, winner = ByElection.objects.get().candidates.order_by("pk")
    he.opens_desk().follows("第1选区补选代表").follows("登记投票结果")
    he.fills(voters="1000", issued="800", returned="790").fills(
        **{f"votes_{winner.pk}": "640", f"votes_{other.pk}": "130"}, others="0", invalid="20"
    )
    he.presses("登记投票结果").sees("票数待另一人登记")
    counts = {"voters": 1000, "issued": 800, "returned": 790, "others": 0, "invalid": 20}
    facts = {"held_on": timezone.localdate() - timedelta(days=1), "votes": {winner.pk: 640, other.pk: 130}}
    count_by_election(ByElection.objects.get().pk, by=xu, at=timezone.now(), **facts, **counts)
    he.opens_desk().follows("第1选区补选代表").sees("田秀当选。")
    seat_hand.valid(ByElection.objects.get(), he_himself, at=timezone.now())
    he.opens_desk().follows("第1选区补选代表").follows("公告")
    he.fills(announcement_no="示人常〔2026〕4号", announced_on=ago(0)).presses("公告").reads("已公告")


def a_stranger_reads(citizen: Hand, title: str, *told: str, unsaid: tuple[str, ...] = ()) -> None:
    citizen.page.goto(f"{citizen.address}/supervision/seat-changes/")
    citizen.looks().follows(title).sees(*told)
    for words in unsaid:
        assert not citizen.main.get_by_text(words).count(), f"a stranger read: {words}"
