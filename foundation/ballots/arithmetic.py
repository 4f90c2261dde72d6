"""The one tally of the portal (domain 4.4). Pure: exact fractions, no database."""

from collections.abc import Mapping
from fractions import Fraction

from foundation.ballots.figures import Counted, Figures, Weighed
from foundation.ballots.terms import Base, Clause, Miscounted, Papers, Rule, Tally
from foundation.ballots.wording import HOLDS, cents, looked_at, percent, share_text

AGAIN = "本次测评无效，请重新组织。"


def tally(rule: Rule, papers: Papers) -> Tally:
    """The result of a ballot by its rule.

    Clauses are tried in their order with exact fractions, `>=` and `>` as each says, so the boundary never depends on
    rounding; the first that holds decides. Shares in the answer are per cent of the base with two decimals, half up.
    Invalid papers count in a base of returned, issued, present or all members, and never in that of valid votes.

    A ballot does not stand, and must be held again, when more papers came back than were given out, when the quorum
    or the least number of people present was missed, or when its base is empty; it then has no outcome and no shares.

    Raises Miscounted (with the figure's name) for figures that cannot all be right: below zero, more papers given out
    than people present, more people present than members, a grade the rule does not know, votes and invalid papers
    that do not add up to the papers returned, no number of members where base or quorum needs it. ValueError for a rule
    with groups.
    """
    if rule.groups:
        raise ValueError("a rule with groups is counted by weigh()")
    found = counted(rule, papers)
    if fault := why_void(rule, papers, found):
        return Tally(False, "", fault + AGAIN, found.size, found.valid)
    return result_of(rule, found)


def weigh(rule: Rule, papers: Mapping[str, Papers]) -> Tally:
    """The result of a ballot of several bodies, {name of the group: its papers}, by the rule's weights.

    Each body is counted by itself with its own base; its shares, and its average score, enter with its weight. The
    ballot stands only where every body's does. Raises Miscounted as `tally` does, with "<group's name>: " before the
    reason and "<its number>_" before the figure's name; ValueError for a rule without groups.
    """
    if not rule.groups:
        raise ValueError("a rule without groups is counted by tally()")
    parts = []
    for place, group in enumerate(rule.groups):
        given = papers.get(group.name)
        if given is None:
            raise Miscounted(f"{group.name}：请填写计票。", f"{place}_returned")
        try:
            parts.append((group, counted(rule, given)))
        except Miscounted as fault:
            raise Miscounted(f"{group.name}：{fault.reason}", f"{place}_{fault.field}") from fault
    found = Weighed(tuple(parts))
    for group, part in parts:
        if fault := why_void(rule, papers[group.name], part):
            return Tally(False, "", f"{group.name}：{fault}{AGAIN}", found.size, found.valid)
    return result_of(rule, found)


def result_by(rule: Rule, papers: Papers | Mapping[str, Papers]) -> Tally:
    """`weigh` for figures of several bodies, else `tally`."""
    return tally(rule, papers) if isinstance(papers, Papers) else weigh(rule, papers)


def together(papers: Mapping[str, Papers]) -> Papers:
    """All bodies as one, for reading alone: nothing is decided by these sums."""
    rows = list(papers.values())
    grades = {grade for row in rows for grade in row.votes}
    votes = {grade: sum(row.votes.get(grade, 0) for row in rows) for grade in grades}
    sums = {name: sum(getattr(row, name) for row in rows) for name in ("present", "issued", "returned", "invalid")}
    members = [row.all_members for row in rows if row.all_members is not None]
    return Papers(**sums, votes=votes, all_members=sum(members) if members else None)


def counted(rule: Rule, papers: Papers) -> Counted:
    """One body's figures, checked."""
    _plausible(rule, papers)
    votes = {grade: papers.votes.get(grade, 0) for grade in rule.grades}
    valid = sum(count for grade, count in votes.items() if grade not in rule.uncounted)
    return Counted(rule, votes, base_size(rule.base, papers, valid), valid)


def result_of(rule: Rule, figures: Figures) -> Tally:
    """Shares, score, the clause that decides, what follows besides."""
    shares = {grade: percent(figures.share((grade,))) for grade in rule.grades if grade not in rule.uncounted}
    outcome, words = _decide(rule, figures)
    score = cents(figures.score()) if rule.scores else None
    if score is not None and not any(clause.points is not None for clause in rule.clauses):
        words += f"得分{figures.score_words()}＝{score}分。"
    alerts = [clause for clause in rule.alerts if _holds(clause, figures)]
    words += "".join(f"{looked_at(clause, figures)}，应当“{clause.outcome}”。" for clause in alerts)
    called = tuple(clause.outcome for clause in alerts)
    return Tally(True, outcome, words, figures.size, figures.valid, shares, called, score)


def base_size(base: Base, papers: Papers, valid: int) -> int:
    """How many people or papers a share is taken of."""
    sizes = {Base.PRESENT: papers.present, Base.ISSUED: papers.issued, Base.RETURNED: papers.returned}
    sizes |= {Base.VALID: valid, Base.ALL_MEMBERS: papers.all_members or 0}
    return sizes[base]


def why_void(rule: Rule, papers: Papers, found: Counted) -> str:
    """Why the ballot must be held again; empty when it stands."""
    if papers.returned > papers.issued:
        return f"收回{papers.returned}张，多于发出的{papers.issued}张，"
    if rule.quorum is not None and not _quorate(rule, rule.quorum, papers):
        wanted = HOLDS[rule.quorum_sign].format(f"全体组成人员{papers.all_members}人的{share_text(rule.quorum)}")
        return f"到会{papers.present}人，没有{wanted}，"
    if papers.present < rule.least_present:
        return f"到会{papers.present}人，少于规定的{rule.least_present}人，"
    if rule.scores and not found.valid:
        return f"{Base.VALID.label}为零，"
    return "" if found.size else f"{rule.base.label}为零，"


def _quorate(rule: Rule, quorum: Fraction, papers: Papers) -> bool:
    members = papers.all_members
    return bool(members) and rule.quorum_sign.holds(Fraction(papers.present, members or 1), quorum)


def _decide(rule: Rule, figures: Figures) -> tuple[str, str]:
    said = []
    for clause in rule.clauses:
        said.append(looked_at(clause, figures))
        if _holds(clause, figures):
            return clause.outcome, f"{'；'.join(said)}，结果为“{clause.outcome}”。"
    return rule.otherwise, f"{'；'.join([*said, ''])}结果为“{rule.otherwise}”。"


def _holds(clause: Clause, figures: Figures) -> bool:
    if clause.points is not None:
        return clause.sign.holds(figures.score(), clause.points)
    return clause.sign.holds(figures.share(clause.grades), clause.share)


def _plausible(rule: Rule, papers: Papers) -> None:
    figures = {"present": papers.present, "issued": papers.issued, "returned": papers.returned}
    figures |= {"invalid": papers.invalid, "all_members": papers.all_members or 0}
    for name, figure in figures.items():
        _check(figure >= 0, "票数和人数不能是负数。", name)
    for grade, count in papers.votes.items():
        _check(grade in rule.grades, f"测评办法中没有“{grade}”这个等次。", "votes")
        _check(count >= 0, "票数和人数不能是负数。", "votes")
    _check_people(rule, papers)
    _check_sum(papers)


def _check_people(rule: Rule, papers: Papers) -> None:
    members, present = papers.all_members, papers.present
    needed = rule.base == Base.ALL_MEMBERS or rule.quorum is not None
    _check(members is not None or not needed, "请填写全体组成人员人数。", "all_members")
    if members is not None:
        _check(present <= members, f"到会{present}人，多于全体组成人员{members}人，请核对。", "present")
    _check(papers.issued <= present, f"发出{papers.issued}张，多于到会的{present}人，请核对。", "issued")


def _check_sum(papers: Papers) -> None:
    if papers.returned > papers.issued:
        # Void whatever they say; nobody has to sort them first.
        return
    total = sum(papers.votes.values()) + papers.invalid
    told = f"各等次票数与无效票合计{total}张，收回{papers.returned}张，两者应当相等，请核对。"
    _check(total == papers.returned, told, "returned")


def _check(condition: bool, reason: str, field: str) -> None:
    if not condition:
        raise Miscounted(reason, field)
