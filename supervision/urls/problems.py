"""The issue ledger."""

from django.urls import path

from supervision.cards.problems import WAITING
from supervision.views import problem_figures, problem_steps, problems, problems_public

PATHS = [
    path("problems/", problems.Problems.as_view(), name="problems"),
    *(
        path(f"problems/{key[12:]}/", problems.Waiting.as_view(title=title, asked=asked, empty=empty), name=key)
        for key, title, _, asked, _, _, empty in WAITING
    ),
    path("problems/units/", problem_figures.ProblemUnits.as_view(), name="problem-units"),
    path("problems/new/", problem_steps.FindProblem.as_view(), name="find-problem"),
    path("problems/<int:pk>/", problems.ProblemPage.as_view(), name="problem"),
    path("problems/<int:pk>/hand/", problem_steps.HandProblem.as_view(), name="hand-problem"),
    path("problems/<int:pk>/move/", problem_steps.MoveProblem.as_view(), name="move-problem"),
    path("problems/<int:pk>/withdraw/", problem_steps.WithdrawProblem.as_view(), name="withdraw-problem"),
    path("problems/<int:pk>/plan/", problem_steps.PlanProblem.as_view(), name="plan-problem"),
    path("problems/<int:pk>/progress/", problem_steps.ReportProgress.as_view(), name="report-problem-progress"),
    path("problems/<int:pk>/claim/", problem_steps.ClaimProblem.as_view(), name="claim-problem"),
    path("problems/<int:pk>/delay/", problem_steps.AskDelay.as_view(), name="ask-problem-delay"),
    path("problems/<int:pk>/voices/", problem_steps.AskVoices.as_view(), name="ask-voices"),
    path("problems/<int:pk>/strike/", problem_steps.StrikeProblem.as_view(), name="strike-problem"),
    path("problems/<int:pk>/return/", problem_steps.ReturnProblem.as_view(), name="return-problem"),
    path("problems/<int:pk>/reopen/", problem_steps.ReopenProblem.as_view(), name="reopen-problem"),
    path("problems/<int:pk>/account/", problem_steps.HoldToAccount.as_view(), name="hold-to-account"),
    path("problems/<int:pk>/publish/", problem_steps.PublishProblem.as_view(), name="publish-problem"),
    path("problems/<int:pk>/unpublish/", problem_steps.UnpublishProblem.as_view(), name="unpublish-problem"),
    path("problems/voices/<int:pk>/", problem_steps.GiveVoice.as_view(), name="give-voice"),
    path("problems/delays/<int:pk>/grant/", problem_steps.GrantDelay.as_view(), name="grant-delay"),
    path("problems/delays/<int:pk>/refuse/", problem_steps.RefuseDelay.as_view(), name="refuse-delay"),
    path("open/problems/", problems_public.PublicProblems.as_view(), name="public-problems"),
    path("open/problems/<int:pk>/", problems_public.PublicProblem.as_view(), name="public-problem"),
]
