import { CircleCheck, CircleX, Hourglass } from "lucide-react";
import { Time } from "#components/shell/time.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { Words } from "#components/ui/words.tsx";
import type { Reach } from "#lib/contract/notices.ts";
import { t } from "#lib/words/t.ts";

type ReachedProps = {
  reach: Reach;
  /** Nothing is sent there now: what failed once is no trouble. */
  off?: boolean;
};

/** What became of the last try there: only one that was delivered is good. */
export function Reached({ reach: { deliveredAt, failingSince, failure }, off = false }: ReachedProps) {
  if (failingSince !== null) {
    return (
      <span className="block">
        <Outcome
          tone={off ? "quiet" : "bad"}
          icon={<CircleX aria-hidden />}
          className="max-sm:items-start max-sm:[&_time_span]:whitespace-normal"
        >
          <span>
            <Words
              of={off ? "Failed from {at} on, when it was last tried" : "Failed since {at}"}
              with={{ at: <Time at={failingSince} show="dateTime" /> }}
            />
          </span>
        </Outcome>
        <span className="block wrap-anywhere text-fg-2">
          <Sentences>
            {failure}
            {deliveredAt === null ? (
              t("Never delivered.")
            ) : (
              <Words of="Last delivered {at}." with={{ at: <Time at={deliveredAt} show="dateTime" /> }} />
            )}
          </Sentences>
        </span>
      </span>
    );
  }
  return (
    <span className="block">
      {deliveredAt === null ? (
        <Outcome tone="wait" icon={<Hourglass aria-hidden />}>
          {t("Never tried")}
        </Outcome>
      ) : (
        <Outcome tone="done" icon={<CircleCheck aria-hidden />}>
          <span>
            <Words of="Last delivered {at}" with={{ at: <Time at={deliveredAt} show="dateTime" /> }} />
          </span>
        </Outcome>
      )}
    </span>
  );
}
