import * as z from 'zod';
import { ALL_FIELDS } from '../annex/all-fields';
import type { SchemaNode } from '../profile/schema-problems';

// Zod would make functions of text for speed, which the pages' content security policy forbids.
z.config({ jitless: true });

/** No header seen has so many columns, rows or levels. */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 20;

const path = () =>
  z
    .array(z.string().min(1).max(500))
    .min(1)
    .max(MOST_ROWS)
    .describe(
      '一列的表头文字，从上到下；比较时不计空白、全角半角和年份。 The labels of a column from top to leaf; spaces, widths and years do not count.',
    );

/** A vocabulary as its file states it: types, checks and the published schema follow from this. */
export const vocabularyFile = z
  .strictObject({
    $schema: z
      .string()
      .optional()
      .describe('JSON Schema 的位置，供编辑器使用。 Where editors find this schema.'),
    version: z.literal(1).describe('格式的版本，写 1。 The version of the format: 1.'),
    headers: z
      .array(
        z.strictObject({
          columns: z
            .array(path())
            .min(1)
            .max(MOST_COLUMNS)
            .describe(
              '表头的各列，从左到右；凭它认出同样的表头。 All labelled columns of the header from left to right: by them it is known again.',
            ),
          rows: z
            .number()
            .int()
            .min(1)
            .max(MOST_ROWS)
            .optional()
            .describe(
              '表头的行数；只在表头由审核人指定时填写。 How many rows the header has, where a reviewer has pointed at it.',
            ),
          form: z
            .literal(true)
            .optional()
            .describe(
              '标签如此的单元格是一张竖式自评表；只在未能认出、由审核人确认时填写。 Cells with these labels are a form, where none was recognised and a reviewer has said so.',
            ),
          corrections: z
            .array(
              z.strictObject({
                column: path(),
                nth: z
                  .number()
                  .int()
                  .min(1)
                  .max(MOST_COLUMNS)
                  .optional()
                  .describe(
                    '表头文字相同的列中，从左数第几列；默认第 1 列。 Which of the columns with these labels, from the left; default 1.',
                  ),
                field: z
                  .enum(ALL_FIELDS as [string, ...string[]])
                  .nullable()
                  .describe(
                    '这一列是什么，字段标识见 docs/glossary.md；null 表示不审核。 The id of what the column means (docs/glossary.md); null: it is not reviewed.',
                  ),
              }),
            )
            .max(MOST_COLUMNS)
            .describe('对各列的更正。 What columns mean.'),
        }),
      )
      .max(10_000)
      .describe(
        '各种表头；对同一列说法不一的，以后面的为准。 Headers; where several tell the same column, the last one counts.',
      ),
  })
  .meta({
    title: '列更正文件 Vocabulary file',
    description:
      '绩效自评审核：表头中的列是什么。更正所指的列必须在表头中，这在读取时另行检查。 What columns of known headers mean. That the corrected columns are in their header is checked when the file is read.',
  });

/** The published JSON Schema (draft 2020-12) of a vocabulary file. */
export function vocabularyJsonSchema(): SchemaNode {
  return z.toJSONSchema(vocabularyFile, { target: 'draft-2020-12', io: 'input' }) as SchemaNode;
}
