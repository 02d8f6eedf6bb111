import { Hourglass, Shield, ShieldAlert, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import type { Tone } from "#components/ui/mark-state.ts";
import { Outcome } from "#components/ui/outcome.tsx";
import { recordAddress } from "#lib/client/run/run-name.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import { recordWords } from "#lib/domain/run/record-words.ts";
import { t } from "#lib/words/t.ts";

const looks: Record<RunSummary["record"], { tone: Tone; icon: ReactNode }> = {
  open: { tone: "quiet", icon: <Shield aria-hidden /> },
  unsigned: { tone: "wait", icon: <Hourglass aria-hidden /> },
  signed: { tone: "done", icon: <ShieldCheck aria-hidden /> },
  broken: { tone: "bad", icon: <ShieldAlert aria-hidden /> },
};

/** What is known of a run's record when it was last signed; its page verifies it anew. */
export function RecordState({ run }: { run: Pick<RunSummary, "number" | "record"> }) {
  const { tone, icon } = looks[run.record];
  return (
    <Link href={recordAddress(run.number)} className="no-underline hover:underline">
      <Outcome tone={tone} icon={icon}>
        <span className="xl:whitespace-nowrap">
          {/* Beside a report that is still to be signed off it would be read of that. */}
          {run.record === "signed" ? t("Record signed") : t(recordWords[run.record])}
        </span>
      </Outcome>
    </Link>
  );
}
