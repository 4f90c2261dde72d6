"""Who is said to have been faster, when a page is older than its object."""

from suggestions.transitions.draft_reply import draft_reply

FASTER = "同事已先一步办理"
ONESELF = "您的账号在另一个窗口已经保存过"
ROWS = {"points-TOTAL_FORMS": "0", "points-INITIAL_FORMS": "0", "body": "初稿。"}


def test_saving_while_one_types_counts_though_it_leaves_no_event(road, cast, visit, words):
    part = road.part(road.contacted())
    seen = part.version
    draft_reply(part, by=cast.chen, at=road.at(), body="局长写的。")
    draft_reply(part, by=cast.feng, at=road.at(), body="另一窗口写的。", autosave=True)

    mine = words(visit(cast.feng, "reply", part, post={**ROWS, "version": seen}))
    his = words(visit(cast.chen, "reply", part, post={**ROWS, "version": seen}))

    assert ONESELF in mine
    assert FASTER not in mine
    assert FASTER in his


def test_a_later_step_of_a_colleague_counts_more_than_ones_own_text(road, cast, visit, words):
    part = road.part(road.contacted())
    seen = part.version
    draft_reply(part, by=cast.feng, at=road.at(), body="初稿。")
    draft_reply(part, by=cast.chen, at=road.at(), body="初稿。")

    assert FASTER in words(visit(cast.feng, "reply", part, post={**ROWS, "version": seen}))
