import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Entrance } from "#components/sign-in/entrance.tsx";
import { SignInForm } from "#components/sign-in/sign-in-form.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { returnPath } from "#lib/client/return-path.ts";
import { hasDemoAccounts } from "#lib/server/people/demo.ts";
import { currentPerson } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { searchParams: Promise<{ return?: string | string[] }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { return: asked } = await searchParams;
  const returnTo = returnPath(Array.isArray(asked) ? asked[0] : asked);
  if (await currentPerson()) redirect(returnTo);
  return (
    <Entrance title="Sign in">
      <SignInForm returnTo={returnTo} />
      {(await hasDemoAccounts()) ? (
        <Alert icon={<KeyRound aria-hidden />} title="Demo accounts:" live="off">
          their passwords were printed where the console was started.
        </Alert>
      ) : (
        <p className="text-fg-2">No account, or the password is lost? An administrator of this console can help.</p>
      )}
    </Entrance>
  );
}
