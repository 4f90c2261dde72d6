"""Counts a published ballot again from its file alone: standard library only, nothing of the portal is imported.

    python tests/supervision/recount.py FILE.json

Prints what differs and ends with 1; says "一致" and ends with 0 where every figure and every outcome is found again.
A rule with weights counts each body of voters by itself; its shares and its average score enter with its weight.
"""

import hashlib
import json
import sys
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

SIGNS = {
    ">=": lambda part, share: part >= share,
    ">": lambda part, share: part > share,
    "<": lambda part, share: part < share,
    "<=": lambda part, share: part <= share,
}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def recount(record: dict) -> list[str]:
    """Every difference between the slips and the results, in words; empty when all is found again."""
    faults = check_people(record)
    for place, result in enumerate(record["results"]):
        parts = [votes_of(record, part, place) for part in bodies(record)]
        votes, invalid = sum((Counter(given) for given, _ in parts), Counter()), sum(spoilt for _, spoilt in parts)
        if dict(votes) != {grade: count for grade, count in result["votes"].items() if count}:
            faults.append(f"{result['name']}：票数应为{dict(votes)}")
        if invalid != result["invalid"]:
            faults.append(f"{result['name']}：无效票应为{invalid}")
        if result["stands"]:
            faults += check_result(record, [given for given, _ in parts], result)
    return faults


def bodies(record: dict) -> list[dict]:
    """The bodies of voters; a ballot of one is its own and only body."""
    return record.get("bodies") or [record]


def votes_of(record: dict, part: dict, place: int) -> tuple[dict, int]:
    """Papers per grade and invalid ones of a line, on devices and on paper together."""
    electronic, paper = part["electronic"], part["paper"]
    slips = Counter(electronic["slips"][place]) if electronic else Counter()
    given = paper["lines"][place] if paper else {"votes": {}, "invalid": 0}
    votes = {grade: slips[grade] + given["votes"].get(grade, 0) for grade in record["rule"]["grades"]}
    return {grade: count for grade, count in votes.items() if count}, slips[""] + given["invalid"]


def returned(part: dict) -> int:
    electronic, paper = part["electronic"], part["paper"]
    return (electronic["papers"] if electronic else 0) + (paper["returned"] if paper else 0)


def check_result(record: dict, parts: list[dict], result: dict) -> list[str]:
    """Outcome, what follows besides, shares and score."""
    rule, name, faults = record["rule"], result["name"], []
    outcome = next((row["outcome"] for row in rule["clauses"] if holds(record, parts, row)), rule["otherwise"])
    if outcome != result["outcome"]:
        faults.append(f"{name}：结果应为{outcome}")
    alerts = [row["outcome"] for row in rule["alerts"] if holds(record, parts, row)]
    if alerts != result["alerts"]:
        faults.append(f"{name}：另行触发应为{alerts}")
    for grade, share in result["shares"].items():
        if cents(share_of(record, parts, [grade]) * 100) != share:
            faults.append(f"{name}：{grade}的比例应为{cents(share_of(record, parts, [grade]) * 100)}")
    if rule["scores"] and cents(score_of(record, parts)) != result["score"]:
        faults.append(f"{name}：得分应为{cents(score_of(record, parts))}")
    return faults


def holds(record: dict, parts: list[dict], clause: dict) -> bool:
    if clause["points"] is not None:
        return SIGNS[clause["sign"]](score_of(record, parts), Fraction(clause["points"]))
    return SIGNS[clause["sign"]](share_of(record, parts, clause["grades"]), Fraction(*clause["share"]))


def share_of(record: dict, parts: list[dict], grades: list[str]) -> Fraction:
    """Of each body's own base, brought together by weight."""
    found = []
    for part, votes in zip(bodies(record), parts, strict=True):
        found.append(Fraction(sum(votes.get(grade, 0) for grade in grades), base_of(record, part, votes)))
    return weighed(record, found)


def score_of(record: dict, parts: list[dict]) -> Fraction:
    """The average over each body's valid papers, brought together by weight."""
    points = {grade: Fraction(given) for grade, given in record["rule"]["scores"].items()}
    found = []
    for votes in parts:
        total = sum(points[grade] * votes.get(grade, 0) for grade in points)
        found.append(total / sum(counted(record["rule"], votes).values()))
    return weighed(record, found)


def weighed(record: dict, found: list[Fraction]) -> Fraction:
    weights = [part.get("weight", 1) for part in bodies(record)]
    return sum(Fraction(weight, sum(weights)) * part for weight, part in zip(weights, found, strict=True))


def counted(rule: dict, votes: dict) -> dict:
    return {grade: count for grade, count in votes.items() if grade not in rule["uncounted"]}


def base_of(record: dict, part: dict, votes: dict) -> int:
    return {
        "all_members": part["all_members"],
        "present": part["present"],
        "issued": sum(part["issued"].values()),
        "returned": returned(part),
        "valid": sum(counted(record["rule"], votes).values()),
    }[record["rule"]["base"]]


def cents(value: Fraction) -> str:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))


def check_people(record: dict) -> list[str]:
    """In each body as many slips as papers, as many receipts as votes, nobody more than was present."""
    faults = []
    for part in bodies(record):
        before = f"{part['name']}：" if "bodies" in record else ""
        faults += [before + words for words in check_papers(record, part)]
        if not returned(part) <= sum(part["issued"].values()) <= part["present"] <= part["all_members"]:
            faults.append(f"{before}收回、发出、到会、应到人数不符")
    if "bodies" in record and record["rule"]["groups"] != [[part["name"], part["weight"]] for part in record["bodies"]]:
        faults.append("测评主体和权重与办法不符")
    return faults


def check_papers(record: dict, part: dict) -> list[str]:
    electronic, faults = part["electronic"], []
    if electronic:
        for name, slips in zip(record["lines"], electronic["slips"], strict=True):
            if len(slips) != electronic["papers"]:
                faults.append(f"{name}：电子票{len(slips)}张，参加表决{electronic['papers']}人")
        if record["mode"] == "secret" and len(electronic["receipts"]) != electronic["papers"]:
            faults.append("回执数与电子票数不符")
    return faults


def main(path: str) -> int:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    faults = recount(json.loads(text))
    sys.stdout.write(f"{'；'.join(faults) or '一致'} {digest(text)}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
