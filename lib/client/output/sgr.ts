/** Colours and weights that programs ask terminals for (ECMA-48 SGR), as styles of text; every other code is dropped. */

export type Style = {
  /** Of a palette of 16; null: as everything else. */
  fg: number | null;
  bg: number | null;
  bold: boolean;
  dim: boolean;
  italic: boolean;
  underline: boolean;
  inverse: boolean;
};

export const PLAIN: Style = {
  fg: null,
  bg: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  inverse: false,
};

export type Run = { text: string; style: Style };

const ESC = "\u001b";
/** SGR, other CSI, OSC up to its end, any other escape, and every control but the tab. */
const CODES = new RegExp(
  `${ESC}\\[([0-9;:]*)m|${ESC}\\[[0-9;:<=>?]*[ -/]*[@-~]|${ESC}\\][^\\u0007${ESC}]*(?:\\u0007|${ESC}\\\\)?|${ESC}[ -/]*[0-~]?|[\\u0000-\\u0008\\u000a-\\u001f\\u007f-\\u009f]`,
  "g",
);

export const mayBeStyled = (text: string): boolean => text.includes(ESC);

/** The text alone. */
export const plainText = (text: string): string => text.replace(CODES, "");

/** The text of a line in runs of one style each, and the style that the next line begins with. */
export function styledRuns(text: string, begin: Style): { runs: Run[]; end: Style } {
  const runs: Run[] = [];
  let style = begin;
  let from = 0;
  const push = (until: number) => {
    if (until <= from) return;
    const last = runs.at(-1);
    const piece = text.slice(from, until);
    if (last && last.style === style) last.text += piece;
    else runs.push({ text: piece, style });
  };
  for (const match of text.matchAll(CODES)) {
    push(match.index);
    from = match.index + match[0].length;
    if (match[1] !== undefined) style = applied(style, match[1]);
  }
  push(text.length);
  return { runs, end: style };
}

function applied(style: Style, parameters: string): Style {
  const codes = parameters === "" ? [0] : parameters.split(/[;:]/).map(Number);
  let next = style;
  for (let place = 0; place < codes.length; place++) {
    const code = codes[place] ?? 0;
    if (code === 38 || code === 48) {
      const { colour, used } = extended(codes.slice(place + 1));
      next = colour === null ? next : { ...next, [code === 38 ? "fg" : "bg"]: colour };
      place += used;
    } else next = one(next, code);
  }
  return next;
}

const switches: Readonly<Record<number, Partial<Style>>> = {
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  27: { inverse: false },
  39: { fg: null },
  49: { bg: null },
};

function one(style: Style, code: number): Style {
  if (code === 0) return PLAIN;
  if (code >= 30 && code <= 37) return { ...style, fg: code - 30 };
  if (code >= 40 && code <= 47) return { ...style, bg: code - 40 };
  if (code >= 90 && code <= 97) return { ...style, fg: code - 82 };
  if (code >= 100 && code <= 107) return { ...style, bg: code - 92 };
  const change = switches[code];
  return change ? { ...style, ...change } : style;
}

/** One of 256 colours or of all, as the nearest of the 16 that are readable in every theme. */
function extended([kind, ...rest]: readonly number[]): { colour: number | null; used: number } {
  if (kind === 5) {
    const index = rest[0] ?? 0;
    return { colour: index < 16 ? index : nearest(rgbOf(index)), used: 2 };
  }
  if (kind === 2) return { colour: nearest([rest[0] ?? 0, rest[1] ?? 0, rest[2] ?? 0]), used: 4 };
  return { colour: null, used: kind === undefined ? 0 : 1 };
}

type Rgb = readonly [number, number, number];

function rgbOf(index: number): Rgb {
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return [grey, grey, grey];
  }
  const level = (value: number) => (value === 0 ? 0 : 55 + value * 40);
  const cube = index - 16;
  return [level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)];
}

const PALETTE: readonly Rgb[] = [
  ...([
    [0, 0, 0],
    [205, 0, 0],
    [0, 205, 0],
    [205, 205, 0],
  ] as const),
  ...([
    [0, 0, 238],
    [205, 0, 205],
    [0, 205, 205],
    [229, 229, 229],
  ] as const),
  ...([
    [127, 127, 127],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
  ] as const),
  ...([
    [92, 92, 255],
    [255, 0, 255],
    [0, 255, 255],
    [255, 255, 255],
  ] as const),
];

function nearest([r, g, b]: Rgb): number {
  const distances = PALETTE.map(([pr, pg, pb]) => (pr - r) ** 2 + (pg - g) ** 2 + (pb - b) ** 2);
  return distances.indexOf(Math.min(...distances));
}
