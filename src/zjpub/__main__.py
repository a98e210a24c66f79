"""`python -m zjpub`: the same as the `zjpub` command."""

from zjpub.cli import main

if __name__ == "__main__":
    main()
