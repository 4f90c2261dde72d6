"""Row history sees what signals do not, and never a secret."""

import pytest
from django.db import models
from django.test.utils import isolate_apps

from foundation.audit.history import tracked
from foundation.files.models import FileFormat
from foundation.vault.fields import EncryptedTextField


@pytest.mark.django_db
def test_a_bulk_update_is_caught_with_each_row_as_it_became():
    FileFormat.objects.filter(extension__in=["pdf", "ofd"]).update(max_megabytes=9)
    history = FileFormat.pgh_event_model.objects.filter(pgh_label="update").order_by("extension")
    assert [*history.values_list("extension", "max_megabytes")] == [("ofd", 9), ("pdf", 9)]


@isolate_apps("foundation.audit")
def test_encrypted_and_copied_columns_are_left_out():
    @tracked(exclude=["phone_hash"])
    class Person(models.Model):
        name = models.CharField(max_length=10)
        phone = EncryptedTextField(default="")
        phone_hash = models.CharField(max_length=64)
        search_text = models.TextField()

        class Meta:
            app_label = "audit"

        def __str__(self) -> str:
            return self.name

    kept = {field.name for field in Person.pgh_event_model._meta.get_fields() if not field.name.startswith("pgh_")}
    assert kept == {"id", "name"}
