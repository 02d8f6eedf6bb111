import { LinkIcon } from "lucide-react";
import type { Metadata } from "next";
import { Entrance } from "#components/sign-in/entrance.tsx";
import { SetUpForm } from "#components/sign-in/set-up-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { isFurther, setUpIsOver, setUpState } from "#lib/server/people/set-up.ts";
import { t } from "#lib/words/t.ts";

export function generateMetadata(): Metadata {
  return { title: t("Set up") };
}

type SetUpPageProps = { searchParams: Promise<{ token?: string | string[] }> };

export default async function SetUpPage({ searchParams }: SetUpPageProps) {
  const { token } = await searchParams;
  if (typeof token !== "string" || token === "") {
    return (
      <NoForm title={t("This address is not complete")}>
        {t("Open the whole set-up address that was printed where the console was started.")}
      </NoForm>
    );
  }
  const state = await setUpState(token);
  if (state === "used") {
    return (
      <NoForm title={t("This address has been used")}>
        {t("It has made an administrator, and works once. Sign in, or ask the administrator for an account.")}
      </NoForm>
    );
  }
  if (state === "over") return <NoForm title={t("This address works no more")}>{setUpIsOver()}</NoForm>;
  return (
    <Entrance title={isFurther(token) ? t("Further administrator") : t("First administrator")}>
      <p className="text-fg-2">
        {isFurther(token) &&
          `${t("It is for who can no longer sign in: on the page of the users they correct the address of another account or give it a new password.")} `}
        {t("This address works once. The administrator adds everybody else, and the sites that commands run at.")}
      </p>
      <SetUpForm token={token} />
    </Entrance>
  );
}

function NoForm({ title, children }: { title: string; children: string }) {
  return (
    <Entrance title={t("First administrator")}>
      <EmptyState
        icon={<LinkIcon aria-hidden />}
        title={title}
        action={<ButtonLink href="/sign-in">{t("Sign in")}</ButtonLink>}
      >
        <p>{children}</p>
      </EmptyState>
    </Entrance>
  );
}
