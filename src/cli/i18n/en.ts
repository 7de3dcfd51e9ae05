import type { CliTexts } from './texts';

export const en: CliTexts = {
  help: `annex-reviewer: reviews the self-evaluation annexes of Chinese budget performance

Usage
  annex-reviewer check PATH... [options]

  PATH is a workbook (.xlsx, .xlsm) or a folder of workbooks, subfolders included.
  Files are read and never changed; nothing is sent over the network.

Options
  --format text|json       text for people (default), json for programs
  --fail-on error|warning|info|never
                           exit with 1 for findings of this severity or above (default: error)
  --profile ID             check all annexes with this profile instead of the one that fits each:
{profiles}
  --rules FILE             check with a profile of your own (JSON, see docs/profiles.md); not with --profile
  --locale zh-CN|en        language of the messages (default: zh-CN)
  --quiet                  no progress and no warnings
  --help, -h               show this help
  --version                show the version

Exit status
  0  no findings at or above --fail-on
  1  findings at or above --fail-on
  2  wrong usage, a profile that cannot be used (nothing is reviewed), or at least one file could not be read
     (the others are reviewed)
`,
  usage: {
    'no-command': 'No command given.',
    'no-path': 'No workbook or folder given.',
    'unknown-command': 'Unknown command "{word}"; the only one is check.',
    'unknown-option': 'Unknown option "{word}".',
    'not-available': '"{word}" is not available in this version.',
    'value-missing': 'Option "{word}" needs a value.',
    'value-unwanted': 'Option "{word}" takes no value.',
    'value-unknown': 'Option "{word}" does not take "{value}"; it takes: {allowed}.',
    'not-together': 'Options "{word}" and "{other}" cannot be given together; choose one.',
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
    'internal-error':
      'The program failed on this file ({detail}). Other files are not affected. Please report the file.',
  },
  inSheet: 'Sheet "{sheet}": ',
  inFormat: ' (.{format})',
  notices: {
    'no-annex':
      'No self-evaluation annex found: no worksheet has a header that was recognised. Check that this is the right file.',
  },
  notice: 'note',
  notRead: 'not reviewed',
  emptyFolder: '{path}: no workbook in this folder.',
  lockFile: '{path}: the lock file of an open workbook, skipped.',
  outputFailed: 'Writing the output failed ({reason}); the results are incomplete.',
  profileWrong: '{path}: the profile cannot be used, nothing was reviewed.',
  profileProblems: {
    'not-found': 'No such file. Check the path behind --rules.',
    'no-permission': 'No permission to read it. Check the permissions of the file.',
    'not-a-file': 'This is no file. Name the JSON file of the profile behind --rules.',
    locked: 'Another program is using the file. Close it there and try again.',
    other: 'Reading failed. Check the disk or the network location and try again.',
    'too-large': 'The file is too large for a profile ({most} KB at most). Check that it is the right file.',
    'not-text': 'The file is no text in UTF-8. Check that it is the right file, or save it as UTF-8.',
  },
  profile: 'profile: {name}, {reason}',
  profileReasons: { found: 'told by "{evidence}"', chosen: 'as chosen' },
  projects: 'projects: {count}',
  year: 'year {year}',
  leftAlone: 'not a self-evaluation, left alone',
  notChecked: 'rules not checked for want of columns ({count}): {rules}',
  ruleWithout: '{rule} (needs {missing})',
  listSeparator: '; ',
  countSeparator: ', ',
  or: ' or ',
  orMore: ' or others',
  and: ', ',
  totals: `workbooks: {workbooks} (not reviewed: {unreadable}), annexes: {annexes}, projects: {projects}; {findings}\n`,
};
