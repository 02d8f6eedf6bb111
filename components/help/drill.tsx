import Link from "next/link";
import type { ReactNode } from "react";

/** From nothing to a report, in the order of the days. */
const days: readonly { title: string; words: ReactNode }[] = [
  {
    title: "Choose the procedure and read it",
    words: (
      <>
        <Link href="/procedures" className="text-link underline">
          Procedures
        </Link>{" "}
        says which was never drilled. A step is simulated, acts for real or is left out of a drill; its card says so.
      </>
    ),
  },
  {
    title: "Look whether everything is there",
    words:
      "“Ready to run?” on the procedure’s page looks at connections, host keys, credentials and programs, and changes nothing. Do it days before, not on the day.",
  },
  {
    title: "Say who takes part",
    words:
      "One commander, one operator for each site, an approver where a step asks for one, somebody who writes notes. Nobody approves what they asked for or start themselves.",
  },
  {
    title: "Create the run as a drill",
    words: (
      <>
        <Link href="/new-run" className="text-link underline">
          New run
        </Link>
        : choose Drill, the sites, the answers and an objective. Without sites of your own take the two practice sites.
        The preview shows which steps will apply, and why.
      </>
    ),
  },
  {
    title: "Run it",
    words:
      "Call the roll, start the run, work through the steps. Every screen says DRILL. Practise what goes wrong too: answer “unknown”, let a step fail, reject an approval, hand over command.",
  },
  {
    title: "Read the report the same day",
    words:
      "It shows the time against the objective, what waited for people, and every exception. Add findings with owners and sign it off. Next time, compare the two runs in the history.",
  },
];

export function Drill() {
  return (
    <ol className="grid gap-3">
      {days.map(({ title, words }, place) => (
        <li key={title} className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2">
          <span aria-hidden className="text-m font-semibold text-fg-2">
            {place + 1}
          </span>
          <span>
            <b className="block">{title}</b>
            <span className="text-fg-2">{words}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
