/** The icons as drawings: each takes the size in pixels and returns an SVG whose edges fall on whole pixels. */

const INK = '#3B4650';
const PAPER = '#FFFFFF';
const LINE = '#A9B4BE';
const HEAD = '#DCE8F2';
const BLUE = '#1F6FB2';
const ERROR = '#E4574F';
const WARNING = '#F2B51D';
const GREEN = '#1E8A5A';

/** A pen for one size: positions are given on a grid of 16 and put on whole pixels. */
function pen(size) {
  const at = (units) => Math.round((units * size) / 16);
  const stroke = Math.max(1, Math.round(size / 16));
  return {
    rect: (x, y, w, h, fill) =>
      `<rect x="${at(x)}" y="${at(y)}" width="${at(x + w) - at(x)}" height="${at(y + h) - at(y)}" fill="${fill}"/>`,
    /** A sheet with a head row, and rows and columns divided by lines of whole pixels. */
    sheet(x, y, w, h, { rows, columns, cells = [] }) {
      const [left, top, right, bottom] = [at(x), at(y), at(x + w), at(y + h)];
      const xs = divide(left + stroke, right - stroke, columns, stroke);
      const ys = divide(top + stroke, bottom - stroke, rows, stroke);
      const box = (x0, y0, x1, y1, fill) =>
        `<rect x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}" fill="${fill}"/>`;
      const parts = [
        `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" rx="${stroke}" fill="${INK}"/>`,
        box(left + stroke, top + stroke, right - stroke, bottom - stroke, LINE),
      ];
      ys.forEach(([y0, y1], row) =>
        xs.forEach(([x0, x1], column) => {
          const own = cells.find((cell) => cell.row === row && cell.column === column);
          parts.push(box(x0, y0, x1, y1, own?.fill ?? (row === 0 ? HEAD : PAPER)));
        }),
      );
      return parts.join('');
    },
    line: (points, colour, width) =>
      `<polyline points="${points.map(([x, y]) => `${(x * size) / 16},${(y * size) / 16}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="${(width * size) / 16}" stroke-linecap="round" stroke-linejoin="round"/>`,
    polygon: (points, fill) =>
      `<polygon points="${points.map(([x, y]) => `${(x * size) / 16},${(y * size) / 16}`).join(' ')}" fill="${fill}"/>`,
    circle: (x, y, r, attributes) =>
      `<circle cx="${(x * size) / 16}" cy="${(y * size) / 16}" r="${(r * size) / 16}" ${attributes}/>`,
    svg: (...parts) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">${parts.join('')}</svg>`,
  };
}

/** Cuts a length into `count` stretches of whole pixels with gaps between them. */
function divide(from, to, count, gap) {
  const room = to - from - gap * (count - 1);
  return Array.from({ length: count }, (_, i) => [
    from + gap * i + Math.round((room * i) / count),
    from + gap * i + Math.round((room * (i + 1)) / count),
  ]);
}

/**
 * A sign in the lower right corner that stands clear of the sheet below: on a disc with a white rim, or, where a
 * disc would leave the sign no pixels, alone, larger and bolder. Its points are on a grid of 8.
 */
function badge(p, size, colour, ...lines) {
  const small = size < 24;
  const place = (side, corner) => (points) => points.map(([x, y]) => [corner + x * side, corner + y * side]);
  const put = small ? place(1, 8) : place(0.55, 9.3);
  const drawn = (stroke, width) => lines.map((points) => p.line(put(points), stroke, width)).join('');
  if (small) return drawn(PAPER, 4) + drawn(colour, 2);
  return (
    p.circle(11.5, 11.5, 4.5, `fill="${PAPER}"`) +
    p.circle(11.5, 11.5, 3.9, `fill="${colour}"`) +
    drawn(PAPER, 1.3)
  );
}

const TICK = [[0.5, 4.5], [3, 7], [7, 2]]; // prettier-ignore
const CROSS = [[[1.5, 1.5], [6.5, 6.5]], [[6.5, 1.5], [1.5, 6.5]]]; // prettier-ignore
const SIGMA = [[6.5, 1], [1.5, 1], [4.5, 4], [1.5, 7], [6.5, 7]]; // prettier-ignore

export const DRAWINGS = {
  /** The product: an annex with a doubtful cell, reviewed. */
  annex(size) {
    const p = pen(size);
    const cells = [
      { row: 1, column: 1, fill: ERROR },
      { row: 2, column: 0, fill: WARNING },
    ];
    return p.svg(
      p.sheet(1, 1, 13, 13, { rows: 4, columns: size < 24 ? 2 : 3, cells }),
      badge(p, size, GREEN, TICK),
    );
  },
  /** Looking closely at a sheet. */
  review(size) {
    const p = pen(size);
    return p.svg(
      p.sheet(1, 1, 11, 13, { rows: 4, columns: 2 }),
      p.line(
        [
          [11.6, 11.6],
          [14.2, 14.2],
        ],
        PAPER,
        3.4,
      ),
      p.circle(9, 9, 4.1, `fill="${PAPER}"`),
      p.circle(9, 9, 3.1, `fill="#EAF4FC" stroke="${BLUE}" stroke-width="${(1.3 * size) / 16}"`),
      p.line(
        [
          [11.6, 11.6],
          [14.2, 14.2],
        ],
        BLUE,
        1.9,
      ),
    );
  },
  /** Cells coloured by severity. */
  mark(size) {
    const p = pen(size);
    const cells = [
      { row: 1, column: 1, fill: ERROR },
      { row: 2, column: 0, fill: WARNING },
      { row: 3, column: 1, fill: WARNING },
    ];
    return p.svg(
      p.sheet(1, 1, 13, 13, { rows: 4, columns: size < 24 ? 2 : 3, cells }),
      p.line(
        [
          [9.4, 12.6],
          [13.6, 6.4],
        ],
        PAPER,
        4.4,
      ),
      p.polygon(
        [
          [8.2, 14.6],
          [8.6, 11.4],
          [11, 13],
        ],
        INK,
      ),
      p.line(
        [
          [10.1, 11.7],
          [13.6, 6.4],
        ],
        BLUE,
        2.6,
      ),
    );
  },
  /** The colours taken off. */
  'clear-marks'(size) {
    const p = pen(size);
    const cells = [{ row: 1, column: 0, fill: '#F8D5D2' }];
    return p.svg(
      p.sheet(1, 1, 13, 13, { rows: 4, columns: size < 24 ? 2 : 3, cells }),
      badge(p, size, ERROR, ...CROSS),
    );
  },
  /** Sums and a chart. */
  rollups(size) {
    const p = pen(size);
    return p.svg(
      p.sheet(1, 1, 13, 13, { rows: 4, columns: 1 }),
      p.rect(3, 8, 2, 4, BLUE),
      p.rect(6, 5, 2, 7, GREEN),
      badge(p, size, BLUE, SIGMA),
    );
  },
};
