"""The addresses of the room, by audience. What ends in a verb shows a form on GET and acts on POST only."""

from django.urls import path

from suggestions.views import (
    appraisal,
    attaching,
    case_page,
    deputy,
    desk,
    fund,
    fund_project,
    hand_over,
    handed_reports,
    importing,
    key_supervision,
    ledger,
    letters,
    look_back,
    lookalikes,
    meeting_lines,
    meetings,
    merging,
    office,
    open_data,
    press,
    public,
    publishing,
    splitting,
    statements,
    unit,
)

app_name = "suggestions"

desk_urls = [
    path("", desk.SuggestionList.as_view(), name="list"),
    path("queue/<slug:key>/", desk.QueueList.as_view(), name="queue"),
    path("<int:pk>/", case_page.CasePage.as_view(), name="detail"),
    path("<int:pk>/versions/", desk.VersionsPage.as_view(), name="versions"),
    path("assignments/<int:pk>/", desk.AssignmentRedirect.as_view(), name="assignment"),
    path("replies/<int:pk>/", desk.ReplyPage.as_view(), name="reply-page"),
]

public_urls = [
    path("public/", public.PublicList.as_view(), name="public"),
    path("public/<int:pk>/", public.PublicPage.as_view(), name="public-page"),
    path("public/feed/", open_data.PublicFeed.as_view(), name="public-feed"),
    path("public/data/", open_data.DataPage.as_view(), name="open-data"),
    path("public/data/suggestions.<slug:ending>", open_data.OpenFile.as_view(), name="open-file"),
]

deputy_urls = [
    path("mine/", deputy.MyList.as_view(), name="mine"),
    path("new/", deputy.NewDraft.as_view(), name="new"),
    path("lookalikes/", lookalikes.Lookalikes.as_view(), name="lookalikes"),
    path("<int:pk>/edit/", deputy.EditDraft.as_view(), name="edit"),
    path("<int:pk>/attach/", attaching.AttachToSuggestion.as_view(), name="attach"),
    path("<int:pk>/preview/", deputy.Preview.as_view(), name="preview"),
    path("<int:pk>/invite/", deputy.Invite.as_view(), name="invite"),
    path("<int:pk>/submit/", deputy.Submit.as_view(), name="submit"),
    path("<int:pk>/withdraw/", deputy.Withdraw.as_view(), name="withdraw"),
    path("<int:pk>/ask-withdrawal/", deputy.AskWithdrawal.as_view(), name="ask-withdrawal"),
    path("<int:pk>/rate/", deputy.Rate.as_view(), name="rate"),
    path("<int:pk>/appeal/", deputy.AppealAssignment.as_view(), name="appeal"),
    path("cosigners/<int:pk>/answer/", deputy.AnswerCosign.as_view(), name="cosign"),
    path("cosigners/<int:pk>/leave/", deputy.LeaveCosign.as_view(), name="leave-cosign"),
    path("cosigners/<int:pk>/drop/", deputy.DropCosigner.as_view(), name="drop-cosigner"),
    path("cosigners/<int:pk>/agree-withdrawal/", deputy.AgreeWithdrawal.as_view(), name="agree-withdrawal"),
    path("contacts/<int:pk>/confirm/", deputy.ConfirmContact.as_view(), name="confirm-contact"),
]

office_urls = [
    path("import/", importing.Upload.as_view(), name="import"),
    path("import/<str:token>/", importing.Check.as_view(), name="import_check"),
    path("<int:pk>/send-back/", office.SendBack.as_view(), name="send-back"),
    path("<int:pk>/refuse/", office.Refuse.as_view(), name="refuse"),
    path("<int:pk>/register/", office.Register.as_view(), name="register"),
    path("<int:pk>/convert/", office.ConvertMotion.as_view(), name="convert"),
    path("<int:pk>/merge/", merging.MergePapers.as_view(), name="merge"),
    path("<int:pk>/end-merge/", merging.EndMerge.as_view(), name="end-merge"),
    path("<int:pk>/split/", splitting.ProposeSplit.as_view(), name="split"),
    path("splits/<int:pk>/answer/", splitting.AnswerSplit.as_view(), name="answer-split"),
    path("<int:pk>/hand-over/", hand_over.HandToGovernment.as_view(), name="hand-over"),
    path("<int:pk>/distribute/", hand_over.Distribute.as_view(), name="distribute"),
    path("<int:pk>/return/", hand_over.ReturnHandOver.as_view(), name="return-hand-over"),
    path("<int:pk>/assign/", office.Assign.as_view(), name="assign"),
    path("<int:pk>/paper-rating/", office.EnterPaperRating.as_view(), name="paper-rating"),
    path("<int:pk>/urge/", office.UrgeRating.as_view(), name="urge"),
    path("<int:pk>/close/", office.CloseUnstated.as_view(), name="close"),
    path("<int:pk>/mediate/", office.Mediate.as_view(), name="mediate"),
    path("<int:pk>/resolve-mediation/", office.ResolveMediation.as_view(), name="resolve-mediation"),
    path("<int:pk>/publish/", publishing.Publish.as_view(), name="publish"),
    path("<int:pk>/renew-copy/", publishing.RenewCopy.as_view(), name="renew-copy"),
    path("<int:pk>/unpublish/", publishing.Unpublish.as_view(), name="unpublish"),
    path("objections/<int:pk>/decide/", office.DecideObjection.as_view(), name="decide-objection"),
    path("appeals/<int:pk>/decide/", office.DecideAppeal.as_view(), name="decide-appeal"),
    path("extensions/<int:pk>/decide/", office.DecideExtension.as_view(), name="decide-extension"),
    path("assignments/<int:pk>/check/", office.CheckReply.as_view(), name="check"),
    path("paper-ratings/<int:pk>/check/", office.CheckPaperRating.as_view(), name="check-paper-rating"),
    path("commitments/<int:pk>/confirm/", office.ConfirmFulfilment.as_view(), name="confirm-fulfilment"),
]

meeting_urls = [
    path("press/", press.PressLate.as_view(), name="press"),
    path("meetings/", meetings.MeetingList.as_view(), name="meetings"),
    path("meetings/new/", meetings.CallMeeting.as_view(), name="call-meeting"),
    path("meetings/<int:pk>/", meetings.MeetingPage.as_view(), name="meeting"),
    path("meetings/<int:pk>/change/", meetings.ChangeMeeting.as_view(), name="meeting-change"),
    path("meetings/<int:pk>/lines/", meeting_lines.MeetingLines.as_view(), name="meeting-lines"),
    path("meetings/<int:pk>/start/", meetings.StartAssigning.as_view(), name="meeting-start"),
    path("meetings/<int:pk>/progress/", meetings.MeetingProgress.as_view(), name="meeting-progress"),
    path("meetings/lines/<int:pk>/drop/", meetings.DropRow.as_view(), name="meeting-drop"),
]

unit_urls = [
    path("assignments/<int:pk>/acknowledge/", unit.Acknowledge.as_view(), name="acknowledge"),
    path("assignments/<int:pk>/object/", unit.RaiseObjection.as_view(), name="object"),
    path("assignments/<int:pk>/contact/", unit.RecordContact.as_view(), name="contact"),
    path("assignments/<int:pk>/opinion/", unit.GiveOpinion.as_view(), name="opinion"),
    path("assignments/<int:pk>/reply/", unit.DraftReply.as_view(), name="reply"),
    path("assignments/<int:pk>/plan/", unit.MakePlan.as_view(), name="plan"),
    path("assignments/<int:pk>/reply/preview/", unit.PreviewReply.as_view(), name="reply-preview"),
    path("assignments/<int:pk>/reply/attach/", attaching.AttachToReply.as_view(), name="attach-to-reply"),
    path("assignments/<int:pk>/reply/versions/", unit.ReplyVersions.as_view(), name="reply-versions"),
    path("assignments/<int:pk>/sign/", unit.SignReply.as_view(), name="sign"),
    path("assignments/<int:pk>/extend/", unit.RequestExtension.as_view(), name="extend"),
    path("opinions/<int:pk>/bounce/", unit.BounceOpinion.as_view(), name="bounce"),
    path("commitments/<int:pk>/report/", unit.ReportFulfilment.as_view(), name="report-fulfilment"),
]

letter_urls = [
    path("slips/", letters.SlipList.as_view(), name="slip-list"),
    path("<int:pk>/feedback-form/", letters.FeedbackForm.as_view(), name="feedback-form"),
    path("assignments/<int:pk>/slip/", letters.Slip.as_view(), name="slip"),
    path("replies/<int:pk>/letter/", letters.ReplyLetter.as_view(), name="reply-letter"),
    path("opinions/<int:pk>/letter/", letters.OpinionLetter.as_view(), name="opinion-letter"),
]

ledger_urls = [
    path("commitments/", ledger.Ledger.as_view(), name="ledger"),
    path("commitments/<int:pk>/", ledger.PromisePage.as_view(), name="promise"),
    path("commitments/<int:pk>/progress/", ledger.RecordProgress.as_view(), name="record-progress"),
    path("commitments/<int:pk>/rate/", ledger.RatePromise.as_view(), name="rate-promise"),
    path("commitments/<int:pk>/settle/", ledger.SettlePromise.as_view(), name="settle-promise"),
    path("carry-overs/<int:pk>/explain/", ledger.ExplainCarryOver.as_view(), name="explain-carry"),
    path("statements/", statements.Statements.as_view(), name="statements"),
    path("statements/<int:pk>/", statements.StatementPage.as_view(), name="statement"),
    path("statements/<int:pk>/send/", statements.SendStatement.as_view(), name="send-statement"),
    path("statements/<int:pk>/receive/", statements.ReceiveStatement.as_view(), name="receive-statement"),
    path("look-backs/", look_back.LookBacks.as_view(), name="look-backs"),
    path("look-backs/new/", look_back.OpenLookBack.as_view(), name="open-look-back"),
    path("look-backs/<int:pk>/", look_back.LookBackPage.as_view(), name="look-back"),
    path("look-backs/<int:pk>/close/", look_back.CloseLookBack.as_view(), name="close-look-back"),
    path("look-back-items/<int:pk>/answer/", look_back.AnswerLookBack.as_view(), name="answer-look-back"),
]

key_urls = [
    path("key/", key_supervision.KeyList.as_view(), name="key-list"),
    path("key/<int:pk>/", key_supervision.KeyPage.as_view(), name="key-item"),
    path("<int:pk>/choose-key/", key_supervision.ChooseKey.as_view(), name="choose-key"),
    path("key/<int:pk>/record/", key_supervision.RecordSupervision.as_view(), name="record-supervision"),
    path("key/<int:pk>/report/", key_supervision.ReportSupervision.as_view(), name="report-supervision"),
    path("key/<int:pk>/end/", key_supervision.EndSupervision.as_view(), name="end-supervision"),
    path("key/<int:pk>/remove/", key_supervision.RemoveKey.as_view(), name="remove-key"),
    path("key/<int:pk>/publish/", key_supervision.PublishKey.as_view(), name="publish-key"),
    path("key/<int:pk>/unpublish/", key_supervision.UnpublishKey.as_view(), name="unpublish-key"),
    path("public/key/", key_supervision.PublicKeyList.as_view(), name="public-key"),
]

appraisal_urls = [
    path("awards/", appraisal.PublicAwards.as_view(), name="awards"),
    path("appraisals/", appraisal.Appraisals.as_view(), name="appraisals"),
    path("appraisals/new/", appraisal.OpenAppraisal.as_view(), name="open-appraisal"),
    path("appraisals/<int:pk>/", appraisal.AppraisalPage.as_view(), name="appraisal"),
    path("appraisals/<int:pk>/workbook/", appraisal.Workbook.as_view(), name="appraisal-workbook"),
    path("appraisals/<int:pk>/rows/<slug:row>/<slug:column>/", appraisal.Rows.as_view(), name="appraisal-rows"),
    path("appraisals/<int:pk>/score/", appraisal.ScoreAgain.as_view(), name="score-again"),
    path("appraisals/<int:pk>/decide/", appraisal.DecideAwards.as_view(), name="decide-awards"),
    path("appraisals/<int:pk>/publish/", appraisal.PublishAwards.as_view(), name="publish-awards"),
    path("<int:pk>/mark/", appraisal.GiveMark.as_view(), name="mark"),
    path("handed-reports/", handed_reports.HandedReports.as_view(), name="handed-reports"),
    path("handed-reports/new/", handed_reports.HandIn.as_view(), name="hand-in"),
    path("handed-reports/<int:pk>/", handed_reports.HandedReportPage.as_view(), name="handed-report"),
    path("handed-reports/<int:pk>/hear/", handed_reports.Hear.as_view(), name="hear-report"),
]
fund_urls = [
    path("funds/", fund.Funds.as_view(), name="funds"),
    path("funds/new/", fund.SetPot.as_view(), name="set-pot"),
    path("funds/<int:pk>/", fund.FundPage.as_view(), name="fund"),
    path("funds/<int:pk>/adjust/", fund.AdjustPot.as_view(), name="adjust-pot"),
    path("funds/applications/", fund.FundApplications.as_view(), name="fund-applications"),
    path("funds/applications/<int:pk>/screen/", fund_project.ScreenApplication.as_view(), name="screen-application"),
    path("assignments/<int:pk>/apply-for-fund/", fund_project.ApplyForFund.as_view(), name="apply-for-fund"),
    path("<int:pk>/choose-project/", fund_project.ChooseProject.as_view(), name="choose-project"),
    path("projects/<int:pk>/", fund_project.ProjectPage.as_view(), name="fund-project"),
    path("projects/<int:pk>/start/", fund_project.StartProject.as_view(), name="start-project"),
    path("projects/<int:pk>/report/", fund_project.ReportProject.as_view(), name="report-project"),
    path("projects/<int:pk>/complete/", fund_project.CompleteProject.as_view(), name="complete-project"),
    path("projects/<int:pk>/accept/", fund_project.AcceptProject.as_view(), name="accept-project"),
    path("projects/<int:pk>/pay/", fund_project.PayProject.as_view(), name="pay-project"),
    path("projects/<int:pk>/adjust/", fund_project.AdjustProject.as_view(), name="adjust-project"),
    path("projects/<int:pk>/cancel/", fund_project.CancelProject.as_view(), name="cancel-project"),
]

urlpatterns = [
    *appraisal_urls,
    *letter_urls,
    *desk_urls,
    *public_urls,
    *deputy_urls,
    *office_urls,
    *meeting_urls,
    *unit_urls,
    *ledger_urls,
    *key_urls,
    *fund_urls,
]
