"""What earlier assignments speak for (F27), without a database."""

import random

from suggestions.routing import Precedent, experience_of

URBAN, SCHOOLS = 1, 2
TRANSPORT, HOUSING, EDUCATION, POLICE = 11, 12, 13, 14
MATTERS = {
    (URBAN, TRANSPORT): ("增设{}公交站点", "开通{}公交线路", "优化{}公交班次", "{}道路拓宽改造"),
    (URBAN, HOUSING): ("{}老旧小区改造", "{}加装电梯", "{}物业管理规范", "{}雨污分流"),
    (SCHOOLS, EDUCATION): ("{}小学扩建", "{}幼儿园学位不足", "{}课后服务", "{}中学食堂管理"),
    (SCHOOLS, POLICE): ("{}学校门口交通秩序整治", "{}校园周边治安巡逻"),
}
PLACES = ("人民路", "青年街", "城关镇", "东湖片区", "南门", "解放路", "北苑", "西河村", "三里店", "工业园")


def history(places=PLACES):
    rows, key = [], 0
    for (category, unit), matters in MATTERS.items():
        for matter in matters:
            for place in places:
                key += 1
                title = f"关于{matter.format(place)}的建议"
                rows.append((key, category, f"第{key:03d}号", title, unit, "lead"))
                if unit == POLICE:
                    rows.append((key, category, f"第{key:03d}号", title, EDUCATION, "co"))
    return rows


def test_of_matters_seen_before_nine_in_ten_go_to_the_right_unit():
    experience = experience_of(history())
    new = [
        (unit, category, f"关于{matter.format(place)}的建议")
        for (category, unit), matters in MATTERS.items()
        for matter in matters
        for place in ("新城大道", "白云社区", "火车站")
    ]

    right = sum(
        bool(found) and found.lead == unit
        for unit, category, title in new
        for found in [experience.propose(title, category)]
    )

    assert right / len(new) >= 0.9


def test_words_outweigh_the_bulk_of_a_category():
    proposal = experience_of(history()).propose("关于加强校园周边治安巡逻的建议", SCHOOLS)

    assert (proposal.lead, proposal.beside) == (POLICE, (EDUCATION,))
    assert (proposal.same_category, proposal.of_category) == (20, 60)
    assert all("治安" in case.title for case in proposal.near)


def test_without_precedent_nothing_is_said():
    assert experience_of([]).propose("关于增设公交站点的建议", URBAN) is None
    only = [(1, URBAN, "第001号", "关于增设公交站点的建议", TRANSPORT, "lead")]
    assert experience_of(only).propose("关于改善农村供水的建议", SCHOOLS) is None


def test_a_single_case_like_it_is_enough_and_named():
    only = [(1, URBAN, "第001号", "关于增设人民路公交站点的建议", TRANSPORT, "lead")]

    proposal = experience_of(only).propose("关于人民路增设公交站点的建议", None)

    assert [case.number for case in proposal.near] == ["第001号"]


def test_the_order_of_the_rows_does_not_matter():
    rows = history()
    expected = experience_of(rows).propose("关于青年街公交站点的建议", URBAN)
    random.Random(3).shuffle(rows)

    assert experience_of(rows).propose("关于青年街公交站点的建议", URBAN).lead == expected.lead


def test_parts_without_a_lead_teach_nothing():
    assert experience_of([(1, URBAN, "第001号", "甲", HOUSING, "co")]).cases == []


def test_pairs_are_those_of_the_title():
    assert "公交" in Precedent("第001号", "关于公交的建议", None, 1).pairs
