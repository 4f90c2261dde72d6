"""Letters of several people about one matter: taken up, some with a deputy, some in her suggestion; grouped."""

from typing import Any

from congress_portal.demo.district import PLACES, District
from deputies.models import Area, Mandate
from foundation.intake.models import ConsentText
from liaison_stations.models import Letter, MatterGroup, Station
from liaison_stations.transitions.group_matters import group_matters
from liaison_stations.transitions.letter_suggestions import make_suggestion
from liaison_stations.transitions.post_letter import post_letter
from liaison_stations.transitions.raise_matters import note_matter
from liaison_stations.transitions.screen_letter import accept_letter
from suggestions.models import Suggestion
from suggestions.states import SuggestionState

HERS = "daibiao1"
MARKET, PARKING, WATER = "market", "parking", "water"
FINDING = "三位群众反映湖滨小区停车难，列入本月集中研判，请城管部门会同街道先踏勘东侧空地。"
# matter, place of the district, title, text, days ago
LETTERS: tuple[tuple[str, int, str, str, int], ...] = (
    (MARKET, 0, "农贸市场脏乱", "石桥农贸市场地面污水横流，鱼摊的脏水往外泼，老人容易滑倒，请整治。", 75),
    (MARKET, 0, "菜市场环境差", "石桥农贸市场通道里垃圾堆着没人清，夏天臭味很大，希望改造。", 52),
    (MARKET, 0, "建议改造农贸市场", "石桥农贸市场棚顶漏雨、下水不通，卫生很差，建议升级改造。", 33),
    (MARKET, 0, "买菜像蹚水", "每天去石桥农贸市场买菜要穿雨靴，摊位费照收，卫生没人管。", 12),
    (PARKING, 4, "湖滨小区停车难", "湖滨小区晚上没有车位，车停到消防通道上，请增加停车位。", 29),
    (PARKING, 4, "小区车位不够", "湖滨小区停车位太少，停到马路上又被贴罚单，能不能把东边空地改成停车场。", 25),
    (PARKING, 4, "停车问题", "湖滨小区为抢车位邻居吵架，建议规划停车场。", 8),
    (WATER, 2, "自来水发黄", "家里自来水发黄有泥沙，烧水有味道，请检测水质。", 28),
    (WATER, 2, "水质不好", "我们这里的自来水下雨以后特别浑浊，滤芯半个月就黑了。", 16),
    (WATER, 2, "自来水有泥沙", "自来水一下雨就发黄、有泥沙，接出来要沉半天，请查一查水厂。", 6),
)
WORDING: dict[str, Any] = {
    "title": "关于改造石桥农贸市场环境的建议",
    "facts": "石桥农贸市场建成较早，地面污水横流，棚顶漏雨，下水不畅，多位群众反映买菜难、容易滑倒。",
    "proposals": "一、改造地面和下水；二、修缮棚顶；三、明确保洁责任，定期检查。",
}


def tell(district: District) -> None:
    """The first of the market are hers and in her draft, one letter has joined a suggestion that is on its way; of two
    matters that have risen one is noted, one waits."""
    seat = Mandate.objects.select_related("deputy").filter(deputy__user=district.users[HERS]).latest("pk")
    letters = {key: _taken_up(district, seat, key) for key in range(len(LETTERS))}
    hers = [letter for key, letter in letters.items() if LETTERS[key][0] == MARKET]
    her: dict[str, Any] = {"by": district.users[HERS], "at": district.at(6)}
    make_suggestion(hers[0], letters=hers[1:3], **her, **WORDING)
    _join(district, seat)
    group_matters(at=district.at(0, 18))
    parking = MatterGroup.objects.filter(matter="停车").order_by("pk").first()
    if parking is not None:
        note_matter(parking.pk, finding=FINDING, by=district.users["lianluo1"], at=district.at(0, 18))


def _taken_up(district: District, seat: Mandate, key: int) -> Letter:
    matter, place, title, text, days = LETTERS[key]
    letter = _posted(district, PLACES[place], f"matter-{key}", title, text, days)
    deputy = seat.deputy if matter == MARKET else None
    return accept_letter(letter.pk, deputy=deputy, by=district.users["lianluo1"], at=district.at(days - 1))


def _posted(district: District, place: str, token: str, title: str, text: str, days: int) -> Letter:
    at, area = district.at(days, 9), Area.objects.get(name=place)
    station = Station.objects.public_on(at.date()).serving(area).first()
    consents = ConsentText.objects.on(at.date(), "letter").values()
    facts: dict[str, Any] = {"kind": "opinion", "title": title, "text": text, "area": area, "to_station": station}
    return post_letter(token=f"demonstration-{token}", consents=consents, at=at, **facts)[0]


def _join(district: District, seat: Mandate) -> None:
    """Somebody writes about what she has suggested already: the letter goes into it and tells how far it is."""
    paper = Suggestion.objects.filter(lead=seat, state=SuggestionState.HANDLING).order_by("pk").first()
    if paper is None:
        return
    matter = paper.title.removeprefix("关于").removesuffix("的建议")
    letter = _posted(district, PLACES[0], "joined", f"盼望{matter}"[:60], f"我们也盼望{matter}，请代表多关心。", 5)
    accept_letter(letter.pk, deputy=seat.deputy, by=district.users["lianluo1"], at=district.at(4))
    make_suggestion(letter, into=paper, by=district.users[HERS], at=district.at(3))
