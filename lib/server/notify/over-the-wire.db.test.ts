import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { ChannelFormat } from "#lib/domain/notify/formats.ts";
import { NoticeKind } from "#lib/domain/notify/message.ts";
import type { Role } from "#lib/domain/roles.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Mode, Run } from "#lib/domain/run/state.ts";
import { gated, procedureDraft, type StepDraft } from "#lib/domain/testing/procedures.ts";
import { createChannel, deleteChannel } from "#lib/server/notify/channels.ts";
import { setChoice } from "#lib/server/notify/choice.ts";
import { followRuns } from "#lib/server/notify/follow-runs.ts";
import { sendDue } from "#lib/server/notify/send-due.ts";
import { setLanguage } from "#lib/server/people/language.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { BASE, hooks, mailTo, slackRead, teamsRead } from "#lib/server/testing/arrivals.ts";
import { type MailServer, startMailServer } from "#lib/server/testing/mail-server.ts";
import { type Receiver, startReceiver } from "#lib/server/testing/receiver.ts";
import { person, started } from "#lib/server/testing/runs.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";
import { type Locale, locales } from "#lib/words/language.ts";

/** Every kind of message, in every form and language, caused in a run and read where it arrives. */

const SITE = { key: "destination", title: "Destination" };
const TITLE = "Move *A* & <B> to Ōsaka";

let mails: MailServer;
let receiver: Receiver;
let mei: Person;

beforeAll(async () => {
  mails = await startMailServer();
  receiver = await startReceiver();
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${mails.port}`);
  vi.stubEnv("SMTP_FROM", "Switchover console <console@example.com>");
  vi.stubEnv("BASE_URL", BASE);
  mei = await person("commander", "Mei Mori");
});

afterAll(async () => {
  await mails.stop();
  await receiver.stop();
});

const steps = (number: number) => Array.from({ length: number }, () => ({}));
const assign = (step: string, { id }: Person): Command => ({ type: "step.assign", step, to: { person: id } });
const start = (step: string): Command => ({ type: "step.start", step });
const complete = (step: string): Command => ({ type: "step.complete", step });
const request: Command = { type: "gate.request", step: "1" };

type Scene = { run: Run; jun: Person };

type Case = {
  mode: Mode;
  steps: StepDraft[];
  /** What Jun is, who is told by e-mail. */
  role: Role;
  /** Who commands the run, where it is not Mei. */
  led?: "by Jun";
  /** Done by Mei before: nobody is told of it here. */
  before?: (scene: Scene) => Command[];
  /** Done by Mei. */
  cause: (scene: Scene) => Command[];
  step?: string;
  /** What is to be done, after the run and the step; and in a channel, where that is otherwise. */
  says: Record<Locale, string | { mail: string; channel: string }>;
};

/** A new kind of message does not compile before it is shown here what it looks like where it arrives. */
const cases: Record<NoticeKind, Case> = {
  step_ready: {
    mode: "live",
    steps: steps(2),
    role: "operator",
    before: ({ jun }) => [assign("1", mei), assign("2", jun), start("1")],
    cause: () => [complete("1")],
    step: "2",
    says: { en: "ready to be started", ja: "開始できます" },
  },
  decision_asked: {
    mode: "drill",
    steps: [gated.approval],
    role: "approver",
    cause: () => [request],
    step: "1",
    says: { en: "approve or reject", ja: "承認または却下" },
  },
  step_trouble: {
    mode: "live",
    steps: steps(1),
    role: "operator",
    before: ({ jun }) => [assign("1", jun), start("1")],
    cause: () => [{ type: "step.fail", step: "1", reason: "the password is tiger" }],
    step: "1",
    says: { en: "failed, decide how to go on", ja: "失敗。今後の進め方を決めてください" },
  },
  help_asked: {
    mode: "drill",
    steps: steps(1),
    role: "commander",
    led: "by Jun",
    before: () => [start("1")],
    cause: () => [{ type: "help.ask", step: "1", reason: "the password is tiger" }],
    step: "1",
    says: { en: "Mei Mori needs help", ja: "Mei Mori が支援を要請しています" },
  },
  command: {
    mode: "live",
    steps: steps(1),
    role: "commander",
    cause: ({ jun }) => [{ type: "command.offer", to: jun.id }],
    says: {
      en: { mail: "Mei Mori offers you command", channel: "Mei Mori offers command to Jun Kato" },
      ja: {
        mail: "Mei Mori から指揮の引き継ぎの申し出",
        channel: "Mei Mori から Jun Kato へ指揮の引き継ぎの申し出",
      },
    },
  },
  mentioned: {
    mode: "drill",
    steps: steps(1),
    role: "auditor",
    cause: ({ jun }) => [{ type: "note.add", text: "the password is tiger", step: "1", mentions: [jun.id] }],
    step: "1",
    says: {
      en: { mail: "Mei Mori wrote a note to you", channel: "Mei Mori wrote a note to Jun Kato" },
      ja: { mail: "Mei Mori からあなた宛てのメモ", channel: "Mei Mori から Jun Kato 宛てのメモ" },
    },
  },
  reminder: {
    mode: "drill",
    steps: steps(1),
    role: "operator",
    before: ({ jun }) => [assign("1", jun)],
    cause: () => [{ type: "people.remind", step: "1" }],
    step: "1",
    says: {
      en: {
        mail: "Mei Mori reminds you: it still waits for you",
        channel: "Mei Mori reminds Jun Kato: it still waits for them",
      },
      ja: {
        mail: "Mei Mori からの催促: あなたの対応を待っています",
        channel: "Mei Mori から Jun Kato への催促: 対応を待っています",
      },
    },
  },
  run_changed: {
    mode: "live",
    steps: steps(1),
    role: "auditor",
    cause: () => [{ type: "run.pause", reason: "the password is tiger" }],
    says: { en: "paused by Mei Mori", ja: "Mei Mori が一時停止" },
  },
  break_glass: {
    mode: "drill",
    steps: [gated.approval],
    role: "auditor",
    before: () => [request],
    cause: ({ run }) => [
      { type: "gate.break", step: "1", reason: "the password is tiger", confirmation: runLabel(run.number) },
    ],
    step: "1",
    says: {
      en: "BREAK-GLASS, Mei Mori let it start in place of those who were asked",
      ja: "緊急解除: 求められた人に代わり、Mei Mori が開始を許可",
    },
  },
};

const first = { en: { live: "LIVE", drill: "DRILL" }, ja: { live: "本番", drill: "訓練" } } as const;
const stepIs = { en: "Step", ja: "ステップ" } as const;
const inZone = {
  en: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/,
  ja: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC \([\d -]*\d\d:\d\d:\d\d JST\)$/,
};

/** Three channels of a language and somebody who reads it, all of whom hear of these kinds alone. */
async function listening(locale: Locale, role: Role, kinds: NoticeKind[]) {
  const jun = await person(role, "Jun Kato");
  const zone = locale === "ja" ? "Asia/Tokyo" : "UTC";
  await setLanguage(jun, locale);
  await setChoice(jun, { kinds, drills: true, zone });
  const { address } = receiver;
  const made = await Promise.all(
    ChannelFormat.options.map((format) => {
      const own = { name: uuidV7(), format, address: `${address}/${format}` };
      return createChannel(mei, { ...own, kinds, drills: true, locale, zone });
    }),
  );
  const stop = () => Promise.all(made.map(({ channel }) => deleteChannel(mei, channel.id)));
  return { jun, secret: made.find(({ secret }) => secret !== null)?.secret ?? "", stop };
}

async function tell(): Promise<void> {
  await followRuns();
  await sendDue();
}

const quiet = () => {
  mails.mails.length = 0;
  receiver.posts.length = 0;
};

const twice = <T>(one: T): [T, T] => [one, one];

const runOf = (one: Pick<Case, "steps" | "mode">, leader: Person, more = {}) =>
  started(leader, procedureDraft(one.steps, { title: TITLE, roles: [SITE], ...more }), one.mode);

const asMei = async (run: Run, commands: Command[]) => {
  for (const command of commands) await execute(mei, run.id, command);
};

beforeEach(quiet);

describe.each([...locales])("in %s", (locale) => {
  it.each(NoticeKind.options)("%s arrives by mail, webhook, Slack and Teams", async (kind) => {
    const one = cases[kind];
    const { jun, secret, stop } = await listening(locale, one.role, [kind]);
    const run = await runOf(one, one.led ? jun : mei);
    const scene = { run, jun };
    await asMei(run, one.before?.(scene) ?? []);
    await tell();
    quiet();
    await asMei(run, one.cause(scene));
    await tell();
    await stop();

    const label = runLabel(run.number);
    const name = `${first[locale][one.mode]} ${label}`;
    const of = { en: `${name}, step ${one.step}: `, ja: `${name} ステップ ${one.step}: ` };
    const start = one.step === undefined ? `${name}: ` : of[locale];
    const says = one.says[locale];
    const words = typeof says === "string" ? { mail: says, channel: says } : says;
    const line = one.step === undefined ? [] : [`${stepIs[locale]} ${one.step}: Step ${one.step}`];
    const link = `${BASE}/runs/${label}${one.step === undefined ? "" : `#step-${one.step}`}`;
    const read = (said: string) => ({
      ...{ subject: start + said, lines: [...line, TITLE], link },
      time: expect.stringMatching(inZone[locale]),
    });
    expect(mailTo(mails, jun, locale)).toEqual(read(words.mail));
    expect(slackRead(receiver, locale)).toEqual(read(words.channel));
    expect(teamsRead(receiver, locale)).toEqual(read(words.channel));
    const { subject, lines } = read(words.channel);
    const about = { mode: one.mode, run: label, procedure: TITLE, ...(one.step !== undefined && { step: one.step }) };
    const data = { subject, lines, link, seq: expect.any(Number), ...about };
    expect(hooks(receiver, secret)).toEqual([{ type: kind, timestamp: expect.stringMatching(/Z$/), data }]);
    expect(JSON.stringify([mails.mails, receiver.posts])).not.toContain("tiger");
  });
});

const together = {
  en: {
    alike: "LIVE {run}, steps 2 and 3: ready to be started",
    mixed: "LIVE {run}, step 2: ready to be started, and 1 more",
    ready: "Step 2: Step 2 (ready to be started)",
    voted: "Step 3: Step 3 (go or no go, your vote)",
    asked: "Step 3: Step 3 (go or no go)",
  },
  ja: {
    alike: "本番 {run} ステップ 2、3: 開始できます",
    mixed: "本番 {run} ステップ 2: 開始できます、ほか 1 件",
    ready: "ステップ 2: Step 2 (開始できます)",
    voted: "ステップ 3: Step 3 (可・不可の回答をお願いします)",
    asked: "ステップ 3: Step 3 (可・不可の判断)",
  },
} as const;

describe.each([...locales])("in %s, steps asked at once", (locale) => {
  const { alike, mixed, ready, voted, asked } = together[locale];

  it.each<[string, StepDraft, mail: string[], channel: string[]]>([
    [alike, {}, ...twice([2, 3].map((step) => `${stepIs[locale]} ${step}: Step ${step}`))],
    [mixed, gated.poll, [ready, voted], [ready, asked]],
  ])("%s: are one message to people and one each to a program", async (subject, step, mail, channel) => {
    const { jun, secret, stop } = await listening(locale, "operator", ["step_ready", "decision_asked"]);
    const after = { dependsOn: ["1"] };
    const run = await runOf({ mode: "live", steps: [{}, after, { ...after, ...step }] }, mei);
    const fill: Command = { type: "position.fill", position: "lead", person: jun.id };
    await asMei(run, [fill, assign("1", mei), assign("2", jun), assign("3", jun), start("1")]);
    await tell();
    quiet();
    await asMei(run, [complete("1")]);
    await tell();
    await stop();

    const label = runLabel(run.number);
    const read = (lines: string[]) => ({
      ...{ subject: subject.replace("{run}", label), lines: [...lines, TITLE] },
      ...{ time: expect.stringMatching(inZone[locale]), link: `${BASE}/runs/${label}` },
    });
    expect(mailTo(mails, jun, locale)).toEqual(read(mail));
    expect(slackRead(receiver, locale)).toEqual(read(channel));
    expect(teamsRead(receiver, locale)).toEqual(read(channel));
    const links = hooks(receiver, secret).map(({ data }) => data.link.replace(`${BASE}/runs/${label}`, ""));
    expect(links.toSorted()).toEqual(["#step-2", "#step-3"]);
  });
});
