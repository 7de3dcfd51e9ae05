import type { PlacedProject } from './units';
import { foldText } from '../annex/text';
import { presenceOf } from '../annex/values/presence';

/** What stands in for a name and names nothing: "XX项目", "×××", "某项目". */
const STAND_IN = /^[x×✕✖*＊○〇●_.…-]*(?:某某?|[x×✕✖*＊○〇●_]+)(?:项目|工程|专项)?(?:名称)?$/i;
/** How the worksheets of templates and examples are named. */
const TEMPLATE_SHEET = /模板|模版|样表|样例|示例|范本|范例|空表|空白表/;

/**
 * Whether a form is a template that nobody has filled in: it names no project, or a stand-in, and no amount. A form with
 * amounts and without a name is one that was forgotten to be named, and counts.
 */
export function isBlankForm({ annex, project }: PlacedProject): boolean {
  if (annex.layout !== 'form') return false;
  const amounts = Object.values(project.money);
  const filled = amounts.some((cell) => cell !== undefined && cell.number !== null && cell.number !== 0);
  return !filled && !namesProject(project.name);
}

/** Whether a form shows how to fill one in: what stands for its name is a stand-in. */
export function isExampleForm({ annex, project }: PlacedProject): boolean {
  return annex.layout === 'form' && STAND_IN.test(foldText(project.name));
}

/** Whether the worksheet is named as those of templates are; of itself that proves nothing. */
export function isOnTemplateSheet({ annex }: PlacedProject): boolean {
  return TEMPLATE_SHEET.test(annex.sheet.name);
}

/** Whether a text names a project at all. */
export function namesProject(name: string): boolean {
  return presenceOf(name) === 'value' && !STAND_IN.test(foldText(name));
}
