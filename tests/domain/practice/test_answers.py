"""The table of figures is found in a sheet, however somebody edited it."""

from pmcareer.domain.practice.answers import answers_in
from sweeps import of_each

SHEET = """## Your case

| figure | yours |
|---|---|
| Cost, kEUR | 99 |

## Figures

Round to whole kEUR.

| figure | yours |
|---|---|
| Cost, kEUR | **10** |
| `Return`, percent | |

## A good example

| Cost, kEUR | 7 |
"""


def test_only_the_table_below_its_heading_is_read():
    found = answers_in(SHEET)
    assert found["cost, keur"] == "10"
    assert found["return, percent"] == ""
    assert "7" not in found.values()


def test_a_sheet_without_such_a_table_has_no_answers():
    assert answers_in("## Your case\n\n| a | b |\n") is None


TABLE = "| figure | yours |\n|---|---|\n| Cost, kEUR | 10 |\n"


@of_each(
    [
        f"## Figures\n\n### Of money\n\n{TABLE}",
        f"## 3. Figures\n\n{TABLE}",
        f"## Figures (mine)\n\n{TABLE}",
        f"# My figures\n\n{TABLE}",
        f"Figures\n-------\n\n{TABLE}",
        f"Figures\n===\n\n{TABLE}\nNext\n===\n\n| Cost, kEUR | 7 |\n",
        "## Figures\n\nfigure | yours\n--- | ---\nCost, kEUR | 10\n",
        "## Figures\n\n| figure | how | yours |\n|---|---|---|\n| Cost, kEUR | 7 | 10 |\n",
        "## Figures\n\n| no | figure | yours |\n|---|---|---|\n| 1 | Cost, kEUR | 10 |\n",
        "## Figures\n\n| what | mine |\n|---|---|\n| Cost, kEUR | 10 |\n",
        f"## Figures\n\n{TABLE}| Cost, kEUR | |\n",
        f"## Figures\n\n| Cost, kEUR | |\n{TABLE}",
        f"## Raw figures\n\n| Speed | 7 |\n\n## Figures\n\n{TABLE}",
    ]
)
def test_a_table_that_somebody_edited_is_read_all_the_same(text):
    assert answers_in(text) == {"cost, keur": "10"}
