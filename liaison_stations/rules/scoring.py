"""Who opens a scoring, rates himself, scores on site and publishes."""

from datetime import date
from typing import Any

from deputies.rules.register import KEEPERS, LEADERS
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text
from foundation.workflow import Verdict, when
from liaison_stations.rules.stations import keeps, looks_after
from liaison_stations.states.scoring import SCORE_FLOW, SheetKind

HOUSE = (*KEEPERS, *LEADERS)
# Who has scorings in his menu; whoever is asked to score finds them on his desk.
LISTED = (*HOUSE, Role.TOWNSHIP_CLERK, Role.STATION_KEEPER)
MAY_SCORE = frozenset({Role.SC_MEMBER, Role.CHAIR, Role.VICE_CHAIR, Role.COMMITTEE, Role.DEPUTY, Role.CLERK})
NOT_THE_OFFICE = "评分由人大常委会代表联络工作机构组织。"
NOT_ITS_KEEPER = "自评由本联络站的管理员，或者所在乡镇、街道人大办理。"
NOT_A_SCORER = "您不在这次评分的评分人名单中，请联系代表联络工作机构。"


def may_list_scores(user: Any) -> Verdict:
    """The house, whoever may be asked to score, and whoever is scored; each finds his own scorings there."""
    allowed = user.is_authenticated and user.has_role(*LISTED, *MAY_SCORE)
    return when(allowed, "评分由组织评分的机构、评分人和被评分的单位查阅。", "role")


def may_open_scoring(user: Any, obj: Any = None, *, on: date) -> Verdict:
    return when(user.is_authenticated and user.has_role(*KEEPERS, on=on), NOT_THE_OFFICE, "role")


def may_rate_station(user: Any, score: Any, *, on: date) -> Verdict:
    """Whoever answers for it; once more while nobody has scored on site."""
    return (
        when(answers_for(user, score, on), NOT_ITS_KEEPER, "role")
        & SCORE_FLOW.verdict("rate_station", score.state)
        & when(not score.passed_reason, "自评期限已过，已经转入现场评分。")
        & when(not score.sheets.filter(kind=SheetKind.ON_SITE).exists(), "已经开始现场评分，自评不能再改。")
    )


def may_pass_self_rating(user: Any, score: Any, *, on: date) -> Verdict:
    """The office, when the time for it has passed."""
    ends = score.round.self_due_on
    return (
        may_open_scoring(user, on=on)
        & SCORE_FLOW.verdict("pass_self_rating", score.state)
        & when(on > ends, f"自评截止日期是{date_text(ends)}，期满后才能转入现场评分。", "date")
    )


def may_score_on_site(user: Any, score: Any, *, on: date) -> Verdict:
    """A scorer of the list; nobody scores what he keeps."""
    listed = user.is_authenticated and score.round.scorers.filter(pk=user.pk).exists()
    return (
        when(listed, NOT_A_SCORER, "role")
        & when(not answers_for(user, score, on), "您是被评分单位的工作人员，请由其他评分人评分。", "role")
        & SCORE_FLOW.verdict("score_on_site", score.state)
    )


def may_publish_scores(user: Any, row: Any, *, on: date) -> Verdict:
    return may_open_scoring(user, on=on) & when(row.published_at is None, "评分结果已经公布。")


def may_open_sheet(user: Any, sheet: Any) -> Verdict:
    """Asked of its photographs: whoever may read the sheet."""
    score = sheet.score
    seen = user.is_authenticated and type(score)._default_manager.visible_to(user).filter(pk=score.pk).exists()
    own = seen and type(sheet)._default_manager.readable_by(user, score).filter(pk=sheet.pk).exists()
    return when(own, "评分材料由组织评分的机构、评分人和被评分的单位查阅。", "role")


def answers_for(user: Any, score: Any, on: date) -> bool:
    """Whether this person acts for what is scored; the office does for the stations it runs itself."""
    if not user.is_authenticated:
        return False
    if score.organisation_id:
        return score.organisation_id in user.organisations(Role.TOWNSHIP_CLERK, on=on)
    station = score.station
    own = station.kind.run_by_office and user.has_role(*KEEPERS, on=on)
    return own or looks_after(user, station) or keeps(user, station, on)
