import type { SingleSignOnProblem } from "#lib/contract/single-sign-on.ts";
import type { PlainSentence } from "#lib/words/t.ts";

/** Why somebody who came from the provider is not let in, and what to do. */
export const singleSignOnWords: Record<SingleSignOnProblem, PlainSentence> = {
  provider_away: "It does not answer. Try again later, or sign in with a password of this console.",
  refused: "It did not let you in: the sign-in was refused or canceled there.",
  not_completed: "It was not completed, or took longer than ten minutes. Begin again.",
  no_role: "You are in none of the groups that this console lets in. Ask its administrator which they are.",
  no_email: "It did not give your e-mail address, which this console needs. Ask the administrator of the provider.",
  email_taken:
    "Somebody has an account with your e-mail address here already. If it is yours, sign in with its password and let the two be joined under “Your account”; an administrator gives a new password.",
  somebody_else: "Whoever you signed in as there has an account of their own here. Nothing was joined.",
  deactivated: "Your account here is deactivated. An administrator can reactivate it.",
};
