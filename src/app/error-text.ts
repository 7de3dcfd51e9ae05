import { fill, type Locale } from '../engine/language';
import { LONGEST_MESSAGE, shortened } from '../engine/sheet/shortened';
import { HostError, type HostErrorCode, type WriteOutcome } from '../host/port';
import { ReceivedChangeError, type ReceivedChangeReason } from './received-change-error';
import { RollupTooLargeError } from './rollup-error';
import { StateError, type StateErrorReason } from './state/state-error';

/** What to tell the user of a failure: three short sentences. */
export interface ErrorText {
  readonly happened: string;
  /** That nothing was lost, or what to look at. */
  readonly lost: string;
  /** The one next step. */
  readonly next: string;
}

type Code =
  | HostErrorCode
  | `state-${StateErrorReason}`
  | `received-${ReceivedChangeReason}`
  | 'rollup-too-large'
  | 'unknown';
type Texts = Readonly<Record<Code, readonly [happened: string, next: string]>>;

const ZH: Texts = {
  protected: ['工作表或工作簿有保护，不能写入。', '请在“审阅”中取消保护后重试。'],
  'read-only': ['工作簿是只读的，改动不能存回原文件。', '请另存为新文件后重试。'],
  shared: ['工作簿正在共享，不能加标记和汇总表。', '请取消共享后重试。'],
  busy: [
    '表格正忙：可能正在编辑单元格，或有对话框没有关闭。',
    '请按 Enter 或 Esc 结束编辑、关闭对话框后重试。',
  ],
  'sheet-gone': ['找不到原来的工作表，可能已被删除或改名。', '请选择要审核的工作表，重新审核。'],
  'sheet-hidden': ['{sheets}是隐藏的工作表，没有显示它。', '要查看时，请先在工作簿中取消隐藏。'],
  'not-a-worksheet': ['当前是图表或其他页面，不是工作表。', '请切换到自评表所在的工作表。'],
  'two-own-sheets': [
    '有多张工作表都像是本加载项插入的同一种汇总表：{sheets}。不能确定哪一张是原来的，均未改动。',
    '请删除多余的工作表；要保留副本的，请改写其首行标题，然后重试。',
  ],
  'workbook-changed': ['当前打开的是另一个工作簿。', '请切换回原工作簿，或重新审核当前工作簿。'],
  'no-workbook': ['没有打开的工作簿。', '请打开要审核的工作簿。'],
  changed: ['审核之后，相关单元格、所在行或项目又有改动，不能确定仍是同一处。', '请重新审核后再操作。'],
  'not-written': ['表格软件没有接受这次写入。', '请检查该单元格能否编辑，然后重试。'],
  unwritable: [
    '要写入的内容超出单元格所能容纳的范围（文本超过 32767 个字符、公式超过 8192 个字符，或不是有效的数值）。',
    '请缩短或更正内容后重试。',
  ],
  'formats-full': [
    '工作簿中的格式种类已达上限，不能再增加这次写入所需的格式。',
    '请清理多余的单元格格式和条件格式后重试。',
  ],
  'too-large': ['工作表内容过多，超出一次读取的上限。', '请删除表格以外的多余行列后重试。'],
  'rollup-too-large': [
    '全部自评表的内容合计过多，不能一次汇总。',
    '可以逐张打开工作表，审核后分别插入汇总表；要合在一起，请用命令生成带汇总表的副本。',
  ],
  cancelled: ['已取消。', '可以随时重新审核。'],
  'no-answer': ['表格软件没有回应。', '请稍候重试；若仍无回应，请保存文件后重新打开。'],
  'session-lost': [
    '与表格软件的连接已失效（例如电脑休眠后），不能继续读写。',
    '请刷新页面或重新打开此文件，再重新打开本加载项。',
  ],
  'not-supported': ['当前软件版本没有这项功能。', '请改用其他功能，或升级软件。'],
  failed: ['操作没有成功。', '请重试；若仍不成功，请保存文件后重新打开。'],
  'state-newer': [
    '本工作簿中有审核记录由更新的版本写入，当前版本不能读取，未予采用。',
    '可以继续审核和修改；需要这些记录时，请升级本加载项。',
  ],
  'state-damaged': [
    '本工作簿中有审核记录已损坏，不能读取，未予采用。',
    '可以继续审核和修改；不需要这些记录时，可以将其移除。',
  ],
  'state-too-large': [
    '本工作簿中有审核记录过大，未予读取和采用。',
    '可以继续审核和修改；不需要这些记录时，可以将其移除。',
  ],
  'state-full': [
    '本工作簿中的审核记录已满，这次操作不能记录，因此没有进行。',
    '请恢复一部分已忽略的问题后重试。',
  ],
  'received-one-by-one': [
    '这些修改是随文件收到的记录，不能成批撤销。',
    '请在修改记录中逐条查看所涉单元格后，逐条撤销。',
  ],
  'received-formula': [
    '这条修改是随文件收到的记录，撤销时要写回的公式可能引用本工作簿以外的内容，因此没有写入。',
    '请核实后自行修改该单元格。',
  ],
  unknown: ['程序出错，操作没有完成。', '请重试；若仍出错，请将此文件反馈给开发者。'],
};

const EN: Texts = {
  protected: [
    'The worksheet or the workbook is protected and cannot be written to.',
    'Lift the protection under Review, then try again.',
  ],
  'read-only': ['The workbook is read-only.', 'Save it under another name, then try again.'],
  shared: ['The workbook is shared and takes no marks or rollups.', 'Stop sharing, then try again.'],
  busy: [
    'The spreadsheet is busy: a cell is being edited or a dialog is open.',
    'Press Enter or Esc, close the dialog, then try again.',
  ],
  'sheet-gone': [
    'The worksheet is not there any more; it may have been deleted or renamed.',
    'Choose the worksheet to review and review it again.',
  ],
  'sheet-hidden': ['{sheets} is hidden and was not shown.', 'Unhide it in the workbook first to look at it.'],
  'not-a-worksheet': [
    'This is a chart or another page, not a worksheet.',
    'Go to the worksheet with the annex.',
  ],
  'two-own-sheets': [
    'Several worksheets look like one rollup of this add-in: {sheets}. None of them was touched.',
    'Delete those that are not needed, or change the title in the first row of a copy, then try again.',
  ],
  'no-workbook': ['No workbook is open.', 'Open the workbook that you want to review.'],
  'workbook-changed': [
    'Another workbook is in front.',
    'Go back to the workbook that was reviewed, or review this one.',
  ],
  changed: [
    'The cells, their rows or their project have changed since the review; it is not certain that they are the same.',
    'Review again before going on.',
  ],
  'not-written': [
    'The spreadsheet did not take what was written.',
    'Check that the cell can be edited, then try again.',
  ],
  unwritable: [
    'A cell cannot hold what was to be written: a text over 32,767 or a formula over 8,192 characters, or no valid value.',
    'Shorten or correct it, then try again.',
  ],
  'formats-full': [
    'The workbook has as many formats as it can have, and there is no room for the one that this needs.',
    'Remove cell formats and conditional formats that are not needed, then try again.',
  ],
  'too-large': [
    'The worksheet holds more than can be read at once.',
    'Delete rows and columns outside the annex, then try again.',
  ],
  'rollup-too-large': [
    'All self-evaluations together hold more than can be rolled up at once.',
    'Open the worksheets one by one, review each and insert its rollups; to have them together, let the command make a copy.',
  ],
  cancelled: ['Cancelled.', 'You can review again at any time.'],
  'no-answer': [
    'The spreadsheet does not answer.',
    'Wait and try again; if it still does not answer, save the file and open it again.',
  ],
  'session-lost': [
    'The connection to the spreadsheet has expired, as after a computer has slept; nothing can be read or written.',
    'Refresh the page or open the file again, then open this add-in again.',
  ],
  'not-supported': ['This version of the spreadsheet cannot do that.', 'Use another function, or update it.'],
  failed: ['It did not succeed.', 'Try again; if it fails again, save the file and open it again.'],
  'state-newer': [
    'Some of the records in this workbook were written by a newer version; they cannot be read and are not used.',
    'You can go on reviewing and changing; update this add-in if you need those records.',
  ],
  'state-damaged': [
    'Some of the records in this workbook are damaged; they cannot be read and are not used.',
    'You can go on reviewing and changing; records that nobody needs can be removed.',
  ],
  'state-too-large': [
    'Some of the records in this workbook are too large; they were not read and are not used.',
    'You can go on reviewing and changing; records that nobody needs can be removed.',
  ],
  'state-full': [
    'The records in this workbook are full: this could not be recorded and was not done.',
    'Restore some of the findings that were ignored, then try again.',
  ],
  'received-one-by-one': [
    'These changes came with the file and cannot be undone all at once.',
    'Look at the cells of each in the change log, and undo them one by one.',
  ],
  'received-formula': [
    'This change came with the file, and the formula that undoing it would write may refer to something outside this workbook, so it was not written.',
    'Check it and edit the cell yourself.',
  ],
  unknown: ['Something went wrong and it was not done.', 'Try again; if it fails again, report the file.'],
};

const TEXTS: Readonly<Record<Locale, Texts>> = { 'zh-CN': ZH, en: EN };

/** What became of the workbook: what is known of the write, and what is known besides of records that cannot be read. */
type Lost = 'nothing' | 'partly' | 'done' | 'unsure' | 'records' | 'unknown';

const LOST: Readonly<Record<Locale, Readonly<Record<Lost, string>>>> = {
  'zh-CN': {
    nothing: '表格内容没有改动。',
    partly: '所要求的操作只完成了一部分，其余尚未进行；请对照表格核对。',
    done: '所要求的操作已经完成，只是后续步骤没有完成。',
    unsure:
      '不能确定最后一次写入是否完成，请查看表格。重新审核时会自动核对：对单元格的修改记入修改记录，没有标全的标记重新标记；汇总表如不完整，请删除后重新插入。',
    records: '审核记录原样保留，表格内容没有改动。',
    unknown: '不能确定表格内容是否有改动，请查看后再继续。',
  },
  en: {
    nothing: 'Nothing in the sheet was changed.',
    partly: 'A part of what was asked for was done, and the rest not begun; please look at the sheets.',
    done: 'What was asked for was done; only what comes after it was not.',
    unsure:
      'The last write may or may not have been done; please look at the sheet. With the next review edits of cells are checked and recorded, and marks that are incomplete are laid anew; delete a rollup that is incomplete and insert it again.',
    records: 'The records were left as they are and nothing in the sheet was changed.',
    unknown: 'It is not known whether anything in the sheet was changed; please look before going on.',
  },
};

const LOST_BY_WRITE: Readonly<Record<WriteOutcome, Lost>> = {
  'not-tried': 'nothing',
  unchanged: 'nothing',
  partly: 'partly',
  done: 'done',
  'in-doubt': 'unsure',
};

/** What happened, what became of the sheet, and what to do next, in the words of the user. */
export function errorText(error: unknown, locale: Locale): ErrorText {
  const code = codeOf(error);
  const [happened, next] = TEXTS[locale][code];
  return {
    happened: fill(happened, { sheets: sheetsOf(error, locale) }),
    lost: LOST[locale][lostOf(error)],
    next,
  };
}

/** Leaves room for the sentence around it. */
const LONGEST_LIST = LONGEST_MESSAGE / 2;

/** The worksheets that a failure names, in quotes. */
function sheetsOf(error: unknown, locale: Locale): string {
  const sheets = error instanceof HostError ? (error.detail.sheets ?? []) : [];
  const names = sheets.map(({ name }) => shortened(name));
  const listed =
    locale === 'zh-CN'
      ? names.map((name) => `“${name}”`).join('、')
      : names.map((name) => `"${name}"`).join(', ');
  return shortened(listed, LONGEST_LIST);
}

function lostOf(error: unknown): Lost {
  if (!(error instanceof HostError)) return 'unknown';
  if (error instanceof StateError && LOST_BY_WRITE[error.write] === 'nothing') return 'records';
  return LOST_BY_WRITE[error.write];
}

function codeOf(error: unknown): Code {
  if (error instanceof StateError) return `state-${error.reason}`;
  if (error instanceof RollupTooLargeError) return 'rollup-too-large';
  if (error instanceof ReceivedChangeError) return `received-${error.reason}`;
  return error instanceof HostError ? error.code : 'unknown';
}
