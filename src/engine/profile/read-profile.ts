import * as z from 'zod';
import { SEVERITIES } from '../severity';
import { BUILT_IN_PROFILES, builtInProfile, DEFAULT_PROFILE } from './built-in';
import { checkTogether } from './check-together';
import { findJsonMistake } from './json-mistake';
import type { Profile, ProfileChanges } from './profile';
import type { ProfileProblem } from './profile-problem';
import { schemaProblems, type SchemaNode } from './schema-problems';

// Zod would make functions of text for speed, which the pages' content security policy forbids.
z.config({ jitless: true });

/** The profile, or all that is wrong with its text; never both. */
export type ReadProfile = { readonly profile: Profile } | { readonly problems: readonly ProfileProblem[] };

const BUILT_IN_IDS = BUILT_IN_PROFILES.map(({ id }) => id);

const share = (): z.ZodNumber => z.number().min(0).max(1);
const points = (): z.ZodNumber => z.number().min(0).max(1000);
const text = (): z.ZodString => z.string().min(1).max(200);
const band = (description: string) =>
  z
    .strictObject({
      from: share().describe('下限（含）。 The least share, included.'),
      to: share().describe('上限。 The greatest share.'),
    })
    .describe(description);

const levels = (cost: z.ZodType<number | undefined>, description: string) =>
  z
    .strictObject({
      output: points().describe('产出指标 output'),
      cost,
      benefit: points().describe('效益指标 benefit'),
      satisfaction: points().describe('满意度指标 satisfaction'),
    })
    .nullable()
    .optional()
    .describe(
      `${description} 与执行率的分值相加应等于 totalWeight。 With executionWeight they make totalWeight.`,
    );

/** The one source of what a user's profile may hold: its type, its checks and the published schema follow from it. */
function profileFile(ruleIds: readonly string[]) {
  const ruleId = z.enum(ruleIds as [string, ...string[]]);
  return z
    .strictObject({
      $schema: z
        .string()
        .optional()
        .describe('JSON Schema 的位置，供编辑器使用。 Where editors find this schema.'),
      id: z
        .string()
        .max(64)
        .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u)
        .refine((id) => !BUILT_IN_IDS.includes(id))
        .describe(
          '标识：字母、汉字、数字、“.”“_”“-”，不能与内置口径相同。 Letters, digits, ".", "_" and "-"; not the id of a built-in profile.',
        )
        .meta({ not: { enum: BUILT_IN_IDS } }),
      name: z
        .union([text(), z.strictObject({ 'zh-CN': text(), en: text() })])
        .optional()
        .describe(
          '名称，可分语言；默认用 id。 What it is called, in one text or one a language; default: the id.',
        ),
      extends: z
        .enum(BUILT_IN_IDS as [string, ...string[]])
        .optional()
        .describe(
          `以哪个内置口径为基础，默认 ${DEFAULT_PROFILE.id}。 The built-in profile that this one changes.`,
        ),
      basis: z
        .array(text())
        .max(50)
        .optional()
        .describe('所依据的文件名称。 The documents that it follows, by name.'),
      rateDenominator: z
        .enum(['budget', 'initialBudget'])
        .optional()
        .describe(
          '执行率的分母：budget 全年预算数，initialBudget 年初预算数。 What the execution rate divides by: the budget of the whole year, or that at its start.',
        ),
      explainBelow: share()
        .optional()
        .describe(
          '执行率低于此值应说明原因（小数，0.9 即 90%）。 An explanation is due below this execution rate (a fraction).',
        ),
      explainAdjustment: share()
        .optional()
        .describe(
          '预算调整超过年初预算的这一比例应说明原因（小数）。 An adjustment of the budget by more than this share needs an explanation.',
        ),
      overshoot: z
        .number()
        .min(1)
        .max(10)
        .optional()
        .describe(
          '完成值达到指标值的这一倍数及以上，视为指标值偏低（1.3 即 130%）。 A result of this many times its target says that the target was too low.',
        ),
      executionWeight: points().optional().describe('执行率的分值。 Points of the execution rate.'),
      totalWeight: z.number().min(1).max(1000).optional().describe('总分值。 Points of all together.'),
      levelWeights: levels(
        points().optional().describe('成本指标 cost'),
        '一级指标的分值；null 表示不作规定。 Points of the first levels; null where none are fixed.',
      ),
      levelWeightsWithCost: levels(
        points().describe('成本指标 cost'),
        '成本为一级指标时的分值；null 表示同 levelWeights。 The same where cost is a first level; null: as levelWeights.',
      ),
      bands: z
        .strictObject({
          achieved: band('达成预期指标 achieved'),
          partial: band('部分达成预期指标 partly achieved'),
          not: band('未达成预期指标 not achieved'),
        })
        .optional()
        .describe(
          '定性指标得分占分值的比例（小数），三档不得重叠。 The share of its points that a qualitative indicator earns; bands do not overlap.',
        ),
      grades: z
        .array(
          z.strictObject({
            name: text().describe('等级名称，如“优”。 What the grade is called.'),
            from: z
              .number()
              .min(0)
              .max(100)
              .describe('起始分数（百分制）。 The least score of 100 that earns it.'),
          }),
        )
        .min(1)
        .max(20)
        .optional()
        .describe('等级，从高到低。 Grades, from the best down.'),
      scoreTolerance: z
        .number()
        .min(0)
        .max(100)
        .optional()
        .describe('得分允许的误差（分）。 A score may differ from the computed one by this many points.'),
      moneyTolerance: z
        .number()
        .min(0)
        .max(1_000_000)
        .optional()
        .describe('金额合计允许的误差（万元）。 Sums of money may differ from their parts by this, in 万元.'),
      severities: z
        .partialRecord(ruleId, z.enum(SEVERITIES))
        .optional()
        .describe('按规则改变问题级别。 Severities other than a rule’s own, by the rule’s id.'),
      off: z.array(ruleId).max(1000).optional().describe('不检查的规则。 Ids of the rules that are not run.'),
    })
    .meta({
      title: '审核口径 Review profile',
      description:
        '绩效自评审核的口径：只写与基础口径不同的设置。分值合计、等级顺序和档位重叠在读取时另行检查。 Only what differs from the profile that it extends. Sums of points, the order of grades and overlapping bands are checked when it is read.',
    });
}

/** Settings as the file states them. */
export type ProfileFile = z.infer<ReturnType<typeof profileFile>>;

/**
 * Reads a user's profile: its settings over those of the built-in profile that it extends. Never throws.
 *
 * @param json the parsed file
 * @param ruleIds the rules that there are
 */
export function readProfile(json: unknown, ruleIds: readonly string[]): ReadProfile {
  const read = profileFile(ruleIds).safeParse(json);
  if (!read.success) return { problems: schemaProblems(read.error.issues, json, profileJsonSchema(ruleIds)) };
  const profile = completed(read.data);
  const problems = checkTogether(profile);
  return problems.length > 0 ? { problems } : { profile };
}

/** The same for the text of a file; a text that is no JSON is a problem with line and column. */
export function readProfileText(source: string, ruleIds: readonly string[]): ReadProfile {
  // Editors on Windows put a mark at the beginning.
  const json = source.replace(/^\ufeff/, '');
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    const { line = 1, column = 1, found = '', slip = 'other' } = findJsonMistake(json) ?? {};
    const params = { line: String(line), column: String(column), found, slip };
    return { problems: [{ code: 'not-json', path: '', params }] };
  }
  return readProfile(parsed, ruleIds);
}

/** The published JSON Schema (draft 2020-12) of a user's profile. */
export function profileJsonSchema(ruleIds: readonly string[]): SchemaNode {
  return z.toJSONSchema(profileFile(ruleIds), { target: 'draft-2020-12', io: 'input' }) as SchemaNode;
}

function completed(file: ProfileFile): Profile {
  const { id, name = id, extends: base, ...settings } = file;
  delete settings.$schema;
  const changes: ProfileChanges = settings;
  return {
    ...(base === undefined ? DEFAULT_PROFILE : builtInProfile(base)!),
    ...changes,
    id,
    name: typeof name === 'string' ? { 'zh-CN': name, en: name } : name,
  };
}
