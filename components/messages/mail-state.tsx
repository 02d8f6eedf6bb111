import { MailX } from "lucide-react";
import { Reached } from "#components/messages/reached.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Words } from "#components/ui/words.tsx";
import type { MailServer } from "#lib/contract/notices.ts";
import { t } from "#lib/words/t.ts";

/** Whether people can be told anything by e-mail, as the last try says it. */
export function MailState({ mail }: { mail: MailServer | null }) {
  if (mail === null) {
    return (
      <p className="flex flex-wrap gap-x-3">
        <Outcome tone="quiet" icon={<MailX aria-hidden />}>
          {t("No mail server is configured")}
        </Outcome>
        <span className="text-fg-2">
          <Words
            of="Nobody gets e-mail. Set {address} and {sender}, and start the console again."
            with={{ address: <code>SMTP_URL</code>, sender: <code>SMTP_FROM</code> }}
          />
        </span>
      </p>
    );
  }
  return (
    <div>
      <p className="wrap-anywhere">
        <Words of="Mail server {place}" with={{ place: <b className="font-medium">{mail.place}</b> }} />
      </p>
      <p>
        <Reached reach={mail.reach} />
      </p>
      <p className="text-fg-2">{t("Each person chooses what they get under their own account.")}</p>
    </div>
  );
}
