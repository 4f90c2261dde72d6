"""What a questionnaire has brought: counted from the answers whenever it is asked for, nothing of it is kept."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from foundation.web.charts import Chart, bar_chart
from supervision.models import OnlineSurvey, SurveyItem, SurveyMark, SurveyWords
from supervision.states.survey import ItemKind


@dataclass(frozen=True)
class Counted:
    """One question: how many answered it, and how often each option was chosen."""

    item: SurveyItem
    answered: int
    rows: list[tuple[str, int]]

    @property
    def chart(self) -> Chart | None:
        return bar_chart(self.item.text, self.rows, "人") if self.rows else None

    @property
    def mean(self) -> str:
        """The mean mark of a scale, "4.2"; nothing for others and before the first answer."""
        total = sum(count for _, count in self.rows)
        if self.item.kind != ItemKind.SCALE or not total:
            return ""
        return f"{sum(mark * count for mark, (_, count) in enumerate(self.rows, 1)) / total:.1f}"

    @property
    def sentence(self) -> str:
        """As it stands in a report: "满意6人（60%）、不满意4人（40%）"."""
        if not self.rows:
            return f"{self.answered}人写了意见"
        shares = [f"{label}{count}人（{percent(count, self.answered)}）" for label, count in self.rows]
        return "、".join(shares) + (f"，平均{self.mean}分" if self.mean else "")


def percent(part: int, whole: int) -> str:
    """ "66.7%"; a whole number without its zero; nothing of nothing is "—"."""
    return f"{round(part / whole * 100, 1):g}%" if whole else "—"


def counted(survey: OnlineSurvey) -> list[Counted]:
    """Every question in its order; four queries however many answers there are."""
    marks = SurveyMark.objects.filter(sheet__survey=survey).order_by()
    chosen = {(item, place): n for item, place, n in marks.values_list("item", "place").annotate(n=Count("pk"))}
    people = dict(marks.values_list("item").annotate(n=Count("sheet", distinct=True)))
    wrote = SurveyWords.objects.filter(sheet__survey=survey).order_by()
    people |= dict(wrote.values_list("item").annotate(n=Count("pk")))
    return [_counted(item, people.get(item.pk, 0), chosen) for item in survey.items.filter(is_dropped=False)]


def _counted(item: SurveyItem, answered: int, chosen: dict[tuple[int, int], int]) -> Counted:
    rows = [(label, chosen.get((item.pk, place), 0)) for place, label in enumerate(item.choices)]
    return Counted(item, answered, rows)


def summary(undertaking: Any) -> str:
    """The results of all questionnaires of a supervision in sentences, to begin its report with; "" without any."""
    parts = []
    for survey in undertaking.online_surveys.public().order_by("pk"):
        lines = [f"{n}. {row.item.text}：{row.sentence}。" for n, row in enumerate(counted(survey), 1)]
        head = f"网上问卷“{survey}”（{survey.audience}），收到{survey.sheets.count()}份："
        parts.append("\n".join([head, *lines]))
    for paper in undertaking.questionnaires.prefetch_related("questions").order_by("pk"):
        parts.append(_paper(paper))
    return "\n\n".join(parts)


def _paper(paper: Any) -> str:
    head = f"纸质问卷“{paper}”（{paper.audience}），发出{paper.issued}份，收回{paper.returned}份，有效{paper.valid}份："
    lines = []
    for question in paper.questions.all():
        shares = [f"{label}{count}人（{percent(count, paper.valid)}）" for label, count in question.answers]
        lines.append(f"{question.order}. {question.text}：{'、'.join(shares)}。")
    return "\n".join([head, *lines])
