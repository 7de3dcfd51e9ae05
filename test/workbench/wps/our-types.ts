import { ROOT_TYPE } from '../../../workbench/wps/description/et-description';

/** Names that are not the vendor's with "Et" before it. */
const OTHERS: Readonly<Record<string, string>> = {
  EtApplication: ROOT_TYPE,
  EtXmlParts: 'Kso.CustomXMLParts',
  EtXmlPart: 'Kso.CustomXMLPart',
  EtDocumentProperties: 'Kso.DocumentProperties',
  EtDocumentProperty: 'Kso.DocumentProperty',
  EtApiEvent: 'WPS.EtApiEvent',
  EtPluginStorage: 'WPS.PluginStorage',
  EtTaskPane: 'WPS.CustomTaskpane',
};

/** What the vendor calls one of our interfaces. */
export function declaredName(ours: string): string {
  return OTHERS[ours] ?? ours.replace(/^Et/, 'Et.');
}
