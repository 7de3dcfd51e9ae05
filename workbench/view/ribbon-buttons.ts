/** A button of the ribbon, as the add-in's manifest declares it. */
export interface RibbonButton {
  readonly label: string;
  readonly tip: string;
  /** Path of its picture on this server. */
  readonly icon: string;
  /** The function it calls; `null` for the button that opens the pane. */
  readonly functionName: string | null;
}

export interface Ribbon {
  readonly group: string;
  readonly buttons: readonly RibbonButton[];
}

/** Reads the group of buttons from a manifest, in its default language. */
export function readRibbon(manifest: string): Ribbon {
  const xml = new DOMParser().parseFromString(manifest, 'application/xml');
  if (xml.querySelector('parsererror')) throw new Error('the manifest is no XML');
  const all = (parent: ParentNode, name: string) =>
    [...parent.querySelectorAll('*')].filter((element) => element.localName === name);
  const first = (parent: ParentNode, name: string) => all(parent, name)[0];
  // Texts, pictures and addresses stand in lists at the end; the buttons refer to them.
  const resources = new Map(
    [...all(xml, 'String'), ...all(xml, 'Image'), ...all(xml, 'Url')].map((element) => [
      element.getAttribute('id'),
      element.getAttribute('DefaultValue') ?? '',
    ]),
  );
  const resource = (element: Element | undefined) =>
    resources.get(element?.getAttribute('resid') ?? '') ?? '';
  const ownChild = (parent: Element, name: string) =>
    [...parent.children].find((element) => element.localName === name);

  const group = first(xml, 'Group');
  if (!group) throw new Error('the manifest declares no group of buttons');
  const buttons = all(group, 'Control').map((control): RibbonButton => {
    const images = all(control, 'Image');
    const image = images.find((element) => element.getAttribute('size') === '32') ?? images[0];
    return {
      label: resource(ownChild(control, 'Label')),
      tip: resource(first(control, 'Description')),
      icon: new URL(resource(image) || '/', window.location.href).pathname,
      functionName: first(control, 'FunctionName')?.textContent?.trim() ?? null,
    };
  });
  return { group: resource(ownChild(group, 'Label')), buttons };
}
