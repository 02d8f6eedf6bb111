import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { get } from "node:http";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { connect as connectTls } from "node:tls";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { faultTold } from "#lib/server/fault-told.ts";
import { japaneseReader } from "#lib/words/japanese.ts";
import { readFrom } from "#lib/words/language.ts";
import { retell, told } from "#lib/words/told.ts";
import { ToldError } from "#lib/words/told-error.ts";

afterEach(() => readFrom(() => ({ locale: "en" })));

const withCode = (message: string, code: string, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });

describe("A machine's error in a sentence", () => {
  let server: Server;
  let port: number;
  /** Speaks neither TLS nor HTTP. */
  beforeEach(async () => {
    server = createServer((socket) => socket.on("error", () => undefined).end("220 mail.example ESMTP\r\n")).listen(0);
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
  });
  afterEach(() => server.close());

  const errorOf = async (emitter: NodeJS.EventEmitter): Promise<unknown> => (await once(emitter, "error"))[0];

  it("is told where nothing listens, for one address and for a name with several", async () => {
    server.close();
    expect(faultTold(await errorOf(connect(port, "127.0.0.1")))).toBe(
      `nothing accepts connections there (ECONNREFUSED 127.0.0.1:${port})`,
    );
    const several = new AggregateError([withCode("connect ECONNREFUSED ::1:7", "ECONNREFUSED")]);
    expect(faultTold(several)).toBe("nothing accepts connections there (ECONNREFUSED)");
  });

  it("is told where something else listens", async () => {
    expect(faultTold(await errorOf(connectTls({ port, host: "127.0.0.1" })))).toMatch(/^it does not speak TLS/);
    expect(faultTold(await errorOf(get({ port, host: "127.0.0.1" })))).toMatch(/^what answers does not speak HTTP/);
  });

  it("is told of a file", async () => {
    const error = await readFile("/nowhere/at/all").catch((caught: unknown) => caught);
    expect(faultTold(error)).toBe("it is not there (ENOENT /nowhere/at/all)");
  });

  it("is told where a library hides it", () => {
    const mail = withCode("connect ECONNREFUSED 127.0.0.1:25", "ESOCKET", { address: "127.0.0.1", port: 25 });
    expect(faultTold(mail)).toBe("nothing accepts connections there (ECONNREFUSED 127.0.0.1:25)");
    const plain = "00A1:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number";
    expect(faultTold(withCode(plain, "ESOCKET"))).toBe("it does not speak TLS as expected (EPROTO)");
    const other = "Hostname/IP does not match certificate's altnames: IP: 192.0.2.7 is not in the cert's list: ";
    expect(faultTold(withCode(other, "ESOCKET"))).toMatch(/^its certificate is for another name /);
  });

  it("is left as it is where it is a sentence of ours already", () => {
    expect(faultTold(new ToldError(told("its time was up")))).toBe("its time was up");
  });
});

test.each([
  [
    withCode("getaddrinfo ENOTFOUND db.example", "ENOTFOUND", { hostname: "db.example" }),
    /見つかりません \(ENOTFOUND db\.example\)/,
  ],
  [new Error("(SSH) Channel open failure: Connection refused"), /拒否されました \(ECONNREFUSED\)/],
  [new Error("(SSH) Channel open failure: open failed"), /踏み台ホストが許可していません/],
  [new Error("Timed out while waiting for handshake"), /時間内に応答がありません/],
  [new Error("Handshake failed: no matching host key format"), /共通する暗号方式がありません/],
  [withCode("certificate has expired", "CERT_HAS_EXPIRED"), /有効期限が切れています \(CERT_HAS_EXPIRED\)/],
  [new Error("the moon, and the stars"), /システムのメッセージ「the moon, and the stars」/],
  ["thrown by hand", /システムのメッセージ「thrown by hand」/],
])("%s is retold in Japanese, within the sentence that it stands in", (error, expected) => {
  const kept = told("{address} cannot be reached: {reason}.", { address: "192.0.2.7:22", reason: faultTold(error) });
  readFrom(() => japaneseReader);
  expect(retell(kept)).toMatch(expected);
  expect(retell(kept)).toMatch(/^192\.0\.2\.7:22 に到達できません: /);
});
