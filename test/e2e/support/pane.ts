import type { FrameLocator, Locator } from 'playwright-core';
import { toAddress } from '../../../src/engine/sheet/address';
import { zhCN } from '../../../src/pane/i18n/zh-CN';
import type { Finding } from '../../../src/engine/rule/finding';
import type { Severity } from '../../../src/engine/severity';

const { toolbar, severities, recognition } = zhCN;

/** The pane as a reader works it: by names and roles, in Chinese. */
export class Pane {
  constructor(private readonly frame: FrameLocator) {}

  get body(): Locator {
    return this.frame.locator('body');
  }
  get recognition(): Locator {
    return this.frame.getByRole('region', { name: recognition.label });
  }
  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name, exact: true });
  }
  text(words: string | RegExp): Locator {
    return this.frame.getByText(words);
  }

  /** Reviews the sheet in view and waits for the counts. */
  async review(): Promise<Readonly<Record<Severity, number>>> {
    await this.frame
      .getByRole('toolbar')
      .getByRole('button', { name: new RegExp(`^(${toolbar.review}|${toolbar.reviewAgain})$`) })
      .click();
    return this.counts();
  }

  /** The figures of the toggles: how many findings are open, each cell of a habit counted. */
  async counts(): Promise<Readonly<Record<Severity, number>>> {
    const count = async (severity: Severity): Promise<number> => {
      const toggle = this.button(labelOf(severity, '\\d+'));
      return Number((await toggle.getAttribute('aria-label'))!.match(/\d+/g)!.at(-1));
    };
    return { error: await count('error'), warning: await count('warning'), info: await count('info') };
  }

  /** Waits until the toggles show these figures. */
  async shows(counts: Readonly<Record<Severity, number>>): Promise<void> {
    for (const severity of ['error', 'warning', 'info'] as const)
      await this.button(labelOf(severity, String(counts[severity]))).waitFor();
  }

  /** Opens one of the toolbar's menus and chooses in it. */
  async choose(menu: string, item: string): Promise<void> {
    await this.frame
      .getByRole('button', { name: menu, exact: true })
      .and(this.frame.locator('[aria-haspopup]'))
      .click();
    await this.frame.getByRole('menuitem', { name: item, exact: true }).click();
  }

  /** The card of a finding, in the list by cells. */
  async card(finding: Finding): Promise<Locator> {
    await this.frame.getByText(zhCN.findings.groupings.cell, { exact: true }).click();
    const id = `${finding.rule}!${toAddress(finding.cell.row, finding.cell.column)}!`;
    return this.frame.locator(`li[data-finding^="${id}"]`);
  }

  async mark(): Promise<void> {
    await this.choose(toolbar.marks, toolbar.markAll);
    await this.text(/已标记 \d+ 个单元格/).waitFor();
  }
  async clearMarks(): Promise<void> {
    await this.choose(toolbar.marks, toolbar.unmarkSheet);
    await this.text(/已清除 \d+ 个单元格的标记/).waitFor();
  }
  async insertRollups(): Promise<void> {
    await this.choose(toolbar.rollups, toolbar.allRollups);
    await this.text(/已生成汇总表/).waitFor();
  }
}

/** The name of a toggle that shows so many findings, some of them perhaps one habit. */
function labelOf(severity: Severity, count: string): RegExp {
  const name = severities[severity];
  const some = zhCN.severityToggleCells
    .replace('{name}', name)
    .replace('{count}', '\\d+')
    .replace('{cells}', count);
  return new RegExp(`^(?:${name} ${count}|${some})$`);
}
