import { type NextRequest, NextResponse } from "next/server";

// biome-ignore lint/style/noProcessEnv: Next.js replaces it at build; lib/server/env.ts would ask for the database here
const development = process.env.NODE_ENV === "development";

/** React's development build evaluates strings, and its overlay adds styles. Never so in production. */
function policy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // Radix places menus with style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Adds the Content-Security-Policy, with a fresh nonce, to every page. Authorizes nothing. */
export function proxy(request: NextRequest) {
  // No page looks for what PostgreSQL cannot hold; the API names the field.
  if (request.nextUrl.href.includes("%00"))
    return new NextResponse("This address holds NUL: remove %00.", { status: 400 });
  const nonce = btoa(crypto.randomUUID());
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", csp);
  // A layout cannot see the address, and the sign-in page has to lead back to it.
  headers.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", csp);
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  return response;
}

export const config = {
  matcher: [
    {
      source:
        "/((?!api/|_next/static|_next/image|icon.svg|sw.js|sw-words.js|sw-language.js|sw-answers.js|sw-told.js).*)",
      missing: [{ type: "header", key: "next-router-prefetch" }],
    },
  ],
};
