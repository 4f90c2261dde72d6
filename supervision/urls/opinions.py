"""Deliberation opinions."""

from django.urls import path

from supervision.cards.opinions import WAITING
from supervision.views import opinion_steps, opinions, opinions_public

PATHS = [
    path("opinions/", opinions.Opinions.as_view(), name="opinions"),
    *(
        path(
            f"opinions/{key[9:]}/",
            opinions.WaitingOpinions.as_view(title=title, asked=asked, empty=empty),
            name=key,
        )
        for key, title, _, asked, _, _, empty in WAITING
    ),
    path("opinions/new/", opinion_steps.DraftOpinion.as_view(), name="draft-opinion"),
    path("opinions/<int:pk>/", opinions.OpinionPage.as_view(), name="opinion"),
    path("opinions/<int:pk>/paper/", opinions.OpinionPaperFile.as_view(), name="opinion-paper"),
    path("opinions/<int:pk>/revise/", opinion_steps.ReviseOpinion.as_view(), name="revise-opinion"),
    path("opinions/<int:pk>/adopt/", opinion_steps.AdoptOpinion.as_view(), name="adopt-opinion"),
    path("opinions/<int:pk>/hand/", opinion_steps.HandOpinion.as_view(), name="hand-opinion"),
    path("opinions/<int:pk>/plan/", opinion_steps.PlanOpinion.as_view(), name="plan-opinion"),
    path("opinions/<int:pk>/send/", opinion_steps.SendForComment.as_view(), name="send-for-comment"),
    path("opinions/<int:pk>/comment/", opinion_steps.CommentOpinion.as_view(), name="comment-opinion"),
    path("opinions/<int:pk>/report/", opinion_steps.ReportOpinion.as_view(), name="report-opinion"),
    path("opinions/<int:pk>/delay/", opinion_steps.AskOpinionDelay.as_view(), name="ask-opinion-delay"),
    path("opinions/<int:pk>/ballot/", opinion_steps.BallotOpinion.as_view(), name="ballot-opinion"),
    path("opinions/<int:pk>/pass/", opinion_steps.PassOpinion.as_view(), name="pass-opinion"),
    path("opinions/<int:pk>/fail/", opinion_steps.FailOpinion.as_view(), name="fail-opinion"),
    path("opinions/<int:pk>/publish/", opinion_steps.PublishOpinion.as_view(), name="publish-opinion"),
    path("opinions/<int:pk>/unpublish/", opinion_steps.UnpublishOpinion.as_view(), name="unpublish-opinion"),
    path("opinions/<int:pk>/problems/new/", opinion_steps.ListProblem.as_view(), name="list-problem"),
    path("open/opinions/", opinions_public.PublicOpinions.as_view(), name="public-opinions"),
    path("open/opinions/<int:pk>/", opinions_public.PublicOpinion.as_view(), name="public-opinion"),
]
