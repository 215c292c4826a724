"""``python -m claimtrack``."""

from claimtrack.cli.app import main

if __name__ == "__main__":
    main()
