import { Fragment, type ReactNode } from "react";
import type { Sentence } from "#lib/words/japanese.ts";
import { type Names, pieces } from "#lib/words/t.ts";

type WordsProps<S extends Sentence> = { of: S; with: Readonly<Record<Names<S>, ReactNode>> };

/** A sentence with more than text in it: `<Words of="Press {key}." with={{ key: <kbd>n</kbd> }} />`. */
export function Words<S extends Sentence>({ of, with: values }: WordsProps<S>) {
  return pieces<S, ReactNode>(of, values).map((piece, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never move
    <Fragment key={place}>{piece}</Fragment>
  ));
}
