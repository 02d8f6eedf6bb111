"use client";

import type { ComponentProps } from "react";
import type { Failure } from "#components/shell/failure.tsx";
import { isThere, later, useLater } from "#components/ui/later.ts";
import { t } from "#lib/words/t.ts";

const failure = later<ComponentProps<typeof Failure>>(() =>
  import("#components/shell/later-parts.ts").then((part) => part.Failure),
);

/** What stands in place of a page that failed. Fetched beforehand, as every page could need it and few do. */
export function LaterFailure(props: ComponentProps<typeof Failure>) {
  const fetched = useLater(failure, "now");
  if (isThere(fetched)) return <fetched.Part {...props} />;
  return (
    <main id="main" className="p-4">
      <h1 className="text-l font-semibold">{t("This page could not be shown")}</h1>
    </main>
  );
}
