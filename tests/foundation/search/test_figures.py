from django.db import connection

from foundation.search.figures import TARGET, keep_figures
from suggestions.models import Suggestion

KEPT = "SELECT attstattarget FROM pg_attribute WHERE attrelid = %s::regclass AND attname = 'search_vector'"


def test_the_planner_knows_the_words_of_every_searched_table(db):
    table = Suggestion._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} ALTER COLUMN search_vector SET STATISTICS 100")
        keep_figures()
        cursor.execute(KEPT, [table])
        assert cursor.fetchone() == (TARGET,)
