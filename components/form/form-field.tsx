"use client";

import { Plus } from "lucide-react";
import type { FieldPath } from "#components/form/form-context.ts";
import { Framed } from "#components/form/framed.tsx";
import { AddItem, ItemRow, movedUp } from "#components/form/item-row.tsx";
import { ChoiceField, LineField } from "#components/form/line-field.tsx";
import { OptionChoice } from "#components/form/option-choice.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckField } from "#components/ui/check-field.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { TextField } from "#components/ui/text-field.tsx";
import { useFocusAdded } from "#components/ui/use-focus-added.ts";
import {
  addEntry,
  addItem,
  choose,
  chooseFirst,
  type Entry,
  type Filled,
  type FilledEntries,
  type FilledGroup,
  type FilledList,
  type FilledOneOf,
  include,
  repeatedNames,
} from "#lib/client/procedures/form-filling.ts";
import { type FieldShape, isSaid, isSmall, isWide } from "#lib/client/procedures/form-shape.ts";
import { formWord } from "#lib/client/procedures/form-words.ts";
import { t } from "#lib/words/t.ts";

type FormFieldProps<F = Filled> = {
  filled: F;
  path: FieldPath;
  label: string;
  /** Where the place says it already. */
  labelHidden?: boolean | undefined;
  hint?: string | undefined;
  /** Takes the field out again, where it may be left out. */
  onLeaveOut?: (() => void) | undefined;
  onChange: (filled: Filled) => void;
};

/** A field for whatever a schema asks for. Fields hold fields, so all kinds that do stand here together. */
function FormField({ filled, ...rest }: FormFieldProps) {
  const { path, label, hint, labelHidden, onChange } = rest;
  switch (filled.kind) {
    case "text":
    case "number":
      return <LineField {...{ filled, path, label, hint, labelHidden, onChange }} />;
    case "choice":
      return <ChoiceField {...{ filled, path, label, hint, labelHidden, onChange }} />;
    case "truth": {
      const change = (yes: boolean) => onChange({ ...filled, yes });
      return (
        <CheckField label={label} hint={hint} checked={filled.yes} onChange={(event) => change(event.target.checked)} />
      );
    }
    case "fixed":
      return null;
    case "list":
      return <ListField filled={filled} {...rest} />;
    case "entries":
      return <EntriesField filled={filled} {...rest} />;
    case "one_of":
      return <OneOfField filled={filled} {...rest} />;
    case "group":
      return (
        <Framed label={label} hint={hint} path={path} onLeaveOut={rest.onLeaveOut}>
          <GroupFields filled={filled} path={path} onChange={onChange} />
        </Framed>
      );
  }
}

type GroupFieldsProps = {
  filled: FilledGroup;
  path: FieldPath;
  /** Only these; all of them unless said. */
  only?: readonly FieldShape[] | undefined;
  onChange: (filled: FilledGroup) => void;
};

/** The fields of a group, short ones side by side where there is room. */
export function GroupFields({ filled, path, only = filled.shape.fields, onChange }: GroupFieldsProps) {
  const shown = only.filter(isSaid);
  return (
    <div
      className={classNames(
        "grid grid-cols-[minmax(0,1fr)] items-start gap-x-4 gap-y-3",
        shown.length > 1 && "md:grid-cols-2",
      )}
    >
      {shown.map((field) => (
        <div key={field.name} className={classNames("min-w-0", isWide(field.shape) && "md:col-span-full")}>
          <GroupField
            field={field}
            value={filled.fields[field.name] ?? null}
            path={[...path, field.name]}
            onChange={(value) => onChange({ ...filled, fields: { ...filled.fields, [field.name]: value } })}
          />
        </div>
      ))}
    </div>
  );
}

type GroupFieldProps = {
  field: FieldShape;
  value: Filled | null;
  path: FieldPath;
  onChange: (value: Filled | null) => void;
};

function GroupField({ field, value, path, onChange }: GroupFieldProps) {
  const { shape } = field;
  const [label, hint] = [formWord(field.label), field.hint && formWord(field.hint)];
  if (shape.kind === "fixed") {
    const change = (yes: boolean) => onChange(yes ? shape : null);
    const ticked = value !== null;
    return <CheckField label={label} hint={hint} checked={ticked} onChange={(event) => change(event.target.checked)} />;
  }
  const onLeaveOut = field.optional && field.standard === undefined ? () => onChange(null) : undefined;
  if (value) return <FormField filled={value} {...{ path, label, hint, onLeaveOut, onChange }} />;
  if (shape.kind === "one_of") {
    const start = (at: number) => onChange(chooseFirst(shape, at));
    return <OptionChoice {...{ shape, path, label, hint }} chosen={null} onChoose={start} />;
  }
  return (
    <Button icon={<Plus aria-hidden />} onClick={() => onChange(include(field))}>
      {t("Add “{field}”", { field: label })}
    </Button>
  );
}

/** Items in their order. */
function ListField({ filled, path, label, hint, onLeaveOut, onChange }: FormFieldProps<FilledList>) {
  const { items } = filled;
  const list = useFocusAdded<HTMLOListElement>(items.length);
  const change = (key: number, value: Filled) =>
    onChange({ ...filled, items: items.map((item) => (item.key === key ? { key, value } : item)) });
  return (
    <Framed label={label} hint={hint} path={path} onLeaveOut={onLeaveOut}>
      <ol ref={list} className="grid grid-cols-[minmax(0,1fr)] gap-3 empty:hidden">
        {items.map(({ key, value }, at) => (
          <ItemRow
            key={key}
            name={`${label} ${at + 1}`}
            onUp={at > 0 ? () => onChange({ ...filled, items: movedUp(items, at) }) : undefined}
            onRemove={() => onChange({ ...filled, items: items.filter((item) => item.key !== key) })}
          >
            <FormField
              filled={value}
              path={[...path, at]}
              label={`${label} ${at + 1}`}
              labelHidden
              onChange={(next) => change(key, next)}
            />
          </ItemRow>
        ))}
      </ol>
      <AddItem label={label} onAdd={() => onChange(addItem(filled))} />
    </Framed>
  );
}

/** Values under names. */
function EntriesField({ filled, path, label, hint, onLeaveOut, onChange }: FormFieldProps<FilledEntries>) {
  const { items } = filled;
  const list = useFocusAdded<HTMLOListElement>(items.length);
  const repeated = repeatedNames(filled);
  const change = (key: number, given: Partial<Entry>) =>
    onChange({ ...filled, items: items.map((item) => (item.key === key ? { ...item, ...given } : item)) });
  return (
    <Framed label={label} hint={hint} path={path} onLeaveOut={onLeaveOut}>
      <ol ref={list} className="grid grid-cols-[minmax(0,1fr)] gap-3 empty:hidden">
        {items.map(({ key, name, value }, at) => (
          <ItemRow
            key={key}
            name={name || `${label} ${at + 1}`}
            onRemove={() => onChange({ ...filled, items: items.filter((item) => item.key !== key) })}
          >
            <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-2 md:grid-cols-[14rem_minmax(0,1fr)]">
              <TextField
                label={t("Name of {field} {place}", { field: label.toLowerCase(), place: at + 1 })}
                labelHidden
                placeholder={t("Name")}
                mono
                value={name}
                autoCapitalize="none"
                spellCheck={false}
                error={repeated.has(key) ? t("This name is already used above.") : null}
                onChange={(event) => change(key, { name: event.target.value })}
              />
              <FormField
                filled={value}
                path={[...path, name]}
                label={name || `${label} ${at + 1}`}
                labelHidden
                onChange={(next) => change(key, { value: next })}
              />
            </div>
          </ItemRow>
        ))}
      </ol>
      <AddItem label={label} onAdd={() => onChange(addEntry(filled))} />
    </Framed>
  );
}

/** First which of several, then what it needs. */
function OneOfField({ filled, path, label, labelHidden, hint, ...rest }: FormFieldProps<FilledOneOf>) {
  const { shape, chosen, value } = filled;
  const small = shape.options.every((option) => isSmall(option.shape));
  const change = (next: Filled) => rest.onChange({ ...filled, value: next });
  const named = `${label}: ${formWord(shape.options[chosen]?.label ?? "")}`;
  return (
    <div
      className={classNames(
        "grid grid-cols-[minmax(0,1fr)] items-start gap-3",
        small && "sm:grid-cols-[12rem_minmax(0,1fr)]",
      )}
    >
      <OptionChoice
        {...{ shape, path, label, labelHidden, hint, chosen }}
        onNone={rest.onLeaveOut}
        onChoose={(at) => rest.onChange(choose(filled, at))}
      />
      {value.kind === "group" ? (
        <GroupFields filled={value} path={path} onChange={change} />
      ) : (
        <div className={classNames("min-w-0", small && !labelHidden && "sm:mt-6")}>
          <FormField filled={value} path={path} label={named} labelHidden onChange={change} />
        </div>
      )}
    </div>
  );
}
