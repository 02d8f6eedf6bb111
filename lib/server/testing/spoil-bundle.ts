import fc from "fast-check";

/** What whoever holds a bundle can do to it, and where it has to show. Its lines: the head line, events 1 to n, the rest. */
export type Bundle = { lines: readonly string[]; events: number };

/** Which line, which character or second line: any numbers, taken modulo what there is. */
type Place = { at: number; to: number };

/** `first` is the number of the first event that is not as it was; null where it is no single event. */
type Spoilt = { lines: string[]; first: number | null };

const edits = {
  "change a character of an event": ({ lines, events }, { at, to }) => {
    const seq = 1 + (at % events);
    return { lines: lines.with(seq, changed(lines[seq] ?? "", to)), first: seq };
  },
  "change a character of the procedure": ({ lines }, { to }) => {
    const i = lines.findIndex((line) => line.startsWith('{"procedure"'));
    return { lines: lines.with(i, changed(lines[i] ?? "", to)), first: null };
  },
  "change the number of the run": ({ lines }) => ({
    lines: lines.with(0, (lines[0] ?? "").replace(/R-\d+/, "R-0000")),
    first: null,
  }),
  "delete a line": ({ lines, events }, { at }) => {
    const i = at % lines.length;
    return { lines: lines.toSpliced(i, 1), first: i >= 1 && i <= events ? i : null };
  },
  "repeat an event": ({ lines, events }, { at }) => {
    const seq = 1 + (at % events);
    return { lines: lines.toSpliced(seq, 0, lines[seq] ?? ""), first: seq + 1 };
  },
  "swap two events": ({ lines, events }, { at, to }) => {
    const one = 1 + (at % events);
    const two = 1 + ((one + (to % (events - 1))) % events);
    return {
      lines: lines.with(one, lines[two] ?? "").with(two, lines[one] ?? ""),
      first: Math.min(one, two),
    };
  },
  "cut the end": ({ lines }, { at }) => ({ lines: lines.slice(0, 1 + (at % (lines.length - 1))), first: null }),
  "add a line": ({ lines }, { at, to }) => ({
    lines: lines.toSpliced(1 + (at % lines.length), 0, STRANGE[to % STRANGE.length] ?? ""),
    first: null,
  }),
} satisfies Record<string, (bundle: Bundle, place: Place) => Spoilt>;

type Kind = keyof typeof edits;

export const KINDS = Object.keys(edits) as Kind[];

const STRANGE = [
  ...["null", "5", "[]", '"text"', "{}", "not JSON", '{"seal":null}', '{"seal":{"note":"hello"}}', '{"end":null}'],
  ...['{"key":null}', '{"key":{"fingerprint":"","publicKey":""}}', '{"evidence":null}', '{"evidence":{"id":"x"}}'],
  ...['{"procedure":{"title":"Another"}}', '["",null]', `["${"0".repeat(64)}",null]`, '["x'],
];

/** The same text with one character that is another. */
function changed(text: string, to: number): string {
  const i = to % text.length;
  return `${text.slice(0, i)}${text[i] === "x" ? "y" : "x"}${text.slice(i + 1)}`;
}

export const anyEdit = fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(10_000), to: fc.nat(1_000_000) });

export const spoilBundle = (bundle: Bundle, { kind, ...place }: Place & { kind: Kind }): Spoilt =>
  edits[kind](bundle, place);
