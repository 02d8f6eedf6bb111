import { folded } from "#lib/client/palette/folded.ts";

/** From here to before there, in the text that was looked at. */
export type Mark = readonly [from: number, to: number];

/** How a typed word is in a text: the lower the rank the better. */
export type Match = { rank: number; marks: readonly Mark[] };

type Part = { text: string; at: number };
type Finder = (parts: readonly Part[], typed: string) => readonly Mark[] | null;

const partsOf = (text: string): Part[] =>
  [...text.matchAll(/[^\s,:“”()/…]+/g)].map((part) => ({ text: part[0], at: part.index }));

/** "R-0042" and "42" are one number, and "12.3" is another. */
const numberIn = (text: string): string | undefined => /^(?:r-?)?0*(\d+(?:\.\d+)*)$/.exec(text)?.[1];

/** The first part in which it is found. `find`: from where to where in it. */
const inOnePart =
  (find: (part: string, typed: string) => readonly Mark[] | null): Finder =>
  (parts, typed) => {
    for (const { text, at } of parts) {
      const marks = find(text, typed);
      if (marks) return marks.map(([from, to]) => [at + from, at + to]);
    }
    return null;
  };

/** One letter of each of some parts that follow each other. */
const asInitials: Finder = (parts, typed) => {
  const first = parts
    .map(({ text }) => text[0])
    .join("")
    .indexOf(typed);
  if (typed.length < 2 || first < 0) return null;
  return parts.slice(first, first + typed.length).map(({ at }) => [at, at + 1]);
};

/** All letters in their order, from the first of the part on. */
function scattered(part: string, typed: string): readonly Mark[] | null {
  if (typed.length < 3 || part[0] !== typed[0]) return null;
  const places: number[] = [];
  for (const letter of typed) {
    const place = part.indexOf(letter, (places.at(-1) ?? -1) + 1);
    if (place < 0) return null;
    places.push(place);
  }
  return places.map((place) => [place, place + 1]);
}

/** The best first: a finder's place is its rank. */
const finders: readonly Finder[] = [
  inOnePart((part, typed) => {
    const number = numberIn(typed);
    return number !== undefined && numberIn(part) === number ? [[0, part.length]] : null;
  }),
  inOnePart((part, typed) => (part === typed ? [[0, part.length]] : null)),
  inOnePart((part, typed) => (part.startsWith(typed) ? [[0, typed.length]] : null)),
  asInitials,
  inOnePart((part, typed) =>
    part.includes(typed) ? [[part.indexOf(typed), part.indexOf(typed) + typed.length]] : null,
  ),
  inOnePart(scattered),
];

/** Whether the word stands there as it was typed, and is not only guessed at. */
export const isLiteral = ({ rank }: Match): boolean => finders[rank] !== asInitials && rank < finders.length - 1;

/** How a word, folded, is in a text: exact number, whole word, beginning, initials, inside, letters in order. */
export function matchWord(text: string, typed: string): Match | null {
  const { text: same, at } = folded(text);
  const parts = partsOf(same);
  for (const [rank, find] of finders.entries()) {
    const marks = find(parts, typed);
    if (marks) return { rank, marks: marks.map(([from, to]) => [at(from)[0], at(to - 1)[1]]) };
  }
  return null;
}

/** The text in pieces, each either marked or not. */
export function pieces(text: string, marks: readonly Mark[]): { text: string; marked: boolean }[] {
  const marked = new Set(marks.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i)));
  const found: { text: string; marked: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const last = found.at(-1);
    if (last && last.marked === marked.has(at)) last.text += text[at];
    else found.push({ text: text[at] ?? "", marked: marked.has(at) });
  }
  return found;
}
