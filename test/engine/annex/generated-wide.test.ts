import { readAnnexes } from '../../../src/engine/annex/reading';
import { findingText } from '../../../src/engine/review/messages';
import { reviewAnnex } from '../../../src/engine/review/review-annex';
import { columnLetters, toAddress } from '../../../src/engine/sheet/address';
import { generateWide } from '../../support/annexes/wide-generator';

/** Clean tables in many wordings and shapes: everything is recognised, and no rule raises its voice. */
const SEEDS = Array.from({ length: 300 }, (_, i) => i + 1);

describe('generated wide annexes', () => {
  test.each(SEEDS)('table %i is recognised', (seed) => {
    const made = generateWide(seed);
    const annexes = readAnnexes(made.sheet);
    const [annex] = annexes;
    const fields = annex?.places.map(({ line, field }) => `${columnLetters(line)} ${field}`);
    const expected = [...made.columns].map(([column, field]) => `${columnLetters(column)} ${field}`);
    expect({ recipe: made.recipe, annexes: annexes.length, fields }).toEqual({
      recipe: made.recipe,
      annexes: 1,
      fields: expected,
    });
    expect(annex!.projects.map(({ row, unit, name }) => ({ row, unit, name }))).toEqual(made.projects);
    expect(annex).toMatchObject({
      layout: 'wide',
      title: made.title,
      year: made.year,
      moneyUnit: made.moneyUnit,
      headerRows: made.headerRows,
    });
  });

  test.each(SEEDS)('table %i is left alone', (seed) => {
    const made = generateWide(seed);
    const [annex] = readAnnexes(made.sheet);
    const loud = reviewAnnex(annex!).findings.filter((f) => f.severity !== 'info');
    expect(
      loud.map(
        (f) => `${made.recipe} ${toAddress(f.cell.row, f.cell.column)} ${f.rule} ${findingText(f, 'zh-CN')}`,
      ),
    ).toEqual([]);
  });
});
