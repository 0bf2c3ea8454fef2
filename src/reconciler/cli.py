"""The command line."""

import click


@click.command()
def main() -> None:
    """Compare several articles on one event."""
