import type { Known } from "#lib/client/palette/keys.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

type NameOf<Key extends Known> = Key extends Known ? `${Key["where"]} ${Key["key"]}` : never;

const words = {
  "run j": "Next step",
  "run k": "Previous step",
  "run Enter": "Open or fold the step, press the button",
  "run c": "Complete or confirm the step, or say why not",
  "run n": "Add a note, about the step where one is chosen",
  "run /": "Filter by words",
  "run f": "Next filter: mine, needs a person, problems, all",
  "run m": "Only my steps",
  "run p": "Only problems",
  "run s": "Only steps of one site or role",
  "run t": "Timeline; arrows go from row to row",
  "run Escape": "Back to the step; then close the output; then show all steps",
  "output /": "Search in the output",
  "output f": "The same",
  "output Enter": "Next match; with Shift the one before",
  "output Escape": "Clear the search; then close the output",
  "overview j": "Next run, or next thing waiting for you",
  "overview k": "The one before",
  "overview /": "Filter the runs by words",
  "overview n": "New run",
  "new-run Enter": "Start the run",
  "lines Enter": "Send what the field is part of",
  "everywhere k": "Go to or do anything by its name",
  "everywhere ?": "This list",
} as const satisfies Record<NameOf<Known>, PlainSentence>;

/** What a key does, for the lists of them: what only hears keys needs no words. */
export const keyWords = (key: Known): string => t(words[`${key.where} ${key.key}` as NameOf<Known>]);
