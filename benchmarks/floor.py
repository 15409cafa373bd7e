"""A program that does nothing with the libraries of pmcareer: one Typer command, one Pydantic model, one Rich table.

What `startup.py` compares with. Nothing of pmcareer is imported here.
"""

import typer
from pydantic import BaseModel
from rich.console import Console
from rich.table import Table

app = typer.Typer()


class Exercise(BaseModel):
    """A record of one row."""

    id: str
    title: str
    hours: tuple[float, float, float]


@app.command("next")
def next_() -> None:
    """Print one row."""
    row = Exercise(id="pmf-02", title="A plan that somebody else can follow", hours=(8, 14, 24))
    table = Table("id", "title", "likely")
    table.add_row(row.id, row.title, f"{row.hours[1]:g}")
    Console().print(table)


@app.command()
def log() -> None:
    """Be the second command, so that there is something to choose from."""


if __name__ == "__main__":
    app()
