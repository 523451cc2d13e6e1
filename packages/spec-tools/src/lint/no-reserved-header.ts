import type { Oas3Rule, UserContext } from "@redocly/openapi-core";

const instead = new Map([
  ["authorization", "a security scheme"],
  ["content-type", "the media types of the request body"],
  ["accept", "the media types of the responses"],
]);

/**
 * No header parameter is named Authorization, Content-Type or Accept: OpenAPI says that such parameters
 * are ignored, and generated clients do not ignore them.
 */
export const noReservedHeader: Oas3Rule = () => ({
  Parameter(parameter, ctx: UserContext) {
    const name = String(parameter.name);
    const better = instead.get(name.toLowerCase());
    if (parameter.in !== "header" || better === undefined) return;
    ctx.report({
      message: `The header ${name} must not be a parameter; declare ${better} instead.`,
      location: ctx.location.child("name"),
    });
  },
});
