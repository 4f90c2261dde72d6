"""Ballots: planned, held, counted, announced."""

from django.urls import path

from supervision.views import ballot_public, ballot_steps, ballots, vote

PATHS = [
    path("ballots/", ballots.Ballots.as_view(), name="ballots"),
    path("ballots/new/", ballot_steps.PlanBallot.as_view(), name="plan-ballot"),
    path("ballots/<int:pk>/", ballots.BallotPage.as_view(), name="ballot"),
    path("ballots/<int:pk>/vote/", vote.Vote.as_view(), name="vote"),
    path("ballots/<int:pk>/turnout/", ballots.turnout, name="ballot-turnout"),
    path("ballots/<int:pk>/record/", ballots.record, name="ballot-record"),
    path("ballots/<int:pk>/open/", ballot_steps.OpenBallot.as_view(), name="open-ballot"),
    path("ballots/<int:pk>/close/", ballot_steps.CloseBallot.as_view(), name="close-ballot"),
    path("ballots/<int:pk>/reading/", ballot_steps.EnterReading.as_view(), name="enter-reading"),
    path("ballots/<int:pk>/announce/", ballot_steps.AnnounceBallot.as_view(), name="announce-ballot"),
    path("ballots/<int:pk>/annul/", ballot_steps.AnnulBallot.as_view(), name="annul-ballot"),
    path("ballots/<int:pk>/cancel/", ballot_steps.CancelBallot.as_view(), name="cancel-ballot"),
    path("results/", ballot_public.Results.as_view(), name="results"),
    path("results/<int:pk>/", ballot_public.Result.as_view(), name="result"),
    path("results/<int:pk>/record/", ballot_public.result_record, name="result-record"),
]
