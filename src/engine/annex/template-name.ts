import { foldText } from './text';

/** What templates print where an indicator is to be named: "指标1：", "★指标2", "……". */
const TEMPLATE_NAME = /^(?:指标|目标|任务)?(?:\d{1,2}|[一二三四五六七八九十])?(?:[.、:：])*(?:…+|\.{2,})?$/;

/** What numbers an indicator among others: "指标1：", "★指标2、". */
const NUMBERING = /^[★☆*●▲]?(?:指标|目标|任务)\d{1,2}[:：.．、]\s*/;

/** The name of an indicator without what numbers it. */
export function withoutNumbering(text: string): string {
  return text.replace(NUMBERING, '');
}

/** Whether the name of an indicator says nothing but what the template says. */
export function isTemplateName(text: string): boolean {
  return TEMPLATE_NAME.test(foldText(text).replace(/^[★☆*●▲]+|[★☆*●▲]+$/g, ''));
}
