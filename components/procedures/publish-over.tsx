"use client";

import { Changes } from "#components/procedures/changes.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { Change } from "#lib/domain/procedure-diff.ts";
import { t } from "#lib/words/t.ts";

type PublishOverProps = {
  /** The number of the version that the draft does not follow. */
  version: number;
  undone: readonly Change[];
  between: readonly [latest: Procedure, draft: Procedure];
  pending: boolean;
  onPublish: () => void;
  onClose: () => void;
};

/** Says what of a version is undone, before a draft that was begun from an older one is published over it. */
export function PublishOver({ version, undone, between, pending, onPublish, onClose }: PublishOverProps) {
  const versions = { version, next: version + 1 };
  return (
    <Dialog
      open
      alert
      wide
      onOpenChange={onClose}
      title={t("Publish over v{version}?", versions)}
      description={t("The draft was begun before v{version}. What v{version} changed here, v{next} undoes:", versions)}
      footer={
        <Button look="danger" pending={pending && t("Publishing…")} onClick={() => pending || onPublish()}>
          {t("Publish v{next} over v{version}", versions)}
        </Button>
      }
    >
      <Changes changes={undone} between={between} />
    </Dialog>
  );
}
