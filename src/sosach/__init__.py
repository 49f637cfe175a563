"""Sổ Sạch: a register workbook in, a checked register out."""

__version__ = "0.1.0"
