"""The lines a district begins its structure statistics with (domain 3.1); all for the office to edit."""

from typing import Any

from deputies.models import StructureLine
from deputies.states import Dimension

D = Dimension
# dimension, name, and what else
LINES: tuple[tuple[Any, ...], ...] = (
    (D.SEX, "妇女代表", {"words": "女"}),
    (D.ETHNIC_GROUP, "少数民族代表", {"except_words": "汉族"}),
    (D.PARTY, "中共党员", {"words": "中共、共产党"}),
    (D.PARTY, "党外代表", {"except_words": "中共、共产党"}),
    (D.PARTY, "民主党派和无党派人士", {"words": "民革、民盟、民建、民进、农工、致公、九三、台盟、无党派"}),
    (D.PARTY, "群众", {"words": "群众"}),
    (D.AGE, "35周岁以下", {"age_to": 35}),
    (D.AGE, "36至55周岁", {"age_from": 36, "age_to": 55}),
    (D.AGE, "56周岁以上", {"age_from": 56}),
    (D.EDUCATION, "大专以上", {"words": "大专、大学、本科、专科、研究生、硕士、博士", "except_words": "中专"}),
    (D.EDUCATION, "大学以上", {"words": "大学、本科、研究生、硕士、博士", "except_words": "大学专科、大专"}),
    (D.OCCUPATION, "工人农民", {"words": "工人、农民", "except_words": "企业负责人"}),
    (D.OCCUPATION, "农民工", {"words": "农民工"}),
    (D.OCCUPATION, "专业技术人员", {"words": "专业技术、教师、医生、医务、科研"}),
    (D.OCCUPATION, "党政领导干部", {"words": "党政、公务员、机关干部"}),
    (D.OCCUPATION, "企业负责人", {"words": "企业负责人、企业家、民营企业、国有企业"}),
    (D.OCCUPATION, "解放军和武警", {"words": "解放军、武警、军人"}),
    (D.STANDING, "连任代表", {"words": "连任"}),
    (D.STANDING, "补选代表", {"words": "补选"}),
    (D.STANDING, "常委会组成人员", {"words": "常委会组成人员"}),
    (D.OVERSEAS, "归侨代表", {}),
)


def load() -> None:
    """Adds the lines where there is none at all: an office that took one out has decided so."""
    if not StructureLine.objects.exists():
        StructureLine.objects.bulk_create(
            StructureLine(dimension=dimension, name=name, order=order, **more)
            for order, (dimension, name, more) in enumerate(LINES, 1)
        )
