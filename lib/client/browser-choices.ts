/** What somebody chose for this browser alone. */
export type BrowserChoices = {
  /** Single letters are keys on the page of a run. */
  singleKeys: boolean;
  /** A sound when something waits for this person. */
  sound: boolean;
  /** A desktop notification for the same. */
  desktop: boolean;
};

const words: Record<keyof BrowserChoices, { on: string } | { off: string }> = {
  singleKeys: { off: "no-keys" },
  sound: { on: "sound" },
  desktop: { on: "desktop" },
};

const names = Object.keys(words) as (keyof BrowserChoices)[];

/** From the words of a cookie; what is not said there is as it is at first. */
export function readChoices(said: string): BrowserChoices {
  const parts = new Set(said.split(" "));
  const isOn = (name: keyof BrowserChoices) => {
    const word = words[name];
    return "on" in word ? parts.has(word.on) : !parts.has(word.off);
  };
  return { singleKeys: isOn("singleKeys"), sound: isOn("sound"), desktop: isOn("desktop") };
}

/** The words to keep; empty where all is as it is at first. */
export const writeChoices = (choices: BrowserChoices): string =>
  names
    .flatMap((name) => {
      const word = words[name];
      if ("on" in word) return choices[name] ? [word.on] : [];
      return choices[name] ? [] : [word.off];
    })
    .join(" ");
