"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";

/** A password that is shown this one time, and can be copied. */
export function PasswordOnce({ name, password }: { name: string; password: string }) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(password);
      setCopied("yes");
    } catch {
      setCopied("failed");
    }
  };
  return (
    <div className="grid gap-2">
      <p>
        The password of {name}, shown only now. Give it to them in person or by phone; they change it under “Your
        account”.
      </p>
      <p className="flex flex-wrap items-center gap-3">
        <code className="rounded border border-line-2 bg-sunken px-3 py-1.5 font-mono text-m wrap-anywhere select-all">
          {password}
        </code>
        <Button icon={copied === "yes" ? <Check aria-hidden /> : <Copy aria-hidden />} onClick={() => void copy()}>
          {copied === "yes" ? "Copied" : "Copy"}
        </Button>
      </p>
      <p role="status" className="text-fg-2 empty:hidden">
        {copied === "failed" && "The browser does not allow copying here: mark the password and copy it yourself."}
      </p>
    </div>
  );
}
