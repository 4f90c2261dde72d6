"""Training in the world of the walk: an adopted plan with a batch, a draft, a material, a study of the staff."""

from datetime import datetime, timedelta

from deputies.transitions.learn import issue_material
from deputies.transitions.open_batch import open_batch
from deputies.transitions.plan_training import add_course, adopt_training_plan, make_training_plan
from deputies.transitions.study_together import plan_staff_study
from tests.walk import knowing_world
from tests.walk.cases import World


def tell(world: World, at: datetime) -> None:
    """Nobody is asked to the batch yet; the study belongs to the deputies committee."""
    cast, rows = world.cast, world.rows
    acts = {"by": cast.he, "at": at}
    plan = make_training_plan(year=at.year, aims="提高履职能力。", **acts)
    facts = {"form": "own", "audience": "all", "month": 3}
    rows["course"] = add_course(plan, name="履职基础", **facts, **acts)
    rows["spare-course"] = add_course(plan, name="预算审查", **facts, **acts)
    decided = {"decision": "第四十次主任会议", "adopted_on": at.date()}
    rows["training-plan"] = adopt_training_plan(plan, **decided, **acts)
    draft = make_training_plan(year=at.year + 1, aims="下一年的目标。", **acts)
    add_course(draft, name="明年课程", **facts, **acts)
    rows["draft-plan"] = draft
    own = {"by": cast.wei, "at": at}
    township = make_training_plan(year=at.year, aims="走访选民的方法。", **own)
    rows["township-course"] = add_course(township, name="怎样走访", **facts, **own)
    rows["township-plan"] = adopt_training_plan(township, **decided, **own)
    starts = at + timedelta(days=20)
    days = {"starts_at": starts, "ends_at": starts + timedelta(hours=2)}
    rows["batch"] = open_batch(rows["course"], place="区委党校", **days, **acts)
    rows["material"] = issue_material(title="代表法解读", summary="十讲。", **acts)
    rows["study"] = plan_staff_study(topic="监督法", form="lecture", held_on=at.date(), by=cast.cai, at=at)
    cases = add_course(plan, name="案例交流", **{**facts, "form": "cases"}, **acts)
    rows["case-session"] = open_batch(cases, place="区委党校", **days, **acts).activity
    knowing_world.tell(world, at)
