import { Flag } from "lucide-react";
import { Actions } from "#components/ui/actions.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

type FirstUseProps = { mayStart: boolean; hasPractice: boolean };

/** Before the first run: how to try all of it without touching anything that matters. */
export function FirstUse({ mayStart, hasPractice }: FirstUseProps) {
  if (!mayStart) {
    return (
      <EmptyState
        icon={<Flag aria-hidden />}
        title="No run yet"
        action={<ButtonLink href="/procedures">Read a procedure</ButtonLink>}
      >
        <p>A commander starts runs. As soon as one goes on, it stands here, with what waits for you.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Flag aria-hidden />}
      title="Try it before you need it"
      action={
        <Actions>
          {hasPractice && (
            <ButtonLink href="/new-run?sites=practice" look="primary">
              Start a practice run
            </ButtonLink>
          )}
          <ButtonLink href="/new-run?mode=drill" look={hasPractice ? "normal" : "primary"}>
            Start a drill
          </ButtonLink>
        </Actions>
      }
    >
      <div className="grid max-w-[72ch] gap-2">
        {hasPractice && (
          <p>
            <b className="text-fg">A practice run</b> uses the two practice sites, which are folders on this machine.
            The steps really run, on files there, and nothing else is touched. Answer every fact with yes or no, and
            press Start.
          </p>
        )}
        <p>
          <b className="text-fg">A drill</b> goes through the same steps at the sites you choose, and shows what each
          would run. Unless the procedure says otherwise, nothing is sent.
        </p>
      </div>
    </EmptyState>
  );
}
