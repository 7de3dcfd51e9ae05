import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Reads from @types/office-js since which version of ExcelApi each class and member of Excel exists:
 * "Range" → "1.1", "Range.hyperlink" → "1.7". What belongs to another requirement set is left out.
 */
export function officeRequirements(): Map<string, string> {
  const file = join(dirname(require.resolve('@types/office-js/package.json')), 'index.d.ts');
  const text = readFileSync(file, 'utf8');
  const excel = text.slice(text.indexOf('declare namespace Excel {'));
  const requirements = new Map<string, string>();
  let className: string | null = null;
  let version: string | null = null;
  for (const line of excel.split('\n')) {
    const stated = /\[Api set: (.+?)(?:\]|,| for )/.exec(line);
    if (stated) version = /^ExcelApi (1\.\d+)$/.exec(stated[1]!.trim())?.[1] ?? 'other';
    const declared = /^ {4}(?:class|interface) (\w+)/.exec(line);
    const member = /^ {8}(?:readonly )?(\w+)\??(?:\(|:|<)/.exec(line);
    if (declared) {
      className = declared[1]!;
      if (version) note(requirements, className, version);
      version = null;
    } else if (/^ {4}\}/.test(line)) {
      className = null;
    } else if (member && className) {
      if (version) note(requirements, `${className}.${member[1]}`, version);
      version = null;
    }
  }
  return requirements;
}

/** The first of several overloads is the oldest. */
function note(requirements: Map<string, string>, key: string, version: string): void {
  if (version !== 'other' && !requirements.has(key)) requirements.set(key, version);
}
