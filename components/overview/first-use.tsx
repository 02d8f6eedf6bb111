import { Flag } from "lucide-react";
import { Actions } from "#components/ui/actions.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Words } from "#components/ui/words.tsx";
import { t } from "#lib/words/t.ts";

type FirstUseProps = { mayStart: boolean; hasPractice: boolean };

/** Before the first run: how to try all of it without touching anything that matters. */
export function FirstUse({ mayStart, hasPractice }: FirstUseProps) {
  if (!mayStart) {
    return (
      <EmptyState
        icon={<Flag aria-hidden />}
        title={t("No run yet")}
        action={<ButtonLink href="/procedures">{t("Read a procedure")}</ButtonLink>}
      >
        <p>{t("A commander starts runs. Active runs appear here, with what is waiting for you.")}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Flag aria-hidden />}
      title={t("Try it before you need it")}
      action={
        <Actions>
          {hasPractice && (
            <ButtonLink href="/new-run?sites=practice" look="primary">
              {t("Start a practice run")}
            </ButtonLink>
          )}
          <ButtonLink href="/new-run?mode=drill" look={hasPractice ? "normal" : "primary"}>
            {t("Start a drill")}
          </ButtonLink>
        </Actions>
      }
    >
      <div className="grid max-w-[72ch] gap-2">
        {hasPractice && (
          <p>
            <Words
              of="{practice} uses the two practice sites, which are folders on this machine. The steps really run, on files there, and nothing else is touched. Answer every fact with yes or no, and press Start."
              with={{ practice: <b className="text-fg">{t("A practice run")}</b> }}
            />
          </p>
        )}
        <p>
          <Words
            of="{drill} goes through the same steps at the sites you choose, and shows what each would run. Unless the procedure says otherwise, nothing is sent."
            with={{ drill: <b className="text-fg">{t("A drill")}</b> }}
          />
        </p>
      </div>
    </EmptyState>
  );
}
