import pytest
from django.db import models
from django.test.utils import isolate_apps

from foundation.search.models import Searchable


@isolate_apps("foundation.search")
def test_a_model_without_the_index_is_told():
    class Bare(Searchable):
        title = models.CharField(max_length=10)

        class Meta:
            app_label = "search"

        def __str__(self) -> str:
            return self.title

    assert [error.id for error in Bare.check() if error.id.startswith("search")] == ["search.E001"]


def test_a_model_with_the_index_is_not(paper_model):
    assert [error for error in paper_model.check() if error.id.startswith("search")] == []


@isolate_apps("foundation.search")
def test_a_model_that_does_not_say_what_it_is_found_by_is_refused():
    class Mute(Searchable):
        class Meta(Searchable.Meta):
            app_label = "search"

        def __str__(self) -> str:
            return ""

    with pytest.raises(TypeError, match="search_source"):
        Mute().refresh_search()
