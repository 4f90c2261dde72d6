"""The answer of every import."""

from foundation.documents.reading.report import ImportReport, RowReport


def test_the_form_other_programs_rely_on():
    row = RowReport("名册", 5, "new")
    row.warn("电话", "只取第一个。")
    report = ImportReport([row], {"delegation": ["石桥镇"]}, written=True)
    assert report.as_json() == {
        "written": True,
        "rows": [
            {
                "sheet": "名册",
                "row": 5,
                "outcome": "new",
                "messages": [{"column": "电话", "level": "warning", "text": "只取第一个。"}],
            }
        ],
        "created": {"delegation": ["石桥镇"]},
    }


def test_an_error_refuses_the_row():
    row = RowReport("名册", 5, "new")
    row.error("性别", "请填“男”或“女”。")
    report = ImportReport([row, RowReport("名册", 6)])
    assert report.refused == [row]
    assert report.summary == "新增0行，变更0行，无变化1行，有误1行"
