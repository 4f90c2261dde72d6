"""Every step with a letter, as office, deputy or unit takes it."""

from typing import Any

from django.db.models import QuerySet

from foundation.files.keeping import KeepsFiles
from foundation.web.views import StepView
from liaison_stations.forms import office_letters as forms
from liaison_stations.models import Letter
from liaison_stations.rules import office_letters as rules
from liaison_stations.states.handling import GroundUse
from liaison_stations.states.letter import EventKind, LetterState
from liaison_stations.transitions import ask_writer, letter_delay, screen_letter, transfer_letter
from liaison_stations.transitions.answer_letter import answer_letter
from liaison_stations.transitions.erase_letter import erase_letter
from liaison_stations.transitions.give_letter import give_to_deputy, hand_back
from liaison_stations.views.office_letters import CRUMB


class LetterStep(StepView):
    """A step about one letter; afterwards whoever no longer finds it is at his list again."""

    template_name = "liaison_stations/letter_step.html"
    context_name = "letter"

    def queryset(self) -> QuerySet[Letter]:
        return Letter.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, *super().get_crumbs()]

    def get_success_url(self) -> str:
        seen = self.queryset().filter(pk=self.object.pk).exists()
        return self.object.get_absolute_url() if seen else CRUMB[1]


class AcceptLetter(LetterStep):
    form_class = forms.AcceptForm
    rule = rules.may_accept_letter
    transition = screen_letter.accept_letter
    title = button = "受理"
    success_message = "已受理，来信人可以凭查询码看到进度。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on, "initial": {"deputy": self.object.to_deputy_id}}


class GiveLetter(AcceptLetter):
    form_class = forms.GiveForm
    rule = rules.may_give_to_deputy
    transition = give_to_deputy
    title = button = "交代表答复"
    success_message = "已交代表，代表会收到通知。"


class DeclineLetter(LetterStep):
    form_class = forms.GroundForm
    rule = rules.may_decline_letter
    transition = screen_letter.decline_letter
    use = GroundUse.DECLINE
    title = button = "不予受理"
    intro = "理由和依据会告知来信人。属于其他机关职责的，请用“告知其他渠道”。"
    success_message = "已告知来信人。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"use": self.use, "on": self.on}


class RedirectLetter(DeclineLetter):
    rule = rules.may_redirect_letter
    transition = screen_letter.redirect_letter
    use = GroundUse.REDIRECT
    title = button = "告知其他渠道"
    intro = "诉讼、仲裁、行政复议、信访等事项不由代表处理。来信人会看到应当向谁提出和依据。"


class HandBackLetter(LetterStep):
    form_class = forms.LetterReasonForm
    rule = rules.may_hand_back
    transition = hand_back
    title = button = "退回"
    intro = "退回后由代表联络工作机构或者联络站另行交办。理由只有办理人员能看到。"
    success_message = "已退回。"


class TransferLetter(LetterStep):
    form_class = forms.TransferForm
    rule = rules.may_transfer_letter
    transition = transfer_letter.transfer_letter
    title = button = "交单位办理"
    success_message = "已交办，单位会收到通知，来信人能看到办理单位和期限。"


class ReturnLetter(HandBackLetter):
    rule = rules.may_return_letter
    transition = transfer_letter.return_letter


class ReplyLetter(KeepsFiles, LetterStep):
    form_class = forms.ReplyForm
    rule = rules.may_reply_letter
    transition = transfer_letter.reply_letter
    title = button = "报送答复"
    intro = "报送后由交办机构核对，再答复来信人。"
    success_message = "已报送，由交办机构核对后答复来信人。"


class BounceReply(LetterStep):
    form_class = forms.BounceForm
    rule = rules.may_bounce_reply
    transition = transfer_letter.bounce_reply
    title = button = "退回重办"
    success_message = "已退回，单位会收到通知。"


class AskLetterDelay(LetterStep):
    form_class = forms.DelayForm
    rule = rules.may_ask_letter_delay
    transition = letter_delay.ask_letter_delay
    title = button = "申请延期"
    intro = "请在期限届满前申请，写明理由。只能延期一次，由交办机构决定；来信人看不到申请。"
    success_message = "已申请延期，由交办机构答复。"


class RefuseLetterDelay(LetterStep):
    form_class = forms.DelayForm
    rule = rules.may_refuse_letter_delay
    transition = letter_delay.refuse_letter_delay
    title = button = "不同意延期"
    success_message = "已告知单位，期限不变。"


class ExtendLetter(LetterStep):
    form_class = forms.ExtendForm
    rule = rules.may_extend_letter
    transition = letter_delay.extend_letter
    title = button = "延期"
    intro = "只能延期一次。来信人会看到新的期限和理由。"
    success_message = "已延期。"


class AnswerLetter(LetterStep):
    form_class = forms.AnswerLetterForm
    rule = rules.may_answer_letter
    transition = answer_letter
    title = button = "答复来信人"
    intro = "每封来信都要有答复。暂时不能解决的，选择“暂时不能解决”并写明原因。"
    success_message = "已答复，来信人凭查询码可以看到。"

    def form_kwargs(self) -> dict[str, Any]:
        """Of a body's reply it is what was checked of it."""
        letter = self.object
        if letter.state != LetterState.REPLIED:
            return {}
        event = letter.events.filter(kind=EventKind.REPLIED).last()
        if event is None:
            return {}
        event.letter = letter
        return {"initial": {"answer": event.text}}


class AskWriter(LetterStep):
    form_class = forms.QuestionForm
    rule = rules.may_ask_writer
    transition = ask_writer.ask_writer
    title = button = "请来信人补充"
    intro = "提问后期限中止计算，来信人补充后恢复。来信人凭查询码看到问题并补充。"
    success_message = "已提问，期限中止计算。"


class LetterGoesOn(LetterStep):
    rule = rules.may_go_on
    transition = ask_writer.go_on
    title = button = "不再等待，继续办理"
    success_message = "期限恢复计算，请按已知情况办理答复。"
    versioned = False


class NoteLetter(LetterStep):
    form_class = forms.NoteForm
    rule = rules.may_note_letter
    transition = ask_writer.note_letter
    title = "内部记录"
    button = "保存"
    success_message = "已记录。"


class EraseLetter(LetterStep):
    form_class = forms.EraseForm
    rule = rules.may_erase_letter
    transition = erase_letter
    title = button = "删除来信"
    button_tone = "danger"
    intro = "删除来信内容、来信人信息、照片和往来文字，不能恢复；编号、时间和办理状态保留备查。"
    success_message = "已删除，编号和办理时间保留备查。"
    versioned = False
