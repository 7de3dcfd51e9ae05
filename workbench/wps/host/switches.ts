/**
 * What builds of WPS are known or suspected to do differently, and what nobody has tried. Each switch has the values that
 * it may take, the usual one first, and why it is there. How sure: D documented, M measured by somebody on one
 * machine, C seen in code of others, T declared, I inferred, "open" nobody knows.
 */
export const SWITCHES = {
  // The root of the object model
  etApplication: {
    values: ['property', 'method', 'absent'],
    evidence: '`wps.EtApplication`: a property in the types of 2026, a method in those of 2024 (T)',
  },
  wpsGlobal: {
    values: ['there', 'absent'],
    evidence: '`wps` was undefined in the script context of one host on a Mac (C)',
  },
  paneSpelling: {
    values: ['TaskPane', 'Taskpane'],
    evidence: '`CreateTaskPane` in the types, `CreateTaskpane` in older pages (C)',
  },

  // How members are called
  address: { values: ['method', 'property'], evidence: '`Range.Address` varies with the build (C)' },
  value: {
    values: ['method', 'property'],
    evidence: '`Range.Value` is a method (D), in some code a property (C)',
  },
  chartObjects: {
    values: ['method', 'property'],
    evidence: '`Worksheet.ChartObjects` varies with the build (M, Mac)',
  },
  detachedMethods: { values: ['throw', 'work'], evidence: 'a method without its owner throws (M, Mac)' },
  missingItem: {
    values: ['null', 'undefined', 'throws'],
    evidence: '`Item` of a name that is not there gives null (M, Mac); what it does elsewhere is open',
  },
  errors: {
    values: ['told', 'silent'],
    evidence: 'many calls "succeed" without effect (M, Mac): whether refusals throw at all is open',
  },

  // Values
  bulkRead: {
    values: ['rows', 'flat-lines', 'item-object', 'nothing'],
    evidence:
      'many cells are an array of rows (M, Mac); a flat array for one row or column, and an object with Item(r, c), are decoded by others (C); in the pane on Windows and Linux open',
  },
  blanks: { values: ['null', 'undefined', 'empty-text'], evidence: 'empty is null or undefined (M, COM; C)' },
  errorValues: {
    values: ['numbers', 'texts'],
    evidence: 'error cells are −2146828288 + code (M, COM); in the pane open',
  },
  bulkWrite: {
    values: ['works', 'throws', 'nothing', 'first-cell'],
    evidence: 'works on a Mac and over COM (M); in the pane on Windows and Linux open',
  },
  formulaOfConstants: {
    values: ['text', 'value', 'empty'],
    evidence: '`Formula` of a cell with a constant holds it (I, as in VBA)',
  },
  textFormat: {
    values: ['keeps-text', 'parses'],
    evidence: '"@" set before `Value2` keeps a text (C, as in VBA); open',
  },
  apostrophe: {
    values: ['marks-text', 'stays'],
    evidence: 'a leading apostrophe makes a text (C, as in VBA); open',
  },
  mixed: {
    values: ['null', 'first', 'undefined'],
    evidence:
      'a property that differs between cells is null (I, as in VBA); a build may answer with the first cell’s',
  },
  cellLimit: {
    values: [5_000_000, null],
    evidence: 'a huge read freezes WPS for tens of seconds (M, COM); the limit is a guess',
  },

  // Ranges
  rangeTextLimit: { values: [255, null], evidence: 'a range text has at most 255 characters (I, as in VBA)' },
  unionLimit: { values: [30, null], evidence: '`Union` takes at most 30 ranges (T: so many are declared)' },
  usedRange: {
    values: ['contents', 'formats-too', 'from-A1'],
    evidence: '`UsedRange` may start elsewhere than A1 (M, COM); formats may enlarge it (M, COM)',
  },
  countOfAreas: {
    values: ['all', 'first'],
    evidence: 'whether `Count` of a range of several areas counts all of them is open',
  },
  hiddenByText: {
    values: ['nothing', 'works'],
    evidence: 'writing `Range("5:6").Hidden` does nothing (M, Mac)',
  },

  // Marks and notes
  formatConditions: {
    values: ['works', 'throws', 'nothing'],
    evidence:
      '`FormatConditions.Add` by a formula is documented for sister products (D); nobody is known to have run it in an add-in',
  },
  formatConditionLimit: {
    values: [null, 3],
    evidence: 'the documentation still says at most three on one range (D)',
  },
  firstPriority: {
    values: ['works', 'nothing'],
    evidence: '`SetFirstPriority` is documented for AirScript (D)',
  },
  notes: { values: ['works', 'throws', 'nothing'], evidence: '`AddComment` works on a Mac and over COM (M)' },

  // What is kept in the workbook
  customXml: {
    values: ['kept', 'lost-on-save', 'nothing', 'absent'],
    evidence: '`CustomXMLParts` is there in et (M, Mac); whether `Add` works and survives saving is open',
  },
  selectByNamespace: {
    values: ['parts', 'nothing'],
    evidence: '`SelectByNamespace` returns nothing in the types of 2024 (T)',
  },
  documentProperties: {
    values: ['kept', 'lost-on-save', 'absent'],
    evidence: 'used by the vendor’s own sample for et (V); whether they survive is open',
  },
  documentPropertyLimit: {
    values: [255, null],
    evidence: 'Excel’s limit is 255 characters; that of WPS is open',
  },
  hiddenNames: {
    values: ['kept', 'shown', 'lost-on-save'],
    evidence: '`Names.Add` works (M); with `Visible=false` untested',
  },
  codeNames: {
    values: ['all', 'not-new', 'none'],
    evidence: 'whether `CodeName` is set for new sheets is open',
  },

  // Looks of sheets
  pageSetup: {
    values: ['works', 'nothing', 'throws'],
    evidence: 'print set-up was not tried by anyone found (T)',
  },
  hyperlinks: { values: ['works', 'nothing'], evidence: 'links to cells by `SubAddress` (I)' },
  validation: { values: ['works', 'nothing'], evidence: 'lists to choose from (T)' },
  charts: { values: ['works', 'nothing', 'throws'], evidence: 'charts were made on a Mac and over COM (M)' },
  freezing: { values: ['works', 'nothing'], evidence: '`FreezePanes` is the state of a window (M)' },

  // Events, undo, busy moments
  events: {
    values: ['told', 'add-returns-false', 'add-throws', 'never-told'],
    evidence:
      'code in the field allows for an `AddApiEventListener` that returns false or throws, and polls besides (C)',
  },
  removeListener: {
    values: ['one', 'all'],
    evidence: 'removal is by name and function in the types of 2026, by name alone in those of 2024 (T)',
  },
  ownWrites: {
    values: ['told', 'not-told'],
    evidence: 'whether writes through the object model fire `SheetChange` is open',
  },
  enableEvents: {
    values: ['stops', 'nothing'],
    evidence: 'whether `EnableEvents = false` stops the add-in’s own events is open',
  },
  undo: {
    values: ['steps', 'emptied'],
    evidence: 'whether writes enter the user’s undo, and whether anything empties it, is open',
  },
  cellEdit: {
    values: ['throws', 'nothing'],
    evidence: 'what calls do while a cell is being edited is open',
  },

  // Pages
  pluginStorage: {
    values: ['texts', 'as-set'],
    evidence: 'what `getItem` gives may be a text or what was set (T, C)',
  },
  relativePane: {
    values: ['blank', 'shows'],
    evidence: 'a pane opened by a relative path stayed blank (M, Kylin)',
  },
  closedPane: {
    values: ['stale', 'kept'],
    evidence: 'what pages hold of a pane goes stale when a person closes it (C)',
  },
  ribbonWhileDocked: {
    values: ['alive', 'dead'],
    evidence: 'the whole ribbon refuses the mouse while a pane is docked, from 12.1.0.26895 on Windows (M)',
  },
  trust: {
    values: ['given', 'asked'],
    evidence: 'the tab appears at the start after the one at which the add-in was allowed (M, Windows)',
  },
} as const satisfies Record<string, { readonly values: readonly unknown[]; readonly evidence: string }>;

export type SwitchName = keyof typeof SWITCHES;

/** How one WPS is: a value for each switch. */
export type WpsSwitches = { -readonly [Name in SwitchName]: (typeof SWITCHES)[Name]['values'][number] };

/** Every switch at its usual value. */
export function usualSwitches(): WpsSwitches {
  return Object.fromEntries(
    Object.entries(SWITCHES).map(([name, { values }]) => [name, values[0]]),
  ) as unknown as WpsSwitches;
}
