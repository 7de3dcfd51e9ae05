/** An element of the page by its id. @throws Error where the page has none */
export function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/** Says something above the grid; an empty text takes it away. */
export function say(text: string): void {
  const message = part('message');
  message.textContent = text;
  message.hidden = text === '';
}

/** A button in words. What its action throws is said above the grid. */
export function button(label: string, action: () => void | Promise<void>): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', () => void attempt(action));
  return element;
}

/** Runs an action and says above the grid why it failed, where it did. */
export async function attempt(action: () => void | Promise<void>): Promise<void> {
  say('');
  try {
    await action();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}
