import { isOnlyUnsigned, isSpoilt } from "#lib/domain/record/spoilt.ts";
import type { Verdict } from "#lib/domain/record/verdict.ts";
import type { Report } from "#lib/domain/report/report.ts";
import type { Section } from "#lib/domain/report/sections.ts";
import { joined, t } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";
import { retell } from "#lib/words/told.ts";

/** So many faults are told: what was changed early is found again at each event after it. */
const TOLD = 20;

/** By what a file can be tied to the log: its last hash, what the verifier found of it, and who signed it up to where. */
export function recordSection({ record, events, asOf }: Report): Section {
  const { head, verdict, verifiedAt } = record;
  return {
    title: t("The record"),
    facts: [
      [
        t("Events"),
        asOf === null ? String(events) : t("{count} so far, {time}", { count: events, time: bothTimes(asOf) }),
      ],
      [t("Last hash"), head ?? t("none")],
      [t("Verified"), verifiedAt === null ? t("not when this was drafted") : bothTimes(verifiedAt)],
      ...(verdict ? found(verdict) : []),
    ],
    ...(verdict && verdict.seals.length > 0 && { table: seals(verdict) }),
  };
}

function found(verdict: Verdict): [label: string, value: string][] {
  const result: [string, string] = [t("Result"), verdictWords(verdict)];
  if (!isSpoilt(verdict)) return [result, [t("What that does not prove"), joined(...verdict.unproven.map(retell))]];
  return [
    result,
    ...verdict.faults.slice(0, TOLD).map((fault) => [t("What is wrong"), faultWords(fault)] as [string, string]),
  ];
}

/** Never more than was found. */
export function verdictWords(verdict: Verdict): string {
  const { events: count, over } = verdict;
  if (isOnlyUnsigned(verdict))
    return joined(
      t("Not signed yet."),
      t("The chain of its {count} events holds. A worker that has the key signs it within seconds.", { count }),
    );
  if (!verdict.holds)
    return joined(
      t("The record does not hold."),
      t("Something was changed after it was recorded. Compare with a bundle or a back-up from before."),
    );
  return joined(
    t("The record holds."),
    over
      ? t("Nothing was changed since the run was recorded and signed.")
      : t("Nothing was changed in its {count} events so far. It is signed when the run is over.", { count }),
  );
}

const faultWords = ({ seq, what }: Verdict["faults"][number]): string =>
  seq === null ? retell(what) : t("Event {number}: {what}", { number: seq, what: retell(what) });

const seals = ({ seals: of }: Verdict) => ({
  head: [t("Signed up to"), t("When"), t("Signing key")],
  rows: of.map(({ seq, fingerprint, signedAt }) => [
    t("Event {number}", { number: seq }),
    bothTimes(signedAt),
    fingerprint,
  ]),
});
