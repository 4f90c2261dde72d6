"""Lines of performance files, as many as are wanted, spread over all deputies and the last years."""

from datetime import date, datetime, time, timedelta
from itertools import cycle
from random import Random

from django.utils import timezone

from congress_portal.demo.load.sheet import Sheet
from deputies.models import DutyEntry, DutyKind, Mandate, Term
from deputies.states import DutyState
from foundation.accounts.models import User

# code, how often, what the line says
KINDS: tuple[tuple[str, int, str], ...] = (
    ("session_half_day", 6, "出席区人民代表大会会议"),
    ("session_leave", 1, "因公务请假半天"),
    ("sc_meeting_seat_in", 2, "列席常委会会议"),
    ("inspection", 4, "视察民生实事项目建设情况"),
    ("research", 3, "参加基层治理专题调研"),
    ("enforcement_inspection", 2, "参加水污染防治执法检查"),
    ("training", 3, "代表履职能力提升培训"),
    ("group_activity", 5, "代表小组集中活动"),
    ("suggestion_lead", 3, "领衔提出代表建议"),
    ("suggestion_cosign", 3, "联名提出代表建议"),
    ("reception_day", 3, "联络站接待选民"),
    ("voter_visit", 5, "走访联系选民"),
    ("report_to_voters", 1, "向选民报告履职情况"),
    ("good_deed", 1, "帮助群众解决实际困难"),
)
FLUSH = 5000


def write(day: date, years: int, wanted: int, random: Random) -> dict[str, int]:
    """Writes the lines by COPY; answers what was written. Each deputy gets his share, at the level he sits at."""
    if not wanted:
        return {}
    seats = Mandate.objects.filter(term=Term.objects.current()).order_by("pk").values_list("deputy", "level")
    kinds = dict(DutyKind.objects.values_list("code", "pk"))
    often = [(kinds[code], title) for code, times, title in KINDS for _ in range(times)]
    by, sheet = User.objects.get(username="lianluo1").pk, Sheet(DutyEntry)
    for number, (deputy, level) in zip(range(wanted), cycle(seats), strict=False):
        kind, title = random.choice(often)
        on = _day(day, number % years, random)
        at = datetime.combine(on, time(12), timezone.get_default_timezone())
        fate = {"state": DutyState.CONFIRMED, "confirmed_by_id": by, "recorded_at": at, "decided_at": at}
        words = {"title": f"{title}（第{random.randint(1, 40)}期）"}
        sheet.add(deputy_id=deputy, level=level, kind_id=kind, on=on, **words, **fate)
        if len(sheet.rows) >= FLUSH:
            sheet.flush()
    sheet.flush()
    return {str(DutyEntry._meta.verbose_name): sheet.written}


def _day(last: date, back: int, random: Random) -> date:
    """A day of the calendar year `back` years before the last day, never after it."""
    first, end = date(last.year - back, 1, 1), last if back == 0 else date(last.year - back, 12, 31)
    return first + timedelta(days=random.randint(0, (end - first).days))
