import { lint } from './lint';

const HOSTS = `
export async function look(sheet: Excel.Worksheet, here: typeof wps): Promise<unknown> {
  await Office.onReady();
  return [sheet, here, window.Office, globalThis.Excel, Application];
}
`;

const OURS = `
interface Page { readonly Office?: string; readonly Application: string }
export const look = (page: Page): unknown => [page.Office, page.Application, 'Excel'];
`;

const OWN_FOLDER = 'What a spreadsheet puts into the page is named in the folder of its host alone.';

describe('the lint of what spreadsheets put into a page', () => {
  const [hosts, ours] = lint('src/pane/ribbon.ts', HOSTS, OURS);

  it('refuses it in the pane, as a value, as a type and on the window', () => {
    expect(hosts).toEqual([
      `2: ${OWN_FOLDER}`,
      `2: ${OWN_FOLDER}`,
      "3: Unexpected use of 'Office'.",
      `4: ${OWN_FOLDER}`,
      `4: ${OWN_FOLDER}`,
      "4: Unexpected use of 'Application'.",
    ]);
  });

  it('refuses it in the engine, whose list has more', () => {
    expect(lint('src/engine/sheet/address.ts', HOSTS)[0]).toEqual(expect.arrayContaining(hosts!));
  });

  it('leaves alone members of ours that are called the same', () => {
    expect(ours).toEqual([]);
  });

  it('allows office.js in its own folder', () => {
    expect(
      lint('src/host/office/errors.ts', HOSTS.replace('typeof wps', 'unknown').replace(', Application', '')),
    ).toEqual([[]]);
  });

  it('allows the names of WPS in its own folder, and none of Excel’s', () => {
    const said = lint(
      'src/host/wps/pane-page.ts',
      'export const look = (): unknown => [typeof wps, Application, window.Application];',
      'export const look = (): unknown => [Office, window.Excel];',
    );
    expect(said).toEqual([[], ["1: Unexpected use of 'Office'.", `1: ${OWN_FOLDER}`]]);
  });

  it('refuses the names of WPS in the folder of Excel', () => {
    expect(lint('src/host/office/errors.ts', 'export const look = (): unknown => Application;')[0]).toEqual([
      "1: Unexpected use of 'Application'.",
    ]);
  });
});
