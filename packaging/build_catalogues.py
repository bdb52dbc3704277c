"""Compile the catalogues while the wheel is built: they are never committed."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CataloguesHook(BuildHookInterface[Any]):
    """Run before the files of the wheel are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile every catalogue beside its source."""
        script = Path(self.root) / "i18n" / "catalogues.py"
        subprocess.run([sys.executable, str(script), "compile"], check=True)
