import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { AccountAlerts } from "#components/account/account-alerts.tsx";
import { BrowserSettings } from "#components/account/browser-settings.tsx";
import { MailChoice } from "#components/account/mail-choice.tsx";
import { OwnSessions } from "#components/account/own-sessions.tsx";
import { PasswordForm } from "#components/account/password-form.tsx";
import { SecondFactor } from "#components/account/second-factor.tsx";
import { SingleSignOn } from "#components/account/single-sign-on.tsx";
import { TelephoneForm } from "#components/account/telephone-form.tsx";
import { Tokens } from "#components/account/tokens.tsx";
import { Page } from "#components/shell/page.tsx";
import { SignOutButton } from "#components/shell/sign-out-button.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { Section } from "#components/ui/section.tsx";
import { roleWords } from "#lib/client/people/role-words.ts";
import { singleSignOnWords } from "#lib/client/people/single-sign-on-words.ts";
import { noticeChoiceQuery, secondFactorQuery, sessionsQuery, tokensQuery } from "#lib/client/queries.ts";
import { SingleSignOnProblem } from "#lib/contract/single-sign-on.ts";
import { readChoice } from "#lib/server/notify/choice.ts";
import { readSecondFactor } from "#lib/server/people/second-factor.ts";
import { listSessions } from "#lib/server/people/sessions.ts";
import { readTelephone } from "#lib/server/people/telephone.ts";
import { listTokens } from "#lib/server/people/tokens.ts";
import { asActor, currentToken } from "#lib/server/session.ts";
import { comesBySingleSignOn } from "#lib/server/single-sign-on/join.ts";
import { singleSignOnSettings } from "#lib/server/single-sign-on/settings.ts";
import { row, t } from "#lib/words/t.ts";
import { read, seeded } from "../seed.ts";
import { signedIn } from "../signed-in.ts";

export function generateMetadata(): Metadata {
  return { title: t("Your account") };
}

type AccountPageProps = { searchParams: Promise<{ problem?: string | string[] | undefined }> };

export default async function AccountPage({ searchParams }: AccountPageProps) {
  const person = await signedIn();
  const secondFactor = await readSecondFactor(asActor(person));
  const seeds = await Promise.all([
    read(sessionsQuery(), listSessions(person.id, await currentToken())),
    read(tokensQuery(), listTokens(asActor(person))),
    read(noticeChoiceQuery(), readChoice(asActor(person))),
    read(secondFactorQuery(), Promise.resolve(secondFactor)),
  ]);
  const telephone = await readTelephone(person);
  const elsewhere = singleSignOnSettings();
  const problem = SingleSignOnProblem.safeParse((await searchParams).problem);
  const joins = elsewhere && secondFactor.possible;
  const joined = joins ? await comesBySingleSignOn(person.id) : false;
  const notJoined = joins && !joined && problem.success ? t(singleSignOnWords[problem.data]) : null;
  return (
    <Page title={t("Your account")} help="account" actions={<SignOutButton />}>
      <HydrationBoundary state={seeded(seeds)}>
        <AccountAlerts notJoined={notJoined} />
        <Section title={t("You")}>
          <Rows>
            <Row label={t("Name")}>{person.name}</Row>
            <Row label={t("E-mail")}>
              <span className="wrap-anywhere">{person.email}</span>
            </Row>
            <Row label={t("Role")}>
              {t(roleWords[person.role].word)}: {t(roleWords[person.role].may)}
            </Row>
            {person.groups.length > 0 && <Row label={t("Groups")}>{row(person.groups)}</Row>}
          </Rows>
          <TelephoneForm known={telephone ?? ""} />
        </Section>
        <MailChoice />
        <BrowserSettings />
        <Section title={t("Password")}>
          {/* Codes are beside a password: whoever has none signs in elsewhere. */}
          {secondFactor.possible ? (
            <PasswordForm email={person.email} />
          ) : (
            <p className="text-fg-2">
              {t("You have no password in this console: you sign in with {provider}.", {
                provider: elsewhere?.name ?? t("single sign-on"),
              })}
            </p>
          )}
        </Section>
        <div id="one-time-codes" className="empty:hidden">
          <SecondFactor />
        </div>
        {joins && (
          <div id="single-sign-on">
            <SingleSignOn provider={elsewhere.name} joined={joined} />
          </div>
        )}
        <OwnSessions />
        <Tokens role={person.role} />
      </HydrationBoundary>
    </Page>
  );
}
