"""Resolutions and decisions, their tasks, the public pages."""

from django.urls import path

from supervision.views import people_ballots, resolutions
from supervision.views import resolution_steps as steps

PATHS = [
    path("resolutions/", resolutions.Resolutions.as_view(), name="resolutions"),
    path("resolutions/new/", steps.DraftResolution.as_view(), name="draft-resolution"),
    path("resolutions/<int:pk>/", resolutions.ResolutionPage.as_view(), name="resolution"),
    path("resolutions/<int:pk>/amend/", steps.AmendResolution.as_view(), name="amend-resolution"),
    path("resolutions/<int:pk>/vote/", people_ballots.PlanResolutionBallot.as_view(), name="plan-resolution-ballot"),
    path("resolutions/<int:pk>/publish/", steps.PublishResolution.as_view(), name="publish-resolution"),
    path("resolutions/<int:pk>/tasks/", steps.HandTask.as_view(), name="hand-task"),
    path("resolution-tasks/<int:pk>/", resolutions.TaskPage.as_view(), name="resolution-task"),
    path("resolution-tasks/<int:pk>/report/", steps.ReportTask.as_view(), name="report-task"),
    path("resolution-tasks/<int:pk>/return/", steps.ReturnTask.as_view(), name="return-task"),
    path("resolution-tasks/<int:pk>/close/", steps.CloseTask.as_view(), name="close-task"),
    path("decisions/", resolutions.Decisions.as_view(), name="decisions"),
    path("decisions/<int:pk>/", resolutions.DecisionPage.as_view(), name="decision"),
]
