"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { SessionTable } from "#components/account/session-table.tsx";
import { NotDone } from "#components/shell/not-done.tsx";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import { call } from "#lib/client/api.ts";
import { sessionsQuery } from "#lib/client/queries.ts";
import { t } from "#lib/words/t.ts";

/** Where one is signed in oneself. The list is read again before a session counts as ended. */
export function OwnSessions() {
  const cache = useQueryClient();
  const { data } = useQuery(sessionsQuery());
  const onSettled = () => cache.invalidateQueries({ queryKey: sessionsQuery().queryKey });
  const one = useMutation({
    mutationFn: (id: string) => call("DELETE /api/sessions/{id}", { params: { id } }),
    onSettled,
  });
  const others = useMutation({ mutationFn: () => call("DELETE /api/sessions", {}), onSettled });
  const failed = one.error ?? others.error;
  const alone = (data?.sessions.length ?? 0) < 2;
  return (
    <Section
      title={t("Sessions")}
      note={t("Wherever you are signed in.")}
      end={
        <Button
          look="danger"
          blocked={alone ? t("There are no others.") : null}
          pending={others.isPending && t("Ending…")}
          onClick={() => others.mutate()}
        >
          {t("End all others")}
        </Button>
      }
    >
      {failed && <NotDone title={t("Not ended.")} error={failed} />}
      {data && (
        <SessionTable
          sessions={data.sessions}
          ending={one.isPending ? one.variables : null}
          onEnd={(id) => one.mutate(id)}
        />
      )}
    </Section>
  );
}
