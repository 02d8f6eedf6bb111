"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { Awaited } from "#components/ui/called.tsx";
import { isThere, later, useLater } from "#components/ui/later.ts";
import { MenuFace, menuButtonClass } from "#components/ui/menu-face.tsx";
import type { OpenMenu } from "#components/ui/open-menu.tsx";

export type MenuItem = {
  label: string;
  icon?: ReactNode;
  onSelect: () => void;
  danger?: boolean | undefined;
  /** Why it may not be chosen now; the item stays reachable and says so. */
  blocked?: string | null | undefined;
};

export type MenuProps = {
  /** Names what it is about: "More for step 5". */
  label: string;
  /** Stands on top of it, where several like it are near. */
  heading?: string;
  items: readonly MenuItem[];
  /** Replaces the three dots. */
  trigger?: ReactNode;
  /** Which of its edges is the one of the button. */
  align?: "start" | "end" | undefined;
};

const openMenu = later<ComponentProps<typeof OpenMenu>>(() =>
  import("#components/ui/open-menu.tsx").then((part) => part.OpenMenu),
);

/** The less frequent actions behind "...". */
export function Menu(props: MenuProps) {
  const { label, trigger } = props;
  const [called, call] = useState<"key" | "pointer" | null>(null);
  const fetched = useLater(openMenu, called ? "now" : false);
  if (called && isThere(fetched)) return <fetched.Part {...props} byKey={called === "key"} />;
  return (
    <>
      <button
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={false}
        className={menuButtonClass(trigger)}
        onClick={({ detail }) => call(detail === 0 ? "key" : "pointer")}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          call("key");
        }}
      >
        <MenuFace trigger={trigger} />
      </button>
      {called && <Awaited failed={fetched === "failed"} onAgain={openMenu.fetch} onClose={() => call(null)} />}
    </>
  );
}
