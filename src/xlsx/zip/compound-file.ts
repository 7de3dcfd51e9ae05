const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_SIZE = 512;
const ENTRY_SIZE = 128;
const LAST_REGULAR_SECTOR = 0xfffffffa;
/** More directory sectors than any document has; a chain that runs in circles ends here. */
const MAX_DIRECTORY_SECTORS = 4096;

/** Whether the bytes are a compound file (OLE2): the container of .xls, .et and of encrypted workbooks. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/**
 * The names of the streams and storages of a compound file, as far as its directory can be read.
 * Never throws: a damaged file yields the names found up to the damage.
 */
export function compoundFileNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  if (bytes.length < HEADER_SIZE) return names;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorShift = view.getUint16(30, true);
  if (sectorShift !== 9 && sectorShift !== 12) return names;
  const sectorSize = 1 << sectorShift;
  const offsetOf = (sector: number) => (sector + 1) * sectorSize;

  let sector = view.getUint32(48, true);
  for (let count = 0; count < MAX_DIRECTORY_SECTORS && sector <= LAST_REGULAR_SECTOR; count++) {
    const offset = offsetOf(sector);
    if (offset + sectorSize > bytes.length) break;
    for (let entry = offset; entry < offset + sectorSize; entry += ENTRY_SIZE) {
      const name = entryName(view, entry);
      if (name !== '') names.push(name);
    }
    sector = nextSector(view, sector, sectorSize, offsetOf);
  }
  return names;
}

function entryName(view: DataView, entry: number): string {
  const size = view.getUint16(entry + 64, true);
  if (size < 2 || size > 64) return '';
  let name = '';
  for (let i = 0; i < size - 2; i += 2) name += String.fromCharCode(view.getUint16(entry + i, true));
  return name;
}

/** Looks the next sector up in the allocation table; only the 109 table sectors named in the header are known. */
function nextSector(
  view: DataView,
  sector: number,
  sectorSize: number,
  offsetOf: (sector: number) => number,
): number {
  const perSector = sectorSize / 4;
  const tableIndex = Math.floor(sector / perSector);
  if (tableIndex >= 109) return Infinity;
  const tableSector = view.getUint32(76 + tableIndex * 4, true);
  const at = offsetOf(tableSector) + (sector % perSector) * 4;
  return tableSector <= LAST_REGULAR_SECTOR && at + 4 <= view.byteLength
    ? view.getUint32(at, true)
    : Infinity;
}
