"use client";

import { type Theme, themes } from "#components/shell/preferences.ts";
import { useTheme } from "#components/shell/theme.tsx";
import { Segmented, type SegmentedOption } from "#components/ui/segmented.tsx";
import { t } from "#lib/words/t.ts";

const words = { system: "System", light: "Light", dark: "Dark", contrast: "Contrast" } as const;

export function ThemeSwitch() {
  const { theme, choose } = useTheme();
  const options: SegmentedOption<Theme>[] = themes.map((value) => ({ value, label: t(words[value]) }));
  return <Segmented label={t("Theme")} options={options} value={theme} onChange={choose} />;
}
