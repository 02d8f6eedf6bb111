import type { Message } from "#lib/domain/notify/message.ts";
import type { Notice } from "#lib/domain/notify/notices.ts";
import { listed, row, t } from "#lib/words/t.ts";

/** So many steps are named in a subject; the message lists them all. */
const MOST_NAMED = 4;

/** What one receiver is told of a run at once, as one message that lists all of it in the order it happened. */
export function gathered(first: Notice, ...rest: readonly Notice[]): Message {
  const notices = withoutTwins([first, ...rest]);
  const last = notices.at(-1) ?? first;
  if (notices.length === 1) return last.message;
  const alike = isSame(notices, ({ words }) => words);
  return {
    type: isSame(notices, ({ message }) => message.type) ? first.message.type : "several",
    at: last.message.at,
    locale: last.message.locale,
    zone: last.message.zone,
    subject: subjectOf(notices, alike),
    lines: [...notices.map((notice) => lineOf(notice, alike)), first.about.procedure],
    path: isSame(notices, ({ message }) => message.path) ? first.message.path : `/runs/${first.about.run}`,
    about: first.about,
  };
}

/** Who fills two positions is asked twice at once for the same. */
const withoutTwins = (notices: readonly Notice[]): Notice[] => [
  ...new Map(notices.map((notice) => [`${notice.about.seq} ${notice.message.subject}`, notice])).values(),
];

const isSame = (notices: readonly Notice[], what: (notice: Notice) => string): boolean =>
  new Set(notices.map(what)).size === 1;

function subjectOf(notices: readonly Notice[], alike: boolean): string {
  const [first] = notices;
  if (!first) return "";
  const steps = notices.flatMap(({ step }) => (step ? [step.number] : []));
  if (!alike || steps.length < notices.length) {
    return t("{subject}, and {count} more", { subject: first.message.subject, count: notices.length - 1 });
  }
  return t("{name}, steps {steps}: {words}", { name: first.name, steps: named(steps), words: first.words });
}

function named(unsorted: readonly string[]): string {
  const steps = unsorted.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
  if (steps.length <= MOST_NAMED) return listed(steps);
  const first = steps.slice(0, MOST_NAMED - 1);
  return t("{steps} and {count} more", { steps: row(first), count: steps.length - first.length });
}

function lineOf({ step: of, words, message }: Notice, alike: boolean): string {
  if (!of) return message.subject;
  const { number: step, title } = of;
  return alike
    ? t("Step {step}: {title}", { step, title })
    : t("Step {step}: {title} ({words})", { step, title, words });
}
