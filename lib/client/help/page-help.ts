/** Where the help tells of what a page is for. */
export const pageHelp = {
  overview: "/help#runs",
  procedure: "/help#drill-choose",
  sites: "/help#sites",
  messages: "/help#messages",
  newRun: "/help#drill-create",
  history: "/help#runs",
  report: "/help#drill-report",
  record: "/help#records",
  afterwards: "/help#run.operate",
  users: "/help#user.manage",
  account: "/help#in_person",
} as const;
export type HelpedPage = keyof typeof pageHelp;
