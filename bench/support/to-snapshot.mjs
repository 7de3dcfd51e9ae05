/** A worksheet of plain values as a host would hand it over. */
export function toSnapshot(rows) {
  const columnCount = Math.max(...rows.map((row) => row.length));
  return {
    id: 'sheet1',
    name: '附件2',
    firstRow: 0,
    firstColumn: 0,
    rowCount: rows.length,
    columnCount,
    values: rows.map((row) => Array.from({ length: columnCount }, (_, i) => row[i] ?? null)),
    formulas: rows.map(() => Array.from({ length: columnCount }, () => null)),
    numberFormats: rows.map(() => Array.from({ length: columnCount }, () => 'General')),
    merges: null,
    hiddenRows: [],
    hiddenColumns: [],
    protected: false,
  };
}
