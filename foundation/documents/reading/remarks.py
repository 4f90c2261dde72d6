"""What an import says about headers, in one wording for every room."""

from collections.abc import Mapping, Sequence

from foundation.documents.reading.faults import HeaderUnclear, UnreadableFile
from foundation.documents.reading.headers import Header, Meaning, letter
from foundation.documents.reading.report import RowReport
from foundation.documents.reading.workbook import Sheet


def unclear(sheet: Sheet, header: Header, meanings: Sequence[Meaning]) -> UnreadableFile:
    """The fault of a header without a needed column: HeaderUnclear with the words that may mean it, where there are."""
    labels = [meaning.label for meaning in header.missing(meanings)]
    missing = "、".join(labels)
    said = f"工作表“{sheet.name}”第{header.row}行的表头里没有{'、'.join(f'“{label}”' for label in labels)}"
    if not header.doubts:
        return UnreadableFile(f"{said}，请补上后再导入。")
    words = "、".join(f"{letter(doubt.index)}列“{doubt.header}”" for doubt in header.doubts)
    mend = f"不能确定的有{words}：请指明哪一列是{missing}，或者改正表头。"
    return HeaderUnclear(f"{said}，{mend}", header.doubts, missing)


def doubled(sheet: Sheet, header: Header) -> list[RowReport]:
    """A refused row for every word that heads two columns."""
    reports = []
    for _, first, second in header.twice:
        report = RowReport(sheet.name, header.row, name="表头")
        word, places = header.titles[second], f"{letter(first)}列和{letter(second)}列"
        report.error(word, f"表头“{word}”在{places}重复，请删去一列或改正其中一列的表头。")
        reports.append(report)
    return reports


def doubts(sheet: Sheet, header: Header, labels: Mapping[str, str]) -> list[str]:
    """A remark for every header word that was not understood, with what it may mean."""
    notes = []
    for doubt in header.doubts:
        place = f"工作表“{sheet.name}”第{header.row}行{letter(doubt.index)}列"
        likely = f"，像是“{labels[doubt.guess]}”" if doubt.guess else ""
        notes.append(f"{place}的表头“{doubt.header}”不能确定含义{likely}，这一列未读取。")
    return notes
