"""Counts a published ballot again from its file alone: standard library only, nothing of the portal is imported.

    python tests/supervision/recount.py FILE.json

Prints what differs and ends with 1; says "一致" and ends with 0 where every figure and every outcome is found again.
"""

import hashlib
import json
import sys
from collections import Counter
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
        votes, invalid = votes_of(record, place)
        if votes != {grade: count for grade, count in result["votes"].items() if count}:
            faults.append(f"{result['name']}：票数应为{votes}")
        if invalid != result["invalid"]:
            faults.append(f"{result['name']}：无效票应为{invalid}")
        outcome = decide(record, votes)
        if result["stands"] and outcome != result["outcome"]:
            faults.append(f"{result['name']}：结果应为{outcome}")
    return faults


def votes_of(record: dict, place: int) -> tuple[dict, int]:
    """Papers per grade and invalid ones of a line, on devices and on paper together."""
    electronic, paper = record["electronic"], record["paper"]
    slips = Counter(electronic["slips"][place]) if electronic else Counter()
    given = paper["lines"][place] if paper else {"votes": {}, "invalid": 0}
    votes = {grade: slips[grade] + given["votes"].get(grade, 0) for grade in record["rule"]["grades"]}
    return {grade: count for grade, count in votes.items() if count}, slips[""] + given["invalid"]


def returned(record: dict) -> int:
    electronic, paper = record["electronic"], record["paper"]
    return (electronic["papers"] if electronic else 0) + (paper["returned"] if paper else 0)


def decide(record: dict, votes: dict) -> str:
    """The outcome by the rule that stands in the file."""
    rule = record["rule"]
    counted = {grade: count for grade, count in votes.items() if grade not in rule["uncounted"]}
    base = {
        "all_members": record["all_members"],
        "present": record["present"],
        "issued": sum(record["issued"].values()),
        "returned": returned(record),
        "valid": sum(counted.values()),
    }[rule["base"]]
    if not base:
        return ""
    for clause in rule["clauses"]:
        part = Fraction(sum(counted.get(grade, 0) for grade in clause["grades"]), base)
        if SIGNS[clause["sign"]](part, Fraction(*clause["share"])):
            return clause["outcome"]
    return rule["otherwise"]


def check_people(record: dict) -> list[str]:
    """As many slips as papers, as many receipts as votes, nobody more than was present."""
    electronic, faults = record["electronic"], []
    if electronic:
        for name, slips in zip(record["lines"], electronic["slips"], strict=True):
            if len(slips) != electronic["papers"]:
                faults.append(f"{name}：电子票{len(slips)}张，参加表决{electronic['papers']}人")
        if record["mode"] == "secret" and len(electronic["receipts"]) != electronic["papers"]:
            faults.append("回执数与电子票数不符")
    if not returned(record) <= sum(record["issued"].values()) <= record["present"] <= record["all_members"]:
        faults.append("收回、发出、到会、应到人数不符")
    return faults


def main(path: str) -> int:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    faults = recount(json.loads(text))
    sys.stdout.write(f"{'；'.join(faults) or '一致'} {digest(text)}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
