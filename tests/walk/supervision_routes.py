"""The addresses of the room of supervision; every part adds its own table."""

from typing import Any

from tests.walk.advice_routes import ADVICE
from tests.walk.ballot_routes import BALLOTS
from tests.walk.clue_routes import CLUES
from tests.walk.handed_routes import HANDED
from tests.walk.interpellation_routes import INTERPELLATIONS
from tests.walk.local_routes import LOCAL
from tests.walk.opinion_routes import OPINIONS
from tests.walk.people_routes import PEOPLE_ROUTES
from tests.walk.plan_routes import PLANS
from tests.walk.problem_routes import PROBLEMS
from tests.walk.project_routes import PROJECTS
from tests.walk.question_routes import QUESTIONS
from tests.walk.seat_routes import SEATS
from tests.walk.survey_routes import SURVEYS
from tests.walk.undertaking_routes import UNDERTAKINGS

SUPERVISION: dict[str, Any] = {
    **ADVICE,
    **BALLOTS,
    **CLUES,
    **HANDED,
    **INTERPELLATIONS,
    **LOCAL,
    **PEOPLE_ROUTES,
    **PLANS,
    **OPINIONS,
    **PROBLEMS,
    **QUESTIONS,
    **PROJECTS,
    **SEATS,
    **SURVEYS,
    **UNDERTAKINGS,
}
