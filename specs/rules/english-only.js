/** @import { Mapping } from "./schema-facts.js" */

// Ideographs, kana, their punctuation and full-width forms.
const foreign = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+/;
const prose = ["title", "summary", "description"];

/** What people read in a bundle is English: no Chinese is left in a title, summary or description. */
export function englishOnly() {
  return {
    any: {
      /**
       * @param {Mapping} node
       * @param {import("@redocly/openapi-core").UserContext} ctx
       */
      enter(node, ctx) {
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
  };
}
