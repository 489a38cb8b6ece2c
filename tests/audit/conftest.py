from collections.abc import Iterator
from pathlib import Path

import pytest
from many import store_of_many
from sites import COUNT

from reportcheck.audit.dashboard import write
from reportcheck.audit.store import Store


@pytest.fixture(scope="session")
def many() -> Iterator[Store]:
    with store_of_many(COUNT) as store:
        yield store


@pytest.fixture(scope="session")
def site(many: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "out"
    write(many, folder)
    return folder
