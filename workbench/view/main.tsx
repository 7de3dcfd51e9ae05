import { startExcel } from './excel-workbench';
import { drawFileTools, openSample } from './file-tools';
import { GridView } from './grid-view';
import { attempt, part } from './page-parts';
import { createPageUniver } from './page-univer';
import { makeResizable } from './pane-frame';
import { startWps } from './wps-workbench';
import './workbench.css';

export type { OpenWorkbench } from './excel-workbench';

const view = new GridView(createPageUniver(part('grid')));

/** The server says which program this page stands for when it hands the page out. */
const program = document.documentElement.dataset.platform === 'wps' ? startWps(view) : startExcel(view);

const actions = {
  ...program,
  undo: () => view.model?.undo(),
  redo: () => view.model?.redo(),
  toggleProtection: () => {
    const sheet = view.model?.activeSheet;
    sheet?.setProtected(!sheet.protected);
  },
};

makeResizable();
drawFileTools(actions);
void attempt(() => openSample(actions));
