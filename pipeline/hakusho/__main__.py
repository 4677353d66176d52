"""`python -m hakusho` is the command `hakusho`."""

from hakusho.cli import main

if __name__ == "__main__":
    main()
