import type { Theme } from "#components/shell/preferences.ts";
import type { PlainSentence } from "#lib/words/t.ts";

export const themeWords: Record<Theme, PlainSentence> = {
  system: "System",
  light: "Light",
  dark: "Dark",
  contrast: "Contrast",
};
