import type { SheetSnapshot } from '../../sheet/snapshot';
import { REVIEWED_LAYOUTS, type Annex } from '../annex';
import { columnAt } from '../corrections/find-corrections';
import { formEntries } from '../corrections/form-entries';
import { isSingle, type ColumnCorrection, type HeaderCorrections } from '../corrections/vocabulary';
import type { FieldId } from '../field-id';
import { LabelReader } from '../header/label-features';
import { FormSheet } from '../layouts/form/form-sheet';
import { isCalledSelfEvaluation, looksLikeAnnex } from '../looks-like-annex';
import type { RecogniseOptions } from '../recognise-options';
import { foldText } from '../text';
import { guessForm, labelsOfForm } from './guess-form';
import { guessedParts, type AskedField, type GuessedParts } from './guessed-parts';

/** What a worksheet that was not understood may be. Nothing is reviewed by it until a reviewer has accepted it. Plain. */
export interface AnnexGuess extends GuessedParts {
  readonly annex: Annex;
  /** What the reviewer says by accepting it, as a vocabulary holds it. */
  readonly accepting: HeaderCorrections;
}

/** What is known of a worksheet in which no annex was recognised. */
export interface UnreadSheet {
  /** Whether it looks like one all the same. */
  readonly looksLikeAnnex: boolean;
  /** What it may be; `null` where it does not look like one, or nothing near enough comes to mind. */
  readonly guess: AnnexGuess | null;
}

/** Less is no guess but a wild one. */
const LEAST = 0.3;

/** What no self-evaluation does without: what came of indicators, or how money was spent. */
const NEEDED: readonly (readonly AskedField[])[] = [
  ['indicator.name', 'indicator.result'],
  ['budget', 'actual', 'executionRate'],
];
/** What will do where the title says what it is: people are given points as well. */
const NEEDED_IF_TITLED: readonly (readonly AskedField[])[] = [
  ...NEEDED,
  ['indicator.name', 'indicator.weight', 'indicator.score'],
];

/** Tables that are filled in before or beside an evaluation, whatever they ask for. Folded titles. */
const OTHER_TABLES =
  /申报|目标表|目标批复|目标审核|监控|序时|进度|分配|下达|名单|花名册|名册|人员|合同|协议|问卷|调查|台账|清单|明细|考勤|工资|标准|细则|办法|通知|说明/;

/** Of whom an evaluation of people speaks, which calls itself one as well. Folded titles, and labels. */
const OF_PEOPLE = /员工|职工|个人|干部|教师|人员|岗位|述职/;
const PERSON = /^(?:姓名|工号|被考核人|被评价人)[:：]?/;

const labels = new LabelReader();

/** Looks once more at a worksheet in which no annex was recognised. Never throws on any content. */
export function lookAtUnread(sheet: SheetSnapshot, options: RecogniseOptions = {}): UnreadSheet {
  const looks = looksLikeAnnex(sheet);
  // What calls itself one may ask for everything in words of its own.
  const guess = looks || isCalledSelfEvaluation(sheet) ? guessAnnex(sheet, options) : null;
  return { looksLikeAnnex: looks || guess !== null, guess };
}

/** What a worksheet may be read as: the form that it comes nearest to; `null` where it is far from any. */
export function guessAnnex(sheet: SheetSnapshot, { vocabulary }: RecogniseOptions = {}): AnnexGuess | null {
  const form = new FormSheet(sheet, labels);
  const annex = guessForm(form, sheet.firstRow, labels, `${sheet.id}!0`, vocabulary)?.annex;
  if (!annex || !REVIEWED_LAYOUTS.includes(annex.layout)) return null;
  const title = foldText(`${annex.title ?? ''} ${sheet.name}`);
  const titled = /自评/.test(title);
  if ((OTHER_TABLES.test(title) && !titled) || isOfPerson(sheet, title)) return null;
  const parts = guessedParts(annex);
  const has = (field: AskedField): boolean => !parts.missing.includes(field);
  const needed = titled ? NEEDED_IF_TITLED : NEEDED;
  if (parts.confidence < LEAST || !needed.some((fields) => fields.every(has))) return null;
  return { annex, ...parts, accepting: acceptingOf(annex) };
}

function isOfPerson({ values }: SheetSnapshot, title: string): boolean {
  if (OF_PEOPLE.test(title)) return true;
  return values.some((row) => row.some((value) => typeof value === 'string' && PERSON.test(foldText(value))));
}

/** That a form with these labels is one, and what its cells bear that was only guessed. */
function acceptingOf(annex: Annex): HeaderCorrections {
  const columns = labelsOfForm(annex);
  const given = new Set<FieldId>();
  const corrections = formEntries(annex).flatMap(({ field, places, settled }, i): ColumnCorrection[] => {
    const isOpen = !settled && places.some(({ confidence }) => confidence === 'guess');
    if (field === null || !isOpen || given.has(field)) return [];
    if (isSingle(field)) given.add(field);
    return [{ ...columnAt(columns, i), field }];
  });
  return { columns, form: true, corrections };
}
