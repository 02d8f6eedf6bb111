import { CircleAlert, KeyRound, LogIn } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Entrance } from "#components/sign-in/entrance.tsx";
import { SignInForm } from "#components/sign-in/sign-in-form.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { addressOf } from "#lib/client/api.ts";
import { singleSignOnWords } from "#lib/client/people/single-sign-on-words.ts";
import { returnPath } from "#lib/contract/return-path.ts";
import { SingleSignOnProblem } from "#lib/contract/single-sign-on.ts";
import { consoleAddress } from "#lib/server/notify/console-address.ts";
import { hasDemoAccounts } from "#lib/server/people/demo.ts";
import { hasAdministrator } from "#lib/server/people/set-up.ts";
import { currentPerson } from "#lib/server/session.ts";
import { singleSignOnSettings } from "#lib/server/single-sign-on/settings.ts";
import { t } from "#lib/words/t.ts";

export function generateMetadata(): Metadata {
  return { title: t("Sign in") };
}

type Asked = string | string[] | undefined;
type SignInPageProps = { searchParams: Promise<{ return?: Asked; problem?: Asked }> };

const first = (asked: Asked): string | undefined => (Array.isArray(asked) ? asked[0] : asked);

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const asked = await searchParams;
  const returnTo = returnPath(first(asked.return));
  if (await currentPerson()) redirect(returnTo);
  const [demo, administered] = await Promise.all([hasDemoAccounts(), hasAdministrator()]);
  const elsewhere = singleSignOnSettings();
  const problem = SingleSignOnProblem.safeParse(first(asked.problem));
  return (
    <Entrance title={t("Sign in")}>
      {problem.success && (
        <Alert
          tone="bad"
          icon={<CircleAlert aria-hidden />}
          title={
            elsewhere ? t("Not signed in with {provider}.", { provider: elsewhere.name }) : t("Not signed in with it.")
          }
        >
          {t(singleSignOnWords[problem.data])}
        </Alert>
      )}
      {elsewhere && (
        <>
          {/* No client navigation: it leads out of the console. */}
          <a
            href={addressOf("GET /api/sign-in/oidc", { return: returnTo })}
            className={buttonClass({ look: "primary", size: "big" })}
          >
            <LogIn aria-hidden />
            {t("Sign in with {provider}", { provider: elsewhere.name })}
          </a>
          <p className="text-fg-2">
            {t("Or with a password of this console, which works also while {provider} does not answer.", {
              provider: elsewhere.name,
            })}
          </p>
        </>
      )}
      <SignInForm returnTo={returnTo} consoleAddress={consoleAddress()} look={elsewhere ? "normal" : "primary"} />
      <WayIn demo={demo} administered={administered} />
    </Entrance>
  );
}

/** For who cannot sign in yet, or any more. */
function WayIn({ demo, administered }: { demo: boolean; administered: boolean }) {
  return (
    <>
      {demo && (
        <Alert icon={<KeyRound aria-hidden />} title={t("Demo accounts:")} live="off">
          {t("their passwords were printed where the console was started.")}
        </Alert>
      )}
      {!administered && (
        <Alert icon={<KeyRound aria-hidden />} title={t("There is no administrator yet.")} live="off">
          {t("Open the whole set-up address that was printed where the console was started.")}
        </Alert>
      )}
      {administered && !demo && (
        <p className="text-fg-2">
          {t(
            "No account, or the password is lost? An administrator of this console can help. Where none can, its README says how to make another one.",
          )}
        </p>
      )}
    </>
  );
}
