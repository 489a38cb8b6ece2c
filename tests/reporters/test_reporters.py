import subprocess
import sys

import pytest

from reportcheck.errors import UsageError
from reportcheck.reporters import REPORTERS, reporter


@pytest.mark.parametrize("name", [name for name in REPORTERS if not name.startswith("checklist-")])
def test_every_format_renders(name, batch):
    rendered = reporter(name).render(batch)
    text = rendered.decode("utf-8") if isinstance(rendered, bytes) else rendered
    # SARIF knows documents by their URIs alone.
    assert ("%E4%BA%91%E5%B2%AD%E5%8E%BF" if name == "sarif" else "云岭县") in text


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(UsageError, match="terminal、json、html"):
        reporter("wps")


def test_terminal_and_json_do_without_jinja2():
    code = (
        "import sys; from reportcheck.reporters import reporter; reporter('terminal'); reporter('json');"
        "sys.exit('jinja2' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
