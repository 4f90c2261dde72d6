"""The formula of a result as one reads it aloud, with every figure that went into it."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

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
PEOPLE = (Base.ALL_MEMBERS, Base.PRESENT)


def percent(part: Fraction) -> Decimal:
    """A share in per cent, two decimals, half up."""
    exact = part * 100
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(CENT, rounding=ROUND_HALF_UP)


def share_text(share: Fraction) -> str:
    """ "半数", "三分之二", "80%"; any other fraction as it was entered: "3/7"."""
    if share in WORDS:
        return WORDS[share]
    hundredths = share * 100
    return f"{hundredths.numerator}%" if hundredths.denominator == 1 else f"{share.numerator}/{share.denominator}"


def listed(grades: tuple[str, ...]) -> str:
    """ "满意和基本满意"."""
    return grades[0] if len(grades) == 1 else f"{'、'.join(grades[:-1])}和{grades[-1]}"


def looked_at(clause: Clause, votes: int, base: Base, size: int) -> str:
    """One comparison: "称职42票÷收回票50张＝84.00%，达到80%（含本数）"."""
    part = Fraction(votes, size)
    held = clause.sign.holds(part, clause.share)
    words = (HOLDS if held else FAILS)[clause.sign].format(share_text(clause.share))
    unit = "人" if base in PEOPLE else "张"
    return (
        f"{listed(clause.grades)}{votes}票÷{base.label}{size}{unit}＝{percent(part)}%{_hidden(clause, part)}，{words}"
    )


def _hidden(clause: Clause, part: Fraction) -> str:
    """What rounding would hide: 79.996% is shown as 80.00% and is below 80%."""
    shown = Fraction(percent(part)) / 100
    if clause.sign.holds(shown, clause.share) == clause.sign.holds(part, clause.share):
        return ""
    return f"（四舍五入前{'不足' if part < clause.share else '超过'}{share_text(clause.share)}）"


def clause_text(clause: Clause, base: Base) -> str:
    """The clause as a rule: "称职票达到收回票的80%（含本数），结果为“称职”"."""
    amount = HOLDS[clause.sign].format(f"{base.label}的{share_text(clause.share)}")
    return f"{listed(clause.grades)}票{amount}的，为“{clause.outcome}”"


def rule_text(rule: Rule) -> str:
    """The whole rule in one sentence, as it stands on the page beside the figures."""
    parts = [clause_text(clause, rule.base) for clause in rule.clauses]
    return f"{'；'.join(parts)}；其他情形为“{rule.otherwise}”。" if parts else f"结果为“{rule.otherwise}”。"
