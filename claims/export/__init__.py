"""Tables and reports out of what was found and decided."""

from claims.export.csv_tables import write_csv
from claims.export.tables import COLUMNS, PRESETS, claim_rows, conflict_rows, version_rows

__all__ = ["COLUMNS", "PRESETS", "claim_rows", "conflict_rows", "version_rows", "write_csv"]
