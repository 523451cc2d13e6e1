import { isObject } from "@cloud-clients/openapi-model";
import type { Oas3Rule, UserContext } from "@redocly/openapi-core";

// Ideographs, kana, their punctuation and full-width forms.
const foreign = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+/;
const prose = ["title", "summary", "description"];

/** The first Chinese text in a title, summary or description of a node, by the name of that field. */
export function foreignProse(node: object): Map<string, string> {
  const found = new Map<string, string>();
  for (const [field, text] of Object.entries(node)) {
    const part = prose.includes(field) && typeof text === "string" && foreign.exec(text)?.[0];
    if (part) found.set(field, part);
  }
  return found;
}

/** The text of a bundle is English: no title, summary or description contains Chinese. */
export const englishOnly: Oas3Rule = () => ({
  any: {
    enter(node: unknown, ctx: UserContext) {
      if (!isObject(node)) return;
      for (const [field, found] of foreignProse(node)) {
        ctx.report({
          message: `The ${field} must be English; it has "${found}".`,
          location: ctx.location.child(field),
        });
      }
    },
  },
});
