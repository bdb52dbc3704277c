"""Put the compiled catalogues, the forms and the packs into the wheel."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = ("forms", "legal_templates", "i18n")


class ShippedHook(BuildHookInterface[Any]):
    """Run before the files of the wheel are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues; a checkout used in place needs no copies."""
        script = Path(self.root) / "i18n" / "catalogues.py"
        subprocess.run([sys.executable, str(script), "compile"], check=True)
        if version != "editable":
            build_data["force_include"] |= {name: f"casedesk/shipped/{name}" for name in SHIPPED}
