import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { SMTPServer } from "smtp-server";

/** A real SMTP server on this machine, which keeps what it was given. */

/** `user`: who signed in; `secure`: over TLS. */
type Mail = { to: string[]; raw: string; user?: string; secure?: boolean };

/** Without: it neither speaks TLS nor asks who it is. `secure`: TLS from the first byte. */
type Guarded = {
  tls: { key: string; cert: string; secure: boolean };
  login: { user: string; pass: string };
};

export type MailServer = {
  port: number;
  mails: Mail[];
  /** What it answers to each receiver from now on; null: it takes the message. */
  answer: { code: number; text: string } | null;
  stop: () => Promise<void>;
};

export async function startMailServer(port = 0, guarded?: Guarded): Promise<MailServer> {
  const state: MailServer = { port, mails: [], answer: null, stop };
  const server = new SMTPServer({
    ...(guarded ? guarded.tls : { authOptional: true, disabledCommands: ["STARTTLS", "AUTH"] }),
    onAuth({ username, password }, _session, done) {
      const { user, pass } = guarded?.login ?? {};
      if (username === user && password === pass) return done(null, { user: username });
      return done(new Error("no such account"));
    },
    onRcptTo(_address, _session, done) {
      if (!state.answer) return done();
      return done(Object.assign(new Error(state.answer.text), { responseCode: state.answer.code }));
    },
    onData(stream, { envelope, user, secure }, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.once("end", () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        const raw = Buffer.concat(pieces).toString("utf8");
        state.mails.push({ to, raw, ...(guarded && { user, secure }) });
        done();
      });
    },
  });
  // Whoever does not trust its certificate goes away in the middle.
  if (guarded) server.on("error", () => undefined);
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  state.port = (server.server.address() as AddressInfo).port;
  async function stop(): Promise<void> {
    await new Promise<void>((resolve) => server.close(resolve));
  }
  return state;
}

/** A mail server whose first answer does not end, so that it is never silent and never done. Gives what stops it. */
export async function startEndlessMailServer(port: number): Promise<() => void> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => sockets.delete(socket));
    socket.write("220 mail.example.com\r\n");
    socket.once("data", () => {
      const talking = setInterval(() => socket.write("250-and so on\r\n"), 10);
      socket.once("close", () => clearInterval(talking));
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
}

/** The headers of a message, unfolded; its words are not decoded. */
export const headersOf = ({ raw }: Mail): string[] =>
  (raw.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ").split("\r\n");

/** The text of a message, however it was made to fit a line. */
export const textOf = (mail: Mail): string => {
  const body = mail.raw.slice(mail.raw.indexOf("\r\n\r\n") + 4);
  const encoding = headersOf(mail).find((header) => /^content-transfer-encoding:/i.test(header)) ?? "";
  if (/base64/i.test(encoding)) return Buffer.from(body, "base64").toString("utf8");
  return Buffer.from(unquoted(body.replaceAll("=\r\n", "")), "latin1").toString("utf8");
};

/** The subject of a message, its words decoded (RFC 2047). */
export const subjectOf = (mail: Mail): string => {
  const subject = headersOf(mail).find((header) => /^subject:/i.test(header)) ?? "";
  return subject
    .replace(/^subject: */i, "")
    .replace(/(=\?UTF-8\?[BQ]\?[^?]*\?=) +(?==\?)/gi, "$1")
    .replace(/(?:=\?UTF-8\?[BQ]\?[^?]*\?=)+/gi, (words) => Buffer.concat(encoded(words)).toString("utf8"));
};

const encoded = (words: string): Buffer[] =>
  [...words.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)].map(([, how = "", text = ""]) =>
    how.toUpperCase() === "B"
      ? Buffer.from(text, "base64")
      : Buffer.from(unquoted(text.replaceAll("_", " ")), "latin1"),
  );

const unquoted = (text: string): string =>
  text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
