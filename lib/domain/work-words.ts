import type { Shown } from "#lib/domain/argument.ts";
import { isHidden } from "#lib/domain/hidden.ts";
import type { Action, Expected } from "#lib/domain/procedure.ts";
import { asShellWord } from "#lib/domain/shell-word.ts";
import type { LookWork } from "#lib/domain/way/probe.ts";
import type { Assignment, Work } from "#lib/domain/work.ts";
import { row, severally, t, tn } from "#lib/words/t.ts";

/** What a machine will do, does, or has done, a line each: words, or a command as it can be typed. */
export type WorkLine = { label: string; words?: string; args?: readonly string[] };

export function workLines(work: Work): WorkLine[] {
  switch (work.way) {
    case "ssh":
      return [
        { label: t("Over ssh"), words: sshWords(work.to) },
        { label: t("Command"), args: work.argv.map(asShellWord) },
        ...variableLines(work.env),
      ];
    case "http":
      return [
        { label: t("Request"), args: [work.method, work.url] },
        ...variableLines(work.headers, t("Header")),
        ...(work.body ? variableLines(texts(work.body), t("Field")) : []),
        { label: t("Expects"), words: expectWords(work.expect) },
        ...(work.poll
          ? [
              {
                label: t("Then asks"),
                words: t("{address}, every {seconds} s until {condition}", {
                  address: work.poll.url,
                  seconds: work.poll.everySeconds,
                  condition: assertionWords(work.poll.until),
                }),
              },
            ]
          : []),
      ];
    case "probe":
      return [
        {
          label: t("Looks"),
          words: t("{look}, every {seconds} s until it holds", {
            look: lookWords(work.that),
            seconds: work.everySeconds,
          }),
        },
      ];
    default:
      return [{ label: t("Command"), args: work.argv.map(asShellWord) }, ...variableLines(work.env)];
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
}): string => sshAddress(`${user}@${host}`, port === 22 ? undefined : port, jump && `${jump.user}@${jump.host}`);

function sshAddress(account: string, port: number | undefined, jump: string | undefined): string {
  if (port === undefined) return jump === undefined ? account : t("{account}, through {jump}", { account, jump });
  return jump === undefined
    ? t("{account}, port {port}", { account, port })
    : t("{account}, port {port}, through {jump}", { account, port, jump });
}

/** What a command is told beside its arguments. */
export function variableLines(values: Readonly<Record<string, Shown>> | undefined, label = t("Variable")): WorkLine[] {
  return Object.entries(values ?? {}).map(([name, value]) => ({ label, words: `${name}: ${shownWords(value)}` }));
}

const shownWords = (value: Shown): string => {
  if (typeof value === "string") return value;
  return "secret" in value
    ? t("entered when it is started, never stored")
    : t('the worker\'s credential "{name}"', { name: value.credential });
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
  row(
    all.map(({ at, equals }) => t("{what} is {value}", { what: at || t("the answer"), value: JSON.stringify(equals) })),
    " and ",
  );

function expectWords({ status, json }: { status: readonly number[]; json: readonly Assertion[] }): string {
  const codes = severally(status.map(String), "or");
  return json.length > 0
    ? t("status {codes}, and {values}", { codes, values: assertionWords(json) })
    : t("status {codes}", { codes });
}

function lookWords(that: LookWork): string {
  switch (that.look) {
    case "tcp":
      return t("whether {address} accepts connections", { address: `${that.host}:${that.port}` });
    case "http":
      return t("whether {address} answers {codes}", {
        address: that.url,
        codes: severally(that.status.map(String), "or"),
      });
    case "dns":
      return t("whether {name} resolves to {address}", { name: that.name, address: that.address });
    case "command":
      return commandLook(that.run);
  }
}

function commandLook(run: Extract<LookWork, { look: "command" }>["run"]): string {
  const command = run.argv.join(" ");
  return run.way === "ssh"
    ? t("whether {command} ends with 0 on {host}", { command, host: run.to.host })
    : t("whether {command} ends with 0", { command });
}

/** What must be true afterwards, by whom it is looked at. */
export function expectedLines(expected: Expected | undefined, assignment: Assignment | undefined): WorkLine[] {
  if (!expected) return [];
  if ("confirm" in expected)
    return [{ label: t("Afterwards"), words: t("A person confirms: {sentence}", { sentence: expected.confirm }) }];
  const probe = assignment?.expected?.probe;
  return [
    {
      label: t("Afterwards"),
      words: probe
        ? t("A worker checks {look}", { look: lookWords(probe.that) })
        : t("A worker checks whether it has come true"),
    },
  ];
}

/** What the machine does by itself when it fails. */
export function failureWords({ onFailure, idempotent }: Pick<Action, "onFailure" | "idempotent">): string {
  const end = onFailure?.goOn ? t("the run continues with a warning") : t("it stops here and a person decides");
  const what = onFailure?.retry ? againWords(onFailure.retry, end) : end;
  return idempotent ? t("{what}. Doing it twice does no harm", { what }) : what;
}

function againWords({ times, delaySeconds }: { times: number; delaySeconds: number }, end: string): string {
  const often = tn("once", "{count} times", times);
  if (delaySeconds === 0) return t("tried again {often}, then {end}", { often, end });
  return delaySeconds % 60 === 0
    ? t("tried again {often}, {minutes} min apart, then {end}", { often, minutes: delaySeconds / 60, end })
    : t("tried again {often}, {seconds} s apart, then {end}", { often, seconds: delaySeconds, end });
}
