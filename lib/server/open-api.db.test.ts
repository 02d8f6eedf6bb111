import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { allEndpoints } from "#lib/contract/all-endpoints.ts";
import { describeApi } from "#lib/server/open-api.ts";

const text = JSON.stringify(describeApi());
const operations = Object.entries(JSON.parse(text).paths as Record<string, Record<string, Operation>>).flatMap(
  ([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method })),
);
type Operation = {
  operationId: string;
  security: object[];
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: { content: object };
  responses: Record<string, { content?: object; $ref?: string }>;
};

const named = (name: string) => operations.find(({ operationId }) => operationId === name);

describe("the OpenAPI description", () => {
  it("is valid OpenAPI 3.1", async () => {
    expect(JSON.parse(text).openapi).toMatch(/^3\.1\./);
    expect(await new Validator().validate(JSON.parse(text))).toEqual({ valid: true });
  });

  it("has every operation of the contract, and no other", () => {
    const declared = allEndpoints.map(({ name, endpoint }) => `${name} ${endpoint.method} ${endpoint.path}`);
    const described = operations.map(
      ({ operationId, method, path }) => `${operationId} ${method.toUpperCase()} ${path}`,
    );
    expect(described.toSorted()).toEqual(declared.toSorted());
  });

  it("names every parameter of a path, and resolves every reference", () => {
    for (const { path, parameters } of operations) {
      const inPath = parameters.filter((parameter) => parameter.in === "path");
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
    const { components } = JSON.parse(text);
    const references = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(50);
    for (const [, kind = "", name = ""] of references) expect(components[kind]).toHaveProperty(name);
    expect(text.match(/"\$ref":"(?!#\/components\/)/)).toBeNull();
    expect(text).not.toMatch(/"\$(id|schema)"/);
  });

  it("says what is sent, what is answered, who may ask, and how it is refused", () => {
    expect(named("createRun")).toMatchObject({
      security: [{ session: [] }, { token: [] }],
      "x-permission": "run.command",
      requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/NewRun" } } } },
      responses: {
        200: { content: { "application/json": { schema: { $ref: "#/components/schemas/RunView" } } } },
        "4XX": { $ref: "#/components/responses/Problem" },
      },
    });
    expect(named("getHealth")).toMatchObject({ security: [] });
    expect(named("runEvents")?.responses[200]?.content).toHaveProperty("text/event-stream");
    expect(named("downloadProcedure")?.responses[200]?.content).toHaveProperty("application/yaml");
    expect(named("signOut")?.responses).toHaveProperty("204");
  });

  it("has a name of its own for what is sent otherwise than it is answered, and for what holds it", () => {
    const { Step, StepSent, Phase, PhaseSent } = JSON.parse(text).components.schemas;
    expect(Step.required).toContain("inDrill");
    expect(StepSent.required).not.toContain("inDrill");
    expect(StepSent.properties.action).toEqual({ $ref: "#/components/schemas/ActionSent" });
    expect(Phase).toBeDefined();
    expect(PhaseSent).toBeUndefined();
  });

  it("tells the kinds of a command apart by their type", () => {
    const { Command } = JSON.parse(text).components.schemas;
    expect(Command).toMatchObject({ oneOf: expect.any(Array), discriminator: { propertyName: "type" } });
  });
});
