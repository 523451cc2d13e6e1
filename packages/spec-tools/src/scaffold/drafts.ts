import { derefIn, type JsonObject, operationsOf } from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import { jsonPath, type NewAction, type NewOverlay } from "./overlay-text.js";
import { type PaginationProposal, proposePagination } from "./propose-pagination.js";
import { proposeWrites, tellNounsApart } from "./propose-writes.js";
import { nameOf } from "./upstream.js";

/** The rules that are proposed for an API. */
export interface Drafts {
  overlays: NewOverlay[];
  /** One line per operation that got no rule and stays a plain call. */
  remarks: string[];
}

/**
 * Proposes how lists are paged and how lists are replaced, from the names and types of a corrected bundle.
 *
 * @param plain operationIds of lists that stay plain calls if no rule fits.
 * @throws InputError naming each list that no paging rule fits, and each id in `plain` that names no such list.
 */
export function draftRules(document: JsonObject, plain: readonly string[]): Drafts {
  const deref = derefIn(document);
  const operations = operationsOf(document.paths);
  const shown = new Set(
    operations.filter(({ method }) => method === "put").map(({ path }) => path),
  );
  const paging: NewAction[] = [];
  const unfit: string[] = [];
  const remarks: string[] = [];
  const unused = new Set(plain);
  for (const found of operations) {
    const { path, method, operation } = found;
    const id = String(operation.operationId);
    const { rule, refused, unsure }: PaginationProposal = proposePagination(
      found,
      deref,
      shown.has(path),
    );
    const target = jsonPath(["paths", path, method], document);
    if (rule !== undefined) paging.push({ target, update: { "x-pagination": rule } });
    if (unsure !== undefined)
      remarks.push(`${id} (${nameOf(found)}) ${unsure}: it stays a plain call`);
    if (refused === undefined) continue;
    if (unused.delete(id)) {
      const description = `${id} ${refused}: a plain call.`;
      paging.push({ target, description, update: { "x-pagination": false } });
      remarks.push(`${id} (${nameOf(found)}) ${refused}: it stays a plain call`);
    } else {
      unfit.push(
        `${id} (${nameOf(found)}) ${refused}; keep it as a plain call with --plain ${id}, or leave it out with --operations`,
      );
    }
  }
  for (const id of unused) {
    unfit.push(`--plain ${id}: no chosen list with that operationId lacks a paging rule`);
  }
  if (unfit.length > 0) throw new InputError(...unfit);
  const writes = operations.flatMap((found) => {
    const { rule, refused } = proposeWrites(found, operations, deref);
    if (refused !== undefined) {
      remarks.push(
        `${found.operation.operationId} (${nameOf(found)}) ${refused}: it stays a plain call`,
      );
    }
    return rule === undefined ? [] : [{ found, rule }];
  });
  tellNounsApart(
    writes,
    operations.map(({ operation }) => String(operation.operationId)),
  );
  const writing = writes.map(({ found, rule }) => ({
    target: jsonPath(["paths", found.path, found.method], document),
    update: { "x-write-semantics": rule },
  }));
  return { overlays: overlaysOf(paging, writing), remarks };
}

function overlaysOf(paging: NewAction[], writing: NewAction[]): NewOverlay[] {
  const overlays: NewOverlay[] = [
    {
      name: "0020-paging-rules",
      title: "Declare how lists are paged",
      description:
        "Inferred from names, types and headers: which parameters page the list, and where a response has its items and " +
        "the position of the next page (RULES.md of @cloud-clients/spec-tools, Lists). `single` is a list that comes in one response.",
      actions: paging,
      draft: true,
    },
    {
      name: "0021-write-rules",
      title: "Declare which lists a PUT replaces",
      description:
        "Each list that a PUT sends and the GET of its path shows (RULES.md of @cloud-clients/spec-tools, Replaced lists). `identity` distinguishes entries, " +
        "`optional` fields may be missing from an entry, `ordered` says whether order matters, `sets` are lists in an " +
        "entry whose order does not matter, and `keep` is sent back as it was read.",
      actions: writing,
      draft: true,
    },
  ];
  return overlays.filter(({ actions }) => actions.length > 0);
}
