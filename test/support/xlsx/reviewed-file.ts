import { writeFileSync } from 'node:fs';
import { WorkbookReview, type DressedWorkbook } from '../../../src/app/workbook-review';
import { openFileHost } from '../../../src/host/file/file-host';

/** Makes the reviewed copy of a workbook, as the command does. @param path where the workbook may lie for it */
export async function reviewedFile(
  path: string,
  bytes: Uint8Array,
): Promise<{ readonly copy: Uint8Array; readonly dressed: DressedWorkbook | null }> {
  writeFileSync(path, bytes);
  const host = await openFileHost(path);
  const review = await WorkbookReview.of(host);
  for (const sheet of review.sheets) await review.look(sheet);
  await review.conclude();
  const dressed = await review.dress('zh-CN');
  return { copy: await host.save(), dressed };
}
