import { ROOT_TYPE } from '../description/et-description';
import type { EtHost } from '../host/et-host';
import type { RangeTarget } from '../host/targets';
import { EtRef } from '../object/et-ref';
import type { EtMember, EtType } from '../object/et-type';
import { etType, property } from '../object/et-type';
import { apiEventType, pluginStorageType } from './add-on';
import { applicationMembers } from './application';
import {
  chartObjectType,
  chartObjectsType,
  chartTitleType,
  chartType,
  seriesCollectionType,
  seriesType,
} from './charts';
import { commentType, commentsType, rangeComments } from './comments';
import { customXmlPartType, customXmlPartsType } from './custom-xml';
import { documentPropertiesType, documentPropertyType } from './document-properties';
import { formatConditionType, formatConditionsType, interiorType } from './format-conditions';
import { hyperlinkType, hyperlinksType } from './hyperlinks';
import { nameType, namesType } from './names';
import { pageBreaksType, pageSetupType } from './page-setup';
import { rangeContents } from './range-contents';
import { rangeLayout } from './range-layout';
import { bordersMembers, fontMembers, rangeLooks } from './range-looks';
import { areasMembers, rangePlaces } from './range-places';
import { shapeType } from './shapes';
import { paneMembers, ribbonUiType, taskPaneType } from './task-panes';
import { validationType } from './validation';
import { windowType, windowsType } from './windows';
import { workbookType, workbooksType } from './workbooks';
import { sheetsType, worksheetType } from './worksheets';

const rangeType = etType<RangeTarget>('Et.Range', {
  ...rangePlaces,
  ...rangeContents,
  ...rangeLayout,
  ...rangeLooks,
  ...rangeComments,
  FormatConditions: property((range) => new EtRef('Et.FormatConditions', range)),
  Validation: property((range) => new EtRef('Et.Validation', range)),
  Hyperlinks: property(({ book, sheetId, areas }) => new EtRef('Et.Hyperlinks', { book, sheetId, areas })),
});

/** Every object leads back to the application. */
const toApplication: EtMember<unknown> = property((_self, { host }) => new EtRef<EtHost>(ROOT_TYPE, host));

const ALL: readonly EtType[] = [
  etType(ROOT_TYPE, { ...applicationMembers, ...paneMembers }),
  rangeType,
  etType('Et.Areas', areasMembers),
  etType('Et.Font', fontMembers),
  etType('Et.Borders', bordersMembers),
  interiorType,
  formatConditionsType,
  formatConditionType,
  commentsType,
  commentType,
  hyperlinksType,
  hyperlinkType,
  validationType,
  namesType,
  nameType,
  sheetsType,
  worksheetType,
  pageBreaksType,
  pageSetupType,
  chartObjectsType,
  chartObjectType,
  chartType,
  chartTitleType,
  seriesCollectionType,
  seriesType,
  shapeType,
  workbooksType,
  workbookType,
  windowsType,
  windowType,
  customXmlPartsType,
  customXmlPartType,
  documentPropertiesType,
  documentPropertyType,
  apiEventType,
  pluginStorageType,
  taskPaneType,
  ribbonUiType,
];

/** All types that are emulated, by their declared names. */
export const ET_TYPES: ReadonlyMap<string, EtType> = new Map(
  ALL.map((type) => [
    type.name,
    type.name.startsWith('Et.')
      ? { ...type, members: { Application: toApplication, ...type.members } }
      : type,
  ]),
);
