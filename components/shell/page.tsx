import type { ComponentProps, ReactNode } from "react";
import { Clock } from "#components/shell/clock.tsx";
import { Connection, type ConnectionState } from "#components/shell/connection.tsx";
import { HelpLink } from "#components/shell/help-link.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { ServerAway } from "#components/shell/server-away.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import type { HelpedPage } from "#lib/client/help/page-help.ts";

type PageProps = Omit<ComponentProps<typeof PageFrame>, "head" | "foot"> & {
  title?: ReactNode;
  /** What the help is asked about. */
  help?: HelpedPage | undefined;
  over?: ReactNode;
  block?: ReactNode;
  actions?: ReactNode;
  connection?: ConnectionState | undefined;
  /** A head of its own, in place of title, clock and actions. */
  head?: ReactNode;
  /** Stays at the foot of the window. */
  foot?: ReactNode;
};

/** A page of who is signed in: its head, and at its foot whether the server answers. */
export function Page({ title, help, over, block, actions, connection, head, foot, ...frame }: PageProps) {
  return (
    <PageFrame
      {...frame}
      head={
        head ?? (
          <PageHead
            title={title}
            help={help && <HelpLink about={help} />}
            block={block}
            over={over}
            actions={actions}
            status={<Status connection={connection} told={Boolean(frame.above)} />}
          />
        )
      }
      foot={
        <div data-page-foot className="sticky bottom-0 z-10">
          <ServerAway />
          {foot}
        </div>
      }
    />
  );
}

/** `told`: the time stands above the head already, where that scrolls away. */
function Status({ connection, told }: { connection: ConnectionState | undefined; told: boolean }) {
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      {connection && <Connection connection={connection} />}
      <span className={told ? "max-md:hidden" : undefined}>
        <Clock />
      </span>
    </span>
  );
}
