"use client";

import { NotDone } from "#components/shell/not-done.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";

type DangerDialogProps = {
  title: string;
  /** What follows from it. */
  description: string;
  press: string;
  /** On the button once it was pressed: "Deleting…". */
  pressing: string;
  /** That nothing came of it: "Not deleted." */
  notDone: string;
  isPending: boolean;
  error: Error | null;
  onPress: () => void;
  onClose: () => void;
};

/** Says what follows before it is done. */
export function DangerDialog(props: DangerDialogProps) {
  const { title, description, press, pressing, notDone, isPending, error, onPress, onClose } = props;
  return (
    <Dialog
      open
      alert
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <Button look="danger" pending={isPending && pressing} onClick={() => isPending || onPress()}>
          {press}
        </Button>
      }
    >
      {error && <NotDone title={notDone} error={error} />}
    </Dialog>
  );
}
