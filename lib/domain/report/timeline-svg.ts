import { escapeHtml } from "#lib/domain/paper/escape-html.ts";
import type { Report } from "#lib/domain/report/report.ts";
import type { Segment } from "#lib/domain/report/segment.ts";
import { reportedState } from "#lib/domain/report/state-words.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

const WIDTH = 1_000;
const LABELS = 40;
const ROW = 20;
const PLANNED = 4;

/** Told apart by pattern, for prints in grey: commands striped, failed ones lined, people solid, waiting hatched. */
const FILLS = {
  machine: "url(#machine)",
  failed: "url(#failed)",
  people: "#16191d",
  waiting: "url(#waiting)",
} as const;
const OUTLINE = 'fill="none" stroke="#565d68" stroke-dasharray="3 2"';

const KEY = [
  ["planned", OUTLINE],
  ["command", `fill="${FILLS.machine}"`],
  ["failed", `fill="${FILLS.failed}"`],
  ["people", `fill="${FILLS.people}"`],
  ["waiting", `fill="${FILLS.waiting}"`],
] as const satisfies readonly (readonly [PlainSentence, string])[];

/**
 * What each step's time went into, drawn: commands (striped, those that failed lined), people at work, and waiting for people (hatched); above it what was
 * planned (outlined), where there was a plan; of a step that took no time, its state in words. One SVG element, on white unless the page around it says otherwise. Nothing of a run that was never declared.
 */
export function timelineSvg({ steps, declaredAt, endedAt, asOf, run }: Report): string {
  if (declaredAt === null) return "";
  const begin = Math.min(Date.parse(declaredAt), ...steps.map((step) => Date.parse(recordedAt(step) ?? declaredAt)));
  const did = steps.flatMap(({ segments }) => segments.map(({ from, to }) => Date.parse(to ?? from)));
  const last = endedAt ?? asOf;
  const nowMs = Math.max(begin, last ? Date.parse(last) : begin, ...did);
  const end = Math.max(begin + 1, nowMs, ...steps.map(({ planned }) => (planned ? Date.parse(planned.to) : begin)));
  const x = (at: string) => LABELS + ((Date.parse(at) - begin) / (end - begin)) * (WIDTH - LABELS);
  const bar = (from: string, to: string, shape: string) => {
    const left = x(from);
    return `<rect x="${left.toFixed(1)}" width="${Math.max(1, x(to) - left).toFixed(1)}" ${shape}/>`;
  };
  const now = new Date(nowMs).toISOString();
  const rows = steps.map((step, row) => {
    const { number, segments, planned, state } = step;
    const top = row * ROW;
    const plan = planned ? bar(planned.from, planned.to, `y="${top + 2}" height="${PLANNED}" ${OUTLINE}`) : "";
    const at = recordedAt(step);
    const bars = [...segments, ...(at ? [{ kind: "people", from: at, to: at } as const] : [])].map((segment) =>
      bar(segment.from, segment.to ?? now, `y="${top + 8}" height="${ROW - 10}" fill="${fillOf(segment)}"`),
    );
    const label = (x: number, words: string) =>
      `<text x="${x}" y="${top + ROW - 4}" font-size="11">${escapeHtml(words)}</text>`;
    // A row with nothing in it says why: without it the step would seem not to exist.
    const why = bars.length === 0 ? label(LABELS, reportedState(state)) : "";
    return `${label(0, number)}${plan}${bars.join("")}${why}`;
  });
  const under = steps.length * ROW;
  const height = under + 2 * ROW;
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="Geist Variable, system-ui, Hiragino Sans, Yu Gothic UI, Meiryo, Noto Sans CJK JP, sans-serif" aria-label="${escapeHtml(t("Timeline of {run}: the table below says the same", { run }))}"><defs><pattern id="machine" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#e7e9ed"/><rect width="2" height="4" fill="#16191d"/></pattern><pattern id="failed" width="4" height="3" patternUnits="userSpaceOnUse"><rect width="4" height="3" fill="#fdecec"/><rect width="4" height="2" fill="#c4242f"/></pattern><pattern id="waiting" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#f6d28b"/><path d="M0 4L4 0" stroke="#8a5a00" stroke-width="1"/></pattern></defs><rect width="${WIDTH}" height="${height}" fill="#fff"/>${rows.join("")}${axis(under, begin, end)}${key(under + ROW)}</svg>`;
}

const fillOf = ({ kind, ended }: Segment): string => FILLS[ended ? "failed" : kind];

/** An instant: from when on it was done is not known, of what was entered afterwards. */
const recordedAt = ({ recordedAfterwards, state, to }: Report["steps"][number]): string | null =>
  recordedAfterwards && state !== "skipped" ? to : null;

/** From when to when the bars go. */
const axis = (top: number, begin: number, end: number): string =>
  `<line x1="${LABELS}" x2="${WIDTH}" y1="${top + 2}" y2="${top + 2}" stroke="#565d68"/><text x="${LABELS}" y="${top + 16}" font-size="11">${escapeHtml(bothTimes(begin))}</text><text x="${WIDTH}" y="${top + 16}" font-size="11" text-anchor="end">${escapeHtml(bothTimes(end))}</text>`;

/** What the bars mean, under them. */
const key = (top: number): string =>
  KEY.map(([words, look], i) => {
    const left = LABELS + i * 90;
    return `<rect x="${left}" y="${top + 8}" width="16" height="6" ${look}/><text x="${left + 22}" y="${top + 15}" font-size="11">${escapeHtml(t(words))}</text>`;
  }).join("");
