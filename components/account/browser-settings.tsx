"use client";

import { Volume2 } from "lucide-react";
import { useEffect, useState } from "react";
import { choose, useBrowserChoices } from "#components/shell/use-browser-choices.ts";
import { Button } from "#components/ui/button.tsx";
import { CheckField } from "#components/ui/check-field.tsx";
import { Section } from "#components/ui/section.tsx";
import {
  askForDesktop,
  type DesktopPermission,
  desktopPermission,
  refusalWords,
  showOnDesktop,
} from "#lib/client/overview/desktop-notice.ts";
import { playSignal } from "#lib/client/overview/signal-sound.ts";
import { t } from "#lib/words/t.ts";

const trial = () => ({
  title: t("This is how it looks"),
  body: t("It comes when something begins to wait for you in a run."),
  href: "/account",
});

/** What holds for this browser alone: how it calls, and whether letters are keys. */
export function BrowserSettings() {
  const { sound, desktop, singleKeys } = useBrowserChoices();
  const [permission, setPermission] = useState<DesktopPermission>("default");
  useEffect(() => setPermission(desktopPermission()), []);
  const wantDesktop = async (wanted: boolean) => {
    if (!wanted) return choose({ desktop: false });
    const answer = await askForDesktop();
    const shown = answer === "granted" && showOnDesktop(trial(), () => {});
    setPermission(answer === "granted" && !shown ? "unsupported" : answer);
    choose({ desktop: shown });
  };
  const refused = refusalWords(permission);
  return (
    <Section title={t("This browser")}>
      <div className="grid justify-items-start gap-3">
        <p className="text-fg-2">{t("When something begins to wait for you, while the console is open in a tab:")}</p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <CheckField
            label={t("Play a sound")}
            hint={t("A browser plays it only after something was pressed on the page.")}
            checked={sound}
            onChange={(event) => choose({ sound: event.target.checked })}
          />
          <Button size="small" icon={<Volume2 aria-hidden />} onClick={() => void playSignal()}>
            {t("Try the sound")}
          </Button>
        </div>
        <CheckField
          label={t("Show a desktop notification")}
          hint={
            <span role="status">
              {refused ?? t("It names the run and what to do. The browser asks once for permission.")}
            </span>
          }
          checked={desktop && permission === "granted"}
          onChange={(event) => void wantDesktop(event.target.checked)}
        />
        <CheckField
          label={t("Use single letters as keys")}
          hint={t("On the page of a run; ? shows them all.")}
          checked={singleKeys}
          onChange={(event) => choose({ singleKeys: event.target.checked })}
        />
      </div>
    </Section>
  );
}
