import NextLink from "next/link";
import type { ComponentProps } from "react";

/** Fetches nothing before it is pressed: each page is made for who asks, when they ask, so all of it would be asked for again. */
export const Link = (props: ComponentProps<typeof NextLink>) => <NextLink prefetch={false} {...props} />;
