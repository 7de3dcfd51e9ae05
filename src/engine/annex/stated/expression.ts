import type { Expression, Operand, Operator } from './printed-rule';

/** An expression within a text, with where it stands (`end` is not included). */
export interface FoundExpression {
  readonly expression: Expression;
  readonly start: number;
  readonly end: number;
  /** Whether it is a share rather than points: neither a weight nor points stand in it. */
  readonly isShare: boolean;
}

/** What is computed with, as folded texts name it: `A` and `B` are told by what the text is about. */
const NAMES: readonly (readonly [RegExp, Operand | 'A' | 'B' | 'completion'])[] = [
  [/(?:该|本|各|此|其)?(?:项|三级)*(?:指标|对应|相应|标准)*的?(?:分值|权重分?|满分值?|标准分)/y, 'weight'],
  [
    /(?:该|本)?(?:全年|年度|项目|指标)*实际?(?:指标)?(?:完成|实现)(?:指标)?(?:值|数|量)|(?:全年|年度)*实际(?:值|数)|(?:指标)?完成(?:值|数|量)/y,
    'result',
  ],
  [/(?:该|本)?(?:全年|年度|年初|预期|计划|设定|当年|绩效)*(?:指标|目标|计划|预期)(?:值|数|量)/y, 'target'],
  [/(?:指标|实际|目标|任务)?完成(?:率|比例)/y, 'completion'],
  [/(?:全年|年度|项目)*(?:预算|资金|支出)*(?:执行|支出|支付)(?:率|进度|比例)/y, 'rate'],
  [/(?:全年|年度|项目|实际)*(?:预算)?(?:执行|支出|支付)(?:数|额|金额)/y, 'spent'],
  [/(?:全年|年度|年初|调整后?|项目)*预算(?:数|额|金额|总额)?/y, 'budget'],
  [/A(?![A-Z])/y, 'A'],
  [/B(?![A-Z])/y, 'B'],
];

const NUMBER = /(\d+(?:\.\d+)?)(%|分)?/y;
/** The letter that a caption gives an operand: 完成值(B). */
const LETTER = /\([A-Z](?:[/÷][A-Z])?\)/y;
const SIGNS: readonly (readonly [RegExp, Operator])[] = [
  [/[×*✕·]|x(?![a-z])|乘以?/y, '*'],
  [/[÷/]|除以/y, '/'],
  [/[+]|加上?/y, '+'],
  [/[-–—−]|减去?/y, '-'],
];
const OPENING = /[([{【〔]/y;
const CLOSING = /[)\]}】〕]/y;

/** Deeper brackets than any formula on a form has. */
const DEEPEST = 8;

/**
 * The formulas in a folded text, from the left: each as long as it goes, with an operator in it and something that the
 * table holds.
 *
 * @param ofExecution whether A and B are budget and spending, rather than target and result
 */
export function findExpressions(text: string, ofExecution: boolean): FoundExpression[] {
  const found: FoundExpression[] = [];
  for (let at = 0; at < text.length;) {
    const parser = new Parser(text, ofExecution);
    const expression = parser.sum(at, 0);
    if (expression && typeof expression.value === 'object' && parser.signs > 0 && parser.operands > 0) {
      found.push({
        expression: expression.value,
        start: at,
        end: expression.end,
        isShare: !parser.hasPoints,
      });
      at = expression.end;
    } else at += 1;
  }
  return found;
}

interface Parsed {
  readonly value: Expression;
  readonly end: number;
}

class Parser {
  operands = 0;
  /** Operators that stand in the text: a name may stand for a quotient. */
  signs = 0;
  hasPoints = false;

  constructor(
    private readonly text: string,
    private readonly ofExecution: boolean,
  ) {}

  sum(at: number, depth: number): Parsed | null {
    return this.chain(at, ['+', '-'], (next) => this.product(next, depth));
  }

  private product(at: number, depth: number): Parsed | null {
    return this.chain(at, ['*', '/'], (next) => this.single(next, depth));
  }

  private chain(at: number, wanted: readonly Operator[], part: (at: number) => Parsed | null): Parsed | null {
    let left = part(at);
    while (left) {
      const sign = this.sign(left.end);
      const right = sign && wanted.includes(sign.operator) ? part(sign.end) : null;
      if (!right) break;
      this.signs++;
      left = { value: [sign!.operator, left.value, right.value], end: right.end };
    }
    return left;
  }

  private single(at: number, depth: number): Parsed | null {
    const opening = this.match(OPENING, at);
    if (opening !== null) {
      if (depth >= DEEPEST) return null;
      const inner = this.sum(opening, depth + 1);
      const end = inner && this.match(CLOSING, inner.end);
      return inner && end != null ? { value: inner.value, end } : null;
    }
    return this.operand(at) ?? this.figure(at);
  }

  private operand(at: number): Parsed | null {
    for (const [pattern, name] of NAMES) {
      const end = this.match(pattern, at);
      if (end === null) continue;
      this.operands++;
      if (name === 'weight') this.hasPoints = true;
      return { value: this.valueOf(name), end: this.match(LETTER, end) ?? end };
    }
    return null;
  }

  private valueOf(name: Operand | 'A' | 'B' | 'completion'): Expression {
    if (name === 'A') return this.ofExecution ? 'budget' : 'target';
    if (name === 'B') return this.ofExecution ? 'spent' : 'result';
    return name === 'completion' ? ['/', 'result', 'target'] : name;
  }

  private figure(at: number): Parsed | null {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(this.text);
    if (!match) return null;
    if (match[2] === '分') this.hasPoints = true;
    // A plain figure above 1 is points: 10×执行率.
    else if (match[2] === undefined && Number(match[1]) > 1) this.hasPoints = true;
    return { value: Number(match[1]) / (match[2] === '%' ? 100 : 1), end: at + match[0].length };
  }

  private sign(at: number): { operator: Operator; end: number } | null {
    for (const [pattern, operator] of SIGNS) {
      const end = this.match(pattern, at);
      if (end !== null) return { operator, end };
    }
    return null;
  }

  private match(pattern: RegExp, at: number): number | null {
    pattern.lastIndex = at;
    const match = pattern.exec(this.text);
    return match && match[0] !== '' ? at + match[0].length : null;
  }
}

/** The value of a formula; `null` where something in it is not known, or it divides by nothing. */
export function valueOfExpression(
  expression: Expression,
  known: Readonly<Partial<Record<Operand, number>>>,
): number | null {
  if (typeof expression === 'number') return expression;
  if (typeof expression === 'string') return known[expression] ?? null;
  const [operator, left, right] = expression;
  const a = valueOfExpression(left, known);
  const b = valueOfExpression(right, known);
  if (a === null || b === null) return null;
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? null : a / b;
  }
}
