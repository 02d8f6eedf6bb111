import { noSuchRoute } from "#lib/server/http/no-such-route.ts";

export {
  noSuchRoute as DELETE,
  noSuchRoute as GET,
  noSuchRoute as OPTIONS,
  noSuchRoute as PATCH,
  noSuchRoute as POST,
  noSuchRoute as PUT,
};
