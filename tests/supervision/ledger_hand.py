"""A problem of the issue ledger for tests, as far on its way as a test needs it: feng mends, fang follows."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile

from supervision.models import Problem
from supervision.states.problem import ProblemState
from supervision.transitions import problem_closing, problem_mending, problems
from tests.foundation.files.samples import picture

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
LATER = AT.replace(day=20)
DUE = date(2026, 5, 29)
S = ProblemState


def photograph(name: str = "整改后.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture(), "image/jpeg")


def found(cast: Any, **facts: Any) -> Problem:
    known = {"title": "公交站台无障碍坡道缺失", "source_words": "无障碍环境建设法执法检查", "by": cast.fang, "at": AT}
    return problems.find_problem(**{**known, "committee": cast.urban_committee, **facts})


def handed(cast: Any, **facts: Any) -> Problem:
    return found(cast, **{"unit": cast.transport, "due_on": DUE, **facts})


def planned(cast: Any, **facts: Any) -> Problem:
    problem = handed(cast, **facts)
    words = {"person": "副局长陈刚", "measure": "四月底前改造十二处站台。"}
    return problem_mending.plan_problem(problem.pk, **words, by=cast.feng, at=facts.get("at", AT))


def claimed(cast: Any, **facts: Any) -> Problem:
    return claim(planned(cast, **facts), cast, at=facts.get("at", LATER))


def claim(problem: Problem, cast: Any, **facts: Any) -> Problem:
    known = {"text": "十二处站台已改造。", "files": [photograph()], "by": cast.feng, "at": LATER}
    return problem_mending.claim_problem(problem.pk, **{**known, **facts})


def struck(cast: Any, **facts: Any) -> Problem:
    problem = claimed(cast, **facts)
    return problem_closing.strike_problem(problem.pk, outcome="已到现场核实。", by=cast.fang, at=facts.get("at", LATER))


def withdrawn(cast: Any) -> Problem:
    return problems.withdraw_problem(handed(cast).pk, reason="重复登记。", by=cast.fang, at=AT)


MAKE = {S.FOUND: found, S.MENDING: planned, S.CLAIMED: claimed, S.STRUCK: struck, S.WITHDRAWN: withdrawn}
