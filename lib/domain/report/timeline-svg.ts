import { escapeHtml } from "#lib/domain/paper/escape-html.ts";
import type { Report } from "#lib/domain/report/report.ts";

const WIDTH = 1_000;
const LABELS = 40;
const ROW = 16;

/** Told apart by pattern too, for prints in grey. */
const FILLS = { machine: "#2f6fd8", people: "#16191d", waiting: "url(#waiting)" } as const;

/** What each step's time went into, drawn: commands, people at work, and waiting for people (hatched). One SVG element. */
export function timelineSvg({ steps, declaredAt, endedAt, run }: Report): string {
  const drawn = steps.filter(({ segments }) => segments.length > 0);
  const begin = Date.parse(declaredAt);
  const last = drawn.flatMap(({ segments }) => segments.map(({ from, to }) => Date.parse(to ?? endedAt ?? from)));
  const end = Math.max(begin + 1, endedAt ? Date.parse(endedAt) : begin, ...last);
  const x = (at: string) => LABELS + ((Date.parse(at) - begin) / (end - begin)) * (WIDTH - LABELS);
  const rows = drawn.map(({ number, segments }, row) => {
    const bars = segments.map(({ kind, from, to }) => {
      const left = x(from);
      const width = Math.max(1, x(to ?? new Date(end).toISOString()) - left);
      return `<rect x="${left.toFixed(1)}" y="${row * ROW + 3}" width="${width.toFixed(1)}" height="${ROW - 6}" fill="${FILLS[kind]}"/>`;
    });
    return `<text x="0" y="${row * ROW + ROW - 4}" font-size="11">${escapeHtml(number)}</text>${bars.join("")}`;
  });
  const height = Math.max(ROW, drawn.length * ROW);
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Timeline of ${escapeHtml(run)}: the table below says the same"><defs><pattern id="waiting" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#f6d28b"/><path d="M0 4L4 0" stroke="#8a5a00" stroke-width="1"/></pattern></defs>${rows.join("")}</svg>`;
}
