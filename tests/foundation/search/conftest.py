import pytest
from django.db import connection, models
from django.test.utils import isolate_apps

from foundation.search.models import Searchable


@pytest.fixture(scope="session")
def paper_model() -> type[Searchable]:
    """A searchable model of its own, so that these tests need no room."""
    with isolate_apps("foundation.search"):

        class Paper(Searchable):
            title = models.CharField(max_length=200)
            body = models.TextField(default="")
            is_public = models.BooleanField(default=True)

            class Meta(Searchable.Meta):
                app_label = "search"

            def __str__(self) -> str:
                return self.title

            def search_source(self) -> str:
                return f"{self.title} {self.body}"

        return Paper


@pytest.fixture
def papers(db, paper_model):
    """A function that files papers by title; their table lives as long as the test."""
    with connection.schema_editor() as editor:
        editor.create_model(paper_model)

    def file(*titles: str) -> type[Searchable]:
        for title in titles:
            paper_model.objects.create(title=title)
        return paper_model

    return file
