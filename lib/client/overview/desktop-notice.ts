import type { Alert } from "#lib/client/overview/ready-alert.ts";
import { t } from "#lib/words/t.ts";

/** Whether this browser shows notifications of this page. `default`: it was not asked yet. */
export type DesktopPermission = NotificationPermission | "unsupported";

export const desktopPermission = (): DesktopPermission =>
  typeof Notification === "undefined" ? "unsupported" : Notification.permission;

export const askForDesktop = async (): Promise<DesktopPermission> =>
  typeof Notification === "undefined" ? "unsupported" : Notification.requestPermission();

/** Not yet among the options that TypeScript knows: what takes the place of another one calls anew. */
type Renotifying = NotificationOptions & { renotify: true };

/** Shows it, one for each run at a time; `go` is called when it is pressed. False where the browser shows none. */
export function showOnDesktop({ title, body, href }: Alert, go: (href: string) => void): boolean {
  if (desktopPermission() !== "granted") return false;
  try {
    const options: Renotifying = { body, tag: href, renotify: true };
    const notice = new Notification(title, options);
    notice.onclick = () => {
      window.focus();
      notice.close();
      go(href);
    };
    return true;
  } catch {
    // Some phones have the permission and no such notifications.
    return false;
  }
}

/** What to say of a browser that shows none; null where it does, or was not asked yet. */
export function refusalWords(permission: DesktopPermission): string | null {
  switch (permission) {
    case "denied":
      return t(
        "This browser refuses notifications from this address. Allow them in its settings for the site, then tick this again.",
      );
    case "unsupported":
      return t(
        "This browser shows no notifications here. It needs https, or the console on this machine; some phones have none.",
      );
    case "granted":
    case "default":
      return null;
  }
}
