import { Refusal } from "../../service/refusal.js";
import { acceptEndpoint } from "../creation.js";
import { findConnection } from "../find-connection.js";
import { refuseState } from "../find-endpoint.js";
import { toTimestamp } from "../time.js";
import { toConnection } from "../to-connection.js";
import { findService, type ServicePath, vpcepHandler } from "../vpcep-handler.js";

interface Input {
  readonly path: ServicePath;
  readonly body: { readonly action: "receive" | "reject"; readonly endpoints: readonly string[] };
}

/** Accepts or rejects one connection, also one that was decided the other way before. */
export const acceptOrRejectConnection = vpcepHandler<Input>(
  "acceptOrRejectConnection",
  ({ state, path, body, now }) => {
    const service = findService(state, path);
    const [id, ...more] = body.endpoints;
    if (id === undefined) throw new Refusal(400, "EndPoint.2002", "endpoints is empty");
    if (more.length > 0) {
      throw new Refusal(400, "EndPoint.2031", "endpoints may name one endpoint only");
    }
    const endpoint = findConnection(state, service, id);
    refuseState(endpoint);
    if (body.action === "receive") acceptEndpoint(state, endpoint);
    else endpoint.status = "rejected";
    endpoint.updated_at = toTimestamp(now);
    return { connections: [toConnection(state, endpoint)] };
  },
);
