import { useRunDesk } from "#components/runs/run-desk.tsx";
import { afterwardsAddress } from "#lib/client/run/run-name.ts";
import { useContacts } from "#lib/client/run/use-contacts.ts";
import { serverNowMs } from "#lib/client/server-clock.ts";
import type { Checklist } from "#lib/domain/paper/checklist.ts";
import { runPack } from "#lib/domain/paper/run-pack.ts";
import type { Sentence } from "#lib/words/japanese.ts";
import { t } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

export type PagePack = {
  pack: Checklist;
  /** When it was so, in server time. */
  atMs: number;
  /** The server is not heard: it may be otherwise by now. */
  unheard: boolean;
};

/** Makes the pack of the run as this page knows it when it is asked, also without the network. */
export function usePagePack(): () => PagePack {
  const { procedure, version, run, heardAt } = useRunDesk();
  const contacts = useContacts(procedure, run);
  return () => {
    const atMs = heardAt ?? serverNowMs();
    const now = new Date(atMs).toISOString();
    const enteredAt = `${location.origin}${afterwardsAddress(run.number)}`;
    return { pack: runPack({ procedure, version, run, contacts, now, enteredAt }), atMs, unheard: heardAt !== null };
  };
}

const unheardSentences = {
  printed: "The server did not answer when this was printed. What stands here may have changed since {at}.",
  saved: "The server did not answer when this was saved. What stands here may have changed since {at}.",
} as const satisfies Record<string, Sentence>;

/** With, before all else, that the server was not heard as it was printed or saved. */
export function toldUnheard({ pack, atMs }: PagePack, when: keyof typeof unheardSentences): Checklist {
  const notice = t(unheardSentences[when], { at: bothTimes(new Date(atMs).toISOString()) });
  return { ...pack, notices: [notice, ...pack.notices] };
}
