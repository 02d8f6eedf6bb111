import { describe, expect, it } from "vitest";
import {
  type HistoryView,
  historyAddress,
  newerPage,
  newestPage,
  olderPage,
  readHistoryAddress,
  withDay,
  zoneOfDays,
} from "#lib/client/history/history-address.ts";

const site = "0198c0de-0000-7000-8000-000000000001";

const read = (address: string): HistoryView =>
  readHistoryAddress(Object.fromEntries(new URL(address, "http://x").searchParams));

describe("the address of the history", () => {
  it.each([
    "/history",
    "/history?mode=drill",
    `/history?procedure=dr&mode=live&status=aborted&site=${site}&text=array+unreachable`,
    `/history?person=${site}&record=broken`,
    "/history?over=no&after=951",
    "/history?after=901&newer=1001*951",
    "/history?since=2026-03-29&until=2026-03-29&zone=Europe%2FBerlin",
    "/history?until=2026-03-29",
  ])("%s is read and written alike", (address) => {
    expect(historyAddress(read(address))).toBe(address);
  });

  it.each([
    ["/history?mode=rehearsal&status=done&site=tokyo", "/history"],
    ["/history?person=olga&record=fine", "/history"],
    ["/history?newer=1001", "/history"],
    ["/history?text=%20%20", "/history"],
    ["/history?mode=&procedure=", "/history"],
    ["/history?after=<script>", "/history"],
    ["/history?after=zzz", "/history"],
    ["/history?after=-5", "/history"],
    ["/history?after=99999999999", "/history"],
    ["/history?zone=Asia/Tokyo", "/history"],
    ["/history?since=2026-03-29&zone=Middle/Earth", "/history?since=2026-03-29"],
    ["/history?since=2026-03-29&zone=UTC", "/history?since=2026-03-29"],
  ])("%s: what makes no sense is left out", (address, kept) => {
    expect(historyAddress(read(address))).toBe(kept);
  });

  it("says where its days are days, which stay so for whoever changes them elsewhere", () => {
    const chosen = withDay({ mode: "drill" }, "since", "2026-03-29", "Europe/Berlin");
    expect(chosen).toEqual({ mode: "drill", since: "2026-03-29", zone: "Europe/Berlin" });
    expect(withDay(chosen, "until", "2026-03-30", "Asia/Tokyo")).toEqual({ ...chosen, until: "2026-03-30" });
    expect(withDay(chosen, "since", "", "Asia/Tokyo")).toEqual({ mode: "drill" });
    const before = { until: "2026-03-30" };
    expect(withDay(before, "since", "2026-03-29", "Asia/Tokyo")).toEqual({ ...before, since: "2026-03-29" });
    expect([before, chosen, {}].map((filter) => zoneOfDays(filter, "Asia/Tokyo"))).toEqual([
      ...["UTC", "Europe/Berlin", "Asia/Tokyo"],
    ]);
  });

  it("leads to older pages and back", () => {
    const first = newestPage({ mode: "drill" });
    const second = olderPage(first, "951");
    const third = olderPage(second, "901");
    expect(historyAddress(third)).toBe("/history?mode=drill&after=901&newer=951");
    expect(newerPage(third)).toEqual(second);
    expect(historyAddress(newerPage(second))).toBe("/history?mode=drill");
  });
});
