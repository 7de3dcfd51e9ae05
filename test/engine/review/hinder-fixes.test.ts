import { hindranceOf, LONGEST_TEXT, withHinderedFixes } from '../../../src/engine/review/hinder-fixes';
import { fixText } from '../../../src/engine/review/messages';
import type { Fix } from '../../../src/engine/rule/finding';
import type { CellContent } from '../../../src/engine/sheet/edit';

function fixOf(after: CellContent, formula: string | null = null, row = 3): Fix {
  const edits = [{ row, column: 4, after, expectedBefore: { value: 0.9, formula } }];
  return { title: 'fixValue', data: { after: '95.00%' }, edits };
}

const VALUE = fixOf({ value: 0.95 }, '=D4/111');
const FORMULA = fixOf({ formula: '=D4/C4' }, '=D4/111');
const TOLD = { ...VALUE, edits: [], hindrance: 'formula' };

describe('a fix that cannot be made', () => {
  it.each<[string, Fix | null, readonly Fix[], unknown]>([
    ['is told in words', VALUE, [], { fix: null, suggestions: [TOLD] }],
    ['gives way to a formula for the same cell', VALUE, [FORMULA], { fix: FORMULA, suggestions: [] }],
    ['is left out beside such a formula', FORMULA, [VALUE], { fix: FORMULA, suggestions: [] }],
    [
      'is told beside a formula for another cell',
      VALUE,
      [fixOf({ formula: '=A1' }, null, 9)],
      {
        fix: null,
        suggestions: [TOLD, fixOf({ formula: '=A1' }, null, 9)],
      },
    ],
    [
      'is told among suggestions',
      null,
      [VALUE, fixOf({ value: 1 })],
      {
        fix: null,
        suggestions: [TOLD, fixOf({ value: 1 })],
      },
    ],
    [
      'is told where its text is too long',
      fixOf({ value: '长'.repeat(LONGEST_TEXT + 1) }),
      [],
      {
        fix: null,
        suggestions: [{ edits: [], hindrance: 'too-long' }],
      },
    ],
  ])('%s', (_, fix, suggestions, expected) => {
    expect(withHinderedFixes({ fix, suggestions }, hindranceOf)).toMatchObject(expected as object);
  });

  it('leaves a finding as it is where all can be made', () => {
    const finding = {
      fix: fixOf({ value: '长'.repeat(LONGEST_TEXT) }),
      suggestions: [fixOf({ formula: '=A1' })],
    };
    expect(withHinderedFixes(finding, hindranceOf)).toBe(finding);
  });

  it('says why', () => {
    const told = withHinderedFixes({ fix: VALUE, suggestions: [] }, hindranceOf).suggestions[0]!;
    expect(fixText({ rule: 'execution-rate-mismatch' }, told, 'zh-CN')).toBe(
      '改为 95.00%（该单元格是公式，不以数值覆盖，请在表中核对并修改公式）',
    );
  });
});
