"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { rememberPreference, type Theme, themes } from "#components/shell/preferences.ts";
import { Segmented, type SegmentedOption } from "#components/ui/segmented.tsx";
import { t } from "#lib/words/t.ts";

const Context = createContext<{ theme: Theme; choose: (theme: Theme) => void }>({ theme: "system", choose: () => {} });

/** `remembered` is what the server already wrote on the page, so nothing flashes. */
export function ThemeProvider({ remembered, children }: { remembered: Theme; children: ReactNode }) {
  const [theme, setTheme] = useState(remembered);
  const value = useMemo(() => {
    const choose = (chosen: Theme) => {
      rememberPreference("theme", chosen);
      document.documentElement.dataset.theme = chosen;
      setTheme(chosen);
    };
    return { theme, choose };
  }, [theme]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

const words = { system: "System", light: "Light", dark: "Dark", contrast: "Contrast" } as const;

export function ThemeSwitch() {
  const { theme, choose } = useContext(Context);
  const options: SegmentedOption<Theme>[] = themes.map((value) => ({ value, label: t(words[value]) }));
  return <Segmented label={t("Theme")} options={options} value={theme} onChange={choose} />;
}
