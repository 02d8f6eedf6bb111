import { useQuery } from "@tanstack/react-query";
import { Words } from "#components/ui/words.tsx";
import { ApiError } from "#lib/client/api-error.ts";
import { runAddress } from "#lib/client/run/run-name.ts";
import { runQuery } from "#lib/client/run/run-queries.ts";
import { signInAddress } from "#lib/contract/return-path.ts";
import { t } from "#lib/words/t.ts";

/** What the page asks for again and again; here it is only listened to. */
export function useSignedOut(run: string): boolean {
  const { error } = useQuery({ ...runQuery(run), enabled: false });
  return error instanceof ApiError && error.problem.code === "unauthenticated";
}

/** In another tab: what is written here, secrets among it, is kept by nothing but this page. */
export const SignInElsewhere = ({ run }: { run: number }) => (
  <Words
    of="{signIn} in another tab, then go on here: what you have written stays."
    with={{
      signIn: (
        <a href={signInAddress(runAddress(run))} target="_blank" rel="noreferrer" className="text-link underline">
          {t("Sign in")}
        </a>
      ),
    }}
  />
);
