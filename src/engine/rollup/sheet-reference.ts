/** A worksheet's name as a formula writes it, "!" included: in quotes unless it is a plain word. */
export function sheetPrefix(name: string): string {
  // Excel asks for quotes where a name may be taken for something else (A1, R1C1, TRUE, 2020, …). They are
  // never wrong, so only words that no spreadsheet can mistake go without.
  const plain = /^[A-Za-z_][A-Za-z_]{3,}$/.test(name) && !/^(?:true|false)$/i.test(name);
  return plain ? `${name}!` : `'${name.replace(/'/g, "''")}'!`;
}

/** A text as a formula writes it, in quotes. */
export function textLiteral(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
