"""`python -m pose2lang3d_sdk`, the same as the command `pose2lang3d`."""

from __future__ import annotations

import sys

from pose2lang3d_sdk.cli import main

sys.exit(main())
