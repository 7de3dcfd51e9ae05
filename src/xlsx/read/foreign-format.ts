/** What files that people take for workbooks begin with, in lower case. */
const BEGINNINGS: readonly [beginning: string, format: string][] = [
  ['%pdf', 'pdf'],
  ['{\\rtf', 'rtf'],
  ['<!doctype html', 'html'],
  ['<html', 'html'],
  ['<table', 'html'],
  ['mime-version:', 'mhtml'],
  ['<?xml', 'xml'],
  ['id;p', 'slk'],
  ['\x89png', 'png'],
  ['rar!', 'rar'],
  ['7z\xbc\xaf', '7z'],
];

/** The format of a file that is no workbook, as a usual extension; `undefined` where its beginning says nothing. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  let head = '';
  for (let i = 0; i < 64 && i < bytes.length; i++) head += String.fromCharCode(bytes[i]!);
  head = head
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  const known = BEGINNINGS.find(([beginning]) => head.startsWith(beginning))?.[1];
  if (known !== 'xml') return known;
  return isWebPage(bytes) ? 'html' : 'xml';
}

/** Web pages may call themselves XML first. */
function isWebPage(bytes: Uint8Array): boolean {
  let head = '';
  for (let i = 0; i < 1024 && i < bytes.length; i++) head += String.fromCharCode(bytes[i]!);
  return /<html[\s>]/i.test(head);
}
