"""What a supervision finds out."""

from django.urls import path

from supervision.views import inspection as steps

PATHS = [
    path("undertakings/<int:pk>/team/", steps.JoinTeam.as_view(), name="join-team"),
    path("undertakings/team/<int:pk>/leave/", steps.LeaveTeam.as_view(), name="leave-team"),
    path("undertakings/<int:pk>/visits/", steps.RecordVisit.as_view(), name="record-visit"),
    path("undertakings/<int:pk>/surveys/", steps.RecordSurvey.as_view(), name="record-survey"),
    path("undertakings/<int:pk>/articles/", steps.ListArticle.as_view(), name="list-article"),
    path("undertakings/articles/<int:pk>/", steps.AssessArticle.as_view(), name="assess-article"),
    path("undertakings/<int:pk>/opinions/", steps.CollectOpinion.as_view(), name="collect-opinion"),
    path("undertakings/<int:pk>/opinions/send/", steps.SendOpinions.as_view(), name="send-opinions"),
    path("undertakings/opinions/<int:pk>/answer/", steps.AnswerOpinion.as_view(), name="answer-collected"),
    path("undertakings/<int:pk>/decisions/", steps.RecordDecision.as_view(), name="record-decision"),
    path("undertakings/<int:pk>/ballot/", steps.PlanItsBallot.as_view(), name="plan-its-ballot"),
]
