// @ts-check
// Preloaded into what the launcher starts: a launcher that is killed leaves nobody to end its children but themselves.
const PATIENCE = 15_000;

// Workers of a child inherit this import, but have another parent.
if (process.ppid === Number(new URL(import.meta.url).searchParams.get("launcher"))) {
  process.once("disconnect", () => {
    setTimeout(() => process.kill(process.pid, "SIGKILL"), PATIENCE).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel?.unref(); // the channel alone is no reason to go on
}
