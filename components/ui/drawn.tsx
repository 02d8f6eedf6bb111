"use client";

import { type ComponentType, type ReactNode, use } from "react";
import { isBrowser, isThere, type Later, useFromServer, useLater } from "#components/ui/later.ts";
import { NotFetched, StandsAsServed } from "#components/ui/not-fetched.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { t } from "#lib/words/t.ts";

type DrawnProps<Props> = { part: Later<Props>; children: (Part: ComponentType<Props>) => ReactNode };

/**
 * A part that stands in the page. The server draws it, so that it is read at once; until the browser has fetched it, it
 * stays as the server drew it and takes no press, and no event can take it away.
 */
export function Drawn<Props>({ part, children }: DrawnProps<Props>) {
  const fromServer = useFromServer();
  const fetched = useLater(part, fromServer ? "soon" : "now");
  if (!isBrowser()) {
    return (
      <div className="contents" inert>
        <Arrived part={part}>{children}</Arrived>
      </div>
    );
  }
  if (isThere(fetched)) return <div className="contents">{children(fetched.Part)}</div>;
  return (
    <>
      {fromServer && <AsServed isDead={fetched === "failed"} />}
      {fetched !== "failed" ? (
        !fromServer && <Skeleton label={t("Fetching…")} />
      ) : fromServer ? (
        <StandsAsServed onAgain={part.fetch} />
      ) : (
        <NotFetched onAgain={part.fetch} />
      )}
    </>
  );
}

/** React leaves what the server put in there. */
const AsServed = ({ isDead }: { isDead: boolean }) => (
  <div
    key="served"
    className="contents"
    inert
    data-dead={isDead || undefined}
    suppressHydrationWarning
    // biome-ignore lint/security/noDangerouslySetInnerHtml: it is never set, only left
    dangerouslySetInnerHTML={{ __html: "" }}
  />
);

/** Without a boundary: React would send what stands in one behind the page, and it would come with a jump. */
function Arrived<Props>({ part, children }: DrawnProps<Props>) {
  const fetched = use(part.arrival());
  return isThere(fetched) ? children(fetched.Part) : null;
}
