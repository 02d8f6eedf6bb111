import { SecretOnce } from "#components/shell/secret-once.tsx";

/** A password that is shown this one time, and can be copied. */
export function PasswordOnce({ name, password }: { name: string; password: string }) {
  return (
    <SecretOnce secret={password}>
      The password of {name}, shown only now. Give it to them in person or by phone; they change it under “Your
      account”.
    </SecretOnce>
  );
}
