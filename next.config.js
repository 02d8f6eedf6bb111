/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // The gate checks the types of everything; a mistake in a test must not keep the console from starting.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pino", "pg"],
  // By this the service worker knows an answer of the console from one of a proxy before it.
  headers: async () => [{ source: "/:path*", headers: [{ key: "x-answered-by", value: "console" }] }],
  experimental: {
    // The page that is opened in a hurry gets its code in few pieces, which compress better, and no guesses of routes.
    turbopackChunking: { priorityRoutes: [/^\/runs\/\[id\]$/], minChunkSize: 180_000 },
    optimisticRouting: false,
  },
};
