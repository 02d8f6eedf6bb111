import type { Argument, HiddenArgument } from "#lib/domain/argument.ts";
import { cannotBeUndone } from "#lib/domain/cannot-be-undone.ts";
import { isHidden } from "#lib/domain/hidden.ts";
import type { Action, Step } from "#lib/domain/procedure.ts";
import type { Look } from "#lib/domain/way/probe.ts";
import { t } from "#lib/words/t.ts";

type Path = (string | number)[];
type Issue = { path: Path; message: string };
type Known = { roles: Set<string>; outputs: Set<string> };
/** What a document names and must hold. */
export type Noun = "role" | "fact" | "step" | "output" | "position" | "input" | "secret input";

export const noSuch = (noun: Noun, name: string): string =>
  t('there is no {noun} "{name}" in this procedure', { noun: t(noun), name });

type Named = { at: Path; argument: HiddenArgument };

/** What the schema cannot say of what a step does: names that must exist, and what does not go together. */
export function checkAction(step: Step, path: Path, known: Known): Issue[] {
  const { action } = step;
  const named = [
    ...(action ? argumentsOf(action, [...path, "action"]) : []),
    ...(step.precheck ? lookArguments(step.precheck.that, [...path, "precheck", "that"]) : []),
    ...(step.expected && "probe" in step.expected
      ? lookArguments(step.expected.probe.that, [...path, "expected", "probe", "that"])
      : []),
  ];
  return [
    ...named.flatMap(({ at, argument }) => checkArgument(argument, at, { step, known })),
    ...(step.uses ?? []).flatMap((name, i) => unknown(known.outputs, name, "output", [...path, "uses", i])),
    ...(step.inputs ?? []).flatMap((input, i) =>
      (input.type === "choice") === (input.choices !== undefined)
        ? []
        : [
            {
              path: [...path, "inputs", i, "choices"],
              message: 'belong to an input of the type "choice", and it needs them',
            },
          ],
    ),
    ...(step.outputs ?? []).flatMap((output, i) => checkPattern(output.from, [...path, "outputs", i, "from"], action)),
    ...checkKind(step, path),
    ...(action ? checkRetry(step, action, [...path, "action", "onFailure", "retry"]) : []),
  ];
}

const list = (all: readonly Argument[], at: Path): Named[] => all.map((argument, i) => ({ at: [...at, i], argument }));
const fields = (all: Readonly<Record<string, unknown>> | undefined, at: Path): Named[] =>
  Object.entries(all ?? {}).flatMap(([name, value]) =>
    typeof value === "number" || typeof value === "boolean"
      ? []
      : [{ at: [...at, name], argument: value as HiddenArgument }],
  );

function argumentsOf(action: Action, at: Path): Named[] {
  switch (action.way) {
    case "probe":
      return lookArguments(action.that, [...at, "that"]);
    case "http":
      return [
        ...list(action.path, [...at, "path"]),
        ...list(action.poll?.path ?? [], [...at, "poll", "path"]),
        ...fields(action.query, [...at, "query"]),
        ...fields(action.headers, [...at, "headers"]),
        ...fields(action.body, [...at, "body"]),
      ];
    default:
      return [...list(action.argv, [...at, "argv"]), ...fields(action.env, [...at, "env"])];
  }
}

function lookArguments(look: Look, at: Path): Named[] {
  switch (look.look) {
    case "tcp":
      return fields({ host: look.host, port: look.port }, at);
    case "dns":
      return fields({ name: look.name, address: look.address }, at);
    case "http":
      return list(look.path, [...at, "path"]);
    case "command":
      return list(look.argv, [...at, "argv"]);
  }
}

function checkArgument(argument: HiddenArgument, path: Path, { step, known }: { step: Step; known: Known }): Issue[] {
  if (typeof argument === "string") {
    return argument.includes("\0") ? [{ path, message: t("must not contain NUL") }] : [];
  }
  if ("site" in argument) return argument.of ? unknown(known.roles, argument.of, "role", [...path, "of"]) : [];
  if ("output" in argument) return unknown(known.outputs, argument.output, "output", path);
  if (isHidden(argument) && "credential" in argument) return [];
  const asked = (step.inputs ?? []).filter(({ type }) => (type === "secret") === "secret" in argument);
  const inputs = new Set(asked.map(({ name }) => name));
  if ("secret" in argument) return unknown(inputs, argument.secret, "secret input", path);
  return "input" in argument ? unknown(inputs, argument.input, "input", path) : [];
}

const unknown = (known: Set<string>, name: string, noun: Noun, path: Path): Issue[] =>
  known.has(name) ? [] : [{ path, message: noSuch(noun, name) }];

function checkPattern(from: { json: string } | { pattern: string } | undefined, path: Path, action?: Action): Issue[] {
  if (!from) return [];
  if (!action)
    return [
      { path, message: t("needs an action whose output it is captured from; remove it, and a person enters it") },
    ];
  if (!("pattern" in from)) return [];
  try {
    const groups = new RegExp(`${from.pattern}|`, "m").exec("")?.length ?? 0;
    return groups === 2 ? [] : [{ path: [...path, "pattern"], message: t("must have exactly one group ( )") }];
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : String(error);
    return [{ path: [...path, "pattern"], message: t("is not a regular expression: {reason}", { reason }) }];
  }
}

function checkKind({ kind, action, inputs, inDrill, cleanUp }: Step, path: Path): Issue[] {
  return [
    ...(kind === "automated" && !action
      ? [{ path: [...path, "action"], message: t("an automated step needs an action") }]
      : []),
    ...(kind !== "automated" && action
      ? [{ path: [...path, "kind"], message: 'a step with an action must be "automated"' }]
      : []),
    ...(inputs && !action ? [{ path: [...path, "inputs"], message: t("belong to a step with an action") }] : []),
    ...(cleanUp && inDrill !== "run"
      ? [{ path: [...path, "inDrill"], message: 'must be "run": a clean-up step is there for what a drill really did' }]
      : []),
  ];
}

/** Nothing runs twice by itself unless its author says that this does no harm, and nothing asks a person meanwhile. */
function checkRetry(step: Step, action: Action, path: Path): Issue[] {
  if (!action.onFailure?.retry) return [];
  return [
    ...(action.idempotent
      ? []
      : [{ path, message: t("needs idempotent: true beside it; without it nothing is run twice by itself") }]),
    ...(step.inputs?.some(({ type }) => type === "secret")
      ? [{ path, message: t("does not go with a secret, which is asked for again at each try") }]
      : []),
    ...(cannotBeUndone(step) ? [{ path, message: t("does not go with a step that cannot be undone") }] : []),
  ];
}
