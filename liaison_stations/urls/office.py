"""The office's side of letters, the opinion box, the consultation; answered letters for everybody."""

from django.urls import path

from liaison_stations.views import answered, box, box_slips, consultations, entering, publishing
from liaison_stations.views import office_letter_steps as steps
from liaison_stations.views import office_letters as letters

PATHS = [
    path("letters/", letters.Letters.as_view(), name="letters"),
    path("letters/enter/", entering.EnterLetter.as_view(), name="enter-letter"),
    path("letters/<int:pk>/", letters.LetterPage.as_view(), name="letter"),
    path("letters/<int:pk>/accept/", steps.AcceptLetter.as_view(), name="accept-letter"),
    path("letters/<int:pk>/decline/", steps.DeclineLetter.as_view(), name="decline-letter"),
    path("letters/<int:pk>/redirect/", steps.RedirectLetter.as_view(), name="redirect-letter"),
    path("letters/<int:pk>/give/", steps.GiveLetter.as_view(), name="give-letter"),
    path("letters/<int:pk>/hand-back/", steps.HandBackLetter.as_view(), name="hand-back-letter"),
    path("letters/<int:pk>/transfer/", steps.TransferLetter.as_view(), name="transfer-letter"),
    path("letters/<int:pk>/return/", steps.ReturnLetter.as_view(), name="return-letter"),
    path("letters/<int:pk>/reply/", steps.ReplyLetter.as_view(), name="reply-letter"),
    path("letters/<int:pk>/bounce/", steps.BounceReply.as_view(), name="bounce-reply"),
    path("letters/<int:pk>/ask-delay/", steps.AskLetterDelay.as_view(), name="ask-letter-delay"),
    path("letters/<int:pk>/refuse-delay/", steps.RefuseLetterDelay.as_view(), name="refuse-letter-delay"),
    path("letters/<int:pk>/extend/", steps.ExtendLetter.as_view(), name="extend-letter"),
    path("letters/<int:pk>/answer/", steps.AnswerLetter.as_view(), name="answer-letter"),
    path("letters/<int:pk>/ask/", steps.AskWriter.as_view(), name="ask-writer"),
    path("letters/<int:pk>/go-on/", steps.LetterGoesOn.as_view(), name="letter-goes-on"),
    path("letters/<int:pk>/note/", steps.NoteLetter.as_view(), name="note-letter"),
    path("letters/<int:pk>/erase/", steps.EraseLetter.as_view(), name="erase-letter"),
    path("letters/<int:pk>/publish/", publishing.PublishLetter.as_view(), name="publish-letter"),
    path("letters/<int:pk>/unpublish/", publishing.UnpublishLetter.as_view(), name="unpublish-letter"),
    path("answered/", answered.AnsweredLetters.as_view(), name="answered-letters"),
    path("answered/<int:letter>/", answered.AnsweredLetter.as_view(), name="answered-letter"),
    path("boxes/", box.Boxes.as_view(), name="boxes"),
    path("boxes/open/", box.OpenBox.as_view(), name="open-box"),
    path("boxes/<int:pk>/", box.BoxPage.as_view(), name="box-opening"),
    path("boxes/<int:pk>/recount/", box.RecountBox.as_view(), name="recount-box"),
    path("boxes/<int:pk>/confirm/", box.ConfirmOpening.as_view(), name="confirm-opening"),
    path("boxes/<int:pk>/slip/", box_slips.EnterSlip.as_view(), name="enter-slip"),
    path("boxes/<int:pk>/aside/", box.SetSlipAside.as_view(), name="set-slip-aside"),
    path("consultations/", consultations.Consultations.as_view(), name="consultations"),
    path("consultations/plan/", consultations.PlanConsultation.as_view(), name="plan-consultation"),
    path("consultations/<int:pk>/", consultations.ConsultationPage.as_view(), name="consultation"),
    path("consultations/<int:pk>/change/", consultations.ChangeConsultation.as_view(), name="change-consultation"),
    path("consultations/<int:pk>/add/", consultations.AddItem.as_view(), name="add-consultation-item"),
    path("consultations/<int:pk>/hold/", consultations.HoldConsultation.as_view(), name="hold-consultation"),
    path("consultations/<int:pk>/minutes/", consultations.IssueMinutes.as_view(), name="issue-minutes"),
    path("consultation-items/", consultations.Items.as_view(), name="consultation-items"),
    path("consultation-items/<int:pk>/", consultations.ItemPage.as_view(), name="consultation-item"),
    path("consultation-items/<int:pk>/decide/", consultations.DecideItem.as_view(), name="decide-item"),
    path("consultation-items/<int:pk>/settle/", consultations.SettleItem.as_view(), name="settle-item"),
    path("consultation-items/<int:pk>/drop/", consultations.DropItem.as_view(), name="drop-item"),
]
