import { createReviewer } from '../../../src/app/create-reviewer';
import { engineHere } from '../../../src/app/engine/here';
import { engineWhenAsked } from '../../../src/app/engine/when-asked';
import { buildSheet } from '../../support/annexes/sheet-builder';
import { createFakeHost } from '../../support/workbooks/fake-host';
import { find, ROWS } from '../review-cases';

const HERE = '../../../src/app/engine/here';

afterEach(() => jest.dontMock(HERE).resetModules());

describe('an engine that is loaded when it is asked', () => {
  it('is the one of a reviewer that is given none, and keeps what was opened', async () => {
    const sheets = () => createFakeHost({ sheets: [{ name: '附件2', rows: ROWS }] });
    const host = sheets();
    const reviewer = createReviewer(host);
    const review = await reviewer.review();
    const given = createReviewer(sheets(), { engine: engineHere() });
    expect(review.findings).toEqual((await given.review()).findings);
    const finding = find(review, 'operator-typo');
    await reviewer.apply(finding, finding.fix!);
    expect(host.user.cell('附件2', 'F4').value).toBe('≥120次');
  });

  it('is asked for again where its code could not be loaded', async () => {
    const engine = engineWhenAsked();
    jest.doMock(HERE, () => {
      throw new Error('no network');
    });
    await expect(engine.open(buildSheet(ROWS))).rejects.toThrow('no network');
    jest.dontMock(HERE);
    expect((await engine.open(buildSheet(ROWS))).annexes).toHaveLength(1);
  });
});
