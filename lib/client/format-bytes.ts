import { t } from "#lib/words/t.ts";

const KIBI = 1_024;

/** "812 bytes", "14 KiB", "2.3 MiB". */
export function formatBytes(bytes: number): string {
  if (bytes < KIBI) return t("{count} bytes", { count: bytes });
  return bytes < KIBI * KIBI ? `${Math.round(bytes / KIBI)} KiB` : `${(bytes / KIBI / KIBI).toFixed(1)} MiB`;
}
