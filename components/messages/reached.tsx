import { CircleCheck, CircleX, Hourglass } from "lucide-react";
import { Time } from "#components/shell/time.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import type { Reach } from "#lib/contract/notices.ts";

/** What became of the last try there: only one that was delivered is good. */
export function Reached({ reach: { deliveredAt, failingSince, failure } }: { reach: Reach }) {
  if (failingSince !== null) {
    return (
      <span className="block">
        <Outcome tone="bad" icon={<CircleX aria-hidden />}>
          <span>
            Failed since <Time at={failingSince} show="dateTime" />
          </span>
        </Outcome>
        <span className="block wrap-anywhere text-fg-2">
          {failure} {deliveredAt === null ? "Never delivered." : <Delivered at={deliveredAt} />}
        </span>
      </span>
    );
  }
  return (
    <span className="block">
      {deliveredAt === null ? (
        <Outcome tone="wait" icon={<Hourglass aria-hidden />}>
          Never tried
        </Outcome>
      ) : (
        <Outcome tone="done" icon={<CircleCheck aria-hidden />}>
          <span>
            Last delivered <Time at={deliveredAt} show="dateTime" />
          </span>
        </Outcome>
      )}
    </span>
  );
}

const Delivered = ({ at }: { at: string }) => (
  <>
    Last delivered <Time at={at} show="dateTime" />.
  </>
);
