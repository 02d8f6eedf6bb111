import { t } from "#lib/words/t.ts";

/** Of several that match, the first: Edge also says Chrome, and everybody says Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\/|HeadlessChrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux|X11/, "Linux"],
];

/** A browser's own words about itself as people know it: "Firefox on Linux"; a program by its name: "curl". */
export function browserWords(userAgent: string | null): string {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const system = systems.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  if (browser) return system ? t("{browser} on {system}", { browser, system }) : browser;
  return /^[\w.-]{1,40}/.exec(userAgent ?? "")?.[0] ?? t("Unknown");
}
