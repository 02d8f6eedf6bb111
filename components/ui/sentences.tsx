import { Children, Fragment, type ReactNode } from "react";
import { gapAfter } from "#lib/words/t.ts";

/** Sentences one after another, where one of them is more than text; what is empty is left out. */
export const Sentences = ({ children }: { children: ReactNode }) =>
  Children.toArray(children).map((said, place, all) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: sentences never move
    <Fragment key={place}>
      {place > 0 && gapAfter(all[place - 1])}
      {said}
    </Fragment>
  ));
