"""Loads each workbook whose path stands in the input, a line each; prints the last line of what went wrong, or "-"."""

import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")
for path in sys.stdin.read().splitlines():
    try:
        openpyxl.load_workbook(path).close()
        print("-")
    except Exception as error:
        print(f"{type(error).__name__}: {error}".replace("\n", " "))
