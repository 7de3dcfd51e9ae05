"""Reads every XML part of a package with lxml and prints those that are not well-formed as JSON."""

import json
import sys
import zipfile

from lxml import etree

ENDINGS = (".xml", ".rels", ".vml")


def main(path):
    found, seen = [], set()
    with zipfile.ZipFile(path) as package:
        damaged = package.testzip()
        if damaged is not None:
            found.append({"part": damaged, "problem": "checksum"})
        for entry in package.infolist():
            name = entry.filename
            if name.lower() in seen:
                found.append({"part": name, "problem": "twice in the zip"})
            seen.add(name.lower())
            if not name.lower().endswith(ENDINGS):
                continue
            try:
                etree.fromstring(package.read(entry), etree.XMLParser(huge_tree=True, resolve_entities=False))
            except etree.XMLSyntaxError as error:
                found.append({"part": name, "problem": str(error)})
    print(json.dumps(found))


main(sys.argv[1])
