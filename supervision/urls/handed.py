"""Tasks handed down by the upper congress."""

from django.urls import path

from supervision.views import handed, handed_steps

PATHS = [
    path("handed/", handed.HandedTasks.as_view(), name="handed-tasks"),
    path("handed/owed/", handed.OwedTasks.as_view(), name="handed-owed"),
    path("handed/reports/", handed.TasksToJudge.as_view(), name="handed-reports"),
    path("handed/new/", handed_steps.HandDown.as_view(), name="hand-down"),
    path("handed/<int:pk>/", handed.HandedTaskPage.as_view(), name="handed-task"),
    path("handed/<int:pk>/take/", handed_steps.TakeHanded.as_view(), name="take-handed"),
    path("handed/<int:pk>/progress/", handed_steps.NoteHanded.as_view(), name="note-handed"),
    path("handed/<int:pk>/report/", handed_steps.ReportHanded.as_view(), name="report-handed"),
    path("handed/<int:pk>/return/", handed_steps.ReturnHanded.as_view(), name="return-handed"),
    path("handed/<int:pk>/up/", handed_steps.SendHandedUp.as_view(), name="send-handed-up"),
    path("handed/<int:pk>/bounce/", handed_steps.BounceHanded.as_view(), name="bounce-handed"),
    path("handed/<int:pk>/close/", handed_steps.CloseHanded.as_view(), name="close-handed"),
    path("handed/<int:pk>/cancel/", handed_steps.CancelHanded.as_view(), name="cancel-handed"),
]
