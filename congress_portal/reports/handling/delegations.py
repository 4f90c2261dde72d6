from foundation.documents.figures import Sheet
from suggestions.yearbook import Yearbook
from suggestions.yearbook.figures import classes, count, grades, grouped, portion, satisfaction, table


def by_delegation(book: Yearbook) -> Sheet:
    """Under the delegation the lead deputy belonged to when the suggestion was written."""
    figures = [
        count("count", "件数"),
        portion(book.cases),
        count("session", "大会期间", lambda case: case.in_session),
        count("recess", "闭会期间", lambda case: not case.in_session),
        count("answered", "已答复", lambda case: case.answered),
        *classes(book.classes),
        *grades("result", "结果"),
        *satisfaction("result", book.least, "结果"),
    ]
    groups = grouped(book.cases, lambda case: case.delegation)
    return table("delegation", "按代表团", "代表团", figures, groups, book.cases, chart="count")
