import { partsOf } from './package-parts';
import { zipParts } from './xlsx-builder';

/** The parts of a workbook as text; `null` for those that are gone. */
type Parts = Record<string, string | null>;

/** What some program does to a workbook that it opens and saves, besides much that is of no matter here. */
export type Resaving = (parts: Parts) => void;

/** A file as it is after programs have saved it. */
export function resavedFile(file: Uint8Array, ...habits: readonly Resaving[]): Uint8Array {
  const parts: Parts = {};
  for (const [name, content] of partsOf(file)) parts[name] = content.toString('utf8');
  for (const habit of habits) habit(parts);
  return zipParts(parts);
}

const each = (parts: Parts, names: RegExp, change: (xml: string, name: string) => string): void => {
  for (const [name, xml] of Object.entries(parts))
    if (xml !== null && names.test(name)) parts[name] = change(xml, name);
};
const SHEETS = /^xl\/worksheets\/[^/]*\.xml$/;
const STRINGS = 'xl/sharedStrings.xml';

/** All texts go to the shared strings. */
export const sharesTexts: Resaving = (parts) => {
  const items = [...parts[STRINGS]!.matchAll(/<si>.*?<\/si>/gs)].map(([item]) => item);
  each(parts, SHEETS, (xml) =>
    xml.replace(/ t="inlineStr"><is>(.*?)<\/is>/gs, (_, text: string) => {
      const item = `<si>${text}</si>`;
      if (!items.includes(item)) items.push(item);
      return ` t="s"><v>${items.indexOf(item)}</v>`;
    }),
  );
  const open = /<sst[^>]*>/.exec(parts[STRINGS]!)![0].replace(/ (?:uniqueC|c)ount="\d+"/g, '');
  const count = `count="999" uniqueCount="${items.length}"`;
  parts[STRINGS] = `${open.replace(/\/?>$/, ` ${count}>`)}${items.join('')}</sst>`;
};

/** Custom XML belongs to the package instead of the workbook. */
export const movesCustomXml: Resaving = (parts) => {
  let moved = '';
  each(parts, /^xl\/_rels\/workbook\.xml\.rels$/, (xml) =>
    xml.replace(/<Relationship [^>]*\/customXml"[^>]*\/>/g, (one) => {
      moved += one.replace(/ Id="[^"]*"/, ` Id="moved${moved.length}"`);
      return '';
    }),
  );
  each(parts, /^_rels\/\.rels$/, (xml) => xml.replace('</Relationships>', `${moved}</Relationships>`));
};

/** The parts of custom XML are there, and nothing leads to them or to their properties. */
export const forgetsWhatLeadsToCustomXml: Resaving = (parts) => {
  each(parts, /^xl\/_rels\/workbook\.xml\.rels$/, (xml) =>
    xml.replace(/<Relationship [^>]*\/customXml"[^>]*\/>/g, ''),
  );
  for (const name of Object.keys(parts)) if (/^customXml\/_rels\//.test(name)) parts[name] = null;
};

/** Formulas of conditional formats are written in other words, their rules get other numbers and attributes. */
export const rewordsFormats: Resaving = (parts) => {
  const words = [
    (severity: string) => `(&quot;annex-reviewer:${severity}&quot;&lt;&gt;&quot;&quot;)`,
    (severity: string) => `"" &lt;&gt; "annex-reviewer:${severity}"`,
    (severity: string) => `NOT("annex-reviewer:${severity}"="")`,
  ];
  let rules = 0;
  each(parts, SHEETS, (xml) =>
    xml
      .replace(/<formula>"annex-reviewer:(\w+)"&lt;&gt;""<\/formula>/g, (_, severity: string) => {
        rules++;
        return `<formula>${words[rules % words.length]!(severity)}</formula>`;
      })
      .replace(
        / priority="(\d+)"/g,
        (_, priority: string) => ` priority="${90 - Number(priority)}" rank="0"`,
      ),
  );
};

/** Each range of a conditional format gets an element of its own. */
export const splitsRanges: Resaving = (parts) =>
  each(parts, SHEETS, (xml) =>
    xml.replace(
      /<conditionalFormatting sqref="([^"]* [^"]*)">(.*?)<\/conditionalFormatting>/gs,
      (_, list: string, rule) =>
        list
          .split(' ')
          .map((range) => `<conditionalFormatting sqref="${range}">${rule as string}</conditionalFormatting>`)
          .join(''),
    ),
  );

/** Conditional formats go to the newer list of the extensions, with their formats in them. */
export const usesExtensions: Resaving = (parts) =>
  each(parts, SHEETS, (xml) => {
    let rules = '';
    const rest = xml.replace(
      /<conditionalFormatting sqref="([^"]*)">(.*?)<\/conditionalFormatting>/gs,
      (_, list, rule) => {
        const newer = (rule as string)
          .replace(/<(\/?)(cfRule)/g, '<$1x14:$2')
          .replace(/<formula>/g, '<xm:f>')
          .replace(/<\/formula>/g, '</xm:f>')
          .replace(/ dxfId="\d+"/, '');
        rules += `<x14:conditionalFormatting>${newer}<xm:sqref>${list as string}</xm:sqref></x14:conditionalFormatting>`;
        return '';
      },
    );
    if (rules === '') return xml;
    const ext =
      '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"' +
      ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}">' +
      `<x14:conditionalFormattings>${rules}</x14:conditionalFormattings></ext></extLst></worksheet>`;
    return rest.replace('</worksheet>', ext);
  });

/** Notes lose their author, their texts are cut into runs of fonts. */
export const cutsNotesIntoRuns: Resaving = (parts) =>
  each(parts, /^xl\/comments\d*\.xml$/, (xml) =>
    xml
      .replace(/<author>.*?<\/author>/g, '<author> </author>')
      .replace(/<r><rPr>.*?<\/rPr><t xml:space="preserve">(.*?)<\/t><\/r>/gs, (_, text: string) =>
        (text.match(/&[^;]*;|[\s\S]/g) ?? [])
          .map(
            (one) =>
              `<r><rPr><sz val="9"/></rPr><t xml:space="preserve">${one.replace('\n', '&#10;')}</t></r>`,
          )
          .join(''),
      ),
  );

/** Notes bear the name of their author before the text, as those that people type do. */
export const namesAuthorsInNotes: Resaving = (parts) =>
  each(parts, /^xl\/comments\d*\.xml$/, (xml) =>
    xml
      .replace(/(<t xml:space="preserve">)绩效自评审核<\/t>/g, '$1绩效自评审核:</t>')
      .replace(/<t [^>]*>\n/g, '$&_x000D_'),
  );

/** The boxes of notes are drawn anew, with other prefixes, one id for all, and without blocks of ids. */
export const redrawsNotes: Resaving = (parts) => {
  for (const name of Object.keys(parts).filter((one) => /\.vml$/.test(one))) {
    const cells = [...parts[name]!.matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)<\/x:Column>/g)];
    const shapes = cells.map(
      ([, row, column]) =>
        `<m:shape id="shape_0" type="#_x0000_t202" style="visibility:hidden"><e:ClientData ObjectType="Note">` +
        `<e:Row>${row}</e:Row><e:Column>${column}</e:Column></e:ClientData></m:shape>`,
    );
    parts[name] =
      '<xml xmlns:m="urn:schemas-microsoft-com:vml" xmlns:e="urn:schemas-microsoft-com:office:excel">' +
      `<m:shapetype id="_x0000_t202"/>${shapes.join('')}</xml>`;
  }
};

/** Worksheets are counted anew, and their parts with them. */
export const renamesSheetParts: Resaving = (parts) => {
  const names = Object.keys(parts).filter((name) => SHEETS.test(name));
  names.forEach((name, i) => {
    const fresh = `xl/worksheets/s${i + 1}.xml`;
    const relations = (part: string) => part.replace(/([^/]*)$/, '_rels/$1.rels');
    parts[fresh] = parts[name]!;
    parts[name] = null;
    const own = parts[relations(name)];
    if (own !== undefined && own !== null) {
      parts[relations(fresh)] = own;
      parts[relations(name)] = null;
    }
    const short = name.slice('xl/'.length);
    each(parts, /^xl\/_rels\/workbook\.xml\.rels$/, (xml) =>
      xml.replace(`"${short}"`, `"${fresh.slice(3)}"`),
    );
    each(parts, /^\[Content_Types\]\.xml$/, (xml) => xml.replace(`"/${name}"`, `"/${fresh}"`));
  });
};

/** A worksheet is copied behind the others, with the names that stand for its cells, as Excel copies one. */
export const copiesSheet =
  (name: string, copy: string): Resaving =>
  (parts) => {
    const workbook = parts['xl/workbook.xml']!;
    const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet [^>]*>/g)].map(([sheet]) => sheet);
    const index = sheets.findIndex((sheet) => sheet.includes(`name="${name}"`));
    const relation = / r:id="([^"]*)"/.exec(sheets[index]!)![1]!;
    const rels = 'xl/_rels/workbook.xml.rels';
    const leads = [...parts[rels]!.matchAll(/<Relationship [^>]*>/g)].find(([one]) =>
      one.includes(` Id="${relation}"`),
    )![0];
    const target = /Target="([^"]*)"/.exec(leads)![1]!;
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const own = `${part.replace(/([^/]+)$/, '_rels/$1')}.rels`;
    parts['xl/worksheets/copied.xml'] = parts[part]!;
    if (parts[own]) parts['xl/worksheets/_rels/copied.xml.rels'] = parts[own];
    parts[rels] = parts[rels]!.replace(
      leads,
      leads + leads.replace(` Id="${relation}"`, ' Id="copied"').replace(target, '/xl/worksheets/copied.xml'),
    );
    const entry = `<sheet name="${copy}" sheetId="997" r:id="copied"/>`;
    const names = [...workbook.matchAll(/<definedName [^>]*localSheetId="(\d+)"[^>]*>.*?<\/definedName>/gs)]
      .filter(([, local]) => Number(local) === index)
      .map(([one]) =>
        one
          .replace(/localSheetId="\d+"/, `localSheetId="${sheets.length}"`)
          .replace(new RegExp(`'?${name}'?!`, 'g'), `'${copy}'!`),
      );
    parts['xl/workbook.xml'] = workbook
      .replace('</sheets>', `${entry}</sheets>`)
      .replace('</definedNames>', `${names.join('')}</definedNames>`);
    parts['[Content_Types].xml'] = parts['[Content_Types].xml']!.replace(
      '</Types>',
      '<Override PartName="/xl/worksheets/copied.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    );
  };
