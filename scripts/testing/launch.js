// @ts-check
// Launches a stand-in for the product, given as JSON, so that the launcher can be tested without a build.
import { makeDataFolder } from "../launcher/data-folder.js";
import { launch } from "../launcher/launch.js";
import { runProgram } from "../launcher/program.js";
import { readSettings } from "../launcher/settings.js";

await runProgram(async (stop) => {
  const settings = readSettings(process.env, []);
  makeDataFolder(settings.dataFolder);
  await launch(settings, JSON.parse(process.argv[2] ?? ""), stop);
  return 0;
});
