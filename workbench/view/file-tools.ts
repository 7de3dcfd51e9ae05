import { XlsxError } from '../../src/xlsx';
import { CannotSave } from '../model/cannot-save';
import { attempt, button, part } from './page-parts';
import { refusalOf } from './save-refusals';

export interface FileActions {
  open(name: string, bytes: Uint8Array): Promise<void>;
  /** The workbook as it is now, as a file; `null` where none is open. */
  save(): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;
  undo(): void;
  redo(): void;
  toggleProtection(): void;
}

const SAMPLE = '/sample.xlsx';

/** Opens the sample that the server has. */
export async function openSample(actions: FileActions): Promise<void> {
  const response = await fetch(SAMPLE);
  if (!response.ok) throw new Error(`没有读到示例工作簿（${response.status}）`);
  await open(actions, '示例.xlsx', new Uint8Array(await response.arrayBuffer()));
}

/** Draws the buttons for files and takes files that are dropped on the page. */
export function drawFileTools(actions: FileActions): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.xlsx,.xlsm';
  input.hidden = true;
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (file) void attempt(() => openFile(actions, file));
  });
  part('file-tools').replaceChildren(
    input,
    button('打开…', () => input.click()),
    button('保存', () => save(actions)),
    button('示例', () => openSample(actions)),
    button('撤销', () => actions.undo()),
    button('重做', () => actions.redo()),
    button('保护工作表', () => actions.toggleProtection()),
  );
  takeDrops((file) => attempt(() => openFile(actions, file)));
}

/** Shows on its button whether the sheet in view is protected. */
export function showProtection(isProtected: boolean): void {
  const buttons = part('file-tools').querySelectorAll('button');
  buttons[buttons.length - 1]?.setAttribute('aria-pressed', String(isProtected));
}

async function openFile(actions: FileActions, file: File): Promise<void> {
  await open(actions, file.name, new Uint8Array(await file.arrayBuffer()));
}

async function open(actions: FileActions, name: string, bytes: Uint8Array): Promise<void> {
  try {
    await actions.open(name, bytes);
  } catch (error) {
    throw error instanceof XlsxError ? new Error(`打不开“${name}”：${error.message}`) : error;
  }
}

/** The browser puts the file where it puts what is downloaded. */
async function save(actions: FileActions): Promise<void> {
  const saved = await actions.save().catch((error: unknown) => {
    throw error instanceof CannotSave ? new Error(refusalOf(error)) : error;
  });
  if (!saved) return;
  const link = document.createElement('a');
  // A copy of its own: the bytes may be a view of something larger.
  link.href = URL.createObjectURL(new Blob([saved.bytes.slice()]));
  link.download = saved.name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function takeDrops(take: (file: File) => Promise<void>): void {
  const veil = part('drop');
  const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    veil.hidden = false;
  });
  veil.addEventListener('dragleave', () => (veil.hidden = true));
  window.addEventListener('drop', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    veil.hidden = true;
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void take(file);
  });
}
