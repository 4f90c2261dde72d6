"""Recalls and by-elections, and their announcements."""

from django.urls import path

from supervision.views import by_election_steps, by_elections, recall_steps, recalls, seats_public

PATHS = [
    path("recalls/", recalls.Recalls.as_view(), name="recalls"),
    path("recalls/open/", recalls.OpenRecalls.as_view(), name="open-recalls"),
    path("recalls/to-defend/", recalls.RecallsToDefend.as_view(), name="recalls-to-defend"),
    path("recalls/new/", recall_steps.ReceiveRecall.as_view(), name="receive-recall"),
    path("recalls/<int:pk>/", recalls.RecallPage.as_view(), name="recall"),
    path("recalls/<int:pk>/accept/", recall_steps.AcceptRecall.as_view(), name="accept-recall"),
    path("recalls/<int:pk>/decline/", recall_steps.DeclineRecall.as_view(), name="decline-recall"),
    path("recalls/<int:pk>/defence/", recall_steps.Defend.as_view(), name="defend-recall"),
    path("recalls/<int:pk>/circulate/", recall_steps.CirculateRecall.as_view(), name="circulate-recall"),
    path("recalls/<int:pk>/count/", recall_steps.CountRecall.as_view(), name="count-recall"),
    path("recalls/<int:pk>/void/", recall_steps.VoidRecallVote.as_view(), name="void-recall-vote"),
    path("recalls/<int:pk>/stop/", recall_steps.StopRecall.as_view(), name="stop-recall"),
    path("recalls/<int:pk>/review/", recall_steps.ReviewRecall.as_view(), name="review-recall"),
    path("recalls/<int:pk>/announce/", recall_steps.AnnounceRecall.as_view(), name="announce-recall"),
    path("by-elections/", by_elections.ByElections.as_view(), name="by-elections"),
    path("by-elections/open/", by_elections.OpenByElections.as_view(), name="open-by-elections"),
    path("by-elections/vacancies/", by_elections.Vacancies.as_view(), name="vacancies"),
    path("by-elections/new/", by_election_steps.CallByElection.as_view(), name="call-by-election"),
    path("by-elections/<int:pk>/", by_elections.ByElectionPage.as_view(), name="by-election"),
    path("by-elections/<int:pk>/candidates/", by_election_steps.PutForward.as_view(), name="put-forward"),
    path("by-elections/candidates/<int:pk>/", by_election_steps.DropCandidate.as_view(), name="drop-candidate"),
    path("by-elections/<int:pk>/list/", by_election_steps.ListCandidates.as_view(), name="publish-candidates"),
    path("by-elections/<int:pk>/count/", by_election_steps.CountByElection.as_view(), name="count-by-election"),
    path("by-elections/<int:pk>/void/", by_election_steps.VoidByElectionVote.as_view(), name="void-by-election-vote"),
    path("by-elections/<int:pk>/settle/", by_election_steps.SettleByElection.as_view(), name="settle-by-election"),
    path("by-elections/<int:pk>/review/", by_election_steps.ReviewByElection.as_view(), name="review-by-election"),
    path(
        "by-elections/<int:pk>/announce/", by_election_steps.AnnounceByElection.as_view(), name="announce-by-election"
    ),
    path("by-elections/<int:pk>/cancel/", by_election_steps.CancelByElection.as_view(), name="cancel-by-election"),
    path("seat-changes/", seats_public.SeatChanges.as_view(), name="seat-changes"),
    path("seat-changes/by-elections/<int:pk>/", seats_public.PublicByElection.as_view(), name="public-by-election"),
    path("seat-changes/recalls/<int:pk>/", seats_public.PublicRecall.as_view(), name="public-recall"),
]
