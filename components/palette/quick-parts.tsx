"use client";

import { KeySheet } from "#components/palette/key-sheet.tsx";
import { Palette } from "#components/palette/palette.tsx";
import type { Person } from "#components/shell/destinations.tsx";
import { OnTheWay } from "#components/shell/on-the-way.tsx";
import { useQuick } from "#components/shell/quick-context.ts";
import { useKeys } from "#components/shell/use-keys.ts";
import { useLostFocus } from "#components/shell/use-lost-focus.ts";
import { useSignOut } from "#components/shell/use-sign-out.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { whyUnread } from "#lib/client/error-words.ts";
import type { PaletteItem } from "#lib/client/palette/palette.ts";
import { t } from "#lib/words/t.ts";

type QuickPartsProps = {
  person: Person | null;
  offered: readonly PaletteItem[];
  /** The keys that were pressed before this was there. */
  early: () => KeyboardEvent[];
};

/** The keys of every page, what they open, what keeps the focus, and what shows that a link was pressed. */
export function QuickParts({ person, offered, early }: QuickPartsProps) {
  const { open, show } = useQuick();
  useKeys("everywhere", { palette: () => show("palette"), sheet: () => show("sheet") }, early);
  useLostFocus();
  const close = () => show(null);
  const signOut = useSignOut();
  return (
    <>
      <OnTheWay />
      {signOut.error && <StillSignedIn why={signOut.error} onClose={signOut.reset} />}
      {open === "palette" && (
        <Palette person={person} offered={offered} onSignOut={() => signOut.mutate()} onClose={close} />
      )}
      {open === "sheet" && <KeySheet onClose={close} />}
    </>
  );
}

/** Stays while it is tried again, so that the button keeps the focus. */
function StillSignedIn({ why, onClose }: { why: Error; onClose: () => void }) {
  const { mutate, isPending, isSuccess } = useSignOut();
  return (
    <Dialog
      open
      alert
      onOpenChange={onClose}
      title={t("You may still be signed in.")}
      back={t("Close")}
      footer={
        <Button look="primary" pending={(isPending || isSuccess) && t("Trying again…")} onClick={() => mutate()}>
          {t("Try again")}
        </Button>
      }
    >
      <p>{whyUnread(why)}</p>
    </Dialog>
  );
}
