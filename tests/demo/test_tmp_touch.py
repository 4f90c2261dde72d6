from datetime import timedelta
import pytest
from congress_portal.demo import district, in_touch
from foundation.workdays.clock import today
@pytest.mark.django_db
def test_it():
    built = district.build(today() - timedelta(days=1))
    in_touch.tell(built)
