"""The restricted list of clues."""

from django.urls import path

from supervision.views import clue_readers, clue_steps, clues

PATHS = [
    path("clues/", clues.Clues.as_view(), name="clues"),
    path("clues/waiting/", clues.WaitingClues.as_view(), name="clues-waiting"),
    path("clues/new/", clue_steps.RegisterClue.as_view(), name="register-clue"),
    path("clues/readers/", clue_readers.Readers.as_view(), name="clue-readers"),
    path("clues/readers/new/", clue_readers.NameReader.as_view(), name="name-clue-reader"),
    path("clues/readers/<int:pk>/end/", clue_readers.EndReader.as_view(), name="end-clue-reader"),
    path("clues/<int:pk>/", clues.CluePage.as_view(), name="clue"),
    path("clues/<int:pk>/paper/", clues.CluePaper.as_view(), name="clue-paper"),
    path("clues/<int:pk>/amend/", clue_steps.AmendClue.as_view(), name="amend-clue"),
    path("clues/<int:pk>/examine/", clue_steps.ExamineClue.as_view(), name="examine-clue"),
    path("clues/<int:pk>/return/", clue_steps.ReturnClue.as_view(), name="return-clue"),
    path("clues/<int:pk>/approve/", clue_steps.ApproveClue.as_view(), name="approve-clue"),
    path("clues/<int:pk>/drop/", clue_steps.DropClue.as_view(), name="drop-clue"),
    path("clues/<int:pk>/hand/", clue_steps.HandClue.as_view(), name="hand-clue"),
    path("clues/<int:pk>/receipt/", clue_steps.ReceiveClue.as_view(), name="receive-clue"),
    path("clues/<int:pk>/accept/", clue_steps.AcceptClue.as_view(), name="accept-clue"),
    path("clues/<int:pk>/decline/", clue_steps.DeclineClue.as_view(), name="decline-clue"),
    path("clues/<int:pk>/answer/", clue_steps.AnswerClue.as_view(), name="answer-clue"),
    path("clues/<int:pk>/close/", clue_steps.CloseClue.as_view(), name="close-clue"),
]
