"""Key supervision in a real browser: chosen, supervised by the committee, reported, ended, read by a citizen."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.browser.hand import Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.council import council
from tests.suggestions.road import TEXT, Road

TITLE, COUNCIL = TEXT["title"], "区五届人大常委会主任会议第十次会议"
Take = Callable[..., Hand]


@pytest.fixture
def assigned(town: Cast, register: Register) -> None:
    """Assigned yesterday; the council met before."""
    road = Road(town, register, date.today() - timedelta(days=1))
    council(register, road.day)
    road.assigned()


def test_a_key_suggestion_from_the_council_to_the_citizen(
    town: Cast, assigned: None, hand_of: Take, expected_console: list[str]
) -> None:
    # The browser's own note of a form that was refused with its sentence.
    expected_console.append("status of 422")
    he, fang = hand_of(town.he), hand_of(town.fang)
    he.follows("代表建议").follows(TITLE).follows("列为重点督办")
    he.picks(
        meeting="区五届人大常委会主任会议第十次会议", leader="钱卫东", committee="示范区人大常委会城建环资工作委员会"
    )
    he.presses("列入名单").sees("请填写这一项。").fills(government_leader="副区长 王立").presses("列入名单")
    he.reads("已列为重点督办").sees("副区长 王立")

    fang.finds(TITLE, "本委负责的重点督办").follows("重点督办").follows(TITLE).follows("登记督办活动")
    fang.picks(kind="现场督办").fills(place="人民路", participants="钱卫东、林晓梅", record="察看站点。")
    fang.fills(result="六月底前开工。", public_summary="现场督办站点建设。").presses("登记").reads("已登记")
    fang.follows("登记主任会议报告").picks(meeting=COUNCIL)
    fang.fills(text="进展顺利。", opinion="继续跟踪。").presses("登记").reads("已登记").sees("继续跟踪。")

    he.follows("重点督办").follows(TITLE).follows("公布").fills(secrecy_note="不涉密。审查人：何敏").presses("公布")
    he.reads("已在公开网站公布").follows("结束督办").fills(conclusion="已解决。").presses("结束督办").sees("督办结束")

    citizen = hand_of()
    citizen.page.goto(f"{citizen.address}/suggestions/public/key/")
    citizen.looks().sees(TITLE, "现场督办站点建设。")
    assert "察看站点。" not in citizen.page.content()
