import { part } from './page-parts';

const STEP = 20;
const LEAST = 240;

/** An empty frame for the pane. It is put into the page by `showFrame`, after the host behind it is ready. */
export function createFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = '绩效自评审核';
  return frame;
}

/** Puts the frame into the page in place of the one before, and loads the built pane in it. */
export function showFrame(frame: HTMLIFrameElement): void {
  frame.src = '/pane.html';
  part('pane').replaceChildren(frame);
}

/** Shows the pane, or hides it with all its state kept. */
export function togglePane(): void {
  const pane = part('pane');
  pane.hidden = part('splitter').hidden = !pane.hidden;
}

/** Lets a person drag the border between grid and pane, or move it by the arrow keys. */
export function makeResizable(): void {
  const [splitter, pane] = [part('splitter'), part('pane')];
  const setWidth = (width: number) => {
    const most = window.innerWidth - LEAST;
    pane.style.width = `${Math.max(LEAST, Math.min(width, most))}px`;
  };
  splitter.addEventListener('pointerdown', (down) => {
    splitter.setPointerCapture(down.pointerId);
    document.body.classList.add('resizing');
    const width = pane.offsetWidth;
    const move = (moved: PointerEvent) => setWidth(width + down.clientX - moved.clientX);
    const end = () => {
      splitter.removeEventListener('pointermove', move);
      document.body.classList.remove('resizing');
    };
    splitter.addEventListener('pointermove', move);
    splitter.addEventListener('lostpointercapture', end, { once: true });
  });
  splitter.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') setWidth(pane.offsetWidth + STEP);
    if (key === 'ArrowRight') setWidth(pane.offsetWidth - STEP);
  });
}
