"""Questionnaires online."""

from django.urls import path

from supervision.views import survey_invitations
from supervision.views import survey_public as public
from supervision.views import surveys as pages

PATHS = [
    path("undertakings/<int:pk>/online-surveys/", pages.MakeSurvey.as_view(), name="make-survey"),
    path("surveys/to-answer/", survey_invitations.Invitations.as_view(), name="surveys-to-answer"),
    path("surveys/<int:pk>/", pages.SurveyPage.as_view(), name="survey"),
    path("surveys/<int:pk>/items/", pages.AddItem.as_view(), name="add-survey-item"),
    path("surveys/items/<int:pk>/drop/", pages.DropItem.as_view(), name="drop-survey-item"),
    path("surveys/<int:pk>/open/", pages.OpenSurvey.as_view(), name="open-survey"),
    path("surveys/<int:pk>/close/", pages.CloseSurvey.as_view(), name="close-survey"),
    path("surveys/<int:pk>/paper/", pages.EnterPaper.as_view(), name="enter-survey-paper"),
    path("surveys/<int:pk>/words/", pages.SurveyWordsList.as_view(), name="survey-words"),
]
# Short addresses for codes on sheets of paper; they stand at the root: /w/<code>/.
short_urls = (
    [
        path("<slug:code>/", public.FillSurvey.as_view(), name="page"),
        path("<slug:code>/sent/", public.SurveySent.as_view(), name="sent"),
        path("<slug:code>/poster/", public.SurveyPoster.as_view(), name="poster"),
    ],
    "w",
)
