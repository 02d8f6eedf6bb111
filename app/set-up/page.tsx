import { LinkIcon } from "lucide-react";
import type { Metadata } from "next";
import { Entrance } from "#components/sign-in/entrance.tsx";
import { SetUpForm } from "#components/sign-in/set-up-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export const metadata: Metadata = { title: "Set up" };

type SetUpPageProps = { searchParams: Promise<{ token?: string | string[] }> };

export default async function SetUpPage({ searchParams }: SetUpPageProps) {
  const { token } = await searchParams;
  if (typeof token !== "string" || token === "") return <NoToken />;
  return (
    <Entrance title="First administrator">
      <p className="text-fg-2">
        This address works once. The administrator adds everybody else, and the sites that commands run at.
      </p>
      <SetUpForm token={token} />
    </Entrance>
  );
}

function NoToken() {
  return (
    <Entrance title="First administrator">
      <EmptyState
        icon={<LinkIcon aria-hidden />}
        title="This address is not complete"
        action={<ButtonLink href="/sign-in">Sign in</ButtonLink>}
      >
        <p>Open the set-up address that was printed where the console was started, to its last character.</p>
      </EmptyState>
    </Entrance>
  );
}
