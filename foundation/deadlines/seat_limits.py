"""Limits of recalls and by-elections: a part of the rows of `reference`. The law fixes no days; local rules do."""

from foundation.deadlines.units import Unit

LOCAL = "本级规定（待填）"

# key, name, amount, unit, counted from, legal basis
LIMITS = [
    ("recall_check", "罢免要求审核", 15, Unit.DAY, "收到罢免要求之日", LOCAL),
    ("recall_defence", "书面申辩", 15, Unit.DAY, "受理之日", LOCAL),
    ("recall_vote", "罢免要求表决", 3, Unit.MONTH, "受理之日", LOCAL),
    ("recall_announce", "罢免结果报告和公告", 1, Unit.MONTH, "表决之日", LOCAL),
    ("by_election_vote", "补选投票", 3, Unit.MONTH, "决定补选之日", LOCAL),
    ("by_election_announce", "补选资格审查和公告", 1, Unit.MONTH, "投票之日", LOCAL),
]
NOT_ROLLED: set[str] = set()
# Reminded as the short and as the middle clocks of `reference`.
SHORT = {"recall_check", "recall_defence"}
MIDDLE = {"recall_vote", "recall_announce", "by_election_vote", "by_election_announce"}
# yellow, orange
THRESHOLDS = dict.fromkeys(SHORT, (5, 3)) | dict.fromkeys(MIDDLE, (15, 7))
