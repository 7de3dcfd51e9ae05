import type { Random } from '../../random';
import type { Figure, Voice } from './model';

/** A figure with its measure word, large ones in 万 where the table likes that. */
export function valueText(value: number, measure: string, inTenThousands: boolean): string {
  return inTenThousands ? `${Number((value / 10_000).toFixed(4))}万${measure}` : `${value}${measure}`;
}

/** The value of a target in the voice of the table. */
export function targetText({ sense, asked, measure, inTenThousands }: Figure, voice: Voice): string {
  const value = valueText(asked, measure, inTenThousands === true);
  if (measure === '%' && asked === 100) return value;
  if (asked === 0) return value;
  if (sense === 'most') {
    if (voice === 'symbol') return `≤${value}`;
    if (voice === 'plain') return `控制在${value}以内`;
    return voice === 'above' ? `${value}以内` : `不超过${value}`;
  }
  switch (voice) {
    case 'symbol':
      return `≥${value}`;
    case 'words':
      if (measure === '%') return asked % 2 === 0 ? `不低于${value}` : `大于等于${value}`;
      return `不少于${value}`;
    case 'above':
      return measure === '%' && asked % 2 === 0 ? `达到${value}以上` : `${value}以上`;
    case 'plain':
      return value;
  }
}

/** The same target as operator, number and measure word in columns of their own. */
export function operatorOf({ sense, asked, measure }: Figure): string {
  if (asked === 0 || (measure === '%' && asked === 100)) return '=';
  return sense === 'most' ? '≤' : '≥';
}

/** A result as units report it. */
export function resultText({ said, measure, inTenThousands }: Figure, name: string, random: Random): string {
  const value = valueText(said, measure, inTenThousands === true);
  if (said === 0) return value;
  const lead =
    measure === '%' ? ['达到', '实际为', ''] : ['完成', '实际完成', '共', name.replace(/数量$/, '')];
  return random.chance(0.65) ? value : `${random.pick(lead)}${value}`;
}
