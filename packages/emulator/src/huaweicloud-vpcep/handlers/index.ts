import type { Handler } from "../../service/service.js";
import type { VpcepState } from "../state.js";
import { acceptOrRejectConnection } from "./accept-or-reject-connection.js";
import { addOrRemoveServicePermissions } from "./add-or-remove-service-permissions.js";
import { batchAddServicePermissions } from "./batch-add-service-permissions.js";
import { batchRemoveServicePermissions } from "./batch-remove-service-permissions.js";
import { batchUpdateResourceTags } from "./batch-update-resource-tags.js";
import { createEndpoint } from "./create-endpoint.js";
import { createEndpointService } from "./create-endpoint-service.js";
import { deleteEndpoint } from "./delete-endpoint.js";
import { deleteEndpointPolicy } from "./delete-endpoint-policy.js";
import { deleteEndpointService } from "./delete-endpoint-service.js";
import { describeEndpointService } from "./describe-endpoint-service.js";
import { getEndpoint } from "./get-endpoint.js";
import { getEndpointService } from "./get-endpoint-service.js";
import { getVersion } from "./get-version.js";
import { listEndpointServices } from "./list-endpoint-services.js";
import { listEndpoints } from "./list-endpoints.js";
import { listProjectResourceTags } from "./list-project-resource-tags.js";
import { listPublicEndpointServices } from "./list-public-endpoint-services.js";
import { listQuotas } from "./list-quotas.js";
import { listResourceInstances } from "./list-resource-instances.js";
import { listServiceConnections } from "./list-service-connections.js";
import { listServicePermissions } from "./list-service-permissions.js";
import { listVersions } from "./list-versions.js";
import { renameEndpointService } from "./rename-endpoint-service.js";
import { updateConnectionDescriptions } from "./update-connection-descriptions.js";
import { updateEndpointPolicy } from "./update-endpoint-policy.js";
import { updateEndpointRouteTables } from "./update-endpoint-route-tables.js";
import { updateEndpointService } from "./update-endpoint-service.js";
import { updateEndpointWhitelist } from "./update-endpoint-whitelist.js";
import { updateServicePermissionDescription } from "./update-service-permission-description.js";

/** Every operation of the VPCEP API, in the order of the bundle. */
export const handlers: readonly Handler<VpcepState>[] = [
  listVersions,
  getVersion,
  listEndpointServices,
  createEndpointService,
  listPublicEndpointServices,
  describeEndpointService,
  getEndpointService,
  updateEndpointService,
  deleteEndpointService,
  renameEndpointService,
  listServiceConnections,
  acceptOrRejectConnection,
  updateConnectionDescriptions,
  listServicePermissions,
  addOrRemoveServicePermissions,
  batchAddServicePermissions,
  batchRemoveServicePermissions,
  updateServicePermissionDescription,
  listEndpoints,
  createEndpoint,
  getEndpoint,
  updateEndpointWhitelist,
  deleteEndpoint,
  updateEndpointRouteTables,
  updateEndpointPolicy,
  deleteEndpointPolicy,
  listQuotas,
  listProjectResourceTags,
  listResourceInstances,
  batchUpdateResourceTags,
];
