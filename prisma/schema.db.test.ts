import { readFileSync } from "node:fs";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { expect, test } from "vitest";
import { createDatabase } from "#lib/server/testing/create-database.ts";

const schema = readFileSync("prisma/schema.prisma", "utf8");

/**
 * What schema.prisma can express, a line each: columns, keys, and indexes over whole columns. Checks, triggers,
 * partial indexes and what a generated column is made of are beyond it and live in the migrations alone.
 */
const STRUCTURE = `
  select format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                case when a.attnotnull then ' not null' end, ' default ' || pg_get_expr(d.adbin, d.adrelid)) as line
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
  union all
  select format('%s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  from pg_constraint
  where connamespace = 'public'::regnamespace and contype in ('p', 'f', 'u')
    and conrelid is distinct from to_regclass('_prisma_migrations')
  union all
  select pg_get_indexdef(indexrelid)
  from pg_index join pg_class on pg_class.oid = indexrelid
  where relnamespace = 'public'::regnamespace and indpred is null and indexprs is null
    and indrelid is distinct from to_regclass('_prisma_migrations')
  order by line`;

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  const result = await client.query(sql);
  await client.end();
  return result.rows;
}

async function structure(url: string): Promise<string[]> {
  const rows = await query<{ line: string }>(url, STRUCTURE);
  return rows.map(({ line }) => line);
}

/** The structure of a database that Prisma's own engine makes from a schema. */
async function structureOf(content: string): Promise<string[]> {
  const url = await createDatabase("template0");
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(url));
  const files = [{ path: "schema.prisma", content }];
  using engine = await SchemaEngine.new({ datamodels: [["schema.prisma", content]] }, () => {}, adapter);
  const { stdout: script } = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  // The schema names what the extension has, and does not make the extension.
  await query(url, `create extension pg_trgm; ${script ?? ""}`);
  return await structure(url);
}

test("the migrations make what schema.prisma says", async () => {
  const migrated = await structure(await createDatabase("migrated"));
  expect(migrated).toContainEqual(expect.stringContaining("run_event.seq integer not null"));
  expect(migrated).toEqual(await structureOf(schema));
});

test("a column that no migration has is noticed", async () => {
  const changed = schema.replace(/^model RunEvent \{$/m, '$&\n  forgotten String @default("")');
  const migrated = await structure(await createDatabase("migrated"));
  const added = (await structureOf(changed)).filter((line) => !migrated.includes(line));
  expect(added).toEqual(["run_event.forgotten text not null default ''::text"]);
});
