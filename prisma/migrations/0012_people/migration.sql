-- Who is there, to whom command is offered, who took it; whose a step is, and who needs help with it.
ALTER TABLE "run"
  ADD COLUMN "presence" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "command_offer" JSONB,
  ADD COLUMN "taken_commands" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "run_step" ADD COLUMN "assigned" JSONB, ADD COLUMN "help" JSONB;
