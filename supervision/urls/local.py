"""Street committees and township presidiums."""

from django.urls import path

from supervision.views import local, local_lists, local_public, local_publishing, local_steps

PATHS = [
    path("local/", local.Bodies.as_view(), name="local"),
    path("local/open/", local_steps.OpenBodies.as_view(), name="open-local-bodies"),
    path("local/meetings/", local_lists.Ahead.as_view(), name="local-meetings"),
    path("local/items/", local_lists.Due.as_view(), name="local-items"),
    path("local/reports/", local_lists.ToArchive.as_view(), name="local-reports"),
    path("local/<int:pk>/", local.BodyPage.as_view(), name="local-body"),
    path("local/<int:pk>/members/", local_steps.AddLocalMember.as_view(), name="add-local-member"),
    path("local/members/<int:pk>/end/", local_steps.EndLocalMember.as_view(), name="end-local-member"),
    path("local/<int:pk>/meetings/new/", local_steps.CallLocalMeeting.as_view(), name="call-local-meeting"),
    path("local/meetings/<int:pk>/", local.MeetingPage.as_view(), name="local-meeting"),
    path("local/meetings/<int:pk>/hold/", local_steps.HoldLocalMeeting.as_view(), name="hold-local-meeting"),
    path("local/meetings/<int:pk>/cancel/", local_steps.CancelLocalMeeting.as_view(), name="cancel-local-meeting"),
    path("local/<int:pk>/years/new/", local_steps.DraftLocalYear.as_view(), name="draft-local-year"),
    path("local/years/<int:pk>/", local.YearPage.as_view(), name="local-year"),
    path("local/years/<int:pk>/items/", local_steps.AddLocalItem.as_view(), name="add-local-item"),
    path("local/years/<int:pk>/file/", local_steps.FilePlan.as_view(), name="file-local-plan"),
    path("local/years/<int:pk>/report/", local_steps.ReportLocalYear.as_view(), name="report-local-year"),
    path("local/years/<int:pk>/return/", local_steps.ReturnReport.as_view(), name="return-local-report"),
    path("local/years/<int:pk>/archive/", local_steps.ArchiveYear.as_view(), name="archive-local-year"),
    path("local/items/<int:pk>/finish/", local_steps.FinishItem.as_view(), name="finish-local-item"),
    path("local/items/<int:pk>/drop/", local_steps.DropItem.as_view(), name="drop-local-item"),
    path("local/years/<int:pk>/publish/", local_publishing.PublishLocalYear.as_view(), name="publish-local-year"),
    path("local/years/<int:pk>/unpublish/", local_publishing.UnpublishLocalYear.as_view(), name="unpublish-local-year"),
    path(
        "local/meetings/<int:pk>/publish/", local_publishing.PublishLocalMeeting.as_view(), name="publish-local-meeting"
    ),
    path(
        "local/meetings/<int:pk>/unpublish/",
        local_publishing.UnpublishLocalMeeting.as_view(),
        name="unpublish-local-meeting",
    ),
    path("open/local/", local_public.PublicLocal.as_view(), name="public-local"),
    path("open/local/<int:pk>/", local_public.PublicLocalBody.as_view(), name="public-local-body"),
    path("open/local/years/<int:pk>/", local_public.PublicLocalYear.as_view(), name="public-local-year"),
]
