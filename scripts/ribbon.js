/**
 * The ribbon of the add-in for WPS, from manifest.xml, so that both have the same buttons with the same words and icons.
 */

/** The buttons of a manifest of Excel, in their order. */
function buttonsOf(manifest) {
  const strings = new Map(
    [...manifest.matchAll(/<bt:(?:String|Image) id="([^"]+)" DefaultValue="([^"]*)"/g)].map(
      ([, id, value]) => [id, value],
    ),
  );
  const named = (id) => {
    if (!strings.has(id)) throw new Error(`manifest.xml has no ${id}`);
    return strings.get(id);
  };
  const controls = [...manifest.matchAll(/<Control xsi:type="Button" id="([^"]+)">([^]*?)<\/Control>/g)];
  if (controls.length === 0) throw new Error('manifest.xml has no buttons');
  return controls.map(([, id, inside]) => ({
    id,
    // The one button without a function opens the pane.
    command: /<FunctionName>([^<]+)<\/FunctionName>/.exec(inside)?.[1] ?? 'openPane',
    label: named(/<Label resid="([^"]+)"/.exec(inside)[1]),
    image: new URL(named(/<bt:Image size="32" resid="([^"]+)"/.exec(inside)[1])).pathname.slice(1),
  }));
}

const groupLabel = (manifest) => /<bt:String id="Group\.Label" DefaultValue="([^"]*)"/.exec(manifest)[1];

/** The file begins with `<customUI`, without a declaration: WPS takes any other beginning for a broken add-in. */
function ribbonXml(manifest) {
  const label = groupLabel(manifest);
  const buttons = buttonsOf(manifest).map(
    ({ id, command, label: words }) =>
      `          <button id="${id}" tag="${command}" label="${words}" size="large" onAction="ribbon.OnAction" getImage="ribbon.GetImage" />`,
  );
  return [
    '<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui" onLoad="ribbon.OnAddinLoad">',
    '  <ribbon startFromScratch="false">',
    '    <tabs>',
    `      <tab id="AnnexReviewer.Tab" label="${label}">`,
    `        <group id="AnnexReviewer.Group" label="${label}">`,
    ...buttons,
    '        </group>',
    '      </tab>',
    '    </tabs>',
    '  </ribbon>',
    '</customUI>',
    '',
  ].join('\n');
}

/** The manifest of WPS, which says no more than what the add-in is called. */
function wpsManifestXml(manifest, name) {
  const description = /<Description DefaultValue="([^"]*)"/.exec(manifest)[1];
  return [
    '<JsPlugin>',
    '  <ApiVersion>1.0.0</ApiVersion>',
    `  <Name>${name}</Name>`,
    `  <Description>${description}</Description>`,
    '</JsPlugin>',
    '',
  ].join('\n');
}

/** The images of the buttons by their ids, as paths from the add-in's folder. */
const ribbonImages = (manifest) =>
  Object.fromEntries(buttonsOf(manifest).map(({ id, image }) => [id, image]));

module.exports = { buttonsOf, ribbonImages, ribbonXml, wpsManifestXml };
