import type { ObjectType } from '../description/object-type';
import { applicationType } from './application-type';
import { chartSeriesCollectionType, chartSeriesType } from './chart-series-type';
import { chartCollectionType, chartType, chartTitleType } from './chart-type';
import { commentCollectionType } from './comment-type';
import {
  conditionalFormatCollectionType,
  conditionalFormatType,
  customConditionalFormatType,
  conditionalFormatRuleType,
  conditionalRangeFormatType,
  conditionalRangeFillType,
} from './conditional-format-type';
import {
  customXmlPartType,
  customXmlPartCollectionType,
  customXmlPartScopedCollectionType,
} from './custom-xml-type';
import { dataValidationType } from './data-validation-type';
import {
  customPropertyCollectionType,
  customPropertyType,
  documentPropertiesType,
} from './document-properties-type';
import { freezePanesType } from './freeze-panes-type';
import { namedItemCollectionType, namedItemType } from './named-item-type';
import { noteCollectionType, noteType } from './note-type';
import { pageBreakCollectionType, pageLayoutType } from './page-layout-type';
import { worksheetProtectionType, workbookProtectionType } from './protection-type';
import { rangeAreasType, rangeCollectionType } from './range-areas-type';
import {
  rangeFormatType,
  rangeFillType,
  rangeFontType,
  borderType,
  borderCollectionType,
} from './range-format-type';
import { rangeType } from './range-type';
import { settingCollectionType, settingType } from './setting-type';
import { workbookType } from './workbook-type';
import { worksheetCollectionType } from './worksheet-collection-type';
import { worksheetType } from './worksheet-type';

/** Every class of Excel that this host has. */
export const DESCRIBED_TYPES: readonly ObjectType[] = [
  applicationType,
  chartCollectionType,
  chartType,
  chartTitleType,
  chartSeriesCollectionType,
  chartSeriesType,
  commentCollectionType,
  conditionalFormatCollectionType,
  conditionalFormatType,
  customConditionalFormatType,
  conditionalFormatRuleType,
  conditionalRangeFormatType,
  conditionalRangeFillType,
  customXmlPartType,
  customXmlPartCollectionType,
  customXmlPartScopedCollectionType,
  customPropertyCollectionType,
  customPropertyType,
  dataValidationType,
  documentPropertiesType,
  freezePanesType,
  namedItemCollectionType,
  namedItemType,
  noteCollectionType,
  noteType,
  pageBreakCollectionType,
  pageLayoutType,
  worksheetProtectionType,
  workbookProtectionType,
  rangeAreasType,
  rangeCollectionType,
  rangeFormatType,
  rangeFillType,
  rangeFontType,
  borderType,
  borderCollectionType,
  rangeType,
  settingCollectionType,
  settingType,
  workbookType,
  worksheetCollectionType,
  worksheetType,
];
