import { Refusal } from "../engine/refusal.js";

/** 400: the request makes no sense, whatever the state of things. */
export function invalidArgument(message: string): Refusal {
  return new Refusal(400, "INVALID_ARGUMENT", message);
}

/** 400: the request makes sense, but not now or not for this thing. */
export function failedPrecondition(message: string): Refusal {
  return new Refusal(400, "FAILED_PRECONDITION", message);
}

/** 403: the thing belongs to somebody else. */
export function permissionDenied(message: string): Refusal {
  return new Refusal(403, "PERMISSION_DENIED", message);
}

/** 404: there is none. */
export function notFound(what: string, id: string): Refusal {
  return new Refusal(404, "NOT_FOUND", `no ${what} has the id ${id}`);
}

/** The thing with this id. @throws Refusal 404 when there is none */
export function find<Thing>(things: ReadonlyMap<string, Thing>, what: string, id: string): Thing {
  const found = things.get(id);
  if (found === undefined) throw notFound(what, id);
  return found;
}

/** The thing that a body names. @throws Refusal 400 when there is none */
export function findNamed<Thing>(
  things: ReadonlyMap<string, Thing>,
  what: string,
  id: string,
): Thing {
  const found = things.get(id);
  if (found === undefined) throw invalidArgument(`no ${what} has the id ${id}`);
  return found;
}
