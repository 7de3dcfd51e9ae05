import { WEB_PAYLOAD_LIMIT } from '../../../src/workbench/office/excel/excel-switches';
import { ANNEX_OF_31_ROWS } from '../contract/open-annex';
import { PLAN } from '../contract/plan';
import { openInExcel, toMemoryWorkbook } from './open-in-excel';
import type { StartWorkbook } from '../contract/subject';
const text = '完成年度绩效目标任务并按期支付项目资金';
const big: StartWorkbook = { name: 'x', sheets: [{ name: '附件2', rows: Array.from({ length: 5000 }, (_, r) => Array.from({ length: 27 }, (__, c) => c % 3 === 0 ? r * c : `${text.slice(0, 3 + ((r + c) % 14))}${r}`)) }] };
it('measures', async () => {
  for (const wb of [ANNEX_OF_31_ROWS, big]) {
    const s = openInExcel(toMemoryWorkbook(wb), { payloadLimit: WEB_PAYLOAD_LIMIT });
    const rows = wb.sheets[0]!.rows.length;
    const out: string[] = [];
    const [sheet] = await s.host.sheets();
    const m = async (name: string, f: () => Promise<unknown>) => {
      const c = s.excel.host.counters; c.largestRequest = c.largestResponse = 0;
      const b = s.host.roundTrips; const bb = c.batches; const t = performance.now();
      await f(); await s.settled();
      out.push(`${name}: ${s.host.roundTrips - b} trips (${c.batches - bb} batches) ${(performance.now() - t).toFixed(0)} ms req ${c.largestRequest} res ${c.largestResponse}`);
    };
    const marks = { cells: { error: Array.from({ length: rows }, (_, row) => ({ firstRow: row, lastRow: row, firstColumn: (row * 5) % 27, lastColumn: (row * 5) % 27 })), warning: [], info: [] }, notes: [] };
    await m('read', () => s.host.read(sheet!.id));
    await m('mark', () => s.host.mark(sheet!.id, marks));
    await m('re-mark', () => s.host.mark(sheet!.id, marks));
    await m('insert', () => s.host.insert(PLAN));
    await m('insert again', () => s.host.insert(PLAN));
    await m('unmark', () => s.host.unmark(sheet!.id));
    await m('remember', () => s.host.remember('{}'));
    await m('remember again', () => s.host.remember('{}'));
    const list = Array.from({ length: rows }, (_, row) => Array.from({ length: 11 }, (__, column) => ({ value: column === 0 ? row : `第${row}行的问题和建议，说明若干`, style: 1 })));
    await m('insert list of ' + rows, () => s.host.insert({ ...PLAN, key: 'issue-list', name: '问题清单', rows: list, links: [], charts: [], merges: [] }));
    process.stdout.write(rows + '\n' + out.join('\n') + '\n');
    s.dispose?.();
  }
}, 200000);
