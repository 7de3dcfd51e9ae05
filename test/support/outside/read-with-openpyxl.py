"""Loads a workbook with openpyxl and prints what it found as JSON."""

import json
import sys
import warnings

import openpyxl


def text(value):
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def sheet_report(sheet):
    cells, notes, links = {}, {}, {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                cells[cell.coordinate] = text(getattr(cell.value, "text", cell.value))
            if getattr(cell, "comment", None) is not None:
                notes[cell.coordinate] = {"author": cell.comment.author, "text": cell.comment.text}
            link = getattr(cell, "hyperlink", None)
            if link is not None:
                links[cell.coordinate] = link.target or link.location
    formats = [
        {
            "range": str(area.sqref),
            "type": rule.type,
            "priority": rule.priority,
            "formulas": list(rule.formula),
            "dxf": None if rule.dxf is None or rule.dxf.fill is None else rule.dxf.fill.bgColor.rgb,
        }
        for area in sheet.conditional_formatting
        for rule in area.rules
    ]
    return {
        "name": sheet.title,
        "kind": "worksheet",
        "state": sheet.sheet_state,
        "cells": cells,
        "notes": notes,
        "hyperlinks": links,
        "conditionalFormats": [
            {**each, "dxf": each["dxf"] if isinstance(each["dxf"], str) else None} for each in formats
        ],
        "validations": [str(each.sqref) for each in sheet.data_validations.dataValidation],
        "merges": sorted(str(each) for each in sheet.merged_cells.ranges),
        "freeze": sheet.freeze_panes,
        "printTitles": [sheet.print_title_rows, sheet.print_title_cols],
        "printArea": text(sheet.print_area) or None,
        "protected": bool(sheet.protection.sheet),
        "charts": len(sheet._charts),
        "pictures": len(sheet._images),
        "pivots": len(sheet._pivots),
        "tables": sorted(sheet.tables),
        "widths": {key: each.width for key, each in sheet.column_dimensions.items() if each.customWidth},
    }


def main(path):
    with warnings.catch_warnings(record=True) as raised:
        warnings.simplefilter("always")
        book = openpyxl.load_workbook(path)
    sheets = []
    for sheet in book._sheets:
        if isinstance(sheet, openpyxl.worksheet.worksheet.Worksheet):
            sheets.append(sheet_report(sheet))
        else:
            sheets.append({"name": sheet.title, "kind": "chartsheet", "state": sheet.sheet_state, "charts": len(sheet._charts)})
    names = book.defined_names
    listed = names.definedName if hasattr(names, "definedName") else list(names.values())
    print(
        json.dumps(
            {
                "sheets": sheets,
                "active": book.active.title,
                "definedNames": {each.name: each.attr_text for each in listed},
                "warnings": sorted({str(each.message) for each in raised}),
            }
        )
    )


main(sys.argv[1])
