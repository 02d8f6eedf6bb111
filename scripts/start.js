// @ts-check
// Starts the product (`npm start`). Until the pinned Node.js is installed, this runs on the one of the machine.
import { bootstrap } from "./launcher/bootstrap.js";
import { logFile, makeDataFolder } from "./launcher/data-folder.js";
import { runProgram } from "./launcher/program.js";
import { ROOT, readSettings } from "./launcher/settings.js";

await runProgram(async (stop) => {
  const settings = readSettings(process.env, process.argv.slice(2));
  makeDataFolder(settings.dataFolder);
  const install = { root: ROOT, development: false, logFile: logFile(settings.dataFolder, "install"), stop };
  const exitCode = await bootstrap(install);
  if (exitCode !== undefined) return exitCode;

  // Not earlier: these need the packages and the pinned Node.js.
  const { launch } = await import("./launcher/launch.js");
  const { product } = await import("./launcher/product.js");
  await launch(settings, product(settings), stop);
  console.log("Stopped");
  return 0;
});
