"use client";

import { Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { Age } from "#components/shell/connection.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Words } from "#components/ui/words.tsx";
import { t } from "#lib/words/t.ts";
import type { Instant } from "#lib/words/time.ts";

type StaleProps = {
  of:
    | "The server does not answer{age}. Read only until it does. What you see may have changed."
    | "The server does not answer{age}. What you see may have changed, and what you send now may not arrive.";
  lastUpdateAt: Instant;
  action?: ReactNode;
};

/** What the server does not answering means for the page. */
export const Stale = ({ of, lastUpdateAt, action }: StaleProps) => (
  <Alert shape="band" tone="bad" live="assertive" icon={<Unplug aria-hidden />} title={t("Stale.")} action={action}>
    <Words
      of={of}
      with={{
        // It counts, and must not be read out at every second.
        age: (
          <span aria-hidden>
            <Words of=", last update {age} ago" with={{ age: <Age lastUpdateAt={lastUpdateAt} /> }} />
          </span>
        ),
      }}
    />
  </Alert>
);
