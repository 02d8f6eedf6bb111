import type { Argument, HiddenArgument, Shown } from "#lib/domain/argument.ts";
import { isHidden } from "#lib/domain/hidden.ts";
import type { Action, Step } from "#lib/domain/procedure.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Run, RunSite } from "#lib/domain/run/state.ts";
import type { ProcessWork, SshWork } from "#lib/domain/way/command.ts";
import type { HttpAction, HttpWork } from "#lib/domain/way/http.ts";
import type { Look, LookWork, Probe, ProbeWork } from "#lib/domain/way/probe.ts";
import type { Assignment, Expectation, Work } from "#lib/domain/work.ts";
import { row } from "#lib/words/t.ts";
import { retell, told, toldRow } from "#lib/words/told.ts";

/** What is still to be said before an action can be done: by the site, by an earlier step, by who presses. */
export type Unresolved =
  | { kind: "parameter"; site: string; parameter: string }
  | { kind: "connection"; site: string; connection: string }
  | { kind: "output"; output: string }
  | { kind: "input"; input: string };

export type Resolution = { ok: true; assignment: Assignment } | { ok: false; missing: Unresolved[] };

/** What an action needs to know of its run. */
export type Scope = Pick<Run, "number" | "mode" | "type" | "outputs"> & { sites: Readonly<Record<string, RunSite>> };

/** Where it is done, which attempt it is, and what was said at the press; secrets are said, not known, here. */
export type Attempted = { role: string; attempt: number; inputs: Readonly<Record<string, string>> };

/** What was missing on the way. Thrown nowhere: gathered, so that everything missing is named at once. */
class Resolver {
  readonly missing: Unresolved[] = [];
  readonly #scope: Scope;
  readonly #at: Attempted;

  constructor(scope: Scope, at: Attempted) {
    this.#scope = scope;
    this.#at = at;
  }

  get site(): RunSite | undefined {
    return this.#scope.sites[this.#at.role];
  }

  get siteName(): string {
    return this.site?.name ?? this.#at.role;
  }

  /** A parameter that is a list takes the place of several elements. Nothing is ever parsed or quoted. */
  all = (argument: Argument): string[] => {
    const value = this.#valuesFor(argument);
    if (Array.isArray(value)) return value;
    this.missing.push(value);
    return [];
  };

  one = (argument: Argument): string => this.all(argument).join(" ");

  shown = (argument: HiddenArgument): Shown => (isHidden(argument) ? argument : this.one(argument as Argument));

  lack(connection: string): void {
    this.missing.push({ kind: "connection", site: this.siteName, connection });
  }

  #valuesFor(argument: Argument): string[] | Unresolved {
    if (typeof argument === "string") return [argument];
    if ("run" in argument) return [this.#runValue(argument.run)];
    if ("input" in argument) {
      const said = this.#at.inputs[argument.input];
      return said === undefined ? { kind: "input", input: argument.input } : [said];
    }
    if ("output" in argument) {
      const known = this.#scope.outputs[argument.output];
      return known === undefined ? { kind: "output", output: argument.output } : [known.value];
    }
    const site = this.#scope.sites[argument.of ?? this.#at.role];
    const value = site?.parameters[argument.site];
    if (value === undefined || value.length === 0) {
      return { kind: "parameter", site: site?.name ?? argument.of ?? this.#at.role, parameter: argument.site };
    }
    return typeof value === "string" ? [value] : value;
  }

  #runValue(name: "number" | "mode" | "type" | "attempt"): string {
    return name === "number"
      ? runLabel(this.#scope.number)
      : name === "attempt"
        ? String(this.#at.attempt)
        : this.#scope[name];
  }
}

/** The action of a step as it will be done, at the site that plays `at.role`. */
export function resolve(step: Pick<Step, "action" | "expected" | "uses">, scope: Scope, at: Attempted): Resolution {
  if (!step.action) throw new TypeError("A step without an action has nothing to resolve");
  const resolver = new Resolver(scope, at);
  const work = workOf(step.action, resolver);
  const expected = expectationOf(step, resolver);
  return settle(resolver, work, {
    timeoutSeconds: step.action.timeoutSeconds,
    ...(expected && { expected }),
    ...variablesOf(step, scope),
  });
}

/** The probe that a person's work is verified by, as an assignment of its own; undefined where none is named. */
export function resolveExpected(step: Pick<Step, "expected">, scope: Scope, at: Attempted): Resolution | undefined {
  return step.expected && "probe" in step.expected ? resolveProbe(step.expected.probe, scope, at) : undefined;
}

/** A probe as an assignment of its own. */
export function resolveProbe(probe: Probe, scope: Scope, at: Attempted): Resolution {
  const resolver = new Resolver(scope, at);
  return settle(resolver, probeWork(probe, resolver), { timeoutSeconds: probe.timeoutSeconds });
}

const settle = (
  { missing }: Resolver,
  work: Work | undefined,
  more: Pick<Assignment, "timeoutSeconds" | "expected" | "variables">,
): Resolution =>
  missing.length > 0 || !work ? { ok: false, missing } : { ok: true, assignment: { ...work, ...more } };

function workOf(action: Action, resolver: Resolver): Work | undefined {
  switch (action.way) {
    case "process":
      return processWork(action, resolver);
    case "ssh":
      return sshWork(action, action.host, resolver);
    case "http":
      return httpWork(action, resolver);
    case "probe":
      return probeWork(action, resolver);
    default:
      return commandWork(action, resolver);
  }
}

type Program = { argv: Argument[]; env?: Record<string, HiddenArgument> | undefined };

/** Over ssh where the site has a host `main`, on the worker's machine otherwise. */
const commandWork = (program: Program, resolver: Resolver): SshWork | ProcessWork | undefined =>
  resolver.site?.connections?.ssh?.main ? sshWork(program, "main", resolver) : processWork(program, resolver);

const processWork = ({ argv, env }: Program, resolver: Resolver): ProcessWork => ({
  way: "process",
  argv: argv.flatMap(resolver.all),
  ...(env && { env: mapValues(env, resolver.shown) }),
});

function sshWork({ argv, env }: Program, host: string, resolver: Resolver): SshWork | undefined {
  const to = resolver.site?.connections?.ssh?.[host];
  if (!to) resolver.lack(told('ssh host "{name}"', { name: host }));
  const words = argv.flatMap(resolver.all);
  const variables = env && { env: mapValues(env, resolver.shown) };
  return to && { way: "ssh", to, argv: words, ...variables };
}

function httpWork(action: HttpAction, resolver: Resolver): HttpWork | undefined {
  const base = resolver.site?.connections?.http?.[action.service]?.base;
  if (base === undefined) resolver.lack(told('http service "{name}"', { name: action.service }));
  const under = base ?? "";
  const query = mapValues(action.query ?? {}, resolver.one);
  const work: HttpWork = {
    way: "http",
    base: under,
    method: action.method,
    url: addressUnder(under, action.path.flatMap(resolver.all), query),
    headers: mapValues(action.headers ?? {}, resolver.shown),
    ...(action.body && {
      body: mapValues(action.body, (value) =>
        typeof value === "number" || typeof value === "boolean" ? value : resolver.shown(value),
      ),
    }),
    expect: action.expect,
    ...(action.poll && {
      poll: { ...action.poll, url: addressUnder(under, action.poll.path.flatMap(resolver.all), {}) },
    }),
  };
  return base === undefined ? undefined : work;
}

function probeWork(
  { that, everySeconds }: Pick<Probe, "that" | "everySeconds">,
  resolver: Resolver,
): ProbeWork | undefined {
  const look = lookWork(that, resolver);
  return look && { way: "probe", that: look, everySeconds };
}

function lookWork(look: Look, resolver: Resolver): LookWork | undefined {
  switch (look.look) {
    case "tcp":
      return {
        look: "tcp",
        host: resolver.one(look.host),
        port: typeof look.port === "number" ? look.port : resolver.one(look.port),
      };
    case "dns":
      return { look: "dns", name: resolver.one(look.name), address: resolver.one(look.address) };
    case "command": {
      const run = commandWork(look, resolver);
      return run && { look: "command", run };
    }
    case "http": {
      const base = resolver.site?.connections?.http?.[look.service]?.base;
      if (base === undefined) resolver.lack(told('http service "{name}"', { name: look.service }));
      const url = addressUnder(base ?? "", look.path.flatMap(resolver.all), {});
      return base === undefined ? undefined : { look: "http", base, url, status: look.status };
    }
  }
}

/** Every segment is encoded as a whole, so none can lead out of the base. */
function addressUnder(base: string, segments: readonly string[], query: Record<string, string>): string {
  const path = segments.map((segment) => (/^\.{1,2}$/.test(segment) ? "" : encodeURIComponent(segment)));
  const asked = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const joined = path.length > 0 ? `${base.replace(/\/+$/, "")}/${path.join("/")}` : base;
  return asked.length > 0 ? `${joined}?${asked.join("&")}` : joined;
}

function expectationOf(step: Pick<Step, "expected">, resolver: Resolver): Expectation | undefined {
  if (!step.expected || !("probe" in step.expected)) return undefined;
  const probe = probeWork(step.expected.probe, resolver);
  return probe && { probe, timeoutSeconds: step.expected.probe.timeoutSeconds };
}

/** What earlier steps gave, as the command is told it: `export_folder` becomes `SWITCHOVER_OUTPUT_EXPORT_FOLDER`. */
function variablesOf({ uses }: Pick<Step, "uses">, { outputs }: Scope): Pick<Assignment, "variables"> {
  const known = (uses ?? []).flatMap((name) => {
    const output = outputs[name];
    return output ? [[outputVariable(name), output.value] as const] : [];
  });
  return known.length > 0 ? { variables: Object.fromEntries(known) } : {};
}

const outputVariable = (name: string): string => `SWITCHOVER_OUTPUT_${name.toUpperCase().replaceAll("-", "_")}`;

const mapValues = <From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

/** Everything that is missing, in words: "Osaka has no parameter "tape"". */
export const missingWords = (missing: readonly Unresolved[]): string => row(missing.map(lacks).map(retell));

/** The same as it is kept. */
export const missingTold = (missing: readonly Unresolved[]): string => toldRow(missing.map(lacks));

function lacks(one: Unresolved): string {
  switch (one.kind) {
    case "parameter":
      return told('{site} has no parameter "{parameter}"', { site: one.site, parameter: one.parameter });
    case "connection":
      return told("{site} has no {connection}", { site: one.site, connection: one.connection });
    case "output":
      return told('no step has given "{output}" yet', { output: one.output });
    case "input":
      return told('"{input}" has not been said', { input: one.input });
  }
}
