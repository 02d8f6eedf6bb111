// @ts-check
// Stands in for the worker: says on its way out whether the database is still there.
import pg from "pg";

process.once("SIGTERM", async () => {
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  const { rows } = await client.query("select 'the database was still there' as answer");
  console.log(rows[0].answer);
  await client.end();
  process.exit();
});
setInterval(() => {}, 60_000);
console.log(`worker ${process.pid}`);
