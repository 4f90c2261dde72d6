"""Every list of the portal with what a reader may add to its address: words, pages, formats."""

from tests.walk.advice_routes import ADVICE_LISTS
from tests.walk.ballot_routes import BALLOT_LISTS
from tests.walk.clue_routes import CLUE_LISTS
from tests.walk.deliberation_routes import DELIBERATION_LISTS
from tests.walk.handed_routes import HANDED_LISTS
from tests.walk.interpellation_routes import INTERPELLATION_LISTS
from tests.walk.knowing_routes import KNOWING_LISTS
from tests.walk.letter_routes import LETTER_LISTS
from tests.walk.local_routes import LOCAL_LISTS
from tests.walk.matter_routes import MATTER_LISTS
from tests.walk.opinion_routes import OPINION_LISTS
from tests.walk.people_routes import PEOPLE_LISTS
from tests.walk.plan_routes import PLAN_LISTS
from tests.walk.problem_routes import PROBLEM_LISTS
from tests.walk.project_routes import PROJECT_LISTS
from tests.walk.question_routes import QUESTION_LISTS
from tests.walk.rota_routes import ROTA_LISTS
from tests.walk.score_routes import SCORE_LISTS
from tests.walk.seat_routes import SEAT_LISTS
from tests.walk.station_routes import STATION_LISTS
from tests.walk.street_routes import STREET_LISTS
from tests.walk.undertaking_routes import UNDERTAKING_LISTS

# Lists by address, with what a reader may add to it: words, pages, formats.
LISTS = {
    **PEOPLE_LISTS,
    **BALLOT_LISTS,
    **KNOWING_LISTS,
    **MATTER_LISTS,
    **STATION_LISTS,
    **ROTA_LISTS,
    **SCORE_LISTS,
    **STREET_LISTS,
    **OPINION_LISTS,
    **PROBLEM_LISTS,
    **PROJECT_LISTS,
    **LETTER_LISTS,
    **DELIBERATION_LISTS,
    **QUESTION_LISTS,
    **INTERPELLATION_LISTS,
    **UNDERTAKING_LISTS,
    **LOCAL_LISTS,
    **SEAT_LISTS,
    **HANDED_LISTS,
    **PLAN_LISTS,
    **ADVICE_LISTS,
    **CLUE_LISTS,
    "workbench:search": [{"q": "事项"}],
    "suggestions:list": [{"q": "事项"}, {"page": "2"}, {"format": "csv"}, {"format": "xlsx"}],
    "suggestions:mine": [{"q": "事项"}, {"page": "2"}, {"format": "csv"}, {"format": "xlsx"}],
    "suggestions:ledger": [{"q": "候车亭"}, {"stands": "overdue"}, {"format": "csv"}, {"format": "xlsx"}],
    "suggestions:statements": [{"format": "csv"}],
    "suggestions:key-list": [{"year": "2026"}, {"format": "csv"}, {"format": "xlsx"}],
    "suggestions:public": [{"q": "事项"}, {"format": "csv"}],
    "suggestions:public-feed": [{"q": "事项"}],
    "deputies:contacts": [{"format": "csv"}, {"ended": "all"}],
    "deputies:contact-coverage": [{"format": "csv"}],
    "deputies:activities": [{"format": "csv"}, {"format": "xlsx"}],
    "deputies:voter-reports": [{"state": "held"}, {"format": "csv"}],
    "deputies:list": [{"q": "晓梅"}, {"format": "csv"}, {"format": "xlsx"}],
    "deadlines:mine": [{"page": "2"}, {"colour": "green"}],
    "notices:inbox": [{"page": "2"}, {"page": "3"}, {"unread": "on"}],
    "notices:dead_letters": [{"page": "2"}, {"page": "5"}],
}
