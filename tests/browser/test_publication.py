"""A paper on its way to the public in a browser: checked and covered by the office, found and read by a citizen."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from foundation.files.store import store_upload
from suggestions.models import Suggestion
from suggestions.states import Grade
from suggestions.transitions.rate import rate
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.road import TEXT, Road
from tests.suggestions.views.scans import document, photo

Take = Callable[..., Hand]
TITLE, NAME, NUMBER = TEXT["title"], "王某某", "13800000001"


@pytest.fixture
def paper(town: Cast, register: Register) -> Suggestion:
    """Answered with a promise and rated; a citizen's name and number in the text, his house on a photograph."""
    road = Road(town, register, date.today())
    draft = road.draft(facts=f"{NAME}家离站点两公里，电话{NUMBER}。")
    for file in (photo(f"{NAME}家门口.jpg"), document(f"{NAME}名单.docx")):
        store_upload(file, owner=draft, kind="attachment", by=town.lin, at=road.at())
    contacted = road.on(draft, "contacted")
    paper = road.replied(road.signed(road.drafted(contacted, **road.promise())))
    rate(paper, by=town.lin, at=road.at(), attitude=Grade.SATISFIED, result=Grade.BASICALLY)
    return paper


def test_a_paper_is_opened_and_closed_again(
    town: Cast, paper: Suggestion, hand_of: Take, expected_console: list[str]
) -> None:
    expected_console += ["status of 422", "status of 410", "status of 404"]
    he, citizen = hand_of(town.he), hand_of(None, PHONE)
    he_covers_and_opens(he)
    a_citizen_reads(citizen)
    programs_read_the_same(citizen)
    he_takes_it_off(he)
    it_is_gone_from_every_door(citizen, paper)


def he_covers_and_opens(he: Hand) -> None:
    he.opens_desk().follows("代表建议").follows(TITLE).follows("公开").sees("已自动遮盖号码", "下列附件不公开")
    facts = he.main.locator("[name='text-facts']")
    assert NUMBER not in facts.input_value()
    facts.fill("一切都好。")
    he.fills(secrecy_note="经审查不涉密，可以公开。审查人：何敏").ticks_all("逐项核对后勾选").presses("公开")
    he.sees("只能遮盖文字")
    facts.fill("【略】家离站点两公里，电话【略】。")
    he.chooses(f"{NAME}家门口.jpg").presses("公开").reads("已在公开网站发布")


def a_citizen_reads(citizen: Hand) -> None:
    citizen.page.goto(f"{citizen.address}/suggestions/public/")
    citizen.fills(q=NAME).presses("查询").sees("没有符合条件")
    citizen.fills(q="公交").presses("查询").follows(TITLE)
    citizen.sees("已于四月增设。", "年底前建成候车亭。", "基本满意", "家离站点两公里", "附件1.jpg", "另有1份附件不公开")
    # A telephone does not scan itself: the code stands on wider windows.
    expect(citizen.main.locator("svg.qr")).to_have_count(1)
    text = citizen.page.content()
    assert not [word for word in (NAME, NUMBER) if word in text]


def programs_read_the_same(citizen: Hand) -> None:
    citizen.page.goto(f"{citizen.address}/suggestions/public/data/")
    citizen.looks()
    files = {}
    for ending in ("csv", "json"):
        with citizen.page.expect_download() as waiting:
            citizen.main.locator(f"a[href*='suggestions.{ending}']").first.click()
        files[ending] = Path(waiting.value.path()).read_text("utf-8-sig")
    files["feed"] = citizen.page.request.get(f"{citizen.address}/suggestions/public/feed/").text()
    [row] = json.loads(files["json"])["rows"]
    [line] = csv.DictReader(io.StringIO(files["csv"], newline=""))
    assert row["facts"] == line["案由"] == "【略】家离站点两公里，电话【略】。"
    assert (row["result"], row["result_class"]) == ("基本满意", "B")
    for text in files.values():
        assert TITLE in text
        assert not [word for word in (NAME, NUMBER) if word in text]


def he_takes_it_off(he: Hand) -> None:
    he.follows("撤下公开").fills(reason="需要再次核对。").presses("撤下").reads("已从公开网站撤下")


def it_is_gone_from_every_door(citizen: Hand, paper: Suggestion) -> None:
    doors = ("", "?q=公交", "feed/", "data/suggestions.csv", "data/suggestions.json")
    for door in doors:
        assert TITLE not in citizen.page.request.get(f"{citizen.address}/suggestions/public/{door}").text()
    citizen.page.goto(f"{citizen.address}/suggestions/public/{paper.pk}/")
    citizen.sees("已由代表工作机构撤下公开")
