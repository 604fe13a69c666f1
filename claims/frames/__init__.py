"""The notebook's way in: tables in, tables out, as pandas DataFrames; the only package that imports pandas at its top.

Each function takes the table that the one before it gave, whole, filtered or read back from a CSV file, or the plain
models of :mod:`claims.models` in its place. A column that it needs and does not find is named in the error.
"""

from claims.frames.case import CaseTables, open_case
from claims.frames.stages import compare, contradictions, extract, group, read

__all__ = ["CaseTables", "compare", "contradictions", "extract", "group", "open_case", "read"]
