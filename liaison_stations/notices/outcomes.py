"""What the writer of a letter reads when something happens to the suggestion it went into: one plain sentence a step.

Units and deputies by name, dates and grades; no reason, no internal word, nobody else's letter.
"""

from collections.abc import Callable
from typing import Any

from foundation.privacy.masking import mask_numbers
from foundation.web.chinese import date_text
from suggestions.models import Suggestion
from suggestions.states import BEFORE_REGISTRATION, SuggestionState, UnitRole

S = SuggestionState


def submitted(paper: Suggestion, **facts: Any) -> str:
    return "代表已把建议提交给人大，正在审查。"


def sent_back(paper: Suggestion, **facts: Any) -> str:
    return "人大请代表对建议作些修改，修改后再提交。"


def refused(paper: Suggestion, **facts: Any) -> str:
    """Only where it goes back to be mended; what is not filed ends the link."""
    return sent_back(paper) if paper.state == S.SENT_BACK else ""


def registered(paper: Suggestion, **facts: Any) -> str:
    return f"建议已经立案，编号：{paper.number_text}。下一步由人大交有关单位办理。"


def assigned(paper: Suggestion, **facts: Any) -> str:
    units = "、".join(part.unit.name for part in _answering(paper))
    due = max((due for part in _answering(paper) if (due := part.reply_due_on())), default=None)
    limit = f"，应在{date_text(due)}前答复代表" if due else ""
    return f"建议已交{units}办理{limit}。"


def merged(paper: Suggestion, **facts: Any) -> str:
    """Said to the writers of the paper that went into another one."""
    main = Suggestion.objects.filter(pk=facts.get("main", 0)).first()
    return f"这件建议与内容相同的建议（{main.number_text}）一并办理，结果同样会写在这里。" if main else ""


def replied(paper: Suggestion, **facts: Any) -> str:
    promises = [f"{promise_of(row)}（{date_text(row.due_on)}前完成）" for row in paper.commitments.running()]
    promised = f"承办单位承诺：{'；'.join(promises)}。" if promises else ""
    return f"承办单位已经答复代表：{result_of(paper)}。{promised}接下来由代表评价。"


def rated(paper: Suggestion, **facts: Any) -> str:
    rating = paper.ratings.order_by("-rated_at", "-pk").first()
    if rating is None:
        return ""
    return f"代表已作出评价：对办理态度{rating.get_attitude_display()}，对办理结果{rating.get_result_display()}。"


def rehandled(paper: Suggestion, **facts: Any) -> str:
    return "代表对答复不满意，承办单位正在重新办理。"


def mediated(paper: Suggestion, **facts: Any) -> str:
    return "人大正在组织代表和承办单位协商，商定后继续办理。"


def tracked(paper: Suggestion, **facts: Any) -> str:
    return "承办单位作了承诺，人大继续跟踪，直到兑现。"


def fulfilled(paper: Suggestion, **facts: Any) -> str:
    return "承办单位报告承诺的事情已经办好，人大正在核实。"


def checked(paper: Suggestion, **facts: Any) -> str:
    kept = paper.commitments.filter(pk=facts.get("commitment", 0), state="confirmed").exists()
    return "经核实，承诺的事情已经办好，再请代表评价。" if kept else "经核实，承诺的事情还没有办好，继续跟踪。"


def published(paper: Suggestion, **facts: Any) -> str:
    return "这件建议和答复已在本网站“代表建议”栏目公开。"


# Verb of the suggestions room → the sentence; an empty one is not told.
STEPS: dict[str, Callable[..., str]] = {
    "submit": submitted,
    "send_back": sent_back,
    "refuse": refused,
    "register": registered,
    "assign": assigned,
    "merge": merged,
    "reply": replied,
    "rate": rated,
    "rehandle": rehandled,
    "mediate": mediated,
    "track": tracked,
    "fulfil": fulfilled,
    "confirm_fulfilment": checked,
    "publish": published,
}


def ended(paper: Suggestion) -> str:
    """The answer a letter ends with when its suggestion is closed."""
    number = f"（{paper.number_text}）" if paper.number_text else ""
    result = f"承办单位的答复：{result_of(paper)}。" if result_of(paper) else ""
    return (
        f"您反映的事情写成的代表建议{number}已经办结：{paper.get_ending_display()}。{result}"
        "请您评价；如果还没有解决，可以在本页选择“没有解决”。"
    )


def given_up(paper: Suggestion) -> str:
    """Why a letter comes back from a suggestion that led nowhere."""
    why = "没有作为代表建议立案" if paper.state == S.NOT_FILED else "由代表撤回"
    return f"写入您来信的建议{why}。您的来信没有结束，由经办人员继续办理并答复您。"


def where_it_stands(paper: Suggestion) -> str:
    """To a writer whose letter joins a suggestion that is on its way already."""
    if paper.state in BEFORE_REGISTRATION:
        return submitted(paper) if paper.state == S.SUBMITTED else ""
    if paper.state == S.REGISTERED:
        return registered(paper)
    return f"这件建议编号：{paper.number_text}，目前进展：{paper.get_state_display()}。"


def result_of(paper: Suggestion) -> str:
    """In plain words what the units answered, those of the latest round."""
    names = []
    for part in _answering(paper):
        last = max((row for row in part.replies.all() if row.is_delivered), key=lambda row: row.pk, default=None)
        if last is not None:
            names.append(f"{part.unit.name}——{last.result_class.name}")
    return "；".join(names)


def promise_of(commitment: Any) -> str:
    """The promise without numbers of people and without its full stop."""
    return mask_numbers(commitment.text).strip().rstrip("。；")


def _answering(paper: Suggestion) -> list[Any]:
    parts = paper.answering_assignments().select_related("unit").prefetch_related("replies__result_class")
    return [part for part in parts.order_by("pk") if part.role != UnitRole.CO]
