/**
 * What a bar of the timeline means, and how it is told: by pattern first, by colour as well. What was planned when the run
 * began is thin, above what came of it; what is expected now stands in line with that. That a command has ended is no success.
 */
export const barLooks = {
  command: { tone: "ink", look: "striped" },
  failed: { tone: "bad", look: "lined" },
  people: { tone: "ink", look: "bg-tone-solid" },
  ongoing: { tone: "now", look: "bg-tone-tint border-2 border-tone-solid" },
  waiting: { tone: "wait", look: "hatched" },
  trouble: { tone: "bad", look: "crossed" },
  expected: { tone: "faint", look: "border border-control border-dashed" },
  planned: { tone: "faint", look: "border border-control" },
} as const;

export type BarKind = keyof typeof barLooks;

export const barHeight = (kind: BarKind): string => (kind === "planned" ? "h-1" : "h-2");
