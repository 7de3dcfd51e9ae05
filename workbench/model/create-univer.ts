import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsNotePlugin } from '@univerjs/sheets-note';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { MODEL_SERVICES } from './transactional-undo';

export type ModelLocale = 'zh-CN' | 'en-US';

/** The engine's name of a language of ours. */
export function univerLocale(locale: ModelLocale): LocaleType {
  return locale === 'zh-CN' ? LocaleType.ZH_CN : LocaleType.EN_US;
}

/** The model says what is to be calculated: the engine takes a stored 0 for no value. */
export const FORMULAS = { initialFormulaComputing: CalculationMode.NO_CALCULATION };

/** A spreadsheet engine without any user interface: it needs no DOM. */
export function createHeadlessUniver(locale: ModelLocale): Univer {
  const name = univerLocale(locale);
  const univer = new Univer({
    locale: name,
    locales: { [name]: {} },
    logLevel: LogLevel.ERROR,
    override: MODEL_SERVICES,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, FORMULAS);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsNotePlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  return univer;
}
