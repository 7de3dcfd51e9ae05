import * as z from 'zod';
import { BUILT_IN_PROFILES, DEFAULT_PROFILE } from './built-in';
import { profileSettings, profileText } from './profile-schema';
import type { SchemaNode } from './schema-problems';

const BUILT_IN_IDS = BUILT_IN_PROFILES.map(({ id }) => id);

/** A user's profile as its file states it: the settings that differ, and what it changes. */
export function profileFile(ruleIds: readonly string[]) {
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
        .union([profileText(), z.strictObject({ 'zh-CN': profileText(), en: profileText() })])
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
      ...profileSettings(ruleIds).partial().shape,
    })
    .meta({
      title: '审核口径 Review profile',
      description:
        '绩效自评审核的口径：只写与基础口径不同的设置。分值合计、等级顺序和档位重叠在读取时另行检查。 Only what differs from the profile that it extends. Sums of points, the order of grades and overlapping bands are checked when it is read.',
    });
}

/** What a file states. */
export type ProfileFile = z.infer<ReturnType<typeof profileFile>>;

/** The published JSON Schema (draft 2020-12) of a user's profile. */
export function profileJsonSchema(ruleIds: readonly string[]): SchemaNode {
  return z.toJSONSchema(profileFile(ruleIds), { target: 'draft-2020-12', io: 'input' }) as SchemaNode;
}
