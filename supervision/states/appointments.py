"""A bill of appointments and removals (人事任免案), from paper to decision; and the law examination."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class AppointmentState(TextChoices):
    FILED = "filed", "已受理"
    TABLED = "tabled", "列入议程"
    VOTED = "voted", "已表决"
    DECIDED = "decided", "已公布决定"
    WITHDRAWN = "withdrawn", "已撤回"


_A = AppointmentState
APPOINTMENT_FLOW = register(
    Flow(
        name="appointment",
        title="人事任免流程",
        states=AppointmentState,
        start=_A.FILED,
        steps=(
            Step("table_appointment", (_A.FILED,), _A.TABLED, "列入议程", "主任会议决定；拟任人员考试合格、报告已提交"),
            Step("postpone_appointment", (_A.TABLED,), _A.FILED, "暂不付表决", "写明理由"),
            Step("vote_appointment", (_A.TABLED,), _A.VOTED, "表决", "常委会会议逐人表决，全体组成人员过半数通过"),
            Step("issue_decision", (_A.VOTED,), _A.DECIDED, "印发任免决定", "写明文号，同时公布"),
            Step("withdraw_appointment", (_A.FILED, _A.TABLED), _A.WITHDRAWN, "撤回", "提请机关撤回，写明理由"),
        ),
    )
)


class ExamState(TextChoices):
    DRAWN = "drawn", "待作答"
    SITTING = "sitting", "作答中"
    ENTERED = "entered", "待核对得分"
    MARKED = "marked", "已评分"
    VOID = "void", "作废"


_E = ExamState
OPEN_EXAMS = (_E.DRAWN, _E.SITTING, _E.ENTERED)
EXAM_FLOW = register(
    Flow(
        name="law_exam",
        title="任前法律知识考试流程",
        states=ExamState,
        start=_E.DRAWN,
        steps=(
            Step("begin_exam", (_E.DRAWN,), _E.SITTING, "开始答题", "拟任人员本人，开始后计时"),
            Step("hand_in_exam", (_E.SITTING,), _E.MARKED, "交卷", "拟任人员本人；超过时间的按已保存的答案评分"),
            Step("collect_exam", (_E.SITTING,), _E.MARKED, "收卷评分", "时间已到而没有交卷的，由办事机构收卷"),
            Step("enter_exam", (_E.DRAWN,), _E.ENTERED, "登记纸质考试得分", "笔试的，由一人登记、另一人核对"),
            Step("check_exam", (_E.ENTERED,), _E.MARKED, "核对得分", "登记纸质考试得分以外的另一人，两人一致才评分"),
            Step("void_exam", OPEN_EXAMS, _E.VOID, "作废", "写明理由，可以重新抽题"),
        ),
    )
)


class QuestionKind(TextChoices):
    SINGLE = "single", "单选题"
    JUDGE = "judge", "判断题"
    MULTIPLE = "multiple", "多选题"
