import { errorText } from '../../src/app/error-text';
import { StateError } from '../../src/app/state/state-error';
import { LOCALES } from '../../src/engine/language';
import { HostError, type HostErrorCode, type WriteOutcome } from '../../src/host/port';

const CODES: readonly HostErrorCode[] = [
  'protected',
  'busy',
  'sheet-gone',
  'sheet-hidden',
  'not-a-worksheet',
  'workbook-changed',
  'changed',
  'not-written',
  'unwritable',
  'formats-full',
  'too-large',
  'cancelled',
  'no-answer',
  'session-lost',
  'not-supported',
  'failed',
];

describe('errorText', () => {
  it.each(LOCALES)('says what happened, what became of the sheet and what to do (%s)', (locale) => {
    const errors = [
      ...CODES.map((code) => new HostError(code, 'internal words')),
      new StateError('newer'),
      new StateError('damaged'),
      new TypeError('internal words'),
    ];
    const texts = errors.map((error) => errorText(error, locale));
    for (const { happened, lost, next } of texts) {
      for (const text of [happened, lost, next]) expect(text).toMatch(/\S[。.]$/);
      expect(happened + lost + next).not.toContain('internal');
    }
    expect(new Set(texts.map(({ happened }) => happened)).size).toBe(errors.length);
  });

  it('does not promise what nobody knows', () => {
    expect(errorText(new HostError('no-answer', ''), 'zh-CN').lost).toMatch(/不能确定/);
    const halfDone = new HostError('failed', '', { cells: [{ row: 0, column: 0 }] });
    expect(errorText(halfDone, 'zh-CN').lost).toMatch(/不能确定/);
    expect(errorText(new HostError('busy', ''), 'zh-CN').lost).toBe('表格内容没有改动。');
    expect(errorText(new TypeError('of ours'), 'zh-CN').lost).toMatch(/不能确定/);
  });

  const nothing = /没有改动/;
  it.each<[WriteOutcome, RegExp, RegExp | null]>([
    ['not-tried', nothing, /写入|不能确定/],
    ['unchanged', nothing, /写入|不能确定/],
    ['partly', /一部分/, nothing],
    ['done', /已经完成/, nothing],
    ['in-doubt', /不能确定/, nothing],
  ])('tells what is known of the write, whatever failed: %s', (write, says, neverSays) => {
    for (const code of CODES) {
      const { lost } = errorText(new HostError(code, '', { write }), 'zh-CN');
      expect(lost).toMatch(says);
      if (neverSays) expect(lost).not.toMatch(neverSays);
    }
  });
});

describe('what is known of a write', () => {
  it('is what who is nearest to it says, and what who put it back says', () => {
    const error = new HostError('no-answer', '');
    expect(error.write).toBe('in-doubt');
    expect(error.assume('not-tried').assume('in-doubt').write).toBe('not-tried');
    expect(error.say('unchanged').write).toBe('unchanged');
  });
});
