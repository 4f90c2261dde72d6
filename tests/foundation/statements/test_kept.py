"""Only the words of a question are kept, never what was answered."""

from foundation.accounts.models import Organisation
from foundation.statements.kept import Statement


def test_it_is_composed_once_and_answered_each_time(db) -> None:
    asked = []

    def compose():
        asked.append(1)
        return Organisation.objects.filter(name__startswith="100%").order_by("name").values_list("name", "kind")

    assert Statement(("names", 1), compose).rows() == []
    Organisation.objects.create(name="100%甲办", kind="handling_unit")
    assert Statement(("names", 1), compose).rows() == [("100%甲办", "handling_unit")]
    assert len(asked) == 1

    Statement(("names", 2), compose).rows()
    assert len(asked) == 2


def test_a_question_without_a_possible_answer_asks_nobody(django_assert_num_queries, db) -> None:
    with django_assert_num_queries(0):
        assert Statement("nothing", lambda: Organisation.objects.none().values_list("pk")).rows() == []
