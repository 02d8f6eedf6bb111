/** Without what is easily mistaken: 0 O o, 1 I l. */
const letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const groups = 5;
const groupLength = 4;

/** Twenty letters and digits in groups, easy to read out: about 116 bits. */
export function generatePassword(): string {
  return Array.from({ length: groups }, group).join("-");
}

function group(): string {
  return Array.from({ length: groupLength }, () => letters[below(letters.length)]).join("");
}

/** Each number below the limit is as likely as any other. */
function below(limit: number): number {
  const fair = 256 - (256 % limit);
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) return byte % limit;
  }
}
