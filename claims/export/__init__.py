"""Tables and reports out of what was found and decided."""

from claims.export.columns import COLUMNS, PRESETS
from claims.export.csv_tables import write_csv

__all__ = ["COLUMNS", "PRESETS", "write_csv"]
