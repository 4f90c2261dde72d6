"""What each table of the handling report must hold, column by column, said in SQL conditions."""

from typing import Any

from tests.congress_portal.reports.plain_sql import GRADES, SYSTEMS, Cells, Recount, grades, percent, satisfaction

HANDLED = {"answered": "answered", "closed": "state = 'closed'"}
ALL = "all true"
IN_TIME = {
    "on_time": "replied <= due",
    "late": "replied > due",
    "overdue": "replied IS NULL AND due < %(on)s",
    "running": "replied IS NULL AND due >= %(on)s",
    "unclocked": "due IS NULL",
}
DUE = f"({IN_TIME['on_time']} OR {IN_TIME['late']} OR {IN_TIME['overdue']})"
CATEGORY, DELEGATION = "coalesce(category_id::text, 'none')", "coalesce(delegation_id::text, 'none')"
PERSONAL = """talks && ARRAY(SELECT phase || '/' || method FROM unnest(ARRAY['before', 'during', 'after']) phase,
    unnest(ARRAY['visit', 'meeting', 'on_site']) method)"""


def expected(found: Recount) -> dict[str, Cells]:
    """Sheet → row → column → cell."""
    classes = {**found.class_columns("answered"), "class-none": "answered AND class IS NULL"}
    return {
        "totals": _totals(found),
        "channel": found.by(
            "book",
            "channel",
            {"count": "true", "share": ("true", ALL), "converted": "origin = 'converted_motion'", **HANDLED},
            rows=("session", "recess"),
        ),
        "category": found.by(
            "book",
            CATEGORY,
            {"count": "true", "share": ("true", ALL), **HANDLED, **classes, **satisfaction("result")},
        ),
        "system": _system(found),
        "class": _class(found),
        "satisfaction": _satisfaction(found),
        "unit": _unit(found),
        "delegation": found.by(
            "book",
            DELEGATION,
            {
                "count": "true",
                "share": ("true", ALL),
                "session": "channel = 'session'",
                "recess": "channel = 'recess'",
                "answered": "answered",
                **classes,
                **grades("result"),
                **satisfaction("result"),
            },
        ),
        "contact": _contact(found),
        "punctuality": _punctuality(found),
        "extensions": {
            key: {"count": found.keys("parts", f"answers AND {where}")}
            for key, where in {
                "asked": "asked",
                "granted": "granted",
                "refused": "asked AND NOT granted AND NOT undecided",
                "open": "undecided AND NOT granted",
            }.items()
        },
        "late": _late(found),
        "again": _again(found),
        "dissatisfied": _dissatisfied(found),
        "key": _key(found),
        "promises": _promises(found),
        "comparison": _comparison(found),
    }


def _totals(found: Recount) -> Cells:
    lines = {
        "registered": "true",
        "session": "channel = 'session'",
        "recess": "channel = 'recess'",
        "converted": "origin = 'converted_motion'",
        "key": "is_key",
        "assigned": "assigned",
        "answered": "answered",
        "closed": "state = 'closed'",
        "published": "published_at IS NOT NULL",
    }
    rows: Cells = {
        key: {"count": found.keys("book", where), "share": found.share("book", where)} for key, where in lines.items()
    }
    rows["withdrawn"] = {"count": found.keys("gone"), "share": None}
    rows["units"] = {"count": found.keys("parts", key="unit_id"), "share": None}
    rows["answering-units"] = {"count": found.keys("parts", "answers", key="unit_id"), "share": None}
    return rows


def _system(found: Recount) -> Cells:
    columns = {"count": "true", "share": ("true", ALL), **HANDLED}
    rows = found.by("book", "system", columns, rows=SYSTEMS)
    for key, row in rows.items():
        here = "true" if key == "total" else f"system = '{key}'"
        where = f"answers AND suggestion_id IN (SELECT id FROM book WHERE {here})"
        row["units"] = found.keys("parts", where, key="unit_id")
    return rows


def _class(found: Recount) -> Cells:
    columns = {"count": "answered", "share": ("answered", "all answered"), **grades("result")}
    columns = {key: f"answered AND {what}" if isinstance(what, str) else what for key, what in columns.items()}
    return found.by("book", "coalesce(class::text, 'none')", columns, rows=(*found.classes, "none"))


def _satisfaction(found: Recount) -> Cells:
    rows: Cells = {}
    for dimension in ("attitude", "result"):
        columns = {**grades(dimension), **satisfaction(dimension)}
        cells: dict[str, Any] = {"answered": found.keys("book", "answered")}
        for key, what in columns.items():
            cell = found.keys("book", what) if isinstance(what, str) else found.share("book", *what)
            cells[key.removeprefix(f"{dimension}-")] = cell
        rows[dimension] = cells
    return rows


def _unit(found: Recount) -> Cells:
    def says(dimension: str, *words: str) -> str:
        listed = ", ".join(f"'{word}'" for word in words)
        return f"answers AND suggestion_id IN (SELECT id FROM book WHERE answered AND {dimension} IN ({listed}))"

    answering = {key: f"answers AND {where}" for key, where in IN_TIME.items()}
    columns: dict[str, Any] = {
        "answering": "answers",
        "lead": "role = 'lead'",
        "separate": "role = 'separate'",
        "co": "role = 'co'",
        "answered": "answers AND replied IS NOT NULL",
        **{key: answering[key] for key in ("on_time", "late", "overdue")},
        "on_time_rate": (IN_TIME["on_time"], f"answers AND {DUE}"),
        "extended": "granted",
        "contact_rate": ("cardinality(talks) > 0", "answers AND replied IS NOT NULL"),
        **found.class_columns("answers"),
        **{f"result-{grade}": says("result", grade) for grade in GRADES},
    }
    for dimension in ("attitude", "result"):
        stated = says(dimension, "satisfied", "basically", "dissatisfied")
        columns[f"{dimension}-plain"] = (says(dimension, "satisfied"), stated)
        columns[f"{dimension}-basic"] = (says(dimension, "satisfied", "basically"), stated)
    return found.by("parts", "unit_id::text", columns)


def _contact(found: Recount) -> Cells:
    base = "answers AND replied IS NOT NULL"
    phases = {phase: f"'{phase}' IN (SELECT split_part(t, '/', 1) FROM unnest(talks) t)" for phase in PHASES}
    lines = {"any": "cardinality(talks) > 0", "in_person": PERSONAL, **phases}
    return {
        key: {
            "base": found.keys("parts", base),
            "count": found.keys("parts", f"{base} AND {where}"),
            "rate": found.share("parts", where, base),
        }
        for key, where in lines.items()
    }


PHASES = ("before", "during", "after")


def _punctuality(found: Recount) -> Cells:
    rows: Cells = {
        key: {"count": found.keys("parts", f"answers AND {where}"), "share": found.share("parts", where, "answers")}
        for key, where in IN_TIME.items()
    }
    rows["total"] = {"count": found.keys("parts", "answers"), "share": found.share("parts", "true", "answers")}
    rows["rate"] = {
        "count": found.keys("parts", f"answers AND {DUE}"),
        "share": found.share("parts", IN_TIME["on_time"], f"answers AND {DUE}"),
    }
    return rows


def _late(found: Recount) -> Cells:
    query = """SELECT p.id, c.title, c.lead, p.unit_name, p.due::text, coalesce(p.replied::text, '尚未答复'),
        coalesce(p.replied, %(on)s) - p.due FROM parts p JOIN cases c ON c.id = p.suggestion_id
        WHERE p.answers AND (p.replied > p.due OR (p.replied IS NULL AND p.due < %(on)s))"""
    return {
        str(key): {"title": t, "lead": lead, "unit": unit, "due": due, "replied": replied, "days": days}
        for key, t, lead, unit, due, replied, days in found.rows(query)
    }


def _again(found: Recount) -> Cells:
    rows: Cells = {}
    for dimension in ("attitude", "result"):
        bad = f"bad_{dimension} IS NOT NULL"
        over = f"{bad} AND last_number > bad_{dimension}"
        cells = {"before": found.keys("book", bad)}
        cells |= {f"after-{grade}": found.keys("book", f"{over} AND {dimension} = '{grade}'") for grade in GRADES}
        cells["after-pending"] = found.keys("book", f"{bad} AND coalesce(last_number, 0) <= bad_{dimension}")
        rows[dimension] = cells
    return rows


UNITS = """coalesce((SELECT string_agg(p.unit_name, '、' ORDER BY p.id) FROM parts p
    WHERE p.suggestion_id = b.id AND p.answers), '尚未交办')"""
WORD = {"satisfied": "满意", "basically": "基本满意", "dissatisfied": "不满意"}
WORD |= {"not_stated": "未表态", "awaiting": "待评价", "": "—"}
STATE = {"registered": "已立案", "assigned": "已交办待签收", "handling": "办理中", "replied": "已答复待评价"}
STATE |= {
    "rated": "已评价",
    "rehandling": "重新办理",
    "mediation": "协调评估",
    "tracking": "承诺跟踪",
    "closed": "办结",
}


def _dissatisfied(found: Recount) -> Cells:
    query = f"""SELECT b.id, b.title, b.lead, {UNITS}, b.attitude, b.result, b.rounds, b.state FROM book b
        WHERE 'dissatisfied' IN (b.attitude, b.result)"""
    return {
        str(key): {
            "title": title,
            "lead": lead,
            "unit": units,
            "attitude": WORD[attitude],
            "result": WORD[result],
            "rounds": rounds,
            "state": STATE[state],
        }
        for key, title, lead, units, attitude, result, rounds, state in found.rows(query)
    }


LEADER = """coalesce((SELECT {name} FROM suggestions_keysupervision y JOIN accounts_user u ON u.id = y.leader_id
    WHERE y.suggestion_id = b.id AND y.state <> 'removed' AND y.year = (SELECT year FROM year)), '—')"""


def _key(found: Recount) -> Cells:
    query = f"""SELECT b.id, b.title, b.lead, {UNITS}, {LEADER.format(name="u.name")},
        {LEADER.format(name="y.government_leader")}, b.committee, coalesce(k.code || '类（' || k.name || '）',
        '尚未答复'), b.result, b.state FROM book b
        LEFT JOIN suggestions_resultclass k ON k.id = b.class WHERE b.is_key"""
    return {
        str(key): {
            "title": title,
            "lead": lead,
            "unit": units,
            "leader": ours,
            "government": theirs,
            "committee": committee,
            "class": klass,
            "word": WORD[word],
            "state": STATE[state],
        }
        for key, title, lead, units, ours, theirs, committee, klass, word, state in found.rows(query)
    }


def _promises(found: Recount) -> Cells:
    union = "(SELECT * FROM promises UNION ALL SELECT * FROM old_promises) both_years"
    running = "state NOT IN ('fulfilled', 'dropped')"
    return {
        row: {
            "count": found.keys(source),
            "kept": found.keys(source, "state = 'fulfilled'"),
            "raised": found.keys(source, "state = 'fulfilled' AND upgraded_to_id IS NOT NULL"),
            "running": found.keys(source, f"{running} AND due_on >= %(on)s"),
            "overdue": found.keys(source, f"{running} AND due_on < %(on)s"),
            "dropped": found.keys(source, "state = 'dropped'"),
            "rate": found.share(source, "state = 'fulfilled'"),
        }
        for row, source in {"this": "promises", "last": "old_promises", "total": union}.items()
    }


def _comparison(found: Recount) -> Cells:
    now, before = _year(found, ""), _year(found, "old_")
    return {key: {"now": now[key], "before": before[key], "change": _rise(now[key], before[key])} for key in now}


def _year(found: Recount, prefix: str) -> dict[str, Any]:
    book, parts, promises = f"{prefix}book", f"{prefix}parts", f"{prefix}promises"
    cells: dict[str, Any] = {
        "registered": found.keys(book),
        "session": found.keys(book, "channel = 'session'"),
        "recess": found.keys(book, "channel = 'recess'"),
        "answered": found.keys(book, "answered"),
        "on_time": found.share(parts, IN_TIME["on_time"], f"answers AND {DUE}"),
        "contact": found.share(parts, "cardinality(talks) > 0", "answers AND replied IS NOT NULL"),
    }
    cells |= {f"class-{key}": found.share(book, f"class = {key}", "answered") for key in found.classes}
    for dimension in ("attitude", "result"):
        rates = satisfaction(dimension)
        cells |= {key: found.share(book, *what) for key, what in rates.items() if not isinstance(what, str)}
    cells["promises"] = found.share(promises, "state = 'fulfilled'")
    return cells


def _rise(now: Any, before: Any) -> Any:
    """Counts rise by a number, rates by percentage points; nothing is compared with nothing."""
    if isinstance(now, list):
        return len(now) - len(before)
    one, other = (percent(len(cell[0]), cell[1]) for cell in (now, before))
    if one is None or other is None:
        return None
    return f"{round(float(one) - float(other), 2):.2f}"
