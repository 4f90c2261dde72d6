"""Interpellations and proposals of thematic inquiries."""

from django.urls import path

from supervision.views import interpellations as views

PATHS = [
    path("interpellations/", views.Proposals.as_view(), name="interpellations"),
    path("interpellations/new/", views.RaiseProposal.as_view(), name="raise-proposal"),
    path("interpellations/<int:pk>/", views.ProposalPage.as_view(), name="interpellation"),
    path("interpellations/<int:pk>/accept/", views.AcceptProposal.as_view(), name="accept-proposal"),
    path("interpellations/<int:pk>/adopt/", views.AdoptProposal.as_view(), name="adopt-proposal"),
    path("interpellations/<int:pk>/refuse/", views.RefuseProposal.as_view(), name="refuse-proposal"),
    path("interpellations/<int:pk>/withdraw/", views.WithdrawProposal.as_view(), name="withdraw-proposal"),
    path("interpellations/<int:pk>/answer/", views.AnswerProposal.as_view(), name="answer-proposal"),
    path("interpellations/<int:pk>/ballot/", views.PlanJudgingBallot.as_view(), name="plan-judging-ballot"),
    path("interpellations/<int:pk>/judge/", views.JudgeAnswer.as_view(), name="judge-answer"),
]
