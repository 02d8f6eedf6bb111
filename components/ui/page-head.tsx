import type { ReactNode } from "react";

type PageHeadProps = {
  title: ReactNode;
  /** Beside the title: the way to what the help says of the page. */
  help?: ReactNode;
  /** At the very left, as high as the bar, where there is room for it. */
  block?: ReactNode;
  /** Above the title: where it belongs. */
  over?: ReactNode;
  /** Connection and clock. */
  status?: ReactNode;
  actions?: ReactNode;
};

/** The bar at the top of a page; it stays in sight where there is room for it. */
export function PageHead({ title, help, block, over, status, actions }: PageHeadProps) {
  return (
    <header className="z-10 flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line-2 bg-surface px-4 py-2 md:sticky md:top-0 print:static print:border-b-2 print:px-0">
      {block && <div className="-my-2 -ml-4 grid self-stretch max-md:hidden print:hidden">{block}</div>}
      <div className="min-w-0 flex-[1_1_8rem]">
        {over && <p className="text-xs text-fg-2">{over}</p>}
        <div className="flex items-center gap-1">
          <h1 className="min-w-0 text-l font-semibold wrap-break-word">{title}</h1>
          {help}
        </div>
      </div>
      {status && <div className="text-fg-2 max-md:order-3 max-md:basis-full print:hidden">{status}</div>}
      {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </header>
  );
}
