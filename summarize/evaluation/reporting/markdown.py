"""Tables as Markdown."""

from __future__ import annotations

from summarize.evaluation.reporting.tables import Table
from summarize.rendering import safe


def table_markdown(table: Table) -> str:
    """A table with its title as a heading."""
    rule = ["---" if number < table.words else "---:" for number in range(len(table.columns))]
    rows = [[safe.markdown(cell) if cell else "" for cell in row] for row in (table.columns, *table.rows)]
    lines = [rows[0], rule, *rows[1:]]
    body = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    note = f"\n\n{table.note}." if table.note else ""
    return f"### {safe.markdown(table.title)}\n\n{body}{note}\n"
