import type { Shown } from "#lib/domain/argument.ts";
import { isHidden } from "#lib/domain/hidden.ts";
import type { Action, Expected } from "#lib/domain/procedure.ts";
import type { LookWork } from "#lib/domain/way/probe.ts";
import type { Assignment, Work } from "#lib/domain/work.ts";

/** What a machine will do, does, or has done, a line each: words, or a command as the machine reads it. */
export type WorkLine = { label: string; words?: string; args?: readonly string[] };

export function workLines(work: Work): WorkLine[] {
  switch (work.way) {
    case "ssh":
      return [
        { label: "Over ssh", words: sshWords(work.to) },
        { label: "Command", args: work.argv },
        ...variableLines(work.env),
      ];
    case "http":
      return [
        { label: "Request", args: [work.method, work.url] },
        ...variableLines(work.headers, "Header"),
        ...(work.body ? variableLines(texts(work.body), "Field") : []),
        { label: "Expects", words: expectWords(work.expect) },
        ...(work.poll
          ? [
              {
                label: "Then asks",
                words: `${work.poll.url}, every ${work.poll.everySeconds} s until ${assertionWords(work.poll.until)}`,
              },
            ]
          : []),
      ];
    case "probe":
      return [{ label: "Looks", words: `${lookWords(work.that)}, every ${work.everySeconds} s until it holds` }];
    default:
      return [{ label: "Command", args: work.argv }, ...variableLines(work.env)];
  }
}

const sshWords = ({
  user,
  host,
  port,
  jump,
}: {
  user: string;
  host: string;
  port: number;
  jump?: { user: string; host: string } | undefined;
}): string =>
  `${user}@${host}${port === 22 ? "" : `, port ${port}`}${jump ? `, through ${jump.user}@${jump.host}` : ""}`;

/** What a command is told beside its arguments. */
export function variableLines(values: Readonly<Record<string, Shown>> | undefined, label = "Variable"): WorkLine[] {
  return Object.entries(values ?? {}).map(([name, value]) => ({ label, words: `${name}: ${shownWords(value)}` }));
}

const shownWords = (value: Shown): string => {
  if (typeof value === "string") return value;
  return "secret" in value ? "said at the press, never stored" : `the worker's credential "${value.credential}"`;
};

const texts = (body: Readonly<Record<string, Shown | number | boolean>>): Record<string, Shown> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      isHidden(value) || typeof value === "string" ? value : String(value),
    ]),
  );

type Assertion = { at: string; equals: unknown };

const assertionWords = (all: readonly Assertion[]): string =>
  all.map(({ at, equals }) => `${at || "the answer"} is ${JSON.stringify(equals)}`).join(" and ");

function expectWords({ status, json }: { status: readonly number[]; json: readonly Assertion[] }): string {
  const codes = `status ${status.join(" or ")}`;
  return json.length > 0 ? `${codes}, and ${assertionWords(json)}` : codes;
}

export function lookWords(that: LookWork): string {
  switch (that.look) {
    case "tcp":
      return `whether ${that.host}:${that.port} accepts connections`;
    case "http":
      return `whether ${that.url} answers ${that.status.join(" or ")}`;
    case "dns":
      return `whether ${that.name} resolves to ${that.address}`;
    case "command":
      return `whether ${that.run.argv.join(" ")} ends with 0${that.run.way === "ssh" ? ` on ${that.run.to.host}` : ""}`;
  }
}

/** What must be true afterwards, by whom it is looked at. */
export function expectedLines(expected: Expected | undefined, assignment: Assignment | undefined): WorkLine[] {
  if (!expected) return [];
  if ("confirm" in expected) return [{ label: "Afterwards", words: `A person confirms: ${expected.confirm}` }];
  const probe = assignment?.expected?.probe;
  return [
    {
      label: "Afterwards",
      words: probe ? `A worker looks ${lookWords(probe.that)}` : "A worker looks whether it has come true",
    },
  ];
}

/** What the machine does by itself when it fails. */
export function failureWords({ onFailure, idempotent }: Pick<Action, "onFailure" | "idempotent">): string {
  const retry = onFailure?.retry;
  const again = retry
    ? `tried again ${times(retry.times)}${retry.delaySeconds > 0 ? `, ${retry.delaySeconds} s apart` : ""}, then `
    : "";
  const end = onFailure?.goOn ? "the run goes on with a warning" : "it stops here and a person decides";
  return `${again}${end}${idempotent ? ". Doing it twice does no harm" : ""}`;
}

const times = (count: number): string => (count === 1 ? "once" : `${count} times`);
