import type { Person } from "#lib/domain/actor.ts";
import { type Asking, askings } from "#lib/domain/notify/askings.ts";
import type { About, Message } from "#lib/domain/notify/message.ts";
import { type Told, told } from "#lib/domain/notify/told.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { evolve } from "#lib/domain/run/evolve/evolve.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { locale } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";
import { readersZone } from "#lib/words/zone.ts";

/** Something that people are told, once for each of them. */
export type Notice = {
  /** Of this run, the same whenever its log is read again. */
  key: string;
  /** Ids of people; "everyone": whoever chose to hear of such things. */
  to: Told["to"];
  /** Channels are told of it. Not so when the same is asked of one more person. */
  first: boolean;
  /** "LIVE R-0042". */
  name: string;
  words: string;
  step?: { number: string; title: string };
  about: About;
  /** As it is told alone. */
  message: Message;
  /** As channels are told it, where people are told otherwise. */
  overheard?: Notice;
};

type Found = Told & { at: string; seq: number; first: boolean; asking?: string };

/**
 * What the next events of a run tell whom, in the language of the reader, and the run as it is after them. What was asked and is over again by the last
 * of them is not told, and nobody is told what they have just done.
 */
export function noticesOf(
  { procedure, people }: { procedure: Procedure; people: readonly Person[] },
  before: Run | null,
  events: readonly LoggedEvent[],
): { notices: Notice[]; after: Run | null } {
  const found: Found[] = [];
  let run = before;
  let asked = run ? askings(procedure, run, people) : new Map<string, Asking>();
  for (const logged of events) {
    const { seq, at, actor } = logged;
    run = evolve(run, logged);
    const now = askings(procedure, run, people);
    const news = [...told(logged).map((each) => ({ ...each, first: true })), ...newlyAsked(asked, now)];
    const doer = actor.kind === "person" ? actor.id : undefined;
    found.push(...news.map((each) => ({ ...each, to: without(each.to, doer), at, seq })));
    asked = now;
  }
  if (!run) return { notices: [], after: null };
  const after = run;
  const holds = ({ asking, still }: Found) => (asking === undefined || asked.has(asking)) && (still?.(after) ?? true);
  return { notices: found.filter(holds).map((each) => withOverheard(procedure, after, each)), after };
}

const without = (to: Told["to"], id: string | undefined): Told["to"] =>
  to === "everyone" ? to : to.filter((one) => one !== id);

function newlyAsked(
  before: ReadonlyMap<string, Asking>,
  now: ReadonlyMap<string, Asking>,
): (Told & Pick<Found, "first" | "asking">)[] {
  return [...now].flatMap(([asking, { of, ...rest }]) => {
    const known = before.get(asking);
    const to = of.filter((id) => !known?.of.includes(id));
    return known && to.length === 0 ? [] : [{ ...rest, to, first: !known, asking }];
  });
}

function withOverheard(procedure: Procedure, run: Run, { overheard, ...found }: Found): Notice {
  const told = notice(procedure, run, found);
  return overheard === undefined
    ? told
    : { ...told, overheard: notice(procedure, run, { ...found, words: overheard }) };
}

function notice(procedure: Procedure, run: Run, { kind, words, to, step, seq, at, first, asking }: Found): Notice {
  const label = runLabel(run.number);
  const name = `${run.mode === "drill" ? t("DRILL") : t("LIVE")} ${label}`;
  const title = step === undefined ? undefined : outline(procedure).byNumber.get(step)?.title;
  const of = step !== undefined && { step };
  const about = { mode: run.mode, run: label, seq, procedure: procedure.title, ...of };
  return {
    key: [seq, kind, asking ?? step ?? ""].join(":"),
    to,
    first,
    name,
    words,
    ...(step !== undefined && { step: { number: step, title: title ?? "" } }),
    about,
    message: {
      type: kind,
      at,
      locale: locale(),
      zone: readersZone(),
      subject: step === undefined ? `${name}: ${words}` : t("{name}, step {step}: {words}", { name, step, words }),
      lines: [
        ...(step === undefined || title === undefined ? [] : [t("Step {step}: {title}", { step, title })]),
        procedure.title,
      ],
      path: `/runs/${label}${step === undefined ? "" : `#step-${step}`}`,
      about,
    },
  };
}
