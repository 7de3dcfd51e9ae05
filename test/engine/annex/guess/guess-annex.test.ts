import { guessAnnex, lookAtUnread } from '../../../../src/engine/annex/guess/guess-annex';
import type { AskedField } from '../../../../src/engine/annex/guess/guessed-parts';
import type { Vocabulary } from '../../../../src/engine/annex/corrections/vocabulary';
import { recognise } from '../../../../src/engine/annex/recognise';
import { readVocabularyText } from '../../../../src/engine/vocabulary/read-vocabulary';
import { vocabularyText } from '../../../../src/engine/vocabulary/vocabulary-text';
import { toAddress } from '../../../../src/engine/sheet/address';
import { buildSheet } from '../../../support/annexes/sheet-builder';
import {
  HALF_KNOWN_FUNDS,
  LIKE_A_TABLE,
  NAMELESS_FORM,
  NO_ANNEXES,
  POINTS_ALONE,
  STRANGE_FORM,
  STRANGE_FUNDS,
  type Rows,
} from './unknown-sheets';

const INDICATORS: readonly AskedField[] = [
  'indicator.name',
  'indicator.target',
  'indicator.result',
  'indicator.weight',
  'indicator.score',
];

interface Unknown {
  readonly rows: Rows;
  readonly found: readonly AskedField[];
  readonly guessed: readonly AskedField[];
  readonly missing: readonly AskedField[];
  readonly percent: number;
  /** Cells of the form as they are read once it was accepted. */
  readonly cells: Readonly<Record<string, string>>;
}

const UNKNOWN: Readonly<Record<string, Unknown>> = {
  'labels of unknown wording throughout': {
    rows: STRANGE_FORM,
    found: ['projectName'],
    guessed: ['budget', 'actual', 'executionRate', ...INDICATORS, 'totalScore'],
    missing: [],
    percent: 52,
    cells: {
      B2: 'projectName',
      B3: 'budget',
      E3: 'actual',
      G3: 'executionRate',
      B5: 'indicator.quantity.name',
      C5: 'indicator.quantity.target',
      D6: 'indicator.quality.result',
      E5: 'indicator.quantity.weight',
      F6: 'indicator.quality.score',
      F8: 'totalScore',
    },
  },
  'a name and indicators without levels under unknown labels': {
    rows: NAMELESS_FORM,
    found: ['budget', 'actual', 'executionRate', ...INDICATORS.slice(1)],
    guessed: ['projectName', 'indicator.name'],
    missing: ['totalScore'],
    percent: 78,
    cells: { B2: 'projectName', B3: 'budget', A5: 'indicator.other.name', E6: 'indicator.other.score' },
  },
  'money under unknown labels': {
    rows: STRANGE_FUNDS,
    found: INDICATORS,
    guessed: ['projectName', 'budget', 'actual', 'executionRate'],
    missing: ['totalScore'],
    percent: 69,
    cells: { B2: 'projectName', B4: 'budget', C4: 'actual', D4: 'executionRate', B5: 'budget.fiscal' },
  },
  'an amount that is known, and what was spent of it under unknown labels': {
    rows: HALF_KNOWN_FUNDS,
    found: ['budget', 'indicator.target', 'indicator.weight'],
    guessed: [
      ...(['projectName', 'actual', 'executionRate', 'indicator.name', 'indicator.result'] as const),
      ...(['indicator.score', 'totalScore'] as const),
    ],
    missing: [],
    percent: 60,
    cells: {
      B2: 'projectName',
      B3: 'budget',
      E3: 'actual',
      G3: 'executionRate',
      F7: 'indicator.other.score',
    },
  },
  'indicators that look like a table of projects': {
    rows: LIKE_A_TABLE,
    found: INDICATORS,
    guessed: ['projectName'],
    missing: ['budget', 'actual', 'executionRate', 'totalScore'],
    percent: 56,
    cells: { B2: 'projectName', A4: 'indicator.other.name', E5: 'indicator.other.score' },
  },
  'points without targets': {
    rows: POINTS_ALONE,
    found: ['projectName', 'indicator.weight'],
    guessed: ['indicator.name', 'indicator.score', 'totalScore'],
    missing: ['budget', 'actual', 'executionRate', 'indicator.target', 'indicator.result'],
    percent: 30,
    cells: { B2: 'projectName', C4: 'indicator.other.weight', E4: 'indicator.other.score', E7: 'totalScore' },
  },
};

function fieldsOf(rows: Rows, vocabulary?: Vocabulary): Record<string, string> {
  const [annex] = recognise(buildSheet(rows), { vocabulary });
  return Object.fromEntries(
    (annex?.places ?? []).flatMap(({ field, line, column }) =>
      field === null ? [] : [[toAddress(line, column ?? 0), field]],
    ),
  );
}

describe.each(Object.entries(UNKNOWN))('%s', (_name, { rows, found, guessed, missing, percent, cells }) => {
  const { looksLikeAnnex, guess } = lookAtUnread(buildSheet(rows));
  const vocabulary: Vocabulary = { version: 1, headers: guess ? [guess.accepting] : [] };

  test('is no annex, and a guess that says what it goes by', () => {
    expect(recognise(buildSheet(rows))).toEqual([]);
    expect(looksLikeAnnex).toBe(true);
    expect(guess!.annex.layout).toBe('form');
    expect(guess).toMatchObject({ found, guessed, missing });
    expect(Math.round(guess!.confidence * 100)).toBe(percent);
  });

  test('is read so once a reviewer has accepted it, in the file that carries it as well', () => {
    expect(readVocabularyText(vocabularyText(vocabulary))).toEqual({ vocabulary });
    expect(fieldsOf(rows, vocabulary)).toMatchObject(cells);
    const [annex] = recognise(buildSheet(rows), { vocabulary });
    const doubtful = annex!.places.filter(
      ({ field, confidence }) => field !== null && confidence === 'guess',
    );
    expect(doubtful).toEqual([]);
  });

  test('is none where other labels stand', () => {
    const other = rows.map((row) => row.map((cell) => (cell === rows[1]![0] ? '另一名目' : cell)));
    expect(recognise(buildSheet(other), { vocabulary })).toEqual([]);
  });
});

test('a guess is surer of what a reviewer has corrected', () => {
  const before = guessAnnex(buildSheet(STRANGE_FORM))!;
  const corrections = [{ column: ['盘子'], field: 'budget' as const }];
  const vocabulary: Vocabulary = {
    version: 1,
    headers: [{ columns: before.accepting.columns, corrections }],
  };
  expect(recognise(buildSheet(STRANGE_FORM), { vocabulary })).toEqual([]);
  const after = guessAnnex(buildSheet(STRANGE_FORM), { vocabulary })!;
  expect(after.found).toContain('budget');
  expect(after.confidence).toBeGreaterThan(before.confidence);
});

test('forms that follow each other are all read as the one that was accepted', () => {
  const { accepting } = guessAnnex(buildSheet(STRANGE_FORM))!;
  const twice = [...STRANGE_FORM, [], ...STRANGE_FORM];
  const annexes = recognise(buildSheet(twice), { vocabulary: { version: 1, headers: [accepting] } });
  expect(annexes.map(({ range: { firstRow } }) => firstRow)).toEqual([0, 9]);
});

test.each(Object.entries(NO_ANNEXES))('%s: no guess', (_name, rows) => {
  expect(guessAnnex(buildSheet(rows))).toBeNull();
});
