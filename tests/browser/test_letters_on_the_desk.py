"""A letter on its road to the answer in browsers: keeper, office, unit and deputy, each at a desk of his own."""

from collections.abc import Callable

from foundation.workdays.clock import now
from liaison_stations.transitions.post_letter import Writer, post_letter
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.liaison_stations.net import lay

Take = Callable[..., Hand]
UNIT_LETTER, DEPUTY_LETTER = "000001", "000002"


def test_letters_from_screening_to_their_answers(
    town: Cast, register: Register, hand_of: Take, expected_console: list[str]
) -> None:
    expected_console.append("status of 422")
    net = lay(town, register)
    words = {"kind": "help", "writer": Writer(name="甲某", phone="13912345678"), "at": now()}
    post_letter(token="a", to_station=net.qingshi, title="路灯不亮", text="村口三盏路灯夜里不亮。", **words)
    post_letter(token="b", to_deputy=register.lin.deputy, title="接待日", text="代表哪天接待群众？", **words)
    he, feng, lin = hand_of(town.he), hand_of(town.feng), hand_of(town.lin, PHONE)
    he.finds(UNIT_LETTER, "待审查的来信").follows("受理").presses("受理").reads("已受理")
    he.follows("交单位办理").presses("交单位办理").sees("请")
    he.picks(unit=str(town.transport)).fills(note_text="请到现场核实。").presses("交单位办理").reads("已交办")
    feng.finds(UNIT_LETTER, "待办理的群众来信").sees("路灯不亮", "请到现场核实").follows("报送答复")
    feng.fills(reply="三盏路灯已经修好。").presses("报送答复").reads("已报送")
    he.finds(UNIT_LETTER, "待交办、待审核答复的来信").follows("答复来信人").chooses("已经解决").presses("答复来信人")
    he.reads("已答复").sees("三盏路灯已经修好")
    he.finds(DEPUTY_LETTER, "待审查的来信").follows("受理").presses("受理").reads("已受理").sees("待代表答复")
    lin.finds(DEPUTY_LETTER, "待答复的来信").follows("答复来信人").chooses("已解释说明")
    lin.fills(answer="每月十五日上午在青石镇联络站接待。").presses("答复来信人").reads("已答复")
    assert lin.page.viewport_size == PHONE
