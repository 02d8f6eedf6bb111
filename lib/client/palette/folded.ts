import { fold } from "#lib/client/fold.ts";

export type Folded = { text: string; at: (place: number) => readonly [from: number, to: number] };

/** A character with its marks; those of a half-width one are characters of their own. */
const CHARACTERS = /[\p{M}ﾞﾟ]*[^\p{M}ﾞﾟ]?[\p{M}ﾞﾟ]*/gsu;

/** A text as it is compared, and from where to where in it stands what a place of that was made of. */
export function folded(text: string): Folded {
  if (isPlain(text)) return { text: text.toLowerCase(), at: (place) => [place, place + 1] };
  let made = "";
  const places: (readonly [number, number])[] = [];
  for (const { 0: one, index } of text.matchAll(CHARACTERS)) {
    // "…" would become three letters of the word before it.
    const same = one === "…" ? one : fold(one);
    made += same;
    for (let i = 0; i < same.length; i++) places.push([index, index + one.length]);
  }
  return { text: made, at: (place) => places[place] ?? [text.length, text.length] };
}

const isPlain = (text: string): boolean => text.normalize("NFKC") === text && text.toLowerCase().length === text.length;
