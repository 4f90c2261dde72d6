"""The office opens a letter with its answer to everybody, and takes it off again."""

from typing import Any

from liaison_stations.forms import publishing as forms
from liaison_stations.rules import office_letters as rules
from liaison_stations.transitions.publish_letter import answer_of, publish_letter, unpublish_letter
from liaison_stations.views.office_letter_steps import LetterStep


class PublishLetter(LetterStep):
    template_name = "liaison_stations/publish_letter.html"
    form_class = forms.CopyForm
    rule = rules.may_publish_letter
    transition = publish_letter
    title = "公开来信和答复"
    button = "公开"
    intro = (
        "左边是原文，右边是公众将看到的文字，号码已自动遮盖。需要再遮盖的，把字改成*号或者【略】，不能改写。"
        "照片、扫描件和来信人信息一律不公开。"
    )
    success_message = "已公开，可以随时撤下。"

    def form_kwargs(self) -> dict[str, Any]:
        letter = self.object
        event, copy = answer_of(letter), letter.public_copy
        originals = {"title": letter.title, "text": letter.text, "answer": event.text if event else ""}
        standing = {name: getattr(copy, name) for name in originals} if copy else {}
        return {"originals": originals, "standing": standing}


class UnpublishLetter(LetterStep):
    form_class = forms.UnpublishForm
    rule = rules.may_unpublish_letter
    transition = unpublish_letter
    title = button = "撤下公开"
    intro = "撤下后公众立即看不到；审查过的公开文本存档备查。"
    success_message = "已撤下。"
