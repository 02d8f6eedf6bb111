"use client";

import { type Theme, themes } from "#components/shell/preferences.ts";
import { useTheme } from "#components/shell/theme.tsx";
import { themeWords } from "#components/shell/theme-words.ts";
import { Segmented, type SegmentedOption } from "#components/ui/segmented.tsx";
import { t } from "#lib/words/t.ts";

export function ThemeSwitch() {
  const { theme, choose } = useTheme();
  const options: SegmentedOption<Theme>[] = themes.map((value) => ({ value, label: t(themeWords[value]) }));
  return <Segmented label={t("Theme")} options={options} value={theme} onChange={choose} />;
}
