import type { CliTexts } from './cli-texts';

export const en: CliTexts = {
  help: `annex-reviewer: reviews the self-evaluation annexes of Chinese budget performance

Usage
  annex-reviewer check PATH... [options]                  review
  annex-reviewer check PATH... --format xlsx --out DIR    review and make marked copies
  annex-reviewer clear PATH... [--out DIR]                take off marks, notes, rollup sheets and records
  annex-reviewer compare OLD NEW [options]                what became of the findings in a workbook handed in again,
                                                          and what else was changed

  PATH is a workbook (.xlsx, .xlsm) or a folder of workbooks, subfolders included.
  Reviewing never changes a file; nothing is sent over the network.
  clear writes cleared copies into --out, or clears the files themselves where there is none; nothing but what
  this tool has put in is changed.

Options
  --format text|json|xlsx  text for people (default), json for programs, xlsx for copies with marks, notes and
                           rollup sheets
  --out DIR                where copies go (made if need be); workbooks of a folder keep their paths below it
  --force                  replace files that are in DIR already, never the originals; with clear and without
                           --out: clear what was typed into rollup sheets too
  --fail-on error|warning|info|never|unrecognised
                           exit with 1 for findings of this severity or above (default: error); unrecognised: for
                           anything that looks like an annex and was not understood; both: error,unrecognised
  --profile ID             check all annexes with this profile instead of the one that fits each:
{profiles}
  --rules FILE             check with a profile of your own (JSON, see docs/profiles.md); not with --profile
  --vocabulary FILE        what columns of known headers mean, as corrected by a reviewer (JSON, see docs/vocabulary.md)
  --hidden                 review hidden worksheets too; without it they are named only
  --explain                tell in JSON why each column is read as it is, what speaks against it, and what else it may be
  --trust-records          adopt what records in the files say was ignored: listed, but not counted, without effect
                           on the exit status and not marked in copies; profiles, corrections and changes in
                           files never count
  --without-records        with --format xlsx: copies without the records of the review (reasons for ignoring, contents
                           before corrections and the like), to send back to the unit
  --jobs N                 review N files at a time (default: as many as there are processors; 1: one after another);
                           the output is the same for any N
  --locale zh-CN|en        language of the messages (default: zh-CN)
  --quiet                  no progress and no warnings
  --help, -h               show this help
  --version                show the version

Exit status
  0  nothing that --fail-on names
  1  something that --fail-on names
  2  wrong usage, a profile or vocabulary that cannot be used (nothing is reviewed), or at least one file
     could not be read or written (the others are done)
`,
  usage: {
    'no-command': 'No command given.',
    'two-paths': 'compare takes two workbooks: first that of the last time, then the new one.',
    'no-path': 'No workbook or folder given.',
    'unknown-command': 'Unknown command "{word}"; there are check, compare and clear.',
    'unknown-option': 'Unknown option "{word}".',
    'value-missing': 'Option "{word}" needs a value.',
    'value-unwanted': 'Option "{word}" takes no value.',
    'value-unknown': 'Option "{word}" does not take "{value}"; it takes: {allowed}.',
    'value-no-number': 'Option "{word}" takes a whole number from 1 to {most}, not "{value}".',
    'not-together': 'Options "{word}" and "{other}" cannot be given together; choose one.',
    needs: '"{word}" needs "{other}" beside it.',
    'only-with': 'Option "{word}" is only for "{other}".',
  },
  seeHelp: 'See annex-reviewer --help --locale en.',
  severities: { error: 'error', warning: 'warning', info: 'info' },
  layouts: {
    wide: 'wide annex',
    form: 'form',
    'department-form': 'department form',
    goal: 'table of goals',
    allocation: 'allocation list',
    progress: 'progress report',
  },
  problems: {
    'not-found': 'No such file or folder. Check the path.',
    'no-permission': 'No permission to read it. Check the permissions of the file or folder.',
    'not-a-file': 'This path is no regular file and cannot be read as a workbook.',
    locked: 'Another program is using the file. Close it in Excel or WPS and try again.',
    'read-failed': 'Reading failed ({detail}). Check the disk or the network location and try again.',
    encrypted: 'The workbook opens with a password only. Remove the password in Excel or WPS and try again.',
    'unsupported-format':
      'This format is not supported{format}. Save it as .xlsx with Excel or WPS and try again.',
    'not-a-workbook':
      'The content is no workbook. Check the file, or save it as .xlsx with Excel or WPS and try again.',
    corrupt: 'The file is damaged or incomplete. Repair it in Excel or WPS, save it as .xlsx and try again.',
    'too-large':
      'The file or its content is over the limit. Remove needless sheets, pictures or blank rows and try again.',
    'unsafe-xml':
      'The file holds an unsafe declaration and was not read. Save it as .xlsx with Excel or WPS and try again.',
    'output-exists':
      'A file of this name is there already and was not replaced ({detail}). Choose another folder, or add --force.',
    'output-is-input':
      'The copy would replace the original and was not written ({detail}). Choose another folder.',
    'reviewer-input':
      'The rollup sheets hold what somebody typed (a status, an answer, words beside or below a table) and clearing would lose it; nothing was changed ({detail}). Make a copy with --out, or add --force where they are not needed.',
    'output-within-input':
      'The copy would lie in a folder under review, where the next run would take it for an original; it was not written ({detail}). Choose a folder outside, or one of its own below, for --out.',
    'changed-meanwhile':
      'Another program changed the file in the meantime; it was not replaced ({detail}). Make sure that nobody is editing it and try again.',
    'read-only':
      'The file is read-only and was not changed ({detail}). Lift that and try again, or make a copy with --out.',
    'in-use':
      'The file is open in Excel, WPS or LibreOffice and was not changed. Close it there and try again; where nobody has it open, delete the lock file {detail}.',
    'held-open':
      'Another program is using the file; nothing was changed ({detail}). Close it there and try again.',
    'hard-links':
      'The file has other names (hard links), which would keep what is cleared here; nothing was changed ({detail}). Make a copy with --out.',
    'owner-lost':
      'The file belongs to another user and would change hands; nothing was changed ({detail}). Let that user do it, or make a copy with --out.',
    'name-too-long':
      'The path or a name in it is too long for this system. Shorten it and try again, or choose a shorter folder with --out.',
    'disk-full': 'The disk or the quota is full; nothing was written ({detail}). Make room and try again.',
    'not-permitted':
      'No permission to write ({detail}). Check the permissions of the folder, or choose another.',
    'write-failed': 'Writing failed ({detail}). Check the folder and the disk and try again.',
    'formats-full':
      'The workbook has as many formats as it can have; marks found no room and no copy was written. Remove cell formats and conditional formats that are not needed and try again.',
    'out-of-memory':
      'The file needs more memory to review than there is for one. Remove needless sheets and rows, or give more by NODE_OPTIONS=--max-old-space-size=MB. Other files are not affected.',
    'thread-ended':
      'The program ended while it reviewed this file (status {detail}). Other files are not affected. Please report the file.',
    'internal-error':
      'The program failed on this file ({detail}). Other files are not affected. Please report the file.',
  },
  inSheet: 'Sheet "{sheet}": ',
  inFormat: ' (.{format})',
  notices: {
    'no-annex':
      'No self-evaluation annex found: none was recognised on the visible worksheets. Check that this is the right file.',
    'hidden-annex':
      'Worksheet "{sheet}" is hidden and was not reviewed; it looks like an annex. Add --hidden to review it.',
    'hidden-other': 'Worksheet "{sheet}" is hidden and was not reviewed. Add --hidden to review it.',
    'sheet-not-understood':
      'Worksheet "{sheet}" looks like an annex, was not understood and was not reviewed. Check its header and form, or review it yourself.',
    'not-calculated':
      'Worksheet "{sheet}": the file keeps no values for the formulas of {count} cells, which were not judged: {cells}. Open it in Excel or WPS, save it and review it again.',
    'by-note':
      'Worksheet "{sheet}": {cell} says how points follow ("{note}"); {rules}: checked by it. Set printedRules to "ignore" in a profile to hold the table to the profile.',
    'note-not-understood':
      'Worksheet "{sheet}": {cell} says how points follow ("{note}"), which was not understood; {rules}: not checked. Set printedRules to "ignore" in a profile to hold the table to the profile.',
    'columns-not-read':
      'Worksheet "{sheet}": {count} columns hold something but were not reviewed: {columns}. Check the header, or say by --vocabulary what they mean.',
    'cells-not-read':
      'Worksheet "{sheet}": {count} cells hold something but were not reviewed: {columns}. Check their labels, or review them yourself.',
    'rules-not-checked': ' Rules that may not have been checked for it: {rules}.',
    pictures:
      'Worksheet "{sheet}": {count} cells show pictures and were not judged: {cells}. Look at them yourself.',
  },
  guess: {
    form: 'form',
    'department-form': 'department form',
    mayBe: ' It may be a {layout} ({percent}% sure): ',
    found: 'found {fields}. ',
    guessed: 'Guessed by contents: {fields}. ',
    missing: 'Not found: {fields}. ',
    next: 'Confirm it in the pane to have it reviewed.',
  },
  unsureColumn: ' (perhaps "{field}", not sure)',
  moreCells: ' and others',
  notice: 'note',
  notRead: 'not reviewed',
  emptyFolder: '{path}: no workbook in this folder.',
  lockFile: '{path}: the lock file of an open workbook, skipped.',
  copyFolder: '{path}: the folder of the copies; what is in it is not taken for originals.',
  outputFailed: 'Writing the output failed ({reason}); the results are incomplete.',
  noThread: 'No further threads could be started; files are reviewed one after another.',
  copies: {
    made: '→ {path}: cells marked: {cells}, notes: {notes}, rollup sheets: {sheets}',
    unchanged: '→ {path}: nothing to mark, copied as it is',
    notMade:
      'No copy was made because worksheets could not be reviewed. --format text lists the findings of the others.',
    none: 'none',
    notesLeftOut:
      'notes not written: {count}, for their cells have notes already or the notes of the sheet cannot be changed safely; the issue list has them all.',
    protectedSheets:
      'protected worksheets were not marked: {sheets}. Lift the protection and try again to mark them.',
    rollupsDoubtful:
      'Several worksheets look like one rollup of this tool: {sheets}. None of them was touched and no rollup sheets were inserted; delete those that are not needed, or change the title in their first row.',
    rollupsProtected: 'The workbook or a rollup sheet is protected; no rollup sheets were inserted.',
    withoutRecords:
      'The copy is without the records of the review (reasons for ignoring, contents before corrections, profile, corrections of columns); marks, notes and rollup sheets, with what was typed into them, go along.',
    noRecords:
      'There were no records of a review in the file; marks, notes and rollup sheets, with what was typed into them, go along.',
    breaksSignature: 'The file carries a digital signature; in the copy it is not valid any more.',
  },
  cleared: {
    done: '→ {path}: cleared',
    copied: '→ {path}: nothing of this tool in it, copied as it is',
    nothing: 'nothing of this tool in it, left as it is',
    damaged:
      'damaged worksheets, which stay as they were, with marks that may be on them; repair them in a spreadsheet program and clear again: {sheets}',
    kept: 'formulas on other worksheets refer to rollup sheets, which stay: {sheets}',
    doubtful:
      'several worksheets look like one rollup of this tool, so all of them stay: {sheets}; delete by hand those that are not needed',
    failed: 'not cleared',
  },
  userFiles: { rules: 'profile', vocabulary: 'vocabulary' },
  userFileWrong: '{path}: the {what} cannot be used, nothing was reviewed.',
  userFileProblems: {
    'not-found': 'No such file. Check the path behind {option}.',
    'no-permission': 'No permission to read it. Check the permissions of the file.',
    'not-a-file': 'This is no file. Name the JSON file of the {what} behind {option}.',
    locked: 'Another program is using the file. Close it there and try again.',
    'name-too-long': 'The path or a name in it is too long for this system. Shorten it and try again.',
    other: 'Reading failed. Check the disk or the network location and try again.',
    'too-large': 'The file is too large for a {what} ({most} KB at most). Check that it is the right file.',
    'not-text': 'The file is no text in UTF-8. Check that it is the right file, or save it as UTF-8.',
  },
  dismissed: {
    recorded: ' (records in the file say ignored: {reason}; not adopted, it counts)',
    trusted: ' (ignored by the records in the file: {reason}; it does not count)',
  },
  records: {
    dismissals:
      'Records in the file say that {count} findings were ignored; not adopted: they are listed and count.',
    trusted:
      'Findings were ignored by the records in the file ({count}): they are listed, and neither count nor are marked.',
    changes: 'The file has a log of {count} changes; not adopted.',
    profile:
      'The profile "{name}" chosen in the file was not adopted (rules off: {off}, lowered: {lowered}); give it by --profile or --rules if it is wanted.',
    unusableProfile: 'A profile is chosen in the file that cannot be used; not adopted.',
    corrections:
      'The file has {count} corrections of columns; not adopted. Give them by --vocabulary if they are wanted.',
    unreadable:
      'Records in the file that cannot be read ({count}: damaged, too large or of a newer version) were not adopted.',
    separator: ' ',
  },
  sentenceSeparator: ' ',
  habit: ' (a habit, {count} cells: {cells})',
  profile: 'profile: {name}, {reason}',
  profileReasons: { found: 'told by "{evidence}"', chosen: 'as chosen' },
  corrected: 'columns settled by the vocabulary: {columns}',
  correctedCells: 'cells and columns of indicators settled by the vocabulary: {columns}',
  correctedColumn: '{column} ({field})',
  notReviewed: 'not reviewed',
  projects: 'projects: {count}',
  year: 'year {year}',
  leftAlone: 'not a self-evaluation, left alone',
  notChecked: 'rules not checked for want of columns ({count}): {rules}',
  ruleWithout: '{rule} (needs {missing})',
  listSeparator: '; ',
  countSeparator: ', ',
  cellSeparator: ', ',
  or: ' or ',
  orMore: ' or others',
  and: ', ',
  totals: `workbooks: {workbooks} (not reviewed: {unreadable}), annexes: {annexes}, projects: {projects}; {findings}\n`,
  totalsHabits: '; {count} of them are {habits} habits',
  totalsUnrecognised: '; not understood or not sure: {count} (see above)',
  unvouched: 'money, rate or total score not sure',
  totalsDismissed: {
    recorded: '; ignored by records in the files, which were not adopted: {count}',
    trusted: '; besides, ignored by records in the files: {count}',
  },
};
