import "server-only";

/** The value of a cookie of the request; undefined where it is missing or no text. */
export function cookieOfRequest(request: Request, name: string): string | undefined {
  const start = `${name}=`;
  const pair = request.headers
    .get("cookie")
    ?.split(/; */)
    .find((part) => part.startsWith(start));
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
