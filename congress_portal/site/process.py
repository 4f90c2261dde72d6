"""How a suggestion is handled, told to citizens: seven steps, each with the time limit that is in force today."""

from dataclasses import dataclass
from datetime import date

from foundation.deadlines.models import TimeLimit
from foundation.web.chinese import named_basis


@dataclass(frozen=True)
class ProcessStep:
    """One step as the public reads it. `limit_key` names the TimeLimit that bounds it, if any."""

    title: str
    who: str
    text: str
    limit_key: str = ""
    limit: TimeLimit | None = None

    @property
    def basis(self) -> str:
        """The article, empty while the office has not named one: citizens are shown no gap to be filled."""
        return named_basis(self.limit.legal_basis) if self.limit else ""


STEPS = (
    ProcessStep("提出", "区人大代表", "代表在调研、走访和接待群众中发现问题，一人或者联名提出建议，一事一议。"),
    ProcessStep("审查立案", "区人大常委会代表工作机构", "对照规定审查内容，符合条件的编号立案。", "screening"),
    ProcessStep("交办", "区人大常委会、区政府办公室", "按职责确定主办、会办或者分办单位。", "recess_assign"),
    ProcessStep("签收办理", "承办单位", "签收并确定经办人，办理前、办理中与代表见面沟通。", "sign_in"),
    ProcessStep("答复", "承办单位", "单位负责人签发书面答复，逐条回应，注明办理结果类别。", "reply"),
    ProcessStep("评价", "提出建议的代表", "代表对办理态度和办理结果分别评价；不满意的，重新办理。", "rating"),
    ProcessStep("跟踪办结", "区人大常委会", "答复中承诺的事项列入台账，逐项跟踪到落实。"),
)


def steps_on(day: date) -> list[ProcessStep]:
    """The steps with the limits in force on `day`; one query."""
    keys = [step.limit_key for step in STEPS if step.limit_key]
    limits = {row.key: row for row in TimeLimit.objects.valid_on(day).filter(key__in=keys)}
    return [ProcessStep(s.title, s.who, s.text, s.limit_key, limits.get(s.limit_key)) for s in STEPS]
