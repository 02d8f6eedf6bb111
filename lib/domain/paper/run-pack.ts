import type { Who } from "#lib/domain/instant.ts";
import type { Checklist } from "#lib/domain/paper/checklist.ts";
import { declaredWords, endedWords, startedWords } from "#lib/domain/paper/declared.ts";
import { duration } from "#lib/domain/paper/duration.ts";
import type { Cell } from "#lib/domain/paper/html-file.ts";
import { versionWords } from "#lib/domain/paper/procedure-paper.ts";
import { markWords, type OfRun, runCard } from "#lib/domain/paper/run-cards.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { roleTitle } from "#lib/domain/role-name.ts";
import type { Permission } from "#lib/domain/roles.ts";
import { nameIn } from "#lib/domain/run/able.ts";
import { roll } from "#lib/domain/run/assignee.ts";
import { dueMsOf, isOver, runLabel } from "#lib/domain/run/read-state.ts";
import type { Run, RunSite } from "#lib/domain/run/state.ts";
import { type PlainSentence, row, t } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

type Contact = { email: string; telephone: string | null };

export type PackMaterial = {
  procedure: Procedure;
  version: { version: number; hash: string };
  run: Run;
  /** Where the people named in the run are reached, by their ids; null where that is not known. */
  contacts: Readonly<Record<string, Contact>> | null;
  /** When it stood so, by the server's clock. */
  now: string;
  /** Where what was done meanwhile is entered afterwards. */
  enteredAt: string;
};

/** Everybody named in the run as somebody who does something: each once. */
export const peopleOf = (procedure: Procedure, run: Run): Who[] => [
  ...new Map([run.commander, ...roll(procedure, run)].map((who) => [who.id, who])).values(),
];

/** A run as it stands, with all that is needed to go on without the console. */
export function runPack(material: PackMaterial): Checklist {
  const { procedure, version, run, now, enteredAt } = material;
  const name = nameOf(run);
  const journey = journeyOf(run);
  const practice = Object.values(run.sites).some((site) => site.practice);
  const byNumber = new Map(run.steps.map((state) => [state.number, state]));
  const of: OfRun = { procedure, run };
  return {
    title: t("{run}, run pack: {journey}", { run: name, journey }),
    mode: run.mode,
    identity: t("{run}, {journey}, {procedure}. State as of {at}", {
      run: name,
      journey,
      procedure: `${procedure.title} v${version.version}`,
      at: bothTimes(now),
    }),
    notices: [
      ...(run.mode === "drill"
        ? [t("DRILL. Nobody’s service is moved. Do for real only what is marked “acts for real”.")]
        : []),
      ...(practice ? [t("Practice sites: commands of this run work on files in practice folders.")] : []),
      isOver(run.status)
        ? t("The run is over. It accepts notes, evidence and its review.")
        : t("This sheet does not change. What is done by it is entered afterwards, with its true time: {address}", {
            address: enteredAt,
          }),
    ],
    facts: factsOf(material),
    tables: [
      {
        title: t("People"),
        head: [t("As"), t("Name"), ...(material.contacts ? [t("E-mail")] : []), t("Telephone")],
        rows: peopleRows(material),
        ...(!material.contacts && {
          note: t("How people are reached was not known when this was made: write it in."),
        }),
      },
      { title: t("Sites"), head: [t("Role"), t("Site"), t("Reached by")], rows: siteRows(procedure, run) },
      {
        title: t("Facts"),
        head: [t("Question"), t("Answer")],
        rows: procedure.facts.map(({ key, question }) => [question, t(run.facts[key] ?? "unknown")]),
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

const nameOf = ({ mode, number }: Run): string => `${mode === "drill" ? t("DRILL") : t("LIVE")} ${runLabel(number)}`;

const statusWords = {
  draft: "draft",
  in_progress: "in progress",
  paused: "paused",
  completed: "completed",
  completed_with_exceptions: "completed with exceptions",
  aborted: "aborted",
  failed: "failed",
} as const satisfies Record<Run["status"], PlainSentence>;

/** "Tokyo to Osaka". */
function journeyOf({ sites }: Run): string {
  const { source, destination } = sites;
  const names = source && destination ? [source, destination] : Object.values(sites);
  return [...new Set(names.map((site) => site.name))].join(" → ");
}

function factsOf({ procedure, version, run, now }: PackMaterial): Checklist["facts"] {
  const type = run.type === "planned" ? t("Planned switchover") : t("Unplanned failover");
  const status = t(statusWords[run.status]);
  const ended = endedWords(run);
  return [
    [t("State as of"), t("{at}, event {number}", { at: bothTimes(now), number: run.seq })],
    [t("Run"), row([nameOf(run), type, journeyOf(run)])],
    [t("Status"), `${status}${run.reason ? `: ${run.reason}` : ""}${stoppedWords(run)}`],
    [t("Procedure"), versionWords(procedure, version.version)],
    ["SHA-256", version.hash],
    [t("Commander"), nameIn(run, run.commander, "run.command")],
    [t("Declared"), declaredWords(run)],
    [t("Started"), startedWords(run)],
    ...(ended === null ? [] : [[t("Ended"), ended] as const]),
    [t("Objective"), objectiveOf(run)],
    [t("Boxes"), markWords()],
  ];
}

/** By whom and when it was paused, aborted or failed. */
const stoppedWords = ({ stopped }: Run): string =>
  stopped ? ` (${row([stopped.by.name, bothTimes(stopped.at)])})` : "";

function objectiveOf(run: Run): string {
  if (run.rtoSeconds === null) return t("no recovery time objective");
  const within = { duration: duration(run.rtoSeconds) };
  const dueMs = dueMsOf(run);
  return dueMs === null
    ? t("recovered within {duration} of the declaration", within)
    : t("recovered within {duration} of the declaration: by {at}", { ...within, at: bothTimes(dueMs) });
}

function peopleRows({ procedure, run, contacts }: PackMaterial): Cell[][] {
  const line = (as: string, who: Who | undefined, permission: Permission = "run.note"): Cell[] => {
    const contact = who && contacts?.[who.id];
    // Room to write, where there is none.
    const { email = "", telephone } = contact ?? {};
    return [
      as,
      who ? nameIn(run, who, permission) : t("nobody"),
      ...(contacts ? [email] : []),
      telephone ? { telephone } : "",
    ];
  };
  const named = new Set([run.commander.id]);
  const filled = (procedure.positions ?? []).flatMap(({ key, title }) => {
    const { person, deputy } = run.positions[key] ?? {};
    for (const who of [person, deputy]) if (who) named.add(who.id);
    return [line(title, person), ...(deputy ? [line(t("{position}, deputy", { position: title }), deputy)] : [])];
  });
  const others = peopleOf(procedure, run).filter(({ id }) => !named.has(id));
  return [
    line(t("Incident commander"), run.commander, "run.command"),
    ...filled,
    ...others.map((who) => line(t("Assigned to a step"), who)),
  ];
}

const siteRows = (procedure: Procedure, { sites }: Run): string[][] =>
  procedure.roles.map((role) => {
    const site = sites[role.key];
    const name = site?.practice ? t("{site} (practice)", { site: site.name }) : site?.name;
    return [roleTitle(role), name ?? t("none"), site ? waysTo(site) : ""];
  });

function waysTo({ connections }: RunSite): string {
  const hosts = Object.entries(connections?.ssh ?? {}).map(([name, { user, host, port, jump }]) => {
    const at = { name, host: `${user}@${host}`, port };
    return jump
      ? t('ssh "{name}": {host}, port {port}, through {jump}', { ...at, jump: `${jump.user}@${jump.host}` })
      : t('ssh "{name}": {host}, port {port}', at);
  });
  const services = Object.entries(connections?.http ?? {}).map(([name, { base }]) =>
    t('service "{name}": {address}', { name, address: base }),
  );
  return row([...hosts, ...services], "; ") || t("the worker's own machine");
}
