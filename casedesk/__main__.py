"""Read the arguments and run the command; without a command, open the desk."""

import sys

from casedesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
