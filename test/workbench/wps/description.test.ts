import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT_TYPE, findMember } from '../../../workbench/wps/description/et-description';
import { DECLARATIONS, installedDescription } from '../../../workbench/wps/description/installed-description';
import { readDeclarations } from '../../../workbench/wps/description/read-declarations';

const ROOT = join(__dirname, '../../..');

test('what is installed is what the project names, to the number', () => {
  const { devDependencies, dependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  expect(installedDescription(ROOT).version).toBe(devDependencies![DECLARATIONS]);
  expect(dependencies).not.toHaveProperty(DECLARATIONS);
});

test.each([
  // Declared as a property or a function, with the fewest and the most arguments.
  ['Et.Range', 'Value2', { kind: 'property', readOnly: false }],
  ['Et.Range', 'Text', { kind: 'property', readOnly: true }],
  ['Et.Range', 'Address', { kind: 'method', counts: [[0, 5]] }],
  [
    'Et.Range',
    'Value',
    {
      kind: 'method',
      counts: [
        [2, 2],
        [0, 1],
      ],
    },
  ],
  ['Et.Worksheet', 'Visible', { kind: 'property', readOnly: false, enumeration: 'Et.XlSheetVisibility' }],
  ['Et.FormatConditions', 'Add', { kind: 'method', counts: [[1, 8]], first: 'Et.XlFormatConditionType' }],
  ['Kso.CustomXMLParts', 'SelectByNamespace', { kind: 'method', counts: [[1, 1]] }],
  // Of the application, of what add-ins have, and inherited.
  [ROOT_TYPE, 'Workbooks', { kind: 'property', readOnly: true }],
  [ROOT_TYPE, 'CreateTaskPane', { kind: 'method', counts: [[1, 2]] }],
  [ROOT_TYPE, 'ApiEvent', { kind: 'property', readOnly: false }],
  [ROOT_TYPE, 'AddCustomFunction', { kind: 'method', counts: [[3, 4]] }],
  ['WPS.EtApiEvent', 'Cancel', { kind: 'property', readOnly: false }],
])('%s.%s', (type, name, expected) => {
  const member = findMember(installedDescription(ROOT), type, name)!;
  const told =
    member.kind === 'property'
      ? member
      : {
          kind: 'method',
          counts: member.overloads.map(({ required, parameters }) => [required, parameters.length]),
          ...('first' in expected && { first: member.overloads[0]!.parameters[0]!.enumeration }),
        };
  expect(told).toEqual(expected);
});

test('a text that an argument has to be is told for each way of calling', () => {
  const member = findMember(installedDescription(ROOT), 'WPS.EtApiEvent', 'AddApiEventListener');
  const names =
    member?.kind === 'method' ? member.overloads.map(({ parameters }) => parameters[0]!.literal) : [];
  expect(names).toEqual(expect.arrayContaining(['SheetChange', 'WorkbookActivate']));
  expect(names).not.toContain(undefined);
});

test('names that are not declared are not found, those of every JavaScript object neither', () => {
  for (const name of ['EditMode', 'toString', 'constructor'])
    expect(findMember(installedDescription(ROOT), ROOT_TYPE, name)).toBeUndefined();
});

test('constants of enumerations are numbers', () => {
  const { enums } = installedDescription(ROOT);
  expect(enums['Et.XlSheetVisibility']).toMatchObject({ xlSheetVisible: -1, xlSheetVeryHidden: 2 });
  expect(Object.values(enums).every((one) => Object.values(one).every(Number.isInteger))).toBe(true);
});

test('a file with something that is not read is refused', () => {
  const read = (text: string) => () => readDeclarations('1', [{ name: 'lib.d.ts', text }]);
  const root = 'interface A { B: number } type WPSMergedRoot = A & A;';
  expect(read(root)).not.toThrow();
  expect(read(`${root} class C {}`)).toThrow('not read');
  expect(read(`${root} interface D { (): void }`)).toThrow('not read');
  expect(read('interface A { B: number }')).toThrow(ROOT_TYPE);
});
