"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ShieldCheck, ShieldOff } from "lucide-react";
import { useState } from "react";
import { NewSecondFactor } from "#components/account/new-second-factor.tsx";
import { PasswordDialog } from "#components/account/password-dialog.tsx";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Section } from "#components/ui/section.tsx";
import { Words } from "#components/ui/words.tsx";
import { call } from "#lib/client/api.ts";
import { secondFactorQuery } from "#lib/client/queries.ts";
import { t } from "#lib/words/t.ts";

/** Whether one's own sign-in asks for a one-time code beside the password. */
export function SecondFactor() {
  const cache = useQueryClient();
  const { data } = useQuery(secondFactorQuery());
  const [wish, setWish] = useState<"begin" | "end" | null>(null);
  const readAgain = () => cache.invalidateQueries({ queryKey: secondFactorQuery().queryKey });
  const end = useMutation({
    mutationFn: (password: string) => call("DELETE /api/session/second-factor", { body: { password } }),
    onSuccess: async () => {
      await readAgain();
      setWish(null);
    },
  });
  if (data && !data.possible) return null;
  return (
    <Section
      title={t("One-time codes")}
      note={t("Beside the password, a code that an authenticator on your phone shows.")}
      end={
        data &&
        (data.since === null ? (
          <Button icon={<ShieldCheck aria-hidden />} onClick={() => setWish("begin")}>
            {t("Turn on codes")}
          </Button>
        ) : (
          <Button icon={<ShieldOff aria-hidden />} onClick={() => setWish("end")}>
            {t("Turn off")}
          </Button>
        ))
      }
    >
      {data?.since === null && <p className="text-fg-2">{t("Your sign-in asks for the password alone.")}</p>}
      {data?.since && (
        <p className="flex flex-wrap items-center gap-x-3">
          <Outcome tone="done" icon={<ShieldCheck aria-hidden />}>
            <span>
              <Words
                of="On since {date}"
                with={{ date: <Time at={data.since} show="dateTime" className="font-normal" /> }}
              />
            </span>
          </Outcome>
          <span className="text-fg-2">{t("{count} of 10 recovery codes left", { count: data.recoveryCodes })}</span>
        </p>
      )}
      {wish === "begin" && <NewSecondFactor onDone={() => void readAgain()} onClose={() => setWish(null)} />}
      {wish === "end" && (
        <PasswordDialog
          title={t("Turn off one-time codes")}
          description={t(
            "Your sign-in then asks for the password alone. The secret and the recovery codes are removed.",
          )}
          action={t("Turn off")}
          sending={t("Turning off…")}
          pending={end.isPending}
          error={end.error}
          onSend={(password) => end.mutate(password)}
          onClose={() => setWish(null)}
        />
      )}
    </Section>
  );
}
