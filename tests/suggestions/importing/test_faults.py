"""Ten planted faults: ten messages that name sheet, row, column and the mend; and nothing is written."""

import pytest

from foundation.accounts.models import Organisation
from foundation.audit.models import Event
from suggestions.models import NumberSeries, Suggestion
from tests.suggestions.importing.workbooks import SHEET, mended, take

# cell → (what is planted, column named in the message, words of the mend)
FAULTS = {
    "B5": ("第甲号", "建议编号", "请写成如“第012号”"),
    "B6": ("第002号", "建议编号", "编号2与第4行相同，请改正其中一个"),
    "C7": (None, "案由", "请填写建议标题"),
    "D8": ("谢远阳", "领衔代表", "请先导入代表名册"),
    "E9": ("周霞若、孔丽英", "附议代表", "是领衔代表本人，请从附议代表中删去"),
    "F22": (None, "领衔代表", "请写明所在代表团"),
    "I12": ("区公安分局", "会办单位", "请删去一处"),
    "J13": ("2026年2月30日", "交办日期", "2月没有30日"),
    "L14": ("2026年2月1日", "答复日期", "早于交办日期2026年2月12日，请核对"),
    "M15": ("E类", "办理结果", "请填：A类"),
}


def planted() -> bytes:
    return mended(**{cell: value for cell, (value, *_) in FAULTS.items()})


def test_ten_faults_are_ten_messages_and_nothing_is_written(registered):
    events = Event.objects.count()
    report = take(planted())
    told = {(row.sheet, row.row, message.column): message for row in report.refused for message in row.messages}
    wanted = {(SHEET, int(cell[1:]), column): mend for cell, (_, column, mend) in FAULTS.items()}
    assert sum(len(row.messages) for row in report.refused) == 10
    assert set(told) == set(wanted)
    for place, mend in wanted.items():
        assert mend in told[place].text
        assert told[place].level == "error"
    assert (report.written, report.created) == (False, {})
    assert not Suggestion.objects.exists()
    assert not Organisation.objects.exists()
    assert not NumberSeries.objects.exists()
    assert Event.objects.count() == events


MORE = {
    "no unit": ({"H3": None}, "已有交办日期，没有承办单位"),
    "no assignment day": ({"J3": None, "K3": None}, "已有承办单位，没有交办日期"),
    "assigned tomorrow": ({"J3": "2026-05-07"}, "还没有到"),
    "assigned a century ago": ({"J3": "1926-02-12"}, "请核对交办日期的年份"),
    "class without day": ({"M3": "A"}, "请补填答复日期"),
    "grades without reply": ({"N3": "满意", "O3": "满意"}, "没有答复日期，请补填答复日期或者删去评价"),
    "half a rating": ({"O5": None}, "请补填办理结果满意度"),
    "strange grade": ({"N5": "还行"}, "请填“满意”“基本满意”或“不满意”"),
    "two lead units": ({"H5": "区教育局、区财政局"}, "主办单位只能有一个"),
    "co without lead": ({"H5": None}, "请填写主办单位"),
    "withdrawn and answered": ({"P5": "撤回"}, "已撤回的建议不应有答复日期"),
    "unknown co-signer": ({"E3": "花艳果"}, "请先导入代表名册"),
    "title too long": ({"C3": "关于" * 80}, "超过120个字"),
    "office date that does not exist": ({"K3": "2026年13月1日"}, "月份应在1至12之间"),
    "doubled header": ({"C2": "类别"}, "“类别”在C列和G列重复"),
}


@pytest.mark.parametrize(("cells", "mend"), MORE.values(), ids=MORE)
def test_what_cannot_be_is_refused_with_its_mend(registered, cells, mend):
    if "C2" in cells:
        cells = {**cells, "Q2": "标题", "Q3": "一"}
    report = take(mended(**cells))
    assert not report.written
    assert any(mend in message.text for row in report.refused for message in row.messages)
    assert not Suggestion.objects.exists()


def test_a_body_that_handles_nothing_is_refused(registered):
    Organisation.objects.create(name="区教育局", kind="sc_committee")
    assert "不能作为承办单位" in take().refused[0].messages[0].text


WARNED = {
    "other due day": (
        {"K3": "2026年5月10日"},
        "台账所列办理期限为2026年5月10日，自2026年2月12日交办起按规则计算为2026年5月12日",
    ),
    "a duration": ({"K3": "3个月"}, "“3个月”不是日期，办理期限按规则计算"),
    "dissatisfied without reason": ({"P5": None}, "没有写明原因"),
    "name of two": ({"E3": "褚杰"}, "请写成如“褚杰（河口镇）”后再次导入"),
    "written twice": ({"E3": "花艳国、花艳国"}, "写了两次"),
    "other delegation": ({"F3": "石桥镇"}, "名册中“钱兰”属于河口镇，台账写的是“石桥镇”"),
    "several leads": ({"D3": "钱兰、戚轩"}, "其余按附议代表登记"),
    "no class": ({"M5": None}, "没有写明办理结果分类"),
    "strange remark": ({"P3": "并入第2号"}, "按说明文字保留"),
    "and others": ({"E3": "花艳国等9人"}, "人数与列出的姓名不一致"),
}


@pytest.mark.parametrize(("cells", "words"), WARNED.values(), ids=WARNED)
def test_what_is_doubtful_is_remarked_and_taken(registered, cells, words):
    report = take(mended(**cells))
    assert report.written
    messages = [(row.row, message.level, message.text) for row in report.rows for message in row.messages]
    assert len(messages) == 1
    assert messages[0][1] == "warning"
    assert words in messages[0][2]
