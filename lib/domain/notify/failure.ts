import { z } from "zod";
import { t } from "#lib/words/t.ts";
import { retell } from "#lib/words/told.ts";

/** Why a message was not delivered. It is kept as what it is, and worded for whoever reads it. */
export const Failure = z.object({
  code: z.enum([
    "no_mail_server",
    "mail_slow",
    "mail_not_reached",
    "mail_sign_in",
    "mail_answered",
    "not_reached",
    "no_answer",
    "address_refused",
    "answered",
    "redirected",
    "unwanted",
    "not_ready",
    "channel_off",
    "channel_deleted",
    "channel_deleted_on_its_way",
  ]),
  /** What the other side, or the network, said; no secret. */
  detail: z.string().optional(),
});
export type Failure = z.infer<typeof Failure>;

export function failureWords({ code, detail = "" }: Failure): string {
  switch (code) {
    case "no_mail_server":
      return t("No mail server is configured (SMTP_URL).");
    case "mail_slow":
      return t("The mail server took too long, and may have got it.");
    case "mail_not_reached":
      return t("The mail server was not reached: {detail}.", { detail: retell(detail) });
    case "mail_sign_in":
      return t("The mail server does not accept the sign-in: {detail}.", { detail });
    case "mail_answered":
      return t("The mail server answered: {detail}", { detail });
    case "not_reached":
      return t("It was not reached: {detail}.", { detail: retell(detail) });
    case "no_answer":
      return t("It did not answer, and may have got it: {detail}.", { detail: retell(detail) });
    case "address_refused":
      return retell(detail);
    case "answered":
      return t("It answered {detail}.", { detail });
    case "redirected":
      return t("It answered {detail}: redirects are not followed.", { detail });
    case "unwanted":
      return t("The receiver was switched off or deactivated meanwhile.");
    case "not_ready":
      return t("It could not be made ready to be sent: the log of the console says why.");
    case "channel_off":
      return t("The channel was switched off.");
    case "channel_deleted":
      return t("The channel was deleted.");
    case "channel_deleted_on_its_way":
      return t("The channel was deleted while this was on its way, so it may have arrived.");
  }
}
