import pytest

from foundation.workflow import Refused, StaleVersion, allow, refuse

STATE = refuse("当前已办结，不能再交办。", "state")
ROLE = refuse("只有联络工作人员可以交办。", "role")


@pytest.mark.parametrize(
    ("first", "second", "both", "either"),
    [
        (allow(), allow(), allow(), allow()),
        (allow(), ROLE, ROLE, allow()),
        (STATE, allow(), STATE, allow()),
        (STATE, ROLE, STATE, ROLE),
    ],
)
def test_verdicts_combine(first, second, both, either):
    assert first & second == both
    assert first | second == either


def test_and_is_associative():
    for a in (allow(), STATE, ROLE):
        for b in (allow(), STATE, ROLE):
            for c in (allow(), STATE, ROLE):
                assert (a & b) & c == a & (b & c)


def test_a_verdict_is_as_true_as_it_allows():
    assert allow()
    assert not STATE


def test_require_raises_the_reason():
    allow().require()
    with pytest.raises(Refused, match="只有联络工作人员可以交办。") as refused:
        ROLE.require()
    assert refused.value.code == "role"


def test_a_stale_page_is_a_refusal_that_says_what_to_do():
    assert isinstance(StaleVersion(), Refused)
    assert StaleVersion().code == "stale"
    assert StaleVersion().reason == "同事已先一步办理，页面内容已变化，请刷新后再办。"
