import { z } from "zod";
import { Instant } from "#lib/domain/instant.ts";
import { Mode } from "#lib/domain/run/state.ts";
import { locale, locales } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";
import { readersZone, UTC } from "#lib/words/zone.ts";

/** What a message can be about. Each is chosen apart, by a person for their e-mail and for a channel. */
export const NoticeKind = z.enum([
  "step_ready",
  "decision_asked",
  "step_trouble",
  "help_asked",
  "command",
  "mentioned",
  "reminder",
  "run_changed",
  "break_glass",
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Told by e-mail unless somebody chooses otherwise: what is asked of them. */
export const usualKinds: readonly NoticeKind[] = NoticeKind.exclude(["run_changed", "break_glass"]).options;

/** `several`: more than one kind, told in one message. */
export const MessageType = z.union([NoticeKind, z.enum(["several", "test"])]);

const About = z.object({
  mode: Mode,
  run: z.string(),
  seq: z.number().int(),
  procedure: z.string(),
  step: z.string().optional(),
});
export type About = z.infer<typeof About>;

/**
 * What is sent. It holds words of the published procedure and names of people; nothing that was typed during the run or
 * that a command wrote, so it can hold no secret.
 */
export const Message = z.object({
  type: MessageType,
  at: Instant,
  /** The language it is written in; messages of before were English. */
  locale: z.enum(locales).default("en"),
  /** The zone of its receiver, told beside UTC; messages of before told UTC alone. */
  zone: z.string().default(UTC),
  /** "DRILL R-0042, step 7: approve or reject". */
  subject: z.string(),
  lines: z.array(z.string()),
  /** Where in the console; begins with a slash. */
  path: z.string(),
  about: About.optional(),
});
export type Message = z.infer<typeof Message>;

export const testMessage = (at: string, who: string): Message => ({
  type: "test",
  at,
  locale: locale(),
  zone: readersZone(),
  subject: t("Test message of the switchover console"),
  lines: [t("{who} asked for it. Nothing is to be done.", { who })],
  path: "/",
});
