import type { PlainSentence } from "#lib/words/t.ts";

/** One thing to do on the way to a drill and its report. `id`: its place in the address; `words` may name the pages to go to. */
export type DrillDay = { place: number; id: string; title: PlainSentence; words: (typeof days)[number]["words"] };

const days = [
  {
    id: "drill-choose",
    title: "Choose the procedure and read it",
    words:
      "{procedures} says which was never drilled. A step is simulated, acts for real or is left out of a drill; its card says so.",
  },
  {
    id: "drill-check",
    title: "Check that everything is there",
    words:
      "“Ready to run?” on the procedure’s page looks at connections, host keys, credentials and programs, and changes nothing. Do it days before, not on the day.",
  },
  {
    id: "drill-people",
    title: "Say who takes part",
    words:
      "One commander, one operator for each site, an approver where a step asks for one, somebody who writes notes. Nobody approves what they asked for or start themselves. Messages tell them what waits for them, and a channel tells a whole team.",
  },
  {
    id: "drill-create",
    title: "Create the run as a drill",
    words:
      "{newRun}: choose Drill, the sites, the answers and an objective. Without sites of your own take the two practice sites. The preview shows which steps will apply, and why.",
  },
  {
    id: "drill-run",
    title: "Run it",
    words:
      "Call the roll, start the run, work through the steps. Every screen says DRILL. Practise what goes wrong too: answer “unknown”, let a step fail, reject an approval, let somebody else take over as commander.",
  },
  {
    id: "drill-report",
    title: "Read the report the same day",
    words:
      "It shows the time against the objective, what waited for people, and every exception. Add findings with owners and sign it off. Next time, compare the two runs in the history.",
  },
] as const satisfies readonly { id: string; title: PlainSentence; words: string }[];

/** In the order of the days. */
export const drillDays: readonly DrillDay[] = days.map((day, i) => ({ place: i + 1, ...day }));
