import { SecretOnce } from "#components/shell/secret-once.tsx";
import { t } from "#lib/words/t.ts";

/** A password that is shown this one time, and can be copied. */
export function PasswordOnce({ name, password }: { name: string; password: string }) {
  return (
    <SecretOnce secret={password}>
      {t(
        "The password of {name}, shown only now. Give it to them in person or by phone; they change it under “Your account”.",
        { name },
      )}
    </SecretOnce>
  );
}
