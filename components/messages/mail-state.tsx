import { MailX } from "lucide-react";
import { Reached } from "#components/messages/reached.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import type { MailServer } from "#lib/contract/notices.ts";

/** Whether people can be told anything by e-mail, as the last try says it. */
export function MailState({ mail }: { mail: MailServer | null }) {
  if (mail === null) {
    return (
      <p className="flex flex-wrap gap-x-3">
        <Outcome tone="quiet" icon={<MailX aria-hidden />}>
          No mail server is configured
        </Outcome>
        <span className="text-fg-2">
          Nobody gets e-mail. Set <code>SMTP_URL</code> and <code>SMTP_FROM</code>, and start the console again.
        </span>
      </p>
    );
  }
  return (
    <div>
      <p className="wrap-anywhere">
        Mail server <b className="font-medium">{mail.place}</b>
      </p>
      <p>
        <Reached reach={mail.reach} />
      </p>
      <p className="text-fg-2">What each person gets, they choose under their account.</p>
    </div>
  );
}
