import type { Card } from "#lib/domain/paper/checklist.ts";
import { procedurePaper } from "#lib/domain/paper/procedure-paper.ts";
import { runPack } from "#lib/domain/paper/run-pack.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { chie, instant, type Play, paul } from "#lib/domain/testing/play.ts";

export const version = { version: 3, hash: "c".repeat(64) };

export const packOf = ({ procedure, run }: Play) =>
  runPack({
    procedure,
    version,
    run,
    contacts: {
      [chie.id]: { email: "chie@example.com", telephone: "+81 3-1234-5678" },
      [paul.id]: { email: "paul@example.com", telephone: null },
    },
    now: instant(600),
    enteredAt: "https://console.example/runs/R-0042/afterwards",
  });

export const cardOf = (at: Play, number: string): Card =>
  packOf(at)
    .phases.flatMap(({ cards }) => cards)
    .find((card) => card.number === number) ?? noCard(number);

export const linesOf = (card: Card) =>
  card.lines.map(({ label, words, args }) => `${label}: ${words ?? args?.join(" ")}`);

export const paperOf = (procedure: Procedure) => procedurePaper({ procedure, version, now: instant(0) });

function noCard(number: string): never {
  throw new Error(`There is no card ${number}.`);
}
