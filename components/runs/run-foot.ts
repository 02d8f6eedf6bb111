/** What stands at the foot of the window: the output that is open, what is in trouble, and on a phone the big button. */
export const RUN_FOOT = "run-foot";
