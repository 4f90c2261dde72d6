"""Stars in a browser: the office opens, the keeper rates and two score on telephones, everybody reads the star."""

from collections.abc import Callable

from django.utils import timezone

from deputies.models import Area
from liaison_stations.models import Score, StationKeeper
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.liaison_stations.net import OPENED, station
from tests.liaison_stations.scoring_hand import FAIR, GOOD

Take = Callable[..., Hand]
NAME = "青石镇中心人大代表联络站"


def marks(points: tuple[str, ...]) -> dict[str, str]:
    items = Score.objects.get().round.table.items.all()
    return {f"item_{item.pk}": given for item, given in zip(items, points, strict=True)}


def test_from_the_opening_to_the_star(town: Cast, hand_of: Take, expected_console: list[str]) -> None:
    expected_console.append("status of 422")
    place = station(NAME, Area.objects.get(name="青石镇"))
    StationKeeper.objects.create(station=place, user=town.jiang, from_date=OPENED)
    he = hand_of(town.he)
    he.page.goto(f"{he.address}/stations/scoring/")
    he.follows("开展评分").picks(table="代表联络站星级评分").fills(self_due_on="2099-12-01")
    he.chooses(town.luo.name, town.fang.name).presses("开始评分").reads("已开始")
    jiang = hand_of(town.jiang, PHONE)
    jiang.finds(NAME, "待自评").fills(**marks(("16", *GOOD[1:]))).presses("提交自评").sees("满分15分，不能超过")
    jiang.fills(**marks(GOOD)).presses("提交自评").reads("自评已提交")
    for person, points in ((town.luo, GOOD), (town.fang, FAIR)):
        scorer = hand_of(person, PHONE)
        scorer.finds(NAME, "待现场评分").fills(**marks(points))
        scorer.page.locator("[name='visited_on']").fill(
            timezone.localdate(Score.objects.get().round.opened_at).isoformat()
        )
        scorer.presses("提交评分").reads("评分已提交")
    he.page.goto(f"{he.address}/stations/scoring/")
    he.follows(str(Score.objects.get().round)).follows("公布结果")
    he.fills(adopted_by="主任会议").presses("公布").reads("已公布").sees("四星").follows("逐项对比").sees("自评高出")
    citizen = hand_of()
    citizen.page.goto(f"{citizen.address}{place.public_url}")
    citizen.sees("四星")
