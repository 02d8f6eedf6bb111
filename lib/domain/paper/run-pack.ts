import { outline } from "#lib/domain/outline.ts";
import type { Checklist } from "#lib/domain/paper/checklist.ts";
import { bothTimes, duration } from "#lib/domain/paper/instants.ts";
import { type OfRun, runCard } from "#lib/domain/paper/run-cards.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { roll } from "#lib/domain/run/assignee.ts";
import type { Who } from "#lib/domain/run/instant.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Run, RunSite } from "#lib/domain/run/state.ts";

export type PackMaterial = {
  procedure: Procedure;
  version: { version: number; hash: string };
  run: Run;
  /** E-mail addresses of the people named in the run, by their ids. */
  addresses: Readonly<Record<string, string>>;
  /** When it stood so, by the server's clock. */
  now: string;
  /** The reader's, told beside UTC. */
  zone: string | undefined;
  /** Where what was done meanwhile is entered afterwards. */
  enteredAt: string;
};

/** Everybody named in the run as somebody who does something: each once. */
export const peopleOf = (procedure: Procedure, run: Run): Who[] => [
  ...new Map([run.commander, ...roll(procedure, run)].map((who) => [who.id, who])).values(),
];

/** A run as it stands, with all that is needed to go on without the console. */
export function runPack(material: PackMaterial): Checklist {
  const { procedure, version, run, now, zone, enteredAt } = material;
  const mode = run.mode === "drill" ? "DRILL" : "LIVE";
  const name = `${mode} ${runLabel(run.number)}`;
  const journey = journeyOf(run);
  const practice = Object.values(run.sites).some((site) => site.practice);
  const byNumber = new Map(run.steps.map((state) => [state.number, state]));
  const of: OfRun = { procedure, run, zone };
  return {
    title: `${name}, run pack: ${journey}`,
    mode: run.mode,
    identity: `${name}, ${journey}, ${procedure.title} v${version.version}. State as of ${bothTimes(now, zone)}`,
    notices: [
      ...(run.mode === "drill"
        ? ["DRILL. Nobody’s service is moved. Do for real only what is marked “acts for real”."]
        : []),
      ...(practice ? ["Practice sites: commands of this run work on files in practice folders."] : []),
      `This sheet does not change. What is done by it is entered afterwards, with its true time: ${enteredAt}`,
    ],
    facts: factsOf(material),
    tables: [
      { title: "People", head: ["As", "Name", "E-mail", "Telephone"], rows: peopleRows(material) },
      { title: "Sites", head: ["Role", "Site", "Reached by"], rows: siteRows(procedure, run) },
      {
        title: "What is known",
        head: ["Question", "Answer"],
        rows: procedure.facts.map(({ key, question }) => [question, run.facts[key] ?? "unknown"]),
      },
    ],
    phases: procedure.phases.map((phase) => ({
      title: phase.title,
      cards: phase.steps.flatMap((step) => {
        const state = byNumber.get(step.number);
        return state ? [runCard(of, step, state)] : [];
      }),
    })),
  };
}

/** "Tokyo to Osaka". */
function journeyOf({ sites }: Run): string {
  const { source, destination } = sites;
  const names = source && destination ? [source, destination] : Object.values(sites);
  return [...new Set(names.map((site) => site.name))].join(" → ");
}

function factsOf({ procedure, version, run, now, zone }: PackMaterial): Checklist["facts"] {
  const type = run.type === "planned" ? "Planned switchover" : "Unplanned failover";
  const status = run.status.replaceAll("_", " ");
  return [
    ["State as of", `${bothTimes(now, zone)}, event ${run.seq}`],
    ["Run", `${run.mode === "drill" ? "DRILL" : "LIVE"} ${runLabel(run.number)}, ${type}, ${journeyOf(run)}`],
    ["Status", `${status}${run.reason ? `: ${run.reason}` : ""}`],
    ["Procedure", `${procedure.title}, version ${version.version}, ${outline(procedure).steps.length} steps`],
    ["SHA-256", version.hash],
    ["Commander", run.commander.name],
    ["Declared", bothTimes(run.declaredAt, zone)],
    ["Started", run.startedAt ? bothTimes(run.startedAt, zone) : "not started"],
    ...(run.endedAt ? [["Ended", bothTimes(run.endedAt, zone)] as const] : []),
    ["Objective", objectiveOf(run, zone)],
  ];
}

function objectiveOf({ rtoSeconds, declaredAt }: Run, zone: string | undefined): string {
  if (rtoSeconds === null) return "no recovery time objective";
  const due = new Date(Date.parse(declaredAt) + rtoSeconds * 1_000).toISOString();
  return `recovered within ${duration(rtoSeconds)} of the declaration: by ${bothTimes(due, zone)}`;
}

function peopleRows({ procedure, run, addresses }: PackMaterial): string[][] {
  const row = (as: string, who: Who | undefined) => [
    as,
    who?.name ?? "nobody",
    who ? (addresses[who.id] ?? "") : "",
    "",
  ];
  const named = new Set([run.commander.id]);
  const filled = (procedure.positions ?? []).flatMap(({ key, title }) => {
    const { person, deputy } = run.positions[key] ?? {};
    for (const who of [person, deputy]) if (who) named.add(who.id);
    return [row(title, person), ...(deputy ? [row(`${title}, deputy`, deputy)] : [])];
  });
  const others = peopleOf(procedure, run).filter(({ id }) => !named.has(id));
  return [row("Incident commander", run.commander), ...filled, ...others.map((who) => row("Assigned to a step", who))];
}

const siteRows = (procedure: Procedure, { sites }: Run): string[][] =>
  procedure.roles.map(({ key, title }) => {
    const site = sites[key];
    return [title, site ? `${site.name}${site.practice ? " (practice)" : ""}` : "none", site ? waysTo(site) : ""];
  });

function waysTo({ connections }: RunSite): string {
  const hosts = Object.entries(connections?.ssh ?? {}).map(
    ([name, { user, host, port, jump }]) =>
      `ssh "${name}": ${user}@${host}, port ${port}${jump ? `, through ${jump.user}@${jump.host}` : ""}`,
  );
  const services = Object.entries(connections?.http ?? {}).map(([name, { base }]) => `service "${name}": ${base}`);
  return [...hosts, ...services].join("; ") || "the worker's own machine";
}
