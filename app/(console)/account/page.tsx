import type { Metadata } from "next";
import { PasswordForm } from "#components/account/password-form.tsx";
import { Page } from "#components/shell/page.tsx";
import { SignOutButton } from "#components/shell/sign-out-button.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { Section } from "#components/ui/section.tsx";
import { roleWords } from "#lib/client/role-words.ts";
import { signedIn } from "../signed-in.ts";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const person = await signedIn();
  return (
    <Page title="Your account" actions={<SignOutButton />}>
      <Section title="You">
        <Rows>
          <Row label="Name">{person.name}</Row>
          <Row label="E-mail">
            <span className="wrap-anywhere">{person.email}</span>
          </Row>
          <Row label="Role">
            {roleWords[person.role].word}: {roleWords[person.role].may}
          </Row>
        </Rows>
      </Section>
      <Section title="Password">
        <PasswordForm email={person.email} />
      </Section>
    </Page>
  );
}
