"""Chinese text as it is stored for searching, and as it is asked for. No dictionary, so no word is cut wrongly."""

import re
import unicodedata
from collections.abc import Iterator

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db.models import CharField, Expression, Field, Func, TextField, Value
from django.db.models.functions import Cast

LONGEST_QUERY = 100
MOST_WORDS = 8

# Letters and digits of any script, without the underscore that \w brings.
_RUN = re.compile(r"[^\W_]+")


class TSQueryField(Field):
    """The column type of a ready-made tsquery."""

    def db_type(self, connection) -> str:
        return "tsquery"


def normalise(text: str) -> str:
    """Full-width to half-width (NFKC), lower case, runs of white space to one blank, no blank at the ends."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def words(text: str) -> list[str]:
    """What was asked for, cut at blanks; each word has to occur. Signs without any letter or digit are left out."""
    asked = normalise(text)[:LONGEST_QUERY].split()
    return [word for word in asked if _RUN.search(word)][:MOST_WORDS]


def bigrams(text: str) -> str:
    """Each pair of neighbouring letters, and the last letter of each run, once, separated by blanks.

    The lone last letters let a search for one character find it at the end of a run as well.
    """
    return " ".join(dict.fromkeys(token for run in _RUN.findall(normalise(text)) for token in _tokens(run)))


def vector_of(text: str) -> Expression:
    """The tsvector of `text`, made of its bigrams as they are: PostgreSQL's own parser would cut 6年 in two."""
    tokens = Value(bigrams(text).split(), output_field=ArrayField(TextField()))
    return Func(tokens, function="array_to_tsvector", output_field=SearchVectorField())


def vector_text(text: str) -> str:
    """`vector_of(text)` as PostgreSQL writes it, for rows that come by COPY."""
    # Tokens consist of letters and digits only, so quoting them is all the escaping there is.
    return " ".join(f"'{token}'" for token in bigrams(text).split())


def query_for(text: str) -> Expression | None:
    """The tsquery that all bigrams of all words occur; None when nothing can be searched for."""
    terms = dict.fromkeys(term for word in words(text) for term in _terms(word))
    # Terms consist of letters and digits only, so quoting them is all the escaping there is.
    return Cast(Value(" & ".join(terms), output_field=CharField()), TSQueryField()) if terms else None


def needs_recheck(word: str) -> bool:
    """Whether the bigrams alone may find too much: they tell which pairs occur, not that they are neighbours."""
    return len(word) > 2 or not _RUN.fullmatch(word)


def _tokens(run: str) -> Iterator[str]:
    yield from (run[i : i + 2] for i in range(len(run) - 1))
    yield run[-1]


def _terms(word: str) -> Iterator[str]:
    for run in _RUN.findall(word):
        pairs = [f"'{run[i : i + 2]}'" for i in range(len(run) - 1)]
        yield from pairs or [f"'{run}':*"]
