/** Every key of the console, once: what hears them and what lists them both read this; what they do is in `keyWords`. */
type Entry = {
  act: string;
  /** Heard on every page, on that page, in the output at the foot of a run, or in a field of several lines. */
  where: "everywhere" | "run" | "output" | "overview" | "new-run" | "lines";
  /** As the browser names it. */
  key: string;
  /** With Control, or Command on a Mac. Heard while typing as well. */
  control?: true;
  /** Heard while typing as well, because it leads out of a field. */
  leaves?: true;
  /** Heard only in a field. */
  typed?: true;
  /** Goes on while it is held down. */
  repeats?: true;
};

export const keys = [
  { act: "next", where: "run", key: "j", repeats: true },
  { act: "previous", where: "run", key: "k", repeats: true },
  { act: "open", where: "run", key: "Enter" },
  { act: "complete", where: "run", key: "c" },
  { act: "note", where: "run", key: "n" },
  { act: "search", where: "run", key: "/" },
  { act: "filter", where: "run", key: "f" },
  { act: "mine", where: "run", key: "m" },
  { act: "problems", where: "run", key: "p" },
  { act: "place", where: "run", key: "s" },
  { act: "timeline", where: "run", key: "t" },
  {
    act: "leave",
    where: "run",
    key: "Escape",
    leaves: true,
  },
  { act: "search", where: "output", key: "/" },
  { act: "search", where: "output", key: "f", control: true },
  {
    act: "match",
    where: "output",
    key: "Enter",
    typed: true,
    repeats: true,
  },
  { act: "close", where: "output", key: "Escape", leaves: true },
  { act: "next", where: "overview", key: "j", repeats: true },
  { act: "previous", where: "overview", key: "k", repeats: true },
  { act: "search", where: "overview", key: "/" },
  { act: "new", where: "overview", key: "n" },
  { act: "start", where: "new-run", key: "Enter", control: true },
  { act: "send", where: "lines", key: "Enter", control: true },
  { act: "palette", where: "everywhere", key: "k", control: true },
  { act: "sheet", where: "everywhere", key: "?" },
] as const satisfies readonly Entry[];

export type Known = (typeof keys)[number];
export type Act<Where extends Entry["where"] = Entry["where"]> = Extract<Known, { where: Where }>["act"];

/** What a browser tells of a key that was pressed. */
export type Press = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
  isComposing: boolean;
  /** In a field, where a letter is a letter. */
  typing: boolean;
};

/** What a key asks for in that place; null where it is not a key there. `singleKeys` off leaves those with Control, Enter and Escape. */
export function actOf<Where extends Entry["where"]>(
  where: Where,
  press: Press,
  singleKeys: boolean,
): Act<Where> | null {
  if (press.isComposing || press.altKey) return null;
  const controlled = press.ctrlKey || press.metaKey;
  const hit = (keys as readonly (Entry & { act: Known["act"] })[]).find(
    (entry) =>
      entry.where === where &&
      entry.key === (controlled && press.key.length === 1 ? press.key.toLowerCase() : press.key) &&
      (entry.control ?? false) === controlled &&
      (press.typing ? Boolean(entry.control || entry.leaves || entry.typed) : !entry.typed) &&
      (!press.repeat || entry.repeats) &&
      (singleKeys || entry.key.length > 1 || entry.control),
  );
  return (hit?.act as Act<Where> | undefined) ?? null;
}

const letterless = new Set(["button", "checkbox", "radio", "range", "color", "submit", "reset", "file", "image"]);

/** Whether letters pressed there are text. */
export const takesText = ({
  tagName,
  type,
  editable,
}: {
  tagName: string;
  type?: string;
  editable: boolean;
}): boolean =>
  editable || tagName === "TEXTAREA" || tagName === "SELECT" || (tagName === "INPUT" && !letterless.has(type ?? ""));

/** As it stands on the keyboard: "Ctrl K", "Ctrl Enter", "Esc". */
export const keyLabels = ({ key, control }: Pick<Entry, "key" | "control">): string[] => [
  ...(control ? ["Ctrl"] : []),
  key === "Escape" ? "Esc" : control && key.length === 1 ? key.toUpperCase() : key,
];
