"use client";

import { RefreshCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { generatePassword } from "#lib/client/people/generate-password.ts";
import { t } from "#lib/words/t.ts";

type PasswordChoiceProps = {
  label: string;
  password: string;
  error: string | undefined;
  onChange: (password: string) => void;
};

/** A password that was made up, to be used or written over. It is meant to be seen: it belongs to somebody else. */
export function PasswordChoice({ label, password, error, onChange }: PasswordChoiceProps) {
  return (
    <div className="grid items-start gap-2 sm:grid-cols-[minmax(0,1fr)_auto]">
      <TextField
        label={label}
        mono
        value={password}
        autoComplete="off"
        spellCheck={false}
        maxLength={128}
        error={error}
        hint={t("12 characters or more, and not a common one.")}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="grid max-sm:justify-self-start sm:mt-6 sm:min-h-9">
        <Button icon={<RefreshCw aria-hidden />} onClick={() => onChange(generatePassword())}>
          {t("Another")}
        </Button>
      </span>
    </div>
  );
}
