/** What to do with a stream of server-sent events. */
export type StreamHandlers = {
  /** Where to begin; asked anew for every connection. */
  address: () => string;
  onMessage: (data: string) => void;
  /** Named events, such as `clock` or `end`. */
  onEvent?: Readonly<Record<string, (data: string) => void>>;
  onOpen?: () => void;
  onDown?: () => void;
};

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 10_000;
/** A browser has six connections to a server, over all its windows: one that nobody sees gives its own back. */
const UNSEEN_MS = 30_000;

/** `reopen`: not while nobody sees it. */
export type OpenStream = { close: () => void; reopen: () => void };

/** Keeps a stream open: the browser resumes a broken one by itself, a refused one is opened anew, ever less often. */
export function openStream(handlers: StreamHandlers): OpenStream {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delayMs = FIRST_DELAY_MS;

  const drop = () => {
    clearTimeout(timer);
    source?.close();
  };
  const connect = () => {
    drop();
    const opened = new EventSource(handlers.address());
    source = opened;
    opened.onopen = () => {
      delayMs = FIRST_DELAY_MS;
      handlers.onOpen?.();
    };
    opened.onmessage = (message: MessageEvent<string>) => handlers.onMessage(message.data);
    opened.onerror = () => {
      handlers.onDown?.();
      if (opened.readyState !== EventSource.CLOSED) return;
      // Half of the pause is chance, so that not everybody comes back at once.
      timer = setTimeout(connect, delayMs / 2 + Math.random() * (delayMs / 2));
      delayMs = Math.min(LONGEST_DELAY_MS, delayMs * 2);
    };
    for (const [name, handle] of Object.entries(handlers.onEvent ?? {})) {
      opened.addEventListener(name, (message: MessageEvent<string>) => handle(message.data));
    }
  };
  let unseen: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(unseen);
    if (document.hidden) unseen = setTimeout(leave, UNSEEN_MS);
    else if (source?.readyState === EventSource.CLOSED) connect();
  };
  const leave = () => {
    drop();
    handlers.onDown?.();
  };
  const close = () => {
    clearTimeout(unseen);
    document.removeEventListener("visibilitychange", look);
    drop();
  };
  document.addEventListener("visibilitychange", look);
  connect();
  return { close, reopen: () => document.hidden || connect() };
}
