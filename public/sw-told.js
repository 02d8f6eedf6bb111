// Tells the open pages whether this browser keeps a pack: it may have no room for it.

/** Those that could not be kept when they were last to be: what there is of them, if anything, grows old. */
const failed = new Set();

const nameOf = ({ cache, key }) => `${cache}${key}`;

async function tell({ cache, label, key }) {
  const kept = !failed.has(nameOf({ cache, key })) && (await caches.match(key, { cacheName: cache })) !== undefined;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const page of pages) page.postMessage({ label, kept });
}

async function tellAfter(keeping, pack) {
  try {
    await keeping;
    failed.delete(nameOf(pack));
  } catch (error) {
    failed.add(nameOf(pack));
    throw error;
  } finally {
    await tell(pack);
  }
}

self.told = { tell, tellAfter };
