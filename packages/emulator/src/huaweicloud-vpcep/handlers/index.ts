import type { Handler } from "../../service/service.js";
import type { VpcepState } from "../state.js";
import { createEndpoint } from "./create-endpoint.js";
import { getEndpoint } from "./get-endpoint.js";
import { getEndpointService } from "./get-endpoint-service.js";
import { listEndpointServices } from "./list-endpoint-services.js";
import { listPublicEndpointServices } from "./list-public-endpoint-services.js";
import { updateEndpointService } from "./update-endpoint-service.js";

/** Every operation of the VPCEP API that the emulator does. */
export const handlers: readonly Handler<VpcepState>[] = [
  listEndpointServices,
  listPublicEndpointServices,
  getEndpointService,
  updateEndpointService,
  createEndpoint,
  getEndpoint,
];
