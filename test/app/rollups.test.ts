import { find, openDesk } from './review-cases';

const BOTH = ['unit-summary', 'issue-list'] as const;

describe('insertRollups', () => {
  it("inserts the sheets after the user's, which stays in view", async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    const sheets = await reviewer.insertRollups(review, BOTH);
    expect(sheets.map(({ name }) => name)).toEqual(['单位汇总', '问题清单']);
    expect(host.user.activeSheet()).toBe('附件2');
    expect(host.user.cell('单位汇总', 'D4')).toMatchObject({
      formula: "=SUM('附件2'!$C$4:$C$5)",
      value: 120,
    });
    expect(host.user.cell('问题清单', 'E4').value).toBe('E4');
    expect(host.user.link('问题清单', 'E4')).toEqual({ sheetName: '附件2', address: 'E4' });
    expect(host.user.choices('问题清单', 'L4')).toEqual(['待处理', '已修改', '已说明', '忽略']);
  });

  it('counts in the list under the name that it got', async () => {
    const { host, reviewer } = openDesk();
    host.user.addSheet('问题清单');
    await reviewer.insertRollups(await reviewer.review(), BOTH);
    const errors = host.user.cell('单位汇总', 'J4').formula;
    expect(errors).toMatch(/^=SUMIFS\('问题清单 \(2\)'!/);
    await reviewer.insertRollups(await reviewer.review(), ['unit-summary']);
    expect(host.user.cell('单位汇总', 'J4').formula).toBe(errors);
    host.user.type('附件2', 'E4', { value: 0.95 });
    await reviewer.insertRollups(await reviewer.review(), ['unit-summary']);
    expect(host.user.cell('单位汇总', 'J4')).toMatchObject({ formula: null });
  });

  it('keeps what the reviewer typed when it is refreshed', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    await reviewer.insertRollups(review, BOTH);
    host.user.type('问题清单', 'L4', { value: '已说明' });
    host.user.type('问题清单', 'M4', { value: '=见附件' });
    const typo = find(review, 'operator-typo', { row: 3 });
    await reviewer.apply(typo, typo.fix!);
    await reviewer.insertRollups(review, BOTH);
    expect(host.user.sheetNames()).toEqual(['附件2', '问题清单', '单位汇总']);
    expect(host.user.cell('问题清单', 'L4').value).toBe('已说明');
    expect(host.user.cell('问题清单', 'M4')).toMatchObject({ value: '=见附件', formula: null });
    expect(host.user.cell('问题清单', 'L5').value).toBe('已修改');
  });

  it.each([
    ['back', -1],
    ['on', 1],
  ])('says what was corrected also where the clock was set %s by a year', async (_, years) => {
    const { host, reviewer, wait } = openDesk();
    const review = await reviewer.review();
    wait(years * 365 * 24 * 3600 * 1000);
    const typo = find(review, 'operator-typo', { row: 3 });
    await reviewer.apply(typo, typo.fix!);
    wait(-years * 365 * 24 * 3600 * 1000);
    await reviewer.insertRollups(review, BOTH);
    expect(host.user.cell('问题清单', 'E5').value).toBe('F4');
    expect(host.user.cell('问题清单', 'L5').value).toBe('已修改');
  });

  it('takes the figures of now, and refuses where rows have moved', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    host.user.type('附件2', 'C4', { value: 200 });
    await reviewer.insertRollups(review, ['unit-summary']);
    expect(host.user.cell('单位汇总', 'D4').value).toBe(220);
    host.user.type('附件2', 'B7', { value: '新项目' });
    host.user.type('附件2', 'C7', { value: 1 });
    await expect(reviewer.insertRollups(review, ['unit-summary'])).rejects.toMatchObject({ code: 'changed' });
  });

  it('follows a sheet that was renamed', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    host.user.renameSheet('附件2', "it's");
    await reviewer.insertRollups(review, BOTH);
    expect(host.user.cell('单位汇总', 'D4').formula).toBe("=SUM('it''s'!$C$4:$C$5)");
    expect(host.user.link('问题清单', 'E4')).toEqual({ sheetName: "it's", address: 'E4' });
  });

  it('brings the user back where a host has shown the new sheet', async () => {
    const { host, reviewer } = openDesk();
    await reviewer.listen(() => undefined);
    const review = await reviewer.review();
    host.user.select('C5');
    const insert = host.insert.bind(host);
    host.insert = async (make) => {
      const sheets = await insert(make);
      host.user.activate(sheets[0]!.name);
      return sheets;
    };
    await reviewer.insertRollups(review, ['issue-list']);
    expect([host.user.activeSheet(), host.user.selected()]).toEqual(['附件2', 'C5']);
  });

  it('inserts nothing where there is no annex', async () => {
    const { host, reviewer } = openDesk({ sheets: [{ name: 'Sheet1', rows: [['会议纪要']] }] });
    expect(await reviewer.insertRollups(await reviewer.review(), BOTH)).toEqual([]);
    expect(host.user.sheetNames()).toEqual(['Sheet1']);
  });

  it('writes its sheets in the language asked for', async () => {
    const { reviewer } = openDesk({ locale: 'en' });
    const sheets = await reviewer.insertRollups(await reviewer.review(), BOTH);
    expect(sheets.map(({ name }) => name)).toEqual(['Units', 'Findings']);
  });
});

describe('unitWords', () => {
  it('tells what was typed into the list that is there, and changes nothing', async () => {
    const { host, reviewer } = openDesk();
    const review = await reviewer.review();
    expect(await reviewer.unitWords(review)).toEqual({});
    await reviewer.insertRollups(review, BOTH);
    expect(await reviewer.unitWords(review)).toEqual({});
    host.user.type('问题清单', 'L4', { value: '已说明' });
    host.user.type('问题清单', 'M4', { value: '口径不同' });
    const [first] = review.findings.filter(({ cell }) => cell.row === 3 && cell.column === 4);
    const again = await reviewer.review();
    const words = await reviewer.unitWords(again);
    expect(Object.values(words)).toEqual([[{ status: '已说明', feedback: '口径不同' }]]);
    expect(again.findings.find(({ id }) => id === Object.keys(words)[0])).toMatchObject({
      rule: first!.rule,
      state: 'open',
    });
  });
});
