import { isObject } from "@cloud-clients/openapi-model";
import type { Oas3Rule, UserContext } from "@redocly/openapi-core";

// Ideographs, kana, their punctuation and full-width forms.
const foreign = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+/;
const prose = ["title", "summary", "description"];

/** The text of a bundle is English: no title, summary or description contains Chinese. */
export const englishOnly: Oas3Rule = () => ({
  any: {
    enter(node: unknown, ctx: UserContext) {
      if (!isObject(node)) return;
      for (const field of prose) {
        const text = node[field];
        const found = typeof text === "string" ? foreign.exec(text)?.[0] : undefined;
        if (found === undefined) continue;
        ctx.report({
          message: `The ${field} must be English; it has "${found}".`,
          location: ctx.location.child(field),
        });
      }
    },
  },
});
