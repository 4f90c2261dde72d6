"""What the deputies of the demonstration district write about, and what its units answer; told by two files."""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Subject:
    """One matter. `{place}` stands for a township or street; `answers` follow `proposals` one by one.

    `category` is a code of the dictionary, `unit` and `co_units` are keys of `district.UNITS`; `promise` is what a
    class-B reply undertakes, `project` what the handling fund can carry out of it.
    """

    title: str
    category: str
    unit: str
    co_units: list[str]
    facts: str
    grounds: str
    proposals: list[str]
    answers: list[str]
    promise: str
    project: str = ""


def _read(name: str) -> tuple[Subject, ...]:
    rows = tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["subject"]
    return tuple(Subject(**row) for row in rows)


# This year's matters begin with those told in tests and by the township; the year before has its own wording of seven.
BEFORE = _read("subjects_before.toml")
REWORDED = 7
SUBJECTS = (*_read("subjects.toml"), *BEFORE[REWORDED:])
# Which matter of this year was raised the year before in other words.
AGAIN = dict(zip((0, 1, 2, 4, 6, 8, 12), range(REWORDED), strict=True))


# What the paper is about that its deputy is asked to take apart.
TWO = (SUBJECTS[0], SUBJECTS[12])


def joined(first: Subject, second: Subject, title: str = "关于改善{place}出行和照明条件的建议") -> Subject:
    """A paper of two matters, as the rule does not want it."""
    return replace(
        first,
        title=title,
        facts=f"{first.facts}{second.facts}",
        proposals=[*first.proposals, *second.proposals],
    )


# What a deputy says who is not content.
COMPLAINTS = (
    "答复说已列入计划，但没有写明开工和完成的时间，现场也没有变化，请承办单位到实地看一看再答复。",
    "承办单位只打了一次电话，没有到现场，答复内容与建议第二条不对应。",
    "答复引用了文件规定，没有说明{place}的问题怎么解决，群众问起来无法解释。",
)
CONTACT_NOTES = (
    "到现场查看后与代表座谈，介绍了初步方案，代表要求把完成时间写清楚。",
    "电话沟通办理进展，代表表示认可，并建议请村民代表一起参加验收。",
    "邀请代表到单位座谈，逐条回应建议内容，代表补充反映了两处新的情况。",
)
