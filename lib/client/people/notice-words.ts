import type { Delivery, DeliveryState } from "#lib/contract/notices.ts";
import type { ChannelFormat } from "#lib/domain/notify/formats.ts";
import type { NoticeKind } from "#lib/domain/notify/message.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

/** What a message is about: as a person chooses it for themselves, and as a channel hears it. */
export const noticeWords = {
  step_ready: { mine: "A step is ready for me", any: "A step is ready" },
  decision_asked: { mine: "My approval, vote, release or answer is needed", any: "A decision is needed" },
  step_trouble: {
    mine: "A step of mine, or of a run I command, failed or its outcome is unknown",
    any: "A step failed or its outcome is unknown",
  },
  help_asked: { mine: "I am asked for help", any: "Somebody asks for help" },
  command: { mine: "Command is offered to me or taken from me", any: "Command is offered or taken" },
  mentioned: { mine: "A note is meant for me", any: "A note is meant for somebody" },
  reminder: { mine: "Somebody reminds me of what waits for me", any: "Somebody is reminded" },
  run_changed: {
    mine: "Any run is declared, started, paused, resumed or ended",
    any: "A run is declared, started, paused, resumed or ended",
  },
  break_glass: { mine: "Somebody breaks the glass in any run", any: "Somebody breaks the glass" },
} as const satisfies Record<NoticeKind, { mine: PlainSentence; any: PlainSentence }>;

/** What became of a message, as lists say it. */
export const deliveryWords = {
  waiting: "Waiting",
  delivered: "Delivered",
  given_up: "Given up",
} as const satisfies Record<DeliveryState, PlainSentence>;

export function formatWord(format: ChannelFormat): string {
  switch (format) {
    case "webhook":
      return t("Signed webhook");
    case "slack":
      return "Slack";
    case "teams":
      return "Microsoft Teams";
  }
}

/** What became of a message that was sent by hand, in a sentence. */
export function sentWords({ state, lastError }: Delivery): string {
  switch (state) {
    case "delivered":
      return t("It was delivered.");
    case "waiting":
      return t("Not delivered; it will be tried again. {why}", { why: lastError ?? "" }).trimEnd();
    case "given_up":
      return t("Not delivered. {why}", { why: lastError ?? "" }).trimEnd();
  }
}
