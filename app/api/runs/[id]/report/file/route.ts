import * as contract from "#lib/contract/report.ts";
import { methods } from "#lib/server/http/methods.ts";
import { route } from "#lib/server/http/route.ts";
import { downloadReport } from "#lib/server/report/report.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(contract.getReportFile, ({ params }) => downloadReport(params)),
});
