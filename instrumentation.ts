/** Next calls this once when the web process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { drainOnSignal } = await import("#lib/server/shutdown.ts");
  const { notePeerAddresses } = await import("#lib/server/http/peer-address.ts");
  const { answerInLanguage } = await import("#lib/server/language.ts");
  const { watchSchedules } = await import("#lib/server/checks/schedules.ts");
  const { watchNotices } = await import("#lib/server/notify/watch.ts");
  const { watchLeases } = await import("#lib/server/runs/watch-leases.ts");
  answerInLanguage();
  drainOnSignal();
  notePeerAddresses();
  watchLeases();
  watchNotices();
  watchSchedules();
}
