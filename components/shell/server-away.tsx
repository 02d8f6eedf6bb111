"use client";

import { isThere, later, useLater } from "#components/ui/later.ts";

const band = later<object>(() => import("#components/shell/later-parts.ts").then((part) => part.AwayBand));

/** Says at the foot of a page that the server does not answer. Fetched beforehand, as it is wanted when nothing can be. */
export function ServerAway() {
  const fetched = useLater(band, "soon");
  return isThere(fetched) ? <fetched.Part /> : null;
}
