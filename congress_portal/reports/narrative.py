"""What the figures say, in the sentences an office would write; every number is the text of a cell."""

from collections.abc import Sequence

from congress_portal.reports.supervision.sentences import OF_SECTIONS
from foundation.documents.figures import Sheet
from foundation.documents.figures.drawing import text_of
from foundation.documents.writing import Paragraph

# Sheet → a sentence with {row/column} for cells. Rates carry their name and their base.
SENTENCES = OF_SECTIONS | {
    "plan": "年度监督工作计划列入议题{plan/listed/count}项，已完成{plan/done/count}项，进行中{plan/under_way/count}项，"
    "未启动{plan/waiting/count}项；经主任会议同意取消{plan/dropped/count}项。",
    "form": "共开展监督事项{form/total/count}项，已办结{form/total/concluded}项。",
    "problems": "监督中发现并登记问题{problems/total/found}个，已销号{problems/total/struck}个，"
    "整改中和待核实{problems/total/open}个，其中逾期{problems/total/overdue}个；销号后反弹{problems/total/reopened}个。",
    "ideas": "收到议题建议{ideas/total/count}条，列入计划{ideas/total/taken}条，转有关方面{ideas/total/forwarded}条，"
    "未采纳{ideas/total/declined}条。",
    "totals": "共立案代表建议{totals/registered/count}件，其中大会期间提出{totals/session/count}件，"
    "闭会期间提出{totals/recess/count}件，议案转为建议{totals/converted/count}件，"
    "列为重点督办{totals/key/count}件。已交办{totals/assigned/count}件，已答复{totals/answered/count}件，"
    "已办结{totals/closed/count}件；共有{totals/answering-units/count}个单位承担主办或者分办任务。",
    "satisfaction": "在已答复的{satisfaction/result/answered}件中，代表对办理结果表态的"
    "{satisfaction/result/stated}件，满意率（不含基本满意）为{satisfaction/result/plain}%，"
    "满意率（含基本满意）为{satisfaction/result/basic}%；对办理态度表态的{satisfaction/attitude/stated}件，"
    "满意率（不含基本满意）为{satisfaction/attitude/plain}%，满意率（含基本满意）为{satisfaction/attitude/basic}%。"
    "经催请未表态的{satisfaction/result/not_stated}件、尚待评价的{satisfaction/result/awaiting}件不计入满意率。",
    "contact": "在已答复的{contact/any/base}件次中，与代表沟通联系的{contact/any/count}件次，"
    "沟通率{contact/any/rate}%；当面沟通的{contact/in_person/count}件次，见面率{contact/in_person/rate}%。",
    "punctuality": "按期答复{punctuality/on_time/count}件次，逾期答复{punctuality/late/count}件次，"
    "逾期尚未答复{punctuality/overdue/count}件次，按期答复率{punctuality/rate/share}%。",
    "extensions": "申请延期{extensions/asked/count}件次，同意{extensions/granted/count}件次。",
    "again": "代表对办理结果曾评为不满意的{again/result/before}件，经重新办理，现为满意的"
    "{again/result/after-satisfied}件、基本满意的{again/result/after-basically}件，"
    "仍不满意的{again/result/after-dissatisfied}件，仍在重新办理的{again/result/after-pending}件。",
    "promises": "本年答复中作出承诺{promises/this/count}项，已兑现{promises/this/kept}项，"
    "逾期未兑现{promises/this/overdue}项；上年承诺{promises/last/count}项，已兑现{promises/last/kept}项。",
}


def sentences(sheets: Sequence[Sheet]) -> dict[str, list[Paragraph]]:
    """Sheet → its paragraphs; a sentence about a rate nobody could count is left to the table."""
    texts = _texts(sheets)
    found = {}
    for key, sentence in SENTENCES.items():
        written = _filled(sentence, texts)
        if written:
            found[key] = [Paragraph(written)]
    return found


def _filled(sentence: str, texts: dict[str, str]) -> str:
    for name, text in texts.items():
        place = f"{{{name}}}"
        if place in sentence:
            # "率—%" says nothing: without a base there is no rate.
            sentence = sentence.replace(f"{place}%", "—" if text == "—" else f"{text}%").replace(place, text)
    return "" if "{" in sentence else sentence


def _texts(sheets: Sequence[Sheet]) -> dict[str, str]:
    return {
        f"{sheet.key}/{row.key}/{column.key}": text_of(column, cell)
        for sheet in sheets
        for row in sheet.rows
        for column, cell in zip(sheet.columns, row.cells, strict=True)
        if sheet.key in SENTENCES
    }
