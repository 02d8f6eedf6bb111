"use client";

import { Check, Copy } from "lucide-react";
import { Fragment, type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { t } from "#lib/words/t.ts";

type SecretOnceProps = {
  secret: string;
  /** Whose it is and what to do with it. */
  children: ReactNode;
};

/** Several in one are told apart by a space: none is broken across lines, as whoever writes it down would not see. */
const Whole = ({ of }: { of: string }) =>
  of.split(" ").map((one, place) => (
    <Fragment key={one}>
      {place > 0 && " "}
      <span className="inline-block max-w-full">{one}</span>
    </Fragment>
  ));

/** A secret that is shown this one time, and can be copied. */
export function SecretOnce({ secret, children }: SecretOnceProps) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied("yes");
    } catch {
      setCopied("failed");
    }
  };
  return (
    <div className="grid gap-2">
      <p>{children}</p>
      <p className="flex flex-wrap items-center gap-3">
        <code className="rounded border border-line-2 bg-sunken px-3 py-1.5 font-mono text-m text-wrap break-all select-all">
          <Whole of={secret} />
        </code>
        <Button icon={copied === "yes" ? <Check aria-hidden /> : <Copy aria-hidden />} onClick={() => void copy()}>
          {copied === "yes" ? t("Copied") : t("Copy")}
        </Button>
      </p>
      <p role="status" className="text-fg-2 empty:sr-only">
        {copied === "failed" && t("The browser does not allow copying here: select it and copy it yourself.")}
      </p>
    </div>
  );
}
