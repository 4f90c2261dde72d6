"""Street deliberation congresses and their opinions."""

from django.urls import path

from liaison_stations.views import council_opinions, street, street_steps

PATHS = [
    path("streets/", street.Streets.as_view(), name="streets"),
    path("streets/new/", street_steps.FoundCongress.as_view(), name="found-congress"),
    path("streets/<int:pk>/", street.CongressPage.as_view(), name="street-congress"),
    path("streets/<int:pk>/members/", street_steps.AddMember.as_view(), name="add-street-member"),
    path("streets/members/<int:pk>/end/", street_steps.EndMember.as_view(), name="end-street-member"),
    path("streets/<int:pk>/presidium/", street_steps.SeatPresidium.as_view(), name="seat-presidium"),
    path("streets/<int:pk>/meetings/new/", street_steps.PlanMeeting.as_view(), name="plan-street-meeting"),
    path("streets/meetings/<int:pk>/", street.MeetingPage.as_view(), name="street-meeting"),
    path("streets/meetings/<int:pk>/matters/", street_steps.AddMatter.as_view(), name="add-street-matter"),
    path("streets/meetings/<int:pk>/hold/", street_steps.HoldMeeting.as_view(), name="hold-street-meeting"),
    path("streets/meetings/<int:pk>/cancel/", street_steps.CancelMeeting.as_view(), name="cancel-street-meeting"),
    path("streets/matters/<int:pk>/vote/", street_steps.EnterVote.as_view(), name="enter-street-vote"),
    path("streets/matters/<int:pk>/check/", street_steps.CheckVote.as_view(), name="check-street-vote"),
    path("streets/<int:pk>/opinions/new/", council_opinions.RaiseOpinion.as_view(), name="raise-opinion"),
    path("opinions/", council_opinions.Opinions.as_view(), name="council-opinions"),
    path("opinions/<int:pk>/", council_opinions.OpinionPage.as_view(), name="council-opinion"),
    path("opinions/<int:pk>/hand/", council_opinions.HandOpinion.as_view(), name="hand-opinion"),
    path("opinions/<int:pk>/explain/", council_opinions.ExplainOpinion.as_view(), name="explain-opinion"),
    path("opinions/<int:pk>/recall/", council_opinions.RecallOpinion.as_view(), name="recall-opinion"),
    path("opinions/<int:pk>/answer/", council_opinions.AnswerOpinion.as_view(), name="answer-opinion"),
    path("opinions/<int:pk>/return/", council_opinions.ReturnOpinionAnswer.as_view(), name="return-opinion-answer"),
    path("opinions/<int:pk>/close/", council_opinions.CloseOpinion.as_view(), name="close-opinion"),
]
