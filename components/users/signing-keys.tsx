"use client";

import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { Time } from "#components/shell/time.tsx";
import { CommandLine } from "#components/ui/command-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { Section } from "#components/ui/section.tsx";
import { Words } from "#components/ui/words.tsx";
import { signingKeysQuery } from "#lib/client/queries.ts";
import { recordAddress, runName } from "#lib/client/run/run-name.ts";
import type { SigningKeyInUse } from "#lib/contract/record.ts";
import { t } from "#lib/words/t.ts";

/** By which key the records of runs are signed: its fingerprint belongs written down somewhere else. */
export function SigningKeys() {
  const { data } = useQuery(signingKeysQuery());
  return (
    <Section
      title={t("Signing key")}
      note={data?.keys.length === 0 ? undefined : t("signs the record of each run that is over")}
    >
      {data?.keys.length === 0 && (
        <p className="flex flex-wrap items-center gap-x-3">
          <Outcome tone="wait" icon={<TriangleAlert aria-hidden />}>
            {t("There is none: records are not signed.")}
          </Outcome>
          <span className="text-fg-2">{t("A worker that is started with a key announces it.")}</span>
        </p>
      )}
      {data && data.keys.length > 0 && (
        <Rows>
          {data.keys.map((key, place) => (
            <Row key={key.fingerprint} label={keyLabel(key, place)}>
              <CommandLine args={[key.fingerprint]} />
              <Used by={key} />
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}

function keyLabel({ signs }: SigningKeyInUse, place: number): string {
  if (signs) return t("Now");
  // Where no worker that signs answers, none signs now.
  return place === 0 ? t("Last key") : t("Earlier key");
}

function Used({ by: { since, last } }: { by: SigningKeyInUse }) {
  return (
    <span className="text-fg-2">
      <Words of="known since {time}" with={{ time: <Time at={since} show="dateTime" /> }} />
      {last ? (
        <Words
          of=", signed last {run}, {time}"
          with={{
            run: (
              <Link href={recordAddress(last.run)} className="whitespace-nowrap underline">
                {runName({ mode: last.mode, number: last.run })}
              </Link>
            ),
            time: <Time at={last.at} show="dateTime" />,
          }}
        />
      ) : (
        t(", has signed nothing yet")
      )}
    </span>
  );
}
