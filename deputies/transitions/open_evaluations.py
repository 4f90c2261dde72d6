"""A yearly evaluation begins: every deputy who serves is in it and is asked to mark himself."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from deputies import notices
from deputies.models import Evaluation, EvaluationRound, EvaluationScheme, Mandate
from deputies.rules import may_open_round
from deputies.transitions._evaluation import OWN_MARKS, day_of, note, year_is_near_its_end
from foundation.deadlines.bulk import ClockBatch
from foundation.web.chinese import date_text
from foundation.workflow import Refused


@transaction.atomic
def open_evaluations(
    *, scheme: EvaluationScheme, year: int, self_due_on: date, by: Any, at: datetime
) -> EvaluationRound:
    """Opens the round for all seats of the scheme's level that are exercised today. Every deputy hears, his clock runs.

    Refused: not the office, a second time, before the last quarter, a day that is past, a scheme without items or
    grades, nobody to evaluate.
    """
    on = day_of(at)
    may_open_round(by, on=on).require()
    if not year_is_near_its_end(year, on):
        raise Refused(f"{year}年度的考核自{year}年10月1日起开展。", "input", field="year")
    if self_due_on < on:
        raise Refused("自评截止日期已过，请改为今天以后的日期。", "input", field="self_due_on")
    if not scheme.items.exists() or not scheme.grades.exists():
        raise Refused("这份考核办法还没有考核内容或者等次，请由委员会秘书在后台补充。", "input", field="scheme")
    try:
        with transaction.atomic():
            facts = {"scheme": scheme, "year": year, "self_due_on": self_due_on}
            opened = EvaluationRound.objects.create(**facts, opened_by=by, opened_at=at)
    except IntegrityError as error:
        raise Refused(f"{year}年度已按“{scheme}”开展考核。", "input", field="year") from error
    seats = Mandate.objects.filter(term__is_current=True, level=scheme.level).serving_on(on).select_related("deputy")
    rows = Evaluation.objects.bulk_create(Evaluation(round=opened, mandate=seat) for seat in seats)
    if not rows:
        raise Refused("名册中没有这一层级的在任代表。", "input", field="scheme")
    clocks = ClockBatch(by=by, at=at, imported=False)
    for row in rows:
        clocks.start(OWN_MARKS, row, on=on, user=row.mandate.deputy.user_id, until=self_due_on)
    clocks.save()
    summary = f"开始{opened}，{len(rows)}名代表，自评于{date_text(self_due_on)}前完成。"
    note("open_evaluations", opened, summary, by=by, at=at)
    notices.evaluation_opened(opened, [row.mandate.deputy.user_id for row in rows], by=by, at=at)
    return opened
