"""The formula of a result as one reads it aloud, with every figure that went into it."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from foundation.ballots.figures import Figures, listed, number, weight_words
from foundation.ballots.terms import HALF, Base, Clause, Rule, Sign

CENT = Decimal("0.01")
WORDS = {HALF: "半数", Fraction(2, 3): "三分之二", Fraction(1, 3): "三分之一", Fraction(3, 4): "四分之三"}
HOLDS = {
    Sign.AT_LEAST: "达到{}（含本数）",
    Sign.MORE: "超过{}（不含本数）",
    Sign.LESS: "不足{}（不含本数）",
    Sign.AT_MOST: "不超过{}（含本数）",
}
FAILS = {
    Sign.AT_LEAST: "没有达到{}（含本数）",
    Sign.MORE: "没有超过{}（不含本数）",
    Sign.LESS: "不低于{}",
    Sign.AT_MOST: "高于{}",
}


def percent(part: Fraction) -> Decimal:
    """A share in per cent, two decimals, half up."""
    return cents(part * 100)


def share_text(share: Fraction) -> str:
    """ "半数", "三分之二", "80%"; any other fraction as it was entered: "3/7"."""
    if share in WORDS:
        return WORDS[share]
    hundredths = share * 100
    return f"{hundredths.numerator}%" if hundredths.denominator == 1 else f"{share.numerator}/{share.denominator}"


def percent_text(percent: int) -> str:
    """A whole per cent as a decision would say it: 50 → "半数"."""
    return share_text(Fraction(percent, 100))


def cents(value: Fraction) -> Decimal:
    """Two decimals, half up."""
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(CENT, rounding=ROUND_HALF_UP)


def looked_at(clause: Clause, figures: Figures) -> str:
    """One comparison: "称职42票÷收回票50张＝84.00%，达到80%（含本数）"."""
    if clause.points is not None:
        return _looked_at_score(clause, clause.points, figures)
    part = figures.share(clause.grades)
    held = clause.sign.holds(part, clause.share)
    words = (HOLDS if held else FAILS)[clause.sign].format(share_text(clause.share))
    return f"{figures.share_words(clause.grades)}＝{percent(part)}%{_hidden(clause, part)}，{words}"


def _looked_at_score(clause: Clause, points: Fraction, figures: Figures) -> str:
    score, bar = figures.score(), f"{number(points)}分"
    words = (HOLDS if clause.sign.holds(score, points) else FAILS)[clause.sign].format(bar)
    shown = Fraction(cents(score))
    told = clause.sign.holds(shown, points) == clause.sign.holds(score, points)
    hidden = "" if told else f"（四舍五入前{'不足' if score < points else '超过'}{bar}）"
    return f"得分{figures.score_words()}＝{cents(score)}分{hidden}，{words}"


def _hidden(clause: Clause, part: Fraction) -> str:
    """What rounding would hide: 79.996% is shown as 80.00% and is below 80%."""
    shown = Fraction(percent(part)) / 100
    if clause.sign.holds(shown, clause.share) == clause.sign.holds(part, clause.share):
        return ""
    return f"（四舍五入前{'不足' if part < clause.share else '超过'}{share_text(clause.share)}）"


def clause_text(clause: Clause, base: Base) -> str:
    """The clause as a rule: "称职票达到收回票的80%（含本数），结果为“称职”"."""
    if clause.points is not None:
        return f"得分{HOLDS[clause.sign].format(f'{number(clause.points)}分')}的，为“{clause.outcome}”"
    amount = HOLDS[clause.sign].format(f"{base.label}的{share_text(clause.share)}")
    return f"{listed(clause.grades)}票{amount}的，为“{clause.outcome}”"


def rule_text(rule: Rule) -> str:
    """The whole rule in one sentence or two, as it stands on the page beside the figures."""
    parts = [clause_text(clause, rule.base) for clause in rule.clauses]
    words = f"{'；'.join(parts)}；其他情形为“{rule.otherwise}”。" if parts else f"结果为“{rule.otherwise}”。"
    return f"{groups_text(rule)}{scores_text(rule)}{words}"


def groups_text(rule: Rule) -> str:
    """ "选民占70%、代表小组占30%，分别计票后加权合计。"; empty for one body."""
    groups = list(rule.groups)
    shares = "、".join(f"{group.name}占{weight_words(group, groups)}" for group in groups)
    return f"{shares}，分别计票后加权合计。" if groups else ""


def scores_text(rule: Rule) -> str:
    """ "满意100分、基本满意70分，按有效票平均得分。"; empty where grades have no points."""
    points = "、".join(f"{grade}{number(given)}分" for grade, given in rule.scores)
    return f"{points}，按有效票平均得分。" if points else ""
