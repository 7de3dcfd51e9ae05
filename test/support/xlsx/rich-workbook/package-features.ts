import { buildCompoundFile } from '../compound-file-builder';
import { escapeXml } from '../xlsx-builder';
import { DECLARATION, officeRelation, RELATION } from './namespaces';
import type { RichDraft } from './rich-draft';
import { RICH_SHEETS, WORKBOOK_PART } from './rich-draft';

const PROPERTIES = 'application/vnd.openxmlformats-officedocument';

/** Core, application and custom properties of the document. */
export function addProperties({ pkg }: RichDraft): void {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
  const core = 'docProps/core.xml';
  pkg.part(
    core,
    `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>绩效自评</dc:title><dc:creator>沈若川</dc:creator><cp:lastModifiedBy>沈若川</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2024-11-01T01:02:03Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2024-11-25T04:05:06Z</dcterms:modified></cp:coreProperties>`,
    'application/vnd.openxmlformats-package.core-properties+xml',
  );
  pkg.relate('', RELATION.coreProperties, core);
  const { chart, ...worksheets } = RICH_SHEETS;
  const names = [...Object.values(worksheets), chart].map(escapeXml);
  const app = 'docProps/app.xml';
  pkg.part(
    app,
    `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="${types}"><Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity><HeadingPairs><vt:vector size="4" baseType="variant"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>8</vt:i4></vt:variant><vt:variant><vt:lpstr>图表</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="${names.length}" baseType="lpstr">${names.map((name) => `<vt:lpstr>${name}</vt:lpstr>`).join('')}</vt:vector></TitlesOfParts><Company>泽浦市</Company><AppVersion>16.0300</AppVersion></Properties>`,
    `${PROPERTIES}.extended-properties+xml`,
  );
  pkg.relate('', RELATION.extendedProperties, app);
  const custom = 'docProps/custom.xml';
  pkg.part(
    custom,
    `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="${types}"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.18276</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="密级"><vt:lpwstr>内部</vt:lpwstr></property></Properties>`,
    `${PROPERTIES}.custom-properties+xml`,
  );
  pkg.relate('', RELATION.customProperties, custom);
  pkg.feature('core properties', core, '<dc:creator>沈若川</dc:creator>');
  pkg.feature('application properties', app, '<Company>泽浦市</Company>');
  pkg.feature('custom properties', custom, 'name="密级"');
}

/** Somebody else's custom XML. */
export function addCustomXml({ pkg }: RichDraft): void {
  const item = 'customXml/item1.xml';
  const properties = 'customXml/itemProps1.xml';
  pkg.part(item, '<?xml version="1.0"?><档案 xmlns="urn:example:archive"><编号>2024-017</编号></档案>');
  pkg.part(
    properties,
    `${DECLARATION}<ds:datastoreItem ds:itemID="{11111111-2222-4333-8444-555555555555}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:example:archive"/></ds:schemaRefs></ds:datastoreItem>`,
    `${PROPERTIES}.customXmlProperties+xml`,
  );
  pkg.relate(WORKBOOK_PART, officeRelation('customXml'), item);
  pkg.relate(item, officeRelation('customXmlProps'), properties);
  pkg.feature('custom XML', item, '<编号>2024-017</编号>');
  pkg.feature('properties of custom XML', properties, 'ds:uri="urn:example:archive"');
}

/** A macro project: a compound file that names the right streams and has nothing in them. */
export function addMacros({ pkg, options }: RichDraft): void {
  if (options.macros === false) return;
  const part = 'xl/vbaProject.bin';
  pkg.part(part, buildCompoundFile(['VBA', 'PROJECT']), 'application/vnd.ms-office.vbaProject');
  pkg.relate(WORKBOOK_PART, RELATION.vbaProject, part);
  pkg.feature('macros', part);
}

/** Parts of a kind that nobody knows yet, one of them not XML. */
export function addFutureParts({ pkg }: RichDraft): void {
  const part = 'xl/future/future1.xml';
  const bytes = 'xl/future/future1.dat';
  pkg.part(
    part,
    `${DECLARATION}<future:part xmlns:future="http://schemas.example.com/office/2030/main"><future:idea xml:lang="zh-CN">将来&#x7684;<![CDATA[<东西>]]></future:idea></future:part>`,
    'application/vnd.example.future+xml',
  );
  pkg.extension('dat', 'application/octet-stream');
  pkg.part(
    bytes,
    Uint8Array.from({ length: 600 }, (_, i) => (i * 89) % 256),
  );
  pkg.relate(WORKBOOK_PART, RELATION.future, part);
  pkg.relate(part, RELATION.future, bytes);
  pkg.feature('part of the future', part, '<![CDATA[<东西>]]>');
  pkg.feature('bytes of the future', bytes);
}

/** A digital signature: the origin, which is empty, and a signature whose digests are made up. */
export function addSignature({ pkg, options }: RichDraft): void {
  if (!options.signed) return;
  const origin = '_xmlsignatures/origin.sigs';
  const signature = '_xmlsignatures/sig1.xml';
  pkg.extension('sigs', 'application/vnd.openxmlformats-package.digital-signature-origin');
  pkg.part(origin, new Uint8Array());
  pkg.part(
    signature,
    `${DECLARATION}<Signature xmlns="http://www.w3.org/2000/09/xmldsig#" Id="idPackageSignature"><SignedInfo><CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><Reference URI="#idPackageObject"><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>AAECAwQFBgcICQoLDA0ODw==</DigestValue></Reference></SignedInfo><SignatureValue>AAECAwQFBgcICQoLDA0ODw==</SignatureValue></Signature>`,
    'application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml',
  );
  pkg.relate('', RELATION.signatureOrigin, origin);
  pkg.relate(origin, RELATION.signature, signature);
  pkg.feature('signature', signature, 'Id="idPackageSignature"');
  pkg.feature('origin of signatures', origin);
}
