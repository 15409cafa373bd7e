"""Let `python -m pmcareer` be the same as `pmcareer`."""

from pmcareer.cli.main import main

if __name__ == "__main__":
    main()
