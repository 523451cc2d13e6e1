import { InputError } from "../base/input-error.js";
import { type Fence, splitFences } from "./page-fences.js";

/** The OpenAPI fragment of a vendor page, as its fence holds it. */
export interface PageFragment {
  /** The lines between the fences, byte for byte. */
  text: string;
  /** Line of the opening fence, from 1. */
  line: number;
  /** `PUT /gpus/v2/…`, as the fence's info string says. */
  operation: string;
  /** The file name the vendor gives the fragment. */
  claims: string;
}

const openapiInfo = /^ya?ml +(\S+) +(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE) +(\/\S*)$/i;
const wanted = "one fence like ```yaml FILE METHOD PATH";

/**
 * The one OpenAPI fence of a page. Other fences may stand beside it.
 *
 * @param name how messages call the page.
 * @throws InputError when a fence never closes, or when there is no OpenAPI fence or more than one.
 */
export function findFragment(page: string, name: string): PageFragment {
  const { fences } = splitFences(page);
  const cut = fences.find((fence) => !fence.closed);
  if (cut !== undefined) {
    throw new InputError(
      `${name}:${cut.line}: the fence that opens here never closes: the page is cut; get it again`,
    );
  }
  const found = fences.flatMap((fence) => asFragment(fence) ?? []);
  const [fragment, second] = found;
  if (fragment === undefined) {
    const lines = page.split("\n").length;
    throw new InputError(
      `${name}:${lines}: the page ends without an OpenAPI fence; allowed is ${wanted}, ` +
        `or --note "METHOD PATH" for a page that has none`,
    );
  }
  if (second !== undefined) {
    throw new InputError(
      `${name}:${second.line}: a second OpenAPI fence (the first is in line ${fragment.line}); ` +
        `allowed is ${wanted}`,
    );
  }
  return fragment;
}

function asFragment(fence: Fence): PageFragment | undefined {
  const [, claims, method, path] = openapiInfo.exec(fence.info) ?? [];
  if (claims === undefined || method === undefined || path === undefined) return undefined;
  const operation = `${method.toUpperCase()} ${path}`;
  return { text: fence.body, line: fence.line, operation, claims };
}
