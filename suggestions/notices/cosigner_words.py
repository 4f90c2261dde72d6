"""What is told when the lead asks his co-signers before he rates."""

from datetime import datetime
from typing import Any

from suggestions.models import CosignerWord
from suggestions.notices.telling import tell_of
from suggestions.rules.words import day_word


def word_asked(word: CosignerWord, *, by: Any, at: datetime) -> None:
    paper = word.suggestion
    body = (
        f"各承办单位均已答复。领衔代表评价前征求您的意见，请于{day_word(word.due_on)}前登录，"
        "对办理态度和办理结果提出意见；到期未答复的，领衔代表可以先行评价。"
    )
    title = f"请您对答复提出意见：{paper}"
    tell_of("word_asked", paper, title, by=by, at=at, body=body, cosigner=word.cosigner, mark=f"w{word.pk}")


def word_given(word: CosignerWord, *, by: Any, at: datetime) -> None:
    paper = word.suggestion
    left = sum(row.is_open for row in paper.words_of_round())
    then = f"还有{left}名联名代表没有答复。" if left else "联名代表均已答复，请您作出评价。"
    title = f"{word.cosigner.mandate.deputy}代表对答复提出意见：{paper}"
    body = f"意见可在评价页面查看。{then}"
    tell_of("word_given", paper, title, by=by, at=at, body=body, cosigner=word.cosigner, mark=f"w{word.pk}")
