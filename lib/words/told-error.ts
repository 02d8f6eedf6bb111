/** An error whose message is a sentence of ours, as `told` keeps it; what any other error says is not for people as it is. */
export class ToldError extends Error {
  override readonly name: string = "ToldError";
}
