import "server-only";
import { openSealed, seal } from "#lib/server/people/sealed.ts";

/** The address and the key of a channel, as they lie in the database. */

const ADDRESS = "notice channel address";
const SECRET = "notice channel secret";

export const sealAddress = (address: string): string => seal(address, ADDRESS);
export const openAddress = (sealed: string): string => openSealed(sealed, ADDRESS);
export const sealSecret = (secret: string): string => seal(secret, SECRET);
export const openSecret = (sealed: string): string => openSealed(sealed, SECRET);
