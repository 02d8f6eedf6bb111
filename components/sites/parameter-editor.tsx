"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { useFocusAdded } from "#components/ui/use-focus-added.ts";
import { newRow, type ParameterRow, type RowErrors } from "#lib/client/sites/parameter-rows.ts";
import { t } from "#lib/words/t.ts";

type ParameterEditorProps = {
  rows: readonly ParameterRow[];
  errors: RowErrors;
  onChange: (rows: ParameterRow[]) => void;
};

const kinds = () =>
  [
    { value: "list", label: t("arguments") },
    { value: "value", label: t("one value") },
  ] as const;

/** Names and what they stand for: a list of arguments, one on each line, or a single value. */
export function ParameterEditor({ rows, errors, onChange }: ParameterEditorProps) {
  const list = useFocusAdded<HTMLUListElement>(rows.length);
  const change = (key: string, given: Partial<ParameterRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...given } : row)));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <ul ref={list} className="grid grid-cols-[minmax(0,1fr)] gap-3 empty:hidden">
        {rows.map((row) => (
          <RowFields
            key={row.key}
            row={row}
            error={errors[row.key]}
            onChange={(given) => change(row.key, given)}
            onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
          />
        ))}
      </ul>
      <span>
        <Button icon={<Plus aria-hidden />} onClick={() => onChange([...rows, newRow(rows)])}>
          {t("Add a parameter")}
        </Button>
      </span>
    </div>
  );
}

type RowFieldsProps = {
  row: ParameterRow;
  error: RowErrors[string] | undefined;
  onChange: (given: Partial<ParameterRow>) => void;
  onRemove: () => void;
};

function RowFields({ row, error, onChange, onRemove }: RowFieldsProps) {
  const named = row.name.trim() || t("new parameter");
  return (
    <li className="grid items-start gap-3 rounded border border-line bg-surface p-3 md:grid-cols-[16rem_minmax(0,1fr)_auto]">
      <div className="grid justify-items-start gap-2">
        <div className="w-full">
          <TextField
            label={t("Name")}
            mono
            value={row.name}
            maxLength={64}
            autoCapitalize="none"
            spellCheck={false}
            error={error?.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </div>
        <Segmented
          label={t("Kind of {parameter}", { parameter: named })}
          options={kinds()}
          value={row.kind}
          onChange={(kind) =>
            onChange({ kind, text: kind === "value" ? row.text.replace(/\s*\n\s*/g, " ") : row.text })
          }
        />
      </div>
      {row.kind === "list" ? (
        <TextArea
          label={t("Arguments, one on each line")}
          mono
          rows={3}
          wrap="off"
          value={row.text}
          spellCheck={false}
          error={error?.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      ) : (
        <TextField
          label={t("Value")}
          mono
          value={row.text}
          spellCheck={false}
          error={error?.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      )}
      <span className="md:mt-6">
        <Button
          look="plain"
          icon={<Trash2 aria-hidden />}
          aria-label={t("Remove {parameter}", { parameter: named })}
          onClick={onRemove}
        >
          {t("Remove")}
        </Button>
      </span>
    </li>
  );
}
