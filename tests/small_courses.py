"""The smallest course, in other forms."""

import shutil
from pathlib import Path

from programme.load import load
from programme.whole import Programme

HERE = Path(__file__).parent


def right_to_left(folder: Path) -> Programme:
    """The smallest course in Arabic, with a session that has all parts of a form, written into `folder`."""
    for tree in ("base", "languages/right-to-left"):
        shutil.copytree(HERE / tree, folder, dirs_exist_ok=True)
    whole, problems = load(folder)
    assert [str(problem) for problem in problems] == []
    assert whole is not None
    return whole.others[0]
