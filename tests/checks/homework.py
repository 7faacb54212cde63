"""The homeworks, as parameters of tests."""

import pytest
from notebooks import homework

# a homework is executed once, so its tests run in one process
SOURCES = [
    pytest.param(
        path,
        id=path.stem,
        marks=[pytest.mark.lesson(path.stem), pytest.mark.xdist_group(path.stem)],
    )
    for path in homework()
]
