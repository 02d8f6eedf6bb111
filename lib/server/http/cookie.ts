import "server-only";

/** The value of a cookie of the request; undefined where it is missing or no text. */
export const cookieOfRequest = (request: Request, name: string): string | undefined =>
  cookieIn(request.headers.get("cookie") ?? "", name);

/** The same of the header itself. */
export function cookieIn(header: string, name: string): string | undefined {
  const start = `${name}=`;
  const pair = header.split(/; */).find((part) => part.startsWith(start));
  return pair === undefined ? undefined : decoded(pair.slice(start.length));
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
