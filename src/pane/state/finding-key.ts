import type { ReviewFinding } from '../../app/reviewer';

/** Names a finding among those of all worksheets: its id tells it from others of its own worksheet only. */
export type FindingKey = string;

export function findingKey({ id, sheetId }: Pick<ReviewFinding, 'id' | 'sheetId'>): FindingKey {
  return `${id}@${sheetId}`;
}
