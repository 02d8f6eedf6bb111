import type { Meaning } from "#lib/client/help/state-help.ts";
import { deliveryWords } from "#lib/client/people/notice-words.ts";
import type { TrustState } from "#lib/client/procedures/procedure-trust.ts";
import { type SiteState, siteWords } from "#lib/client/sites/site-readiness.ts";
import type { DeliveryState } from "#lib/contract/notices.ts";
import { recordWords } from "#lib/domain/run/record-words.ts";
import type { PlainSentence } from "#lib/words/t.ts";

/** States of what is around a run, by the words that they have on their pages. */
export type StateChapter = {
  /** Its place in the address, and what those of its states begin with. */
  id: string;
  title: PlainSentence;
  states: readonly { state: string; word: PlainSentence; meaning: Meaning }[];
};

const records: Record<keyof typeof recordWords, Meaning> = {
  open: {
    means: "The run is not over. Each event is chained to the one before; all are signed when it is over.",
    next: "Its page verifies what there is so far.",
  },
  unsigned: {
    means: "The run is over, and no worker has signed its record yet.",
    next: "A worker that has the key does so within seconds. If none does, see whether one answers.",
  },
  signed: {
    means: "A worker has signed all of its events.",
    next: "Its page verifies it anew: do so before you rely on it.",
  },
  broken: {
    means: "Something was changed after it was recorded: its report is in doubt, and is not signed off.",
    next: "Its page says what. Compare with a bundle or a back-up from before.",
  },
};

const sites: Record<SiteState, Meaning> = {
  no_worker: {
    means: "No worker that may act there was heard of lately: commands there wait for one.",
    next: "Start one on a machine that reaches the site; the page says how.",
  },
  failed: {
    means: "Something that commands there need was not found or not reached.",
    next: "Read what was found, mend it, and check again.",
  },
  checking: {
    means: "Workers are looking whether all is there that commands need. They change nothing.",
    next: "Wait for what they find.",
  },
  changed: {
    means: "The site was changed after it was checked: what was found then may not be so any more.",
    next: "Check it again.",
  },
  never_checked: {
    means: "Nobody has had workers look yet whether all is there that commands need.",
    next: "Check it before it is needed.",
  },
  ready: {
    means: "A worker answers, and all that was looked for was there.",
    next: "Look how long ago that was.",
  },
};

const messages: Record<DeliveryState, Meaning> = {
  waiting: {
    means: "It is on its way, or waits for its next try.",
    next: "It is sent by itself. Where a try failed, the line says why.",
  },
  delivered: {
    means: "The mail server or the channel has taken it. Whether anybody has read it is not known here.",
    next: "Nothing is left to be done.",
  },
  given_up: {
    means:
      "It is not tried any more: too many tries failed, it was refused for good, or its channel is off or deleted.",
    next: "Mend what the line says, then send it again.",
  },
};

const trust: Record<TrustState, Meaning> = {
  never: {
    means: "No version of it has come to its end, neither in a drill nor live.",
    next: "Drill it before it is needed.",
  },
  changed: {
    means: "An older version has come to its end. The latest has not.",
    next: "Look at what has changed, and drill it as it is now.",
  },
  drilled: {
    means: "The latest version has come to its end in a drill. Its exceptions are counted beside it.",
    next: "Look how long ago that was.",
  },
  live: {
    means: "The latest version has come to its end in a live run, and in no drill.",
    next: "Look how long ago that was.",
  },
};

const trustWords: Record<TrustState, PlainSentence> = {
  never: "Never run to the end",
  changed: "Changed since v…",
  drilled: "Drilled as it is",
  live: "Was run live as it is",
};

export const stateChapters: readonly StateChapter[] = [
  { id: "records", title: "What the state of a record means", states: told(recordWords, records) },
  { id: "sites", title: "What the state of a site means", states: told(siteWords, sites) },
  { id: "messages", title: "What the state of a message means", states: told(deliveryWords, messages) },
  { id: "trust", title: "What the trust in a procedure means", states: told(trustWords, trust) },
];

function told<S extends string>(words: Record<S, PlainSentence>, meanings: Record<S, Meaning>): StateChapter["states"] {
  return (Object.keys(meanings) as S[]).map((state) => ({ state, word: words[state], meaning: meanings[state] }));
}
