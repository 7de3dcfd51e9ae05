import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findWorkbooks } from '../../src/cli/find-workbooks';
import { temporaryFolder } from './run-command';

const { folder, write } = temporaryFolder();

async function found(...paths: string[]): Promise<string[]> {
  return (await findWorkbooks(paths)).files.map(({ path }) => path);
}

test('a folder is searched at all levels, in code-unit order of the paths', async () => {
  const root = join(folder, 'order');
  const names = [
    'b.xlsx',
    'a/z.xlsx',
    'a-1.xlsx',
    'a/b/c.XLSX',
    'a.xlsm',
    'Z.xlsx',
    '附件10.xlsx',
    '附件2.xlsx',
    'a/é.xlsx',
  ];
  for (const name of names) write(`order/${name}`, '');
  const paths = names.map((name) => join(root, name));
  expect(await found(root)).toEqual([...paths].sort());
});

test('lock files, hidden files and folders, and other kinds of files are left out', async () => {
  for (const name of ['~$a.xlsx', '.b.xlsx', '.git/c.xlsx', 'd.docx', 'e.csv', 'xlsx', 'f.xlsx'])
    write(`skip/${name}`, '');
  expect(await found(join(folder, 'skip'))).toEqual([join(folder, 'skip/f.xlsx')]);
});

test('a lock file is left out also when it is named', async () => {
  const lock = write('open/~$a.xlsx', '');
  const file = write('open/a.xlsx', '');
  expect(await findWorkbooks([lock, file])).toMatchObject({
    files: [{ path: file, below: 'a.xlsx', folderError: null }],
    emptyFolders: [],
    lockFiles: [lock],
  });
});

test('workbooks that cannot be read are listed, so that they are not passed over in silence', async () => {
  for (const name of ['a.xls', 'b.et', 'c.xlsb', 'd.ods']) write(`old/${name}`, '');
  expect(await found(join(folder, 'old'))).toHaveLength(4);
});

test('paths stay as given and in the order given, also when given twice or missing', async () => {
  write('given/x.xlsx', '');
  const given = join(folder, 'given');
  expect(
    await found(`${given}/`, join(folder, 'missing.xlsx'), `${folder}/./given`, join(given, 'x.xlsx')),
  ).toEqual([`${given}/x.xlsx`, join(folder, 'missing.xlsx'), `${folder}/./given/x.xlsx`, `${given}/x.xlsx`]);
});

test('links are followed once, and loops end', async () => {
  write('linked/inside/a.xlsx', '');
  write('elsewhere/b.xlsx', '');
  const at = (path: string): string => join(folder, path);
  symlinkSync(at('linked'), at('linked/inside/loop'));
  symlinkSync(folder, at('linked/up'));
  symlinkSync(at('elsewhere'), at('linked/other'));
  symlinkSync(at('elsewhere'), at('linked/other-again'));
  symlinkSync(at('linked'), at('elsewhere/back'));
  symlinkSync(at('elsewhere/b.xlsx'), at('linked/file.xlsx'));
  symlinkSync(at('gone.xlsx'), at('linked/gone.xlsx'));
  expect(await found(at('linked'))).toEqual(
    ['file.xlsx', 'gone.xlsx', 'inside/a.xlsx', 'other/b.xlsx'].map((name) => at(`linked/${name}`)),
  );
});

test('a folder without workbooks is named', async () => {
  mkdirSync(join(folder, 'empty/below'), { recursive: true });
  expect(await findWorkbooks([join(folder, 'empty')])).toMatchObject({
    files: [],
    emptyFolders: [join(folder, 'empty')],
    lockFiles: [],
  });
});

// Nothing is unreadable for root.
(process.getuid?.() === 0 ? test.skip : test)('a folder that cannot be listed is reported', async () => {
  write('closed/a.xlsx', '');
  chmodSync(join(folder, 'closed'), 0);
  const { files } = await findWorkbooks([join(folder, 'closed')]);
  chmodSync(join(folder, 'closed'), 0o755);
  expect(files).toEqual([{ path: join(folder, 'closed'), folderError: expect.any(Error) }]);
});

describe('the folder of the copies', () => {
  const at = (path: string): string => join(folder, path);
  beforeAll(() => {
    for (const name of ['a.xlsx', 'out/a.xlsx', 'out/deep/b.xlsx', 'z/c.xlsx']) write(`copies/${name}`, '');
    symlinkSync(at('copies/out'), at('out-link'));
    write('beside/d.xlsx', '');
    symlinkSync(at('copies/out'), at('beside/to-out'));
    symlinkSync(at('copies/out/deep'), at('beside/into-out'));
    symlinkSync(at('copies'), at('beside/above-out'));
    symlinkSync(at('copies/out/a.xlsx'), at('beside/copy.xlsx'));
  });

  test.each([
    ['below the folder', 'copies', 'copies/out', ['copies/a.xlsx', 'copies/z/c.xlsx']],
    ['below it, given by a link', 'copies', 'out-link', ['copies/a.xlsx', 'copies/z/c.xlsx']],
    [
      'elsewhere, with links that lead there',
      'beside',
      'copies/out',
      ['beside/above-out/a.xlsx', 'beside/above-out/z/c.xlsx', 'beside/d.xlsx'],
    ],
    ['not there yet', 'copies/z', 'copies/z/new', ['copies/z/c.xlsx']],
    ['the given folder itself', 'copies/out', 'copies/out', ['copies/out/a.xlsx', 'copies/out/deep/b.xlsx']],
    ['above the given folder', 'copies/out/deep', 'copies/out', ['copies/out/deep/b.xlsx']],
  ])('%s', async (_where, given, out, files) => {
    const result = await findWorkbooks([at(given)], at(out));
    expect(result.files.map(({ path }) => path)).toEqual(files.map(at));
  });

  test('is named where it is left out', async () => {
    const { copyFolders } = await findWorkbooks([at('copies')], at('out-link'));
    expect(copyFolders).toEqual([at('copies/out')]);
  });
});
