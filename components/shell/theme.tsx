"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { rememberPreference, type Theme } from "#components/shell/preferences.ts";

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

export const useTheme = () => useContext(Context);
