// Written by "npx --yes pnpm@10 generate" from specs/huaweicloud-vpcep/openapi.yaml. Do not edit.
/** @description Where a version of the API is reached. */
export interface VersionLink {
    /** @description Address of the version. */
    href?: string;
    /** @description Media type that the address speaks, `application/json`. */
    type?: string;
    /** @description What the address is to the version, as in `self`. */
    rel?: string;
}
/** @description A version of the API. */
export interface Version {
    /** @description Id of the version, as in `v1`. */
    id?: string;
    /**
     * @description Whether the version is the recommended one, an older one that is still supported, or one that
     *     may be removed.
     *
     *     Known values, to which others may be added: CURRENT, SUPPORT, DEPRECATED.
     */
    status?: string;
    /** @description When the version was released, as a time in UTC. */
    updated?: string;
    /** @description Highest micro-version; empty when the version has none. */
    version?: string;
    /** @description Lowest micro-version; empty when the version has none. */
    min_version?: string;
    /** @description Where the version is reached. */
    links?: VersionLink[];
}
/** @description The versions of the API. */
export interface VersionList {
    /** @description The versions. */
    versions?: Version[];
}
/**
 * @description Why something failed: the inner part of a nested error body, and the `error` of a service
 *     according to the newer pages and the SDKs.
 */
export interface TaskError {
    /** @description Error code, as in `EndPoint.3001`. */
    code?: string;
    /** @description What went wrong, for people. */
    message?: string;
}
/**
 * @description An error body in the form that every operation page documents. `error` is required, because it is
 *     what tells this form from the other; the pages do not say which of its fields are always present.
 */
export interface ErrorEnvelopeType {
    error: TaskError;
}
/**
 * @description An error body in the form that the general rules document, and that examples of real errors have.
 *     The API gateway in front of the service uses it with codes that start with `APIGW.`. `error_code`
 *     is required, because it is what tells this form from the other.
 */
export interface ErrorFlat {
    /** @description Error code, as in `EndPoint.0022`. */
    error_code: string;
    /** @description What went wrong, for people. One code may come with different messages. */
    error_msg?: string;
}
/**
 * @description An error body. The vendor documents two forms and does not say when the service sends which: the
 *     code is `error.code` or else `error_code`, the message `error.message` or else `error_msg`.
 */
export type ErrorType = ErrorEnvelopeType | ErrorFlat;
/**
 * @description One version of the API. The page's example puts an object straight inside another one, which is no
 *     JSON; the table and the other sources name the field `version`.
 */
export interface VersionDetail {
    version?: Version;
}
/**
 * @description A port mapping as the service reports it; see `PortMapping` for its meaning.
 *
 *     Two examples on the vendor's pages show the ports as strings of digits. The tables, the other
 *     examples and the SDKs have integers, so a string here is to be treated as malformed.
 */
export interface StoredPortMapping {
    /** @description Port that the endpoint offers. */
    client_port?: number;
    /** @description Port of the backend. */
    server_port?: number;
    /**
     * @description Transport protocol; TCP when absent.
     *
     *     Known values, to which others may be added: TCP, UDP.
     */
    protocol?: string;
}
/**
 * @description A tag of a resource. The pages mark neither field as required. They also disagree on the lengths;
 *     the limits here are the widest, from the SDKs. Older pages print 36 for keys and 43 for values.
 */
export interface Tag {
    /**
     * @description Key, unique among the tags of a resource. Letters, digits, blanks and `_ . : = + - @`
     *     according to the SDKs, which also forbid the prefix `_sys_`.
     */
    key?: string;
    /** @description Value; may be empty. The characters of keys, and `/`. */
    value?: string;
}
/** @description Why something failed, in the form that endpoints use, and services on older pages. */
export interface ResourceError {
    /** @description Error code, as in `EndPoint.2022`. */
    error_code?: string;
    /** @description What went wrong, for people. */
    error_message?: string;
}
/**
 * @description An endpoint service of the project. Creating, changing, listing and reading one return nearly the
 *     same fields, so they share this schema; the fields that only some of them return say so.
 *
 *     Only `id` is required: the pages mark nothing, and nothing can be done with a service without it.
 *     `ports` is therefore optional too, and a client must not take its absence for an empty list.
 */
export interface EndpointService {
    /** @description Id of the service. */
    id: string;
    /**
     * @description Id (UUID) of the port that identifies the backend: of the private address of a load balancer,
     *     of the network card of a server, or, for a virtual IP, of the network card of its host.
     */
    port_id?: string;
    /**
     * @deprecated
     * @description Id of the network card of the virtual IP; only for backends of type VIP. Gone from the newer
     *     sources together with that type.
     */
    vip_port_id?: string;
    /** @description IPv4 address or domain name of a VLAN backend. Known from the SDKs only. */
    ip?: string;
    /**
     * @description Full name, made by the service: `<region>.<id>` or `<region>.<name>.<id>`. The printed maximum
     *     of 16 characters holds for the name part that users choose, not for this value.
     */
    service_name?: string;
    /**
     * @description Kind of backend: a server, a virtual IP (no longer offered) or a load balancer. One regional
     *     edition of the pages adds BMS.
     *
     *     Known values, to which others may be added: VM, VIP, LB.
     */
    server_type?: string;
    /** @description Id of the VPC of the backend. */
    vpc_id?: string;
    /** @description Id of the cluster. Returned on creating and changing. */
    pool_id?: string;
    /** @description Whether a new connection waits for the approval of the owner of the service. */
    approval_enabled?: boolean;
    /**
     * @description State of the service; endpoints can connect to it when it is `available`. `deleting` is listed
     *     for reading only.
     *
     *     Known values, to which others may be added: creating, available, failed, deleting.
     */
    status?: string;
    /**
     * @description `gateway` services are configured by the vendor, `interface` services by the vendor or by
     *     users. Many pages print `gataway`; their examples and the SDKs have `gateway`.
     *
     *     Known values, to which others may be added: gateway, interface.
     */
    service_type?: string;
    /** @description Editions of the service. Returned on listing and reading. Known from the SDKs only. */
    supported_editions?: string[];
    /**
     * @description IP version, for the professional edition. Returned on creating and changing. Known from the
     *     SDKs only.
     *
     *     Known values, to which others may be added: ipv4, ipv6.
     */
    ip_version?: string;
    /**
     * Format: date-time
     * @description Time of creation.
     */
    created_at?: string;
    /**
     * Format: date-time
     * @description Time of the last change.
     */
    updated_at?: string;
    /** @description Id of the project that owns the service. */
    project_id?: string;
    /** @description Id of the account that owns the service. Returned on listing. */
    domain_id?: string;
    /**
     * @description Kind of address range, `internal` by default. Not returned on listing.
     *
     *     Known values, to which others may be added: public, internal.
     */
    cidr_type?: string;
    /** @description All port mappings of the service. Their order carries no meaning. */
    ports?: StoredPortMapping[];
    /**
     * @description How data about the client reach the backend: not at all (`close`, the default), as a TCP
     *     option (`toa_open`), in the payload by the PROXY protocol (`proxy_open`), both ways (`open`),
     *     or in the payload together with the VNI (`proxy_vni`, in newer sources only).
     *
     *     Known values, to which others may be added: close, toa_open, proxy_open, open, proxy_vni.
     */
    tcp_proxy?: string;
    /** @description Tags of the service. */
    tags?: Tag[];
    /** @description Free text, without `<` and `>`. */
    description?: string;
    /** @description Number of endpoints whose connection is `creating` or `accepted`. Returned on listing. */
    connection_count?: number;
    /**
     * @description Why the service failed. Returned on listing and reading; some sources add: only while `status`
     *     is `failed`. They also disagree on the names of the fields of an entry, so both forms are
     *     accepted.
     */
    error?: (TaskError | ResourceError)[];
    /** @description Edge site of the pool. Returned on listing. */
    public_border_group?: string;
    /**
     * @description Whether endpoints of this service may have a policy of their own, `false` by default. Known
     *     from the SDKs only.
     */
    enable_policy?: boolean;
}
/**
 * @description A page of endpoint services. Both fields are required here, though the pages mark nothing: without
 *     either of them a client cannot tell a short list from a broken one.
 */
export interface EndpointServiceList {
    /** @description The services of this page. */
    endpoint_services: EndpointService[];
    /** @description Number of services that match the filters, before `limit` and `offset`. */
    total_count: number;
}
/**
 * @description A port mapping of a service to be created: the endpoint offers `client_port` and passes what arrives
 *     there on to `server_port` of the backend. `PortMapping` has the rules.
 */
export interface NewPortMapping {
    /** @description Port that the endpoint offers. */
    client_port: number;
    /** @description Port of the backend. */
    server_port: number;
    /**
     * @description Transport protocol; TCP when absent. Every page about creating a service, and the SDKs, name TCP
     *     alone. `EndPoint.3075` means a protocol that the service refused.
     * @default TCP
     * @enum {string}
     */
    protocol?: "TCP";
}
/** @description The service to create. */
export interface CreateEndpointServiceRequest {
    /**
     * Format: uuid
     * @description Id of the port that identifies the backend: of the private address of a load balancer, of the
     *     network card of a server, or, on older pages, of the host of a virtual IP.
     */
    port_id: string;
    /**
     * @deprecated
     * @description Id of the network card of the virtual IP; only for backends of type VIP. Gone from the newer
     *     sources together with that type.
     */
    vip_port_id?: string;
    /** @description Name part, from which the service makes the full name. May be empty. */
    service_name?: string;
    /** @description Id of the VPC of the backend. */
    vpc_id: string;
    /**
     * @description Whether a new connection waits for the approval of the owner of the service.
     * @default true
     */
    approval_enabled?: boolean;
    /**
     * @description Kind of the service. Users can create this kind alone.
     * @default interface
     * @enum {string}
     */
    service_type?: "interface";
    /**
     * @description Kind of backend: a server, a virtual IP (no longer offered) or a load balancer. One regional
     *     edition of the pages adds BMS.
     * @enum {string}
     */
    server_type: "VM" | "VIP" | "LB";
    /**
     * @description The port mappings of the service. At most 200 are added at a time; how many a service may have in
     *     total is not documented.
     */
    ports: NewPortMapping[];
    /**
     * @description How data about the client reach the backend: not at all (`close`), as a TCP option
     *     (`toa_open`, only for backends of the object storage service), in the payload by the PROXY
     *     protocol (`proxy_open`), or both ways (`open`).
     * @default close
     * @enum {string}
     */
    tcp_proxy?: "close" | "toa_open" | "proxy_open" | "open";
    /** @description Tags of the service. The page allows 10, the newer sources 20. */
    tags?: Tag[];
    /**
     * @description Free text. One regional edition of the pages allows at most 128 characters, the others name no
     *     limit.
     */
    description?: string;
    /** @description IPv4 address or domain name of a VLAN backend. Known from the SDKs only. */
    ip?: string;
    /**
     * @description IP version, for the professional edition. Known from the SDKs only.
     * @enum {string}
     */
    ip_version?: "ipv4" | "ipv6";
    /** @description Id of any network of the VPC; needed when `ip_version` is `ipv6`. Known from the SDKs only. */
    snat_network_id?: string;
    /** @description Id of the cluster. In one regional edition of the pages only. */
    pool_id?: string;
}
/**
 * @description An endpoint service that everybody may connect to. Only `id` is required: the pages mark nothing,
 *     and nothing can be done with a service without it.
 */
export interface PublicEndpointService {
    /** @description Id of the service. */
    id: string;
    /** @description Owner of the service. */
    owner?: string;
    /** @description Name of the service. */
    service_name?: string;
    /**
     * @description Kind of the service. The page prints `gataway` in its table and `gateway` in its example.
     *
     *     Known values, to which others may be added: gateway, interface.
     */
    service_type?: string;
    /**
     * Format: date-time
     * @description Time of creation.
     */
    created_at?: string;
    /**
     * @description Whether endpoints of this service cost money. The tables say boolean, every example shows a
     *     string: compare the value with both, because the string `"false"` is truthy.
     */
    is_charge?: boolean | string;
    /** @description Whether endpoints of this service may have a policy of their own. Known from the SDKs only. */
    enable_policy?: boolean;
}
/**
 * @description A page of public endpoint services. Both fields are required for the reason given at
 *     `EndpointServiceList`.
 */
export interface PublicEndpointServiceList {
    /** @description The services of this page. */
    endpoint_services: PublicEndpointService[];
    /** @description Number of services that match the filters, before `limit` and `offset`. */
    total_count: number;
}
/**
 * @description What everybody may know of a service. Only `id` is required: the pages mark nothing, and nothing
 *     can be done with a service without it.
 */
export interface EndpointServiceSummary {
    /** @description Id of the service. */
    id: string;
    /** @description Full name of the service. */
    service_name?: string;
    /**
     * @description Kind of the service. The page prints `gataway` in its table.
     *
     *     Known values, to which others may be added: gateway, interface.
     */
    service_type?: string;
    /**
     * Format: date-time
     * @description Time of creation.
     */
    created_at?: string;
    /**
     * @description Whether endpoints of this service cost money. The tables say boolean, every example shows a
     *     string: compare the value with both, because the string `"false"` is truthy.
     */
    is_charge?: boolean | string;
    /** @description Edge site of the pool; only for edge pools. Known from the SDKs only. */
    public_border_group?: string;
    /** @description Whether endpoints of this service may have a policy of their own. Known from the SDKs only. */
    enable_policy?: boolean;
}
/** @description What to change of an endpoint service beside its port mappings. */
export interface EndpointServiceChange {
    /**
     * @description Whether a new connection waits for the approval of the owner of the service.
     *
     *     What leaving it out does is undocumented. The pages print "default true", which may mean that
     *     leaving it out sets it to `true`, so this schema declares no default. Always send it.
     */
    approval_enabled?: boolean;
    /** @description Name part, from which the service makes the full name. Missing from the oldest page. */
    service_name?: string;
    /**
     * Format: uuid
     * @description Id of the port that identifies the new backend: of the private address of a load balancer, of
     *     the network card of a server, or, on older pages, of the host of a virtual IP. A load balancer
     *     can only be exchanged for one of the same kind. The newest sources describe this field for
     *     servers alone. Cannot be changed together with `ip` (`EndPoint.3052`).
     */
    port_id?: string;
    /**
     * @deprecated
     * @description Id of the network card of the virtual IP; only for backends of type VIP. Gone from the newer
     *     sources together with that type. Cannot be changed together with `ip` (`EndPoint.3053`).
     */
    vip_port_id?: string;
    /**
     * @description Free text. One regional edition of the pages allows at most 128 characters, the others name no
     *     limit. Missing from the oldest page.
     */
    description?: string;
    /**
     * @description How data about the client reach the backend: not at all (`close`), as a TCP option
     *     (`toa_open`, only for backends of the object storage service), in the payload by the PROXY
     *     protocol (`proxy_open`), both ways (`open`), or in the payload together with the VNI
     *     (`proxy_vni`). In newer sources only.
     * @enum {string}
     */
    tcp_proxy?: "close" | "toa_open" | "proxy_open" | "open" | "proxy_vni";
    /** @description IPv4 address or domain name of a VLAN backend. Known from the SDKs only. */
    ip?: string;
}
/**
 * @description A port mapping to be written: the endpoint offers `client_port` and passes what arrives there on
 *     to `server_port` of the backend.
 *
 *     No two mappings of one service may be equal; that two lead to one `server_port` is not forbidden.
 *     Between services that share a `port_id`, no pair of `server_port` and `protocol` may occur twice
 *     (`EndPoint.3044`). The pages mark no field as required; both ports are taken to be, since a mapping
 *     without one maps nothing.
 */
export interface PortMapping {
    /** @description Port that the endpoint offers. */
    client_port: number;
    /** @description Port of the backend. */
    server_port: number;
    /**
     * @description Transport protocol; TCP when absent. The oldest page of the update operation allows both,
     *     later pages and the SDKs name TCP alone. `EndPoint.3075` means a protocol that the service
     *     refused.
     * @default TCP
     * @enum {string}
     */
    protocol?: "TCP" | "UDP";
}
/**
 * @description What to change. No field is required, from which it is inferred that a field left out keeps its
 *     value; no page says so, and the printed default of `approval_enabled` speaks against it. What an
 *     empty object does is not documented.
 */
export type UpdateEndpointServiceRequest = EndpointServiceChange & {
    /**
     * port mappings
     * @description All port mappings that the service is to have: according to the SDKs and the page of
     *     2025-11-27 the given list takes the place of the whole stored list; earlier pages are silent.
     *     A mapping that is not in the list is gone. That the stored list stays when it is left out is
     *     inferred.
     *
     *     At most 200 mappings are added at a time; how many a service may have in total is not
     *     documented, and neither is whether an empty list is allowed.
     */
    ports?: PortMapping[];
};
/** @description The new name. */
export interface RenameEndpointServiceRequest {
    /** @description Name part, from which the service makes the full name. May be empty. */
    endpoint_service_name?: string;
}
/**
 * @description The name of a service. The page prints a maximum of 16 characters here, which its own example
 *     exceeds.
 */
export interface EndpointServiceName {
    /** @description The name. */
    endpoint_service_name?: string;
}
/**
 * @description The connection of an endpoint to a service, as the owner of the service sees it. Only `id` is
 *     required: the pages mark nothing, and nothing can be done with a connection without it.
 */
export interface Connection {
    /** @description Id of the endpoint. */
    id: string;
    /**
     * Format: int64
     * @description Mark of the packets of this connection, unique per connection. Above 2^53 in the vendor's
     *     examples; see `Endpoint`.
     */
    marker_id?: string;
    /**
     * Format: date-time
     * @description Time of creation of the endpoint.
     */
    created_at?: string;
    /**
     * Format: date-time
     * @description Time of the last change.
     */
    updated_at?: string;
    /** @description Id of the account that owns the endpoint. */
    domain_id?: string;
    /** @description Why the connection failed; only while `status` is `failed`. */
    error?: ResourceError[];
    /**
     * @description State of the connection. It carries data when it is `accepted`.
     *
     *     Known values, to which others may be added: pendingAcceptance, creating, accepted, rejected, failed, deleting.
     */
    status?: string;
    /** @description What the owner of the service has noted about the connection. */
    description?: string;
}
/** @description A page of connections. Both fields are required for the reason given at `EndpointServiceList`. */
export interface ConnectionList {
    /** @description The connections of this page. */
    connections: Connection[];
    /** @description Number of connections that match the filters, before `limit` and `offset`. */
    total_count: number;
}
/** @description Whether an endpoint may connect. */
export interface ConnectionDecision {
    /**
     * @description Whether to accept (`receive`; there is no `accept`) or to reject.
     * @enum {string}
     */
    action: "receive" | "reject";
    /**
     * @description Id of the endpoint. The vendor's field is a list, but a request decides on one endpoint:
     *     `EndPoint.2031` refuses more.
     */
    endpoints: string[];
}
/** @description Connections after a change. */
export interface ChangedConnections {
    /** @description The connections. */
    connections?: Connection[];
}
/** @description A connection and what to note about it. */
export interface ConnectionDescription {
    /**
     * Format: uuid
     * @description Id of the endpoint.
     */
    id: string;
    /** @description What to note about the connection. */
    description: string;
}
/** @description Connections and what to note about them. */
export interface ConnectionDescriptions {
    /** @description The connections to describe. */
    connections: ConnectionDescription[];
}
/**
 * @description A permission to connect to a service (a record of its whitelist). Listing and changing return
 *     nearly the same fields, so they share this schema. Only `id` is required: the pages mark nothing,
 *     and nothing can be done with a permission without it.
 */
export interface Permission {
    /** @description Id of the permission. */
    id: string;
    /**
     * @description Who may connect: `*` for everybody, `iam:domain::` and the id of an account, or
     *     `organizations:orgPath::` and the path of an organisation.
     */
    permission?: string;
    /**
     * @description Whether it names an account or an organisation. In newer sources only.
     *
     *     Known values, to which others may be added: domainId, orgPath.
     */
    permission_type?: string;
    /**
     * @description What was noted about it. Missing from the base page of the list; one regional edition and the
     *     operations that change permissions have it.
     */
    description?: string;
    /**
     * Format: date-time
     * @description Time of creation.
     */
    created_at?: string;
}
/** @description A page of permissions. Both fields are required for the reason given at `EndpointServiceList`. */
export interface PermissionList {
    /** @description The permissions of this page. */
    permissions: Permission[];
    /** @description Number of permissions that match the filter, before `limit` and `offset`. */
    total_count: number;
}
/**
 * @description Who may connect: `*` for everybody, `iam:domain::` and the id of an account (1 to 64 letters and
 *     digits), or, in newer sources only, `organizations:orgPath::` and the path of an organisation.
 *
 *     The base pages print a maximum of 64 characters, which the first form with a full id exceeds;
 *     newer pages print 1024.
 */
export type PermissionText = string;
/**
 * @description Whether permissions name accounts (`domainId`) or organisations (`orgPath`). In newer sources
 *     only.
 * @enum {string}
 */
export type PermissionType = "domainId" | "orgPath";
/** @description Permissions to add or to remove. */
export interface PermissionsChange {
    /** @description The permissions. */
    permissions: PermissionText[];
    /**
     * @description What to do with them.
     * @enum {string}
     */
    action: "add" | "remove";
    permission_type?: PermissionType;
}
/** @description Permissions, each as text alone. */
export interface PermissionTexts {
    /** @description The permissions. */
    permissions?: string[];
    /**
     * @description Whether they name accounts or organisations. In newer sources only.
     *
     *     Known values, to which others may be added: domainId, orgPath.
     */
    permission_type?: string;
}
/** @description A permission to add. */
export interface PermissionToAdd {
    permission: PermissionText;
    /** @description What to note about it. */
    description: string;
}
/** @description Permissions to add. */
export interface PermissionsToAdd {
    /** @description The permissions. */
    permissions: PermissionToAdd[];
    permission_type?: PermissionType;
}
/**
 * @description Permissions after a change. Whether they are the changed ones or all is documented for no
 *     operation.
 */
export interface ChangedPermissions {
    /** @description The permissions. */
    permissions?: Permission[];
}
/** @description A permission to remove. */
export interface PermissionToRemove {
    /** @description Id of the permission. */
    id: string;
}
/** @description Permissions to remove. */
export interface PermissionsToRemove {
    /** @description The permissions. */
    permissions: PermissionToRemove[];
}
/** @description What to note about a permission. */
export interface PermissionDescription {
    /** @description The permission. In spite of the name, an object. */
    permission: {
        /** @description What to note about it. */
        description: string;
    };
}
/** @description A statement of an access policy as the service reports it. */
export interface StoredPolicyStatement {
    /**
     * @description Whether the statement allows or denies the actions.
     *
     *     Known values, to which others may be added: Allow, Deny.
     */
    Effect?: string;
    /** @description Actions that the statement is about; the sources disagree on the type. */
    Action?: string[] | string;
    /** @description Resources that the statement is about. */
    Resource?: string[];
    /** @description When the statement holds. Known from the SDKs only, which leave its content open. */
    Condition?: {
        [key: string]: unknown;
    };
    /** @description Id of the statement. Known from the SDKs only. */
    Sid?: string;
}
/**
 * @description An endpoint of the project. Creating, listing, reading and changing one return nearly the same
 *     fields, so they share this schema; the fields that only some of them return say so.
 *
 *     Only `id` is required: the pages mark nothing, and nothing can be done with an endpoint without
 *     it.
 */
export interface Endpoint {
    /** @description Id of the endpoint. */
    id: string;
    /**
     * @description Kind of the service that the endpoint connects to. Many pages print `gataway`; the SDKs have
     *     `gateway`.
     *
     *     Known values, to which others may be added: gateway, interface.
     */
    service_type?: string;
    /**
     * @description State of the connection to the service. The tables of the base pages lack `rejected` and
     *     `deleting`.
     *
     *     Known values, to which others may be added: pendingAcceptance, creating, accepted, rejected, failed, deleting.
     */
    status?: string;
    /** @description State of the account. */
    active_status?: string[];
    /** @description Id of the service that the endpoint connects to. */
    endpoint_service_id?: string;
    /** @description Full name of the service that the endpoint connects to. */
    endpoint_service_name?: string;
    /**
     * Format: int64
     * @description Mark of the packets of this connection, unique per connection. The vendor's examples include
     *     422321321312321321, which is above 2^53: JavaScript rounds such a number when it parses JSON,
     *     so clients hand on its digits as a string.
     */
    marker_id?: string;
    /**
     * @description Address under which the service is reached; only for interface services, and only after the
     *     connection was accepted.
     */
    ip?: string;
    /** @description Whether a private domain name was wanted. Without effect for gateway services. */
    enable_dns?: boolean;
    /** @description Domain names under which the service is reached; only when `enable_dns` is `true`. */
    dns_names?: string[];
    /** @description Id of the VPC of the endpoint. */
    vpc_id?: string;
    /** @description Id of the network of the endpoint; only for interface services. */
    subnet_id?: string;
    /**
     * Format: date-time
     * @description Time of creation.
     */
    created_at?: string;
    /**
     * Format: date-time
     * @description Time of the last change.
     */
    updated_at?: string;
    /** @description Id of the project that owns the endpoint. */
    project_id?: string;
    /** @description Tags of the endpoint, empty when it has none. */
    tags?: Tag[];
    /**
     * @description Why the endpoint failed; only while `status` is `failed`. The base page about one endpoint has
     *     one object, all other pages and sources an array of them.
     */
    error?: ResourceError | ResourceError[];
    /**
     * @description IPv4 addresses and ranges (CIDR) that may use the endpoint, empty when there is none; only for
     *     interface services.
     */
    whitelist?: string[];
    /**
     * @description Whether only the addresses of `whitelist` may use the endpoint, `false` by default; only for
     *     interface services.
     */
    enable_whitelist?: boolean;
    /** @description Ids of the route tables of the endpoint; only for gateway services. */
    routetables?: string[];
    /** @description Specification of the endpoint, as in `default`. */
    specification_name?: string;
    /**
     * @description Whether the endpoint is switched on.
     *
     *     Known values, to which others may be added: enable, disable.
     */
    enable_status?: string;
    /** @description Free text. */
    description?: string;
    /**
     * @description Access policy of the endpoint; only for gateway services. The base pages about creating and
     *     reading have an array of strings, all others one of objects.
     */
    policy_statement?: (StoredPolicyStatement | string)[];
    /**
     * @description Access policy for services other than object and file storage. Known from the SDKs only, which
     *     leave its content open.
     */
    policy_document?: {
        [key: string]: unknown;
    };
    /**
     * @deprecated
     * @description Id of the pool of the endpoint; about to be dropped. Returned on listing and by changes of the
     *     policy, according to the SDKs also on creating and reading.
     */
    endpoint_pool_id?: string;
    /**
     * @description Edge site of the pool; only for edge pools. Returned on listing and by changes of the policy,
     *     according to the SDKs also on creating and reading.
     */
    public_border_group?: string;
    /** @description IPv6 address, for the professional edition. Known from the SDKs only. */
    ipv6_address?: string;
    /** @description Only in the examples of the pages about the policy, which say nothing about it. */
    jobId?: string;
}
/** @description A page of endpoints. Both fields are required for the reason given at `EndpointServiceList`. */
export interface EndpointList {
    /** @description The endpoints of this page. */
    endpoints: Endpoint[];
    /** @description Number of endpoints that match the filters, before `limit` and `offset`. */
    total_count: number;
}
/**
 * an IPv4 address or a CIDR range
 * @description An IPv4 address, or a range of them (CIDR), as in `10.0.0.0/8`. Entries are compared as text.
 */
export type WhitelistEntry = string;
/** @description A statement of an access policy to be written. The names of the fields are capitalised. */
export interface PolicyStatement {
    /**
     * @description Whether the statement allows or denies the actions.
     * @enum {string}
     */
    Effect: "Allow" | "Deny";
    /**
     * @description Actions that the statement is about. One table says string; its examples and the other sources
     *     have an array.
     */
    Action: string[];
    /** @description Resources that the statement is about. */
    Resource: string[];
    /** @description When the statement holds. Known from the SDKs only, which leave its content open. */
    Condition?: {
        [key: string]: unknown;
    };
    /** @description Id of the statement. Known from the SDKs only. */
    Sid?: string;
}
/**
 * @description The endpoint to create. Some fields are for endpoints of interface services only, some for
 *     endpoints of gateway services only; the service decides by the kind of `endpoint_service_id`.
 */
export interface CreateEndpointRequest {
    /** @description Id of the endpoint service to connect to. */
    endpoint_service_id: string;
    /** @description Id of the VPC in which to create the endpoint. */
    vpc_id: string;
    /**
     * Format: uuid
     * @description Id of a network of that VPC. Not required by the table, yet needed for interface services. Its
     *     range must not overlap 198.19.128.0/17.
     */
    subnet_id?: string;
    /**
     * Format: ipv4
     * @description Wanted IPv4 address of the endpoint; for interface services. The text calls it necessary for
     *     these, but the vendor's own example does without it.
     */
    port_ip?: string;
    /**
     * @description Whether to create a private domain name. Without effect for gateway services.
     * @default false
     */
    enable_dns?: boolean;
    /**
     * @description Tags of the endpoint. Current pages name no limit for this operation, one regional edition 20,
     *     an older page 10.
     */
    tags?: Tag[];
    /**
     * @description Ids of route tables; for gateway services. The text calls it necessary for these, and also
     *     says that the default route table is taken when it is absent.
     */
    routetables?: string[];
    /**
     * @description IPv4 addresses and ranges (CIDR) that may use the endpoint, none by default; for interface
     *     services. How many are allowed is not documented; `EndPoint.2045` means too many.
     */
    whitelist?: WhitelistEntry[];
    /**
     * @description Whether only the addresses of `whitelist` may use the endpoint. `false` by default according
     *     to one regional edition of the pages; the others name no default.
     */
    enable_whitelist?: boolean;
    /**
     * @description Free text. One regional edition of the pages allows at most 128 characters, the others name no
     *     limit.
     */
    description?: string;
    /**
     * @description Access policy of the endpoint; for gateway services. Missing from the base pages. By default
     *     every action on every resource of the object storage service is allowed.
     */
    policy_statement?: PolicyStatement[];
    /**
     * @description Access policy for services other than object and file storage. Known from the SDKs only, which
     *     leave its content open.
     */
    policy_document?: {
        [key: string]: unknown;
    };
    /** @description Specification of the endpoint, as in `default`. In one regional edition of the pages only. */
    specification_name?: string;
    /**
     * @description IP version, for the professional edition. Known from the SDKs only.
     * @enum {string}
     */
    ip_version?: "ipv4" | "dualstack";
    /** @description Wanted IPv6 address, for the professional edition. Known from the SDKs only. */
    ipv6_address?: string;
}
/** @description What a change of the whitelist says beside its entries. */
export interface EndpointAccess {
    /**
     * @description Whether only these addresses may use the endpoint. The page calls that isolation by a network
     *     ACL.
     *
     *     The page prints "default: false", which may mean that leaving it out lets everybody in, so
     *     this schema declares no default.
     */
    enable_whitelist?: boolean;
}
/**
 * @description Who may use the endpoint. Neither field is required, and what leaving one out does is not
 *     documented; send both.
 */
export type UpdateEndpointWhitelistRequest = EndpointAccess & {
    /**
     * @description All addresses and ranges that may use the endpoint; those that are not in the list are gone.
     *     How many are allowed is not documented; `EndPoint.2045` means too many.
     *
     *     The page prints "default: empty list", which may mean that leaving it out clears the list, so
     *     this schema declares no default.
     */
    whitelist?: WhitelistEntry[];
};
/** @description The route tables to bind. */
export interface UpdateEndpointRouteTablesRequest {
    /**
     * @description Ids of all route tables that the endpoint is to have. That tables which are not in the list are
     *     unbound is inferred; whether the list may be empty is not documented.
     */
    routetables: string[];
}
/**
 * @description A route table that a change failed for. The vendor's pages and SDKs misspell the name of this
 *     schema.
 */
export interface RouteTableError {
    /** @description Id of the route table. */
    id?: string;
    /** @description What went wrong, for people. */
    error_message?: string;
}
/** @description Route tables that could not be bound or unbound. */
export interface RouteTableErrors {
    /** @description Tables that could not be bound. */
    bind_failed?: RouteTableError[];
    /** @description Tables that could not be unbound. */
    unbind_failed?: RouteTableError[];
}
/** @description The route tables of an endpoint after a change, and what failed. */
export interface EndpointRouteTables {
    /** @description Ids of the route tables. */
    routetables?: string[];
    /** @description What failed; only when not all of it succeeded. */
    error?: RouteTableErrors[];
}
/**
 * @description The policy of the endpoint. The base page requires `policy_statement`; the SDKs have
 *     `policy_document` beside it and require neither, so that one of the two must be there.
 */
export interface UpdateEndpointPolicyRequest {
    /**
     * @description Statements of the policy, in place of the stored ones. One regional edition of the pages
     *     allows at most 10.
     */
    policy_statement?: PolicyStatement[];
    /**
     * @description Access policy for services other than object and file storage. Known from the SDKs only, which
     *     leave its content open.
     */
    policy_document?: {
        [key: string]: unknown;
    };
}
/** @description How many of a kind of resource the project may have. */
export interface Quota {
    /**
     * @description Kind of resource.
     *
     *     Known values, to which others may be added: endpoint_service, endpoint.
     */
    type?: string;
    /** @description How many there are. */
    used?: number;
    /** @description How many there may be. */
    quota?: number;
}
/** @description Quotas of the project. */
export interface QuotaList {
    /** @description The quotas. */
    quotas?: {
        /** @description One quota for each kind of resource. */
        resources?: Quota[];
    };
}
/** @description A key that resources are tagged with, and all values that it has. */
export interface TagValues {
    /** @description Key. */
    key?: string;
    /** @description Values. */
    values?: string[];
}
/** @description All tags in use. */
export interface ProjectTagList {
    /** @description One entry for each key. */
    tags?: TagValues[];
}
/**
 * @description A tag to look for: the key, with any of the values; an empty list of values means any value.
 *
 *     The pages disagree on the lengths: for keys their text says 127 characters, a table 36, the SDKs
 *     128. The widest are taken here.
 */
export interface TagFilter {
    /** @description Key. Once per filter. */
    key: string;
    /** @description Values of which a resource must have one. */
    values: string[];
}
/** @description A field to search in. */
export interface Match {
    /**
     * @description Name of the field. Only the name of resources can be searched.
     * @enum {string}
     */
    key: "resource_name";
    /**
     * @description Text that the field must contain, in any case; an empty text only matches an empty field. The
     *     text of the page allows 255 characters, a table 43.
     */
    value: string;
}
/** @description What to look for. All given filters must match. */
export interface ListResourceInstancesRequest {
    /**
     * @description Keeps only resources that have all of these tags. At most 10 keys;
     *     one regional edition of the pages allows 20.
     */
    tags?: TagFilter[];
    /**
     * @description Keeps only resources that have any of these tags. At most 10 keys;
     *     one regional edition of the pages allows 20.
     */
    tags_any?: TagFilter[];
    /**
     * @description Keeps only resources that have none of these tags. At most 10 keys;
     *     one regional edition of the pages allows 20.
     */
    not_tags?: TagFilter[];
    /**
     * @description Keeps only resources that lack at least one of these tags. At most 10 keys;
     *     one regional edition of the pages allows 20.
     */
    not_tags_any?: TagFilter[];
    /**
     * @description Keeps only resources with these tags of the system. At most 10 keys;
     *     one regional edition of the pages allows 20.
     */
    sys_tags?: TagFilter[];
    /**
     * @description How many resources a page holds at most, from 1 to 1000, as a string of digits. Not with
     *     `action: count`.
     * @default 1000
     */
    limit?: string;
    /**
     * @description How many matching resources to skip, as a string of digits. Not with `action: count`.
     * @default 0
     */
    offset?: string;
    /**
     * @description Whether to return the resources or only to count them.
     * @enum {string}
     */
    action: "filter" | "count";
    /** @description Keeps only resources whose fields match. */
    matches?: Match[];
    /**
     * @description Keeps only resources without any tag; `tags`, `tags_any`, `not_tags` and `not_tags_any` then
     *     do not count.
     * @default false
     */
    without_any_tag?: boolean;
}
/** @description A resource that was found by its tags. */
export interface ResourceInstance {
    /** @description Id of the service or the endpoint. */
    resource_id: string;
    /** @description Name of the resource, or its id when it has none. */
    resource_name?: string;
    /** @description Missing from the tables; `null` in every example. */
    resource_detail?: {
        [key: string]: unknown;
    } | null;
    /** @description Tags of the resource. */
    tags?: Tag[];
}
/**
 * @description A page of resources, or their number. Only `total_count` is required, because `resources` is
 *     absent when only a count was asked for.
 */
export interface ResourceInstanceList {
    /** @description The resources of this page. Absent for `action: count`. */
    resources?: ResourceInstance[];
    /**
     * @description Number of resources that match, before `limit` and `offset`. The page prints a minimum of 1,
     *     though nothing may match.
     */
    total_count: number;
}
/** @description A tag to add or to delete. The limits are the widest of the sources, as for `Tag`. */
export interface ResourceTag {
    /**
     * @description Key, unique among the tags of a resource. Letters, digits, blanks and `_ . : = + - @`
     *     according to the SDKs, which also forbid the prefix `_sys_`.
     */
    key: string;
    /** @description Value; may be empty. Needed for adding. Left out on deleting, the tag goes whatever its value. */
    value?: string;
}
/** @description Tags to add or to delete. */
export interface ResourceTagsChange {
    /** @description The tags. The page allows 10 per resource, the newer sources 20. */
    tags?: ResourceTag[];
    /**
     * @description What to do with them.
     * @enum {string}
     */
    action: "create" | "delete";
}
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of the API
         * @description Returns the versions of the API that the service offers. It needs no credentials: the page lists
         *     no header for them.
         *
         *     One regional edition of the pages shows `v2` beside `v1` and remarks that it cannot be used.
         *
         *     Safe to retry: it only reads. Its page was seen in full.
         */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one version of the API
         * @description Returns one version of the API. It needs no credentials: the page lists no header for them.
         *
         *     The table requires `version`; the text says that all versions are returned when it is empty, which
         *     is another path: use `listVersions`.
         *
         *     Safe to retry: it only reads. Its page was seen in full.
         */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the endpoint services of the project
         * @description Returns the project's own services, page by page, newest first unless sorted otherwise. A service
         *     that is created or deleted while the pages are read shifts the later ones, so that entries can be
         *     seen twice or not at all.
         *
         *     Safe to retry: it only reads. Its page was seen in full. IAM action: `vpcep:epservices:list`.
         */
        get: operations["listEndpointServices"];
        put?: never;
        /**
         * Create an endpoint service
         * @description Creates a service that endpoints can connect to. The request is accepted at once and takes one to
         *     two minutes: poll `getEndpointService` until `status` is no longer `creating`. (The page's own
         *     example returns `available` already.)
         *
         *     Every accepted request creates one more service. There is no client token, so a request whose
         *     response was lost must not be sent again blindly.
         *
         *     `Endpoint.1018` (spelt with a small `p`) means an exceeded quota, `EndPoint.3044` mappings that
         *     clash with another service on the same backend, `EndPoint.3074` too many mappings.
         *
         *     Not safe to retry. Its page was seen in full. IAM action: `vpcep:epservices:create`.
         */
        post: operations["createEndpointService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the endpoint services open to everybody
         * @description Returns the services that the vendor offers to all users of the region, page by page, newest first
         *     unless sorted otherwise.
         *
         *     Safe to retry: it only reads. Its page was seen in full. IAM action: `vpcep:pubEpservices:list`.
         */
        get: operations["listPublicEndpointServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/describe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the public summary of an endpoint service
         * @description Returns what somebody who wants to connect to a service may know of it, whoever owns it. Give
         *     either `id` or `endpoint_service_name`, not both and not neither; OpenAPI cannot say that.
         *
         *     Safe to retry: it only reads. Its page was seen in full. IAM action: `vpcep:epserviceDesc:get`.
         */
        get: operations["describeEndpointService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one endpoint service
         * @description Returns one service with all its port mappings. It is the call to poll after creating or deleting
         *     a service, which take one to two minutes.
         *
         *     According to the vendor's list of error codes, a service that does not exist gets
         *     status 400 and `EndPoint.2003`, not with 404.
         *
         *     Safe to retry: it only reads. Its page was seen in full. IAM action: `vpcep:epservices:get`.
         */
        get: operations["getEndpointService"];
        /**
         * Change an endpoint service
         * @description Changes the given fields of a service. `ports`, when given, takes the place of the whole stored
         *     list: the SDKs and the page of 2025-11-27 say so, earlier pages are silent. To change one mapping,
         *     read the list, change it and send all of it, together with `approval_enabled` as it was read.
         *
         *     What leaving out `approval_enabled` does is undocumented: the pages print "default true", and a
         *     service that takes that at its word makes new connections wait for approval.
         *
         *     There is no version and no ETag: of two callers who do this at the same time, the later one wins
         *     and the other's change is lost.
         *
         *     Sending the same body again leads to the same state only while nobody else writes: after a lost
         *     response a second sending can undo another caller's change. Not documented: what an empty body object
         *     does, whether an empty `ports` list is allowed, whether unknown fields are refused. Some states
         *     refuse changes (`EndPoint.3045`), and the backend may be fixed (`EndPoint.3054`, `EndPoint.3055`).
         *     `EndPoint.3044` means a mapping whose `server_port` and `protocol` another service on the same
         *     `port_id` has, `EndPoint.3074` too many mappings.
         *
         *     Not safe to retry. Its page was seen in full. IAM action: `vpcep:epservices:update`.
         */
        put: operations["updateEndpointService"];
        post?: never;
        /**
         * Delete an endpoint service
         * @description Deletes a service. Newer sources say that the request is accepted at once and takes one to two
         *     minutes, during which the service is `deleting`.
         *
         *     The table of the page has status 204, the text of newer pages and the SDKs 200; both are accepted
         *     here, and neither has a documented body. `EndPoint.3006` means that endpoints still use the
         *     service.
         *
         *     A second sending can delete nothing else: ids are UUIDs, which are taken not to be used again. After
         *     a lost response it may find the service gone: status 400 and `EndPoint.2003`.
         *
         *     Safe to retry. Its page was seen in full. IAM action: `vpcep:epservices:delete`.
         */
        delete: operations["deleteEndpointService"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the name of an endpoint service
         * @description Changes the name part of a service and nothing else. The field is called `endpoint_service_name`
         *     here and `service_name` in `updateEndpointService`, which can change the name too.
         *
         *     The page requires neither the field nor, by the SDKs, the body; what the service does without is
         *     not documented, so a body is required here. The name in the page's own example is longer than its
         *     limit of 16 characters.
         *
         *     A second sending can undo another caller's change.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        put: operations["renameEndpointService"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the endpoints that are connected to a service
         * @description Returns the connections of one of the project's services, page by page, newest first unless sorted
         *     otherwise. A connection that is made or ends while the pages are read shifts the later ones.
         *
         *     Safe to retry: it only reads. Its page was seen in full. IAM action: `vpcep:connections:list`.
         */
        get: operations["listServiceConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections/action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or reject the connection of an endpoint
         * @description Lets an endpoint connect to the service, or refuses it. `endpoints` is a list, but one request
         *     decides on one endpoint: `EndPoint.2031` refuses more.
         *
         *     A second sending can undo what another caller decided in between.
         *
         *     Not safe to retry. Its page was seen in full. IAM action: `vpcep:connections:update`.
         */
        post: operations["acceptOrRejectConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/connections/description": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Describe connections
         * @description Sets the descriptions of connections of a service. Connections that are not named keep theirs.
         *
         *     The page asks for a project id of at least 36 characters, while project ids have 32; and it has no
         *     table of headers. Both are taken for slips. A second sending can undo another caller's change.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        put: operations["updateConnectionDescriptions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who may connect to a service
         * @description Returns the permissions (whitelist records) of a service, page by page, newest first unless sorted
         *     otherwise. The owner's own account may always connect and needs none.
         *
         *     Safe to retry: it only reads. Its page was seen in full. IAM action: `vpcep:permissions:list`.
         */
        get: operations["listServicePermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let accounts connect to a service, or no longer
         * @description Adds or removes permissions by what they say. `batchAddServicePermissions` adds them with
         *     descriptions, `batchRemoveServicePermissions` removes them by id.
         *
         *     Not documented: whether the response lists what was changed or what there is now. A second sending
         *     can undo another caller's change.
         *
         *     Not safe to retry. Its page was seen in full. IAM action: `vpcep:permissions:update`.
         */
        post: operations["addOrRemoveServicePermissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/batch-create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let accounts connect to a service, with descriptions
         * @description Adds permissions to a service, each with a description. The page requires the description, yet
         *     its example returns an empty one.
         *
         *     Not documented: what happens when the service has the permission already. A second sending could
         *     add a second record, or bring back what another caller has removed in between.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        post: operations["batchAddServicePermissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/batch-delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove permissions of a service by id
         * @description Removes permissions by their ids, which `listServicePermissions` shows. The example returns an
         *     empty list; whether a response lists what was removed or what remains is not documented.
         *
         *     A second sending can remove nothing else: the service assigns the ids, which are taken not to be used
         *     again; no page says so. What it returns for an id that is gone is not documented.
         *
         *     Safe to retry. Its page was seen in full.
         */
        post: operations["batchRemoveServicePermissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/permissions/{permission_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Describe a permission of a service
         * @description Changes the description of one permission. The request holds one object `permission`, the response
         *     a list `permissions`. A second sending can undo another caller's change.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        put: operations["updateServicePermissionDescription"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the endpoints of the project
         * @description Returns the project's endpoints, page by page, newest first unless sorted otherwise. An endpoint
         *     that is created or deleted while the pages are read shifts the later ones, so that entries can be
         *     seen twice or not at all.
         *
         *     Safe to retry: it only reads. Its page was seen in full. IAM action: `vpcep:endpoints:list`.
         */
        get: operations["listEndpoints"];
        put?: never;
        /**
         * Create an endpoint
         * @description Creates an endpoint in a VPC and asks for its connection to an endpoint service. The base page
         *     says nothing on timing; newer sources say that the request is accepted at once and takes one to
         *     two minutes: poll `getEndpoint` until `status` is no longer `creating`. With a service that wants
         *     approval it stays `pendingAcceptance` until the owner decides.
         *
         *     Every accepted request creates one more endpoint, which may cost money. There is no client token,
         *     so a request whose response was lost must not be sent again blindly.
         *
         *     `EndPoint.2003` means an unknown service, `EndPoint.2012` no right to connect to it,
         *     `Endpoint.1018` (spelt with a small `p`) an exceeded quota.
         *
         *     Not safe to retry. Its page was seen in full. IAM action: `vpcep:endpoints:create`.
         */
        post: operations["createEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one endpoint
         * @description Returns one endpoint. It is the call to poll after creating or deleting an endpoint. According to
         *     the vendor's list of error codes, an endpoint that does not exist gets status 404 and
         *     `EndPoint.2006`.
         *
         *     Safe to retry: it only reads. Its page was seen in full. IAM action: `vpcep:endpoints:get`.
         */
        get: operations["getEndpoint"];
        /**
         * Replace the whitelist of an endpoint
         * @description Replaces the addresses that may use an interface endpoint, and says whether the whitelist is in
         *     force. The given `whitelist` takes the place of the whole stored one; an empty one clears it.
         *
         *     Not documented is what a field left out does. The pages print the defaults "empty list" and
         *     `false`, which suggests that leaving out `enable_whitelist` lets everybody in. Always send both:
         *     `keep` in `x-write-semantics` has an edit send `enable_whitelist` back as it was read.
         *
         *     There is no version and no ETag, and a second sending can undo another caller's change.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        put: operations["updateEndpointWhitelist"];
        post?: never;
        /**
         * Delete an endpoint
         * @description Deletes an endpoint. Newer sources say that the request is accepted at once and takes one to two
         *     minutes, during which the endpoint is `deleting`.
         *
         *     The table of the page has status 204, the text of newer pages and the SDKs 200; both are accepted
         *     here, and neither has a documented body.
         *
         *     A second sending can delete nothing else: ids are UUIDs, which are taken not to be used again. After
         *     a lost response it may find the endpoint gone: status 404 and `EndPoint.2006`.
         *
         *     Safe to retry. Its page was seen in full. IAM action: `vpcep:endpoints:delete`.
         */
        delete: operations["deleteEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/routetables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace the route tables of an endpoint
         * @description Replaces the route tables of a gateway endpoint: those in the list are bound, all others are
         *     unbound. That the others are unbound is inferred from `unbind_failed` in the response; the page does
         *     not say it. Whether an empty list is allowed is not documented either. When some
         *     of it fails, the response is still 200, and `error` names the tables.
         *
         *     There is no version and no ETag, and a second sending can undo another caller's change. The field
         *     is called `routetables`, in one word. The page describes it in the response with words about
         *     whitelists, copied by mistake.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        put: operations["updateEndpointRouteTables"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the access policy of a gateway endpoint
         * @description Sets what may be done through a gateway endpoint, in place of the policy that it has. The table of
         *     the page requires `policy_statement`; the SDKs have `policy_document` beside it for other services
         *     and require neither. Here one of the two must be there.
         *
         *     A second sending can undo another caller's change.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        put: operations["updateEndpointPolicy"];
        post?: never;
        /**
         * Drop the access policy of a gateway endpoint
         * @deprecated
         * @description Drops the policy of a gateway endpoint, so that every action on every resource is allowed again.
         *     Unlike most deletions it returns 200 with the endpoint. The SDKs mark it as due to be retired.
         *
         *     A second sending can drop a policy that another caller has set in between.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        delete: operations["deleteEndpointPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get quotas and their use
         * @description Returns how many services and endpoints the project may have, and how many it has. The pages name
         *     no default quota.
         *
         *     Safe to retry: it only reads. Its page was seen in full. IAM action: `vpcep:quotas:get`.
         */
        get: operations["listQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/{resource_type}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all tags in use
         * @description Returns every key that services or endpoints of the project are tagged with, each with all of its
         *     values. There are no pages.
         *
         *     Safe to retry: it only reads. Its page was seen in full. IAM action: `vpcep:tags:list`.
         */
        get: operations["listProjectResourceTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/{resource_type}/resource_instances/action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find or count resources by tag
         * @description Returns the services or the endpoints of the project that match all given filters, page by page
         *     (`action: filter`), or only counts them (`action: count`). Without a filter all match.
         *
         *     Unlike in every other list, `limit` and `offset` stand in the body, and are strings of digits.
         *     Neither may be given when `action` is `count`. It only reads, though it is a POST, so that it may
         *     be sent again.
         *
         *     Safe to retry. Its page was seen in full. IAM action: `vpcep:resource:list`.
         */
        post: operations["listResourceInstances"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{project_id}/{resource_type}/{resource_id}/tags/action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add or delete tags of a resource
         * @description Adds tags to a service or an endpoint, or deletes them; other tags stay. Deleting by key alone
         *     (without `value`) deletes the tag whatever its value.
         *
         *     The table does not require `tags`, and the SDKs not even the body; what the service does without
         *     is not documented, and neither what adding a key does that is there with another value. A body is
         *     required here. A second sending can undo another caller's change. `EndPoint.3069` means too many
         *     tags.
         *
         *     Not safe to retry. Its page was seen in full. IAM action: `vpcep:tags:update`.
         */
        post: operations["batchUpdateResourceTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        VersionLink: VersionLink;
        Version: Version;
        VersionList: VersionList;
        TaskError: TaskError;
        ErrorEnvelope: ErrorEnvelopeType;
        ErrorFlat: ErrorFlat;
        Error: ErrorType;
        VersionDetail: VersionDetail;
        StoredPortMapping: StoredPortMapping;
        Tag: Tag;
        ResourceError: ResourceError;
        EndpointService: EndpointService;
        EndpointServiceList: EndpointServiceList;
        NewPortMapping: NewPortMapping;
        CreateEndpointServiceRequest: CreateEndpointServiceRequest;
        PublicEndpointService: PublicEndpointService;
        PublicEndpointServiceList: PublicEndpointServiceList;
        EndpointServiceSummary: EndpointServiceSummary;
        EndpointServiceChange: EndpointServiceChange;
        PortMapping: PortMapping;
        UpdateEndpointServiceRequest: UpdateEndpointServiceRequest;
        RenameEndpointServiceRequest: RenameEndpointServiceRequest;
        EndpointServiceName: EndpointServiceName;
        Connection: Connection;
        ConnectionList: ConnectionList;
        ConnectionDecision: ConnectionDecision;
        ChangedConnections: ChangedConnections;
        ConnectionDescription: ConnectionDescription;
        ConnectionDescriptions: ConnectionDescriptions;
        Permission: Permission;
        PermissionList: PermissionList;
        PermissionText: PermissionText;
        PermissionType: PermissionType;
        PermissionsChange: PermissionsChange;
        PermissionTexts: PermissionTexts;
        PermissionToAdd: PermissionToAdd;
        PermissionsToAdd: PermissionsToAdd;
        ChangedPermissions: ChangedPermissions;
        PermissionToRemove: PermissionToRemove;
        PermissionsToRemove: PermissionsToRemove;
        PermissionDescription: PermissionDescription;
        StoredPolicyStatement: StoredPolicyStatement;
        Endpoint: Endpoint;
        EndpointList: EndpointList;
        WhitelistEntry: WhitelistEntry;
        PolicyStatement: PolicyStatement;
        CreateEndpointRequest: CreateEndpointRequest;
        EndpointAccess: EndpointAccess;
        UpdateEndpointWhitelistRequest: UpdateEndpointWhitelistRequest;
        UpdateEndpointRouteTablesRequest: UpdateEndpointRouteTablesRequest;
        RouteTableError: RouteTableError;
        RouteTableErrors: RouteTableErrors;
        EndpointRouteTables: EndpointRouteTables;
        UpdateEndpointPolicyRequest: UpdateEndpointPolicyRequest;
        Quota: Quota;
        QuotaList: QuotaList;
        TagValues: TagValues;
        ProjectTagList: ProjectTagList;
        TagFilter: TagFilter;
        Match: Match;
        ListResourceInstancesRequest: ListResourceInstancesRequest;
        ResourceInstance: ResourceInstance;
        ResourceInstanceList: ResourceInstanceList;
        ResourceTag: ResourceTag;
        ResourceTagsChange: ResourceTagsChange;
    };
    responses: {
        /**
         * @description The request was refused. Besides invalid parameters, this status stands for an unknown endpoint
         *     service (`EndPoint.2003`), an exceeded quota (`Endpoint.1018`, spelt with a small `p`) and too
         *     many requests (`EndPoint.0022`): only the code tells which.
         */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description The token or the signature is missing or not valid (`EndPoint.0003`). */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "EndPoint.0003",
                 *         "message": "Not authenticated."
                 *       }
                 *     }
                 */
                "application/json": ErrorType;
            };
        };
        /** @description The caller lacks the permission (`EndPoint.0004`). */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "EndPoint.0004",
                 *         "message": "No permission."
                 *       }
                 *     }
                 */
                "application/json": ErrorType;
            };
        };
        /**
         * @description The resource does not exist (`EndPoint.0005`), as in an unknown endpoint (`EndPoint.2006`). An
         *     unknown endpoint service gets status 400 instead.
         */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "EndPoint.2006",
                 *         "message": "The endpoint does not exist."
                 *       }
                 *     }
                 */
                "application/json": ErrorType;
            };
        };
        /** @description The resource does not support the method. */
        MethodNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description The service cannot respond in a form that the request accepts. */
        NotAcceptable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description A proxy on the way wants authentication. */
        ProxyAuthenticationRequired: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description The request took too long to arrive. */
        RequestTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description The request conflicts with the state of the resource. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description The service failed (`EndPoint.0001`). Whether the request took effect is unknown. */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "EndPoint.0001",
                 *         "message": "Internal error."
                 *       }
                 *     }
                 */
                "application/json": ErrorType;
            };
        };
        /** @description The service does not support the function. */
        NotImplemented: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description A server on the way got no valid response. Whether the request took effect is unknown. */
        BadGateway: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description The service cannot be reached at the moment. */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /**
         * @description The service did not respond in time (`EndPoint.0013`); whether the request took effect is unknown.
         *     The same status stands for a request without body (`EndPoint.0011`) or without headers
         *     (`EndPoint.0012`), which fails again however often it is sent.
         */
        GatewayTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /**
         * @description Any other status, as a gateway or proxy on the way may return. The vendor documents none; the body may
         *     not be JSON at all. Whether the request took effect is unknown.
         */
        UnexpectedError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
    };
    parameters: {
        /**
         * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
         * @example 922766581e27a1c08a6a63ec24ede6a4
         */
        project_id: string;
        /**
         * @description Keeps only services whose name contains this text. The sources disagree on whether case matters.
         * @example billing
         */
        endpoint_service_name: string;
        /**
         * @description What to sort by: time of creation or of the last change.
         *
         *     The values lack a `d` that the response fields `created_at` and `updated_at` have. That is how the
         *     vendor's pages and SDKs spell them; one regional edition of the pages spells them with the `d`.
         * @example create_at
         */
        sort_key: "create_at" | "update_at";
        /**
         * @description Whether to sort in ascending or descending order.
         * @example asc
         */
        sort_dir: "asc" | "desc";
        /**
         * @description How many entries a page holds at most.
         *
         *     The pages contradict themselves: their text allows 0 to 1000, their printed minimum is 1. The
         *     range here is the one that both accept.
         * @example 50
         */
        limit: number;
        /**
         * @description How many matching entries to skip; the page starts with the one after them.
         *
         *     The text of the pages asks for a number above 0 and below the total, their printed minimum is 0.
         *     The first page is the one at 0, and also the one without this parameter. The response to an offset
         *     at or beyond the total is not documented; `EndPoint.0010` means an offset that the service
         *     refused.
         * @example 0
         */
        offset: number;
        /**
         * @description Id of the endpoint service.
         * @example 6513270e-269e-4d37-b2a7-4de452e6b438
         */
        vpc_endpoint_service_id: string;
        /** @description Id of the endpoint. */
        vpc_endpoint_id: string;
        /**
         * @description Kind of resource. The SDKs describe the values wrongly, as a server and a virtual IP.
         * @example endpoint_service
         */
        resource_type: "endpoint_service" | "endpoint";
    };
    requestBodies: never;
    headers: {
        /**
         * @description Id under which the vendor's support finds the request. The official SDKs read it; no page mentions
         *     it, so it may be missing.
         * @example 0cb1e29c658c4a14a5e60af593bd04cf
         */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export interface operations {
    listVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "versions": [
                     *         {
                     *           "id": "v1",
                     *           "status": "CURRENT",
                     *           "updated": "2018-09-30T00:00:00Z",
                     *           "version": "1",
                     *           "min_version": "",
                     *           "links": [
                     *             {
                     *               "href": "https://vpcep.cn-north-4.myhuaweicloud.com/v1",
                     *               "type": "application/json",
                     *               "rel": "self"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": VersionList;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the version; starts with `v`.
                 * @example v1
                 */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": {
                     *         "id": "v1",
                     *         "status": "CURRENT",
                     *         "updated": "2018-09-30T00:00:00Z",
                     *         "version": "1",
                     *         "min_version": "",
                     *         "links": [
                     *           {
                     *             "href": "https://vpcep.cn-north-4.myhuaweicloud.com/v1",
                     *             "type": "application/json",
                     *             "rel": "self"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": VersionDetail;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listEndpointServices: {
        parameters: {
            query?: {
                /**
                 * @description Keeps only services whose name contains this text. The sources disagree on whether case matters.
                 * @example billing
                 */
                endpoint_service_name?: components["parameters"]["endpoint_service_name"];
                /**
                 * @description Keeps only the service with this id.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                id?: string;
                /**
                 * @description Keeps only services in this state.
                 * @example available
                 */
                status?: "creating" | "available" | "failed" | "deleting";
                /**
                 * @description Keeps only services in this kind of network. Known from the newer sources only.
                 * @example all
                 */
                net_type?: "vlan" | "vxlan" | "all";
                /** @description Keeps only services at this edge site. */
                public_border_group?: string;
                /**
                 * @description What to sort by: time of creation or of the last change.
                 *
                 *     The values lack a `d` that the response fields `created_at` and `updated_at` have. That is how the
                 *     vendor's pages and SDKs spell them; one regional edition of the pages spells them with the `d`.
                 * @example create_at
                 */
                sort_key?: components["parameters"]["sort_key"];
                /**
                 * @description Whether to sort in ascending or descending order.
                 * @example asc
                 */
                sort_dir?: components["parameters"]["sort_dir"];
                /**
                 * @description How many entries a page holds at most.
                 *
                 *     The pages contradict themselves: their text allows 0 to 1000, their printed minimum is 1. The
                 *     range here is the one that both accept.
                 * @example 50
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many matching entries to skip; the page starts with the one after them.
                 *
                 *     The text of the pages asks for a number above 0 and below the total, their printed minimum is 0.
                 *     The first page is the one at 0, and also the one without this parameter. The response to an offset
                 *     at or beyond the total is not documented; `EndPoint.0010` means an offset that the service
                 *     refused.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of services. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoint_services": [
                     *         {
                     *           "id": "6513270e-269e-4d37-b2a7-4de452e6b438",
                     *           "port_id": "d23f0824-128b-4f33-8c5c-7fd0a6a3a450",
                     *           "service_name": "cn-north-4.billing.6513270e-269e-4d37-b2a7-4de452e6b438",
                     *           "server_type": "LB",
                     *           "vpc_id": "36f675cc-81e7-4ef5-a8e2-5d940ed90475",
                     *           "approval_enabled": true,
                     *           "status": "available",
                     *           "service_type": "interface",
                     *           "created_at": "2025-03-04T08:15:00Z",
                     *           "updated_at": "2025-03-04T08:17:30Z",
                     *           "project_id": "922766581e27a1c08a6a63ec24ede6a4",
                     *           "domain_id": "ae97ba94d0eda82f8f6d05584ef8aa38",
                     *           "ports": [
                     *             {
                     *               "client_port": 8081,
                     *               "server_port": 22,
                     *               "protocol": "TCP"
                     *             }
                     *           ],
                     *           "tcp_proxy": "close",
                     *           "tags": [
                     *             {
                     *               "key": "team",
                     *               "value": "payments"
                     *             }
                     *           ],
                     *           "description": "Billing back end",
                     *           "connection_count": 1
                     *         },
                     *         {
                     *           "id": "8d116ece-1738-47d9-bd9c-172411e20b8f",
                     *           "port_id": "6b0d549b-6f03-475a-9600-a35a099950d8",
                     *           "service_name": "cn-north-4.8d116ece-1738-47d9-bd9c-172411e20b8f",
                     *           "server_type": "VM",
                     *           "vpc_id": "36f675cc-81e7-4ef5-a8e2-5d940ed90475",
                     *           "approval_enabled": false,
                     *           "status": "creating",
                     *           "service_type": "interface",
                     *           "created_at": "2025-03-04T08:10:00Z",
                     *           "updated_at": "2025-03-04T08:10:00Z",
                     *           "project_id": "922766581e27a1c08a6a63ec24ede6a4",
                     *           "domain_id": "ae97ba94d0eda82f8f6d05584ef8aa38",
                     *           "ports": [
                     *             {
                     *               "client_port": 443,
                     *               "server_port": 8443,
                     *               "protocol": "TCP"
                     *             }
                     *           ],
                     *           "tcp_proxy": "close",
                     *           "tags": [],
                     *           "description": "",
                     *           "connection_count": 0
                     *         }
                     *       ],
                     *       "total_count": 2
                     *     }
                     */
                    "application/json": EndpointServiceList;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createEndpointService: {
        parameters: {
            query?: never;
            header?: never;
            path?: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "port_id": "d23f0824-128b-4f33-8c5c-7fd0a6a3a450",
                 *       "vpc_id": "36f675cc-81e7-4ef5-a8e2-5d940ed90475",
                 *       "server_type": "LB",
                 *       "service_name": "billing",
                 *       "description": "Billing back end",
                 *       "approval_enabled": true,
                 *       "ports": [
                 *         {
                 *           "client_port": 8081,
                 *           "server_port": 22,
                 *           "protocol": "TCP"
                 *         }
                 *       ],
                 *       "tags": [
                 *         {
                 *           "key": "team",
                 *           "value": "payments"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": CreateEndpointServiceRequest;
            };
        };
        responses: {
            /** @description The service, as a rule still being created. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "port_id": "d23f0824-128b-4f33-8c5c-7fd0a6a3a450",
                     *       "service_name": "cn-north-4.billing.6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "server_type": "LB",
                     *       "vpc_id": "36f675cc-81e7-4ef5-a8e2-5d940ed90475",
                     *       "pool_id": "5289dacb-1ecd-4f5b-a9f6-9bb2f3a4a4cb",
                     *       "approval_enabled": true,
                     *       "status": "creating",
                     *       "service_type": "interface",
                     *       "created_at": "2025-03-04T08:15:00Z",
                     *       "updated_at": "2025-03-04T08:15:00Z",
                     *       "project_id": "922766581e27a1c08a6a63ec24ede6a4",
                     *       "cidr_type": "internal",
                     *       "ports": [
                     *         {
                     *           "client_port": 8081,
                     *           "server_port": 22,
                     *           "protocol": "TCP"
                     *         }
                     *       ],
                     *       "tcp_proxy": "close",
                     *       "tags": [
                     *         {
                     *           "key": "team",
                     *           "value": "payments"
                     *         }
                     *       ],
                     *       "description": "Billing back end"
                     *     }
                     */
                    "application/json": EndpointService;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listPublicEndpointServices: {
        parameters: {
            query?: {
                /**
                 * @description Keeps only services whose name contains this text. The sources disagree on whether case matters.
                 * @example billing
                 */
                endpoint_service_name?: components["parameters"]["endpoint_service_name"];
                /**
                 * @description Keeps only the service with this id.
                 * @example 90c192cf-d3ac-44af-8f21-ddb66cad4a26
                 */
                id?: string;
                /**
                 * @description What to sort by: time of creation or of the last change.
                 *
                 *     The values lack a `d` that the response fields `created_at` and `updated_at` have. That is how the
                 *     vendor's pages and SDKs spell them; one regional edition of the pages spells them with the `d`.
                 * @example create_at
                 */
                sort_key?: components["parameters"]["sort_key"];
                /**
                 * @description Whether to sort in ascending or descending order.
                 * @example asc
                 */
                sort_dir?: components["parameters"]["sort_dir"];
                /**
                 * @description How many entries a page holds at most.
                 *
                 *     The pages contradict themselves: their text allows 0 to 1000, their printed minimum is 1. The
                 *     range here is the one that both accept.
                 * @example 50
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many matching entries to skip; the page starts with the one after them.
                 *
                 *     The text of the pages asks for a number above 0 and below the total, their printed minimum is 0.
                 *     The first page is the one at 0, and also the one without this parameter. The response to an offset
                 *     at or beyond the total is not documented; `EndPoint.0010` means an offset that the service
                 *     refused.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of public services. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoint_services": [
                     *         {
                     *           "id": "90c192cf-d3ac-44af-8f21-ddb66cad4a26",
                     *           "owner": "dns",
                     *           "service_name": "com.myhuaweicloud.cn-north-4.dns",
                     *           "service_type": "interface",
                     *           "created_at": "2024-11-20T02:00:00Z",
                     *           "is_charge": false
                     *         },
                     *         {
                     *           "id": "a170b338-3926-4059-b28c-105d1fb17c23",
                     *           "owner": "obs",
                     *           "service_name": "com.myhuaweicloud.cn-north-4.obs",
                     *           "service_type": "gateway",
                     *           "created_at": "2024-11-19T02:00:00Z",
                     *           "is_charge": "false"
                     *         }
                     *       ],
                     *       "total_count": 2
                     *     }
                     */
                    "application/json": PublicEndpointServiceList;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    describeEndpointService: {
        parameters: {
            query?: {
                /**
                 * @description Full name of the service. Instead of `id`.
                 * @example cn-north-4.billing.6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                endpoint_service_name?: string;
                /**
                 * @description Id of the service. Instead of `endpoint_service_name`.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                id?: string;
            };
            header?: never;
            path?: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The summary. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "service_name": "cn-north-4.billing.6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "service_type": "interface",
                     *       "created_at": "2025-03-04T08:15:00Z",
                     *       "is_charge": false
                     *     }
                     */
                    "application/json": EndpointServiceSummary;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getEndpointService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Id of the endpoint service.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                vpc_endpoint_service_id: components["parameters"]["vpc_endpoint_service_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "port_id": "d23f0824-128b-4f33-8c5c-7fd0a6a3a450",
                     *       "service_name": "cn-north-4.billing.6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "server_type": "LB",
                     *       "vpc_id": "36f675cc-81e7-4ef5-a8e2-5d940ed90475",
                     *       "approval_enabled": true,
                     *       "status": "available",
                     *       "service_type": "interface",
                     *       "created_at": "2025-03-04T08:15:00Z",
                     *       "updated_at": "2025-03-04T08:17:30Z",
                     *       "project_id": "922766581e27a1c08a6a63ec24ede6a4",
                     *       "cidr_type": "internal",
                     *       "ports": [
                     *         {
                     *           "client_port": 8081,
                     *           "server_port": 22,
                     *           "protocol": "TCP"
                     *         }
                     *       ],
                     *       "tcp_proxy": "close",
                     *       "tags": [
                     *         {
                     *           "key": "team",
                     *           "value": "payments"
                     *         }
                     *       ],
                     *       "description": "Billing back end"
                     *     }
                     */
                    "application/json": EndpointService;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    updateEndpointService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Id of the endpoint service.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                vpc_endpoint_service_id: components["parameters"]["vpc_endpoint_service_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "approval_enabled": true,
                 *       "ports": [
                 *         {
                 *           "client_port": 8081,
                 *           "server_port": 22,
                 *           "protocol": "TCP"
                 *         },
                 *         {
                 *           "client_port": 8082,
                 *           "server_port": 23,
                 *           "protocol": "TCP"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": UpdateEndpointServiceRequest;
            };
        };
        responses: {
            /** @description The service after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "port_id": "d23f0824-128b-4f33-8c5c-7fd0a6a3a450",
                     *       "service_name": "cn-north-4.billing.6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "server_type": "LB",
                     *       "vpc_id": "36f675cc-81e7-4ef5-a8e2-5d940ed90475",
                     *       "approval_enabled": true,
                     *       "status": "available",
                     *       "service_type": "interface",
                     *       "created_at": "2025-03-04T08:15:00Z",
                     *       "updated_at": "2025-03-05T10:01:12Z",
                     *       "project_id": "922766581e27a1c08a6a63ec24ede6a4",
                     *       "ports": [
                     *         {
                     *           "client_port": 8081,
                     *           "server_port": 22,
                     *           "protocol": "TCP"
                     *         },
                     *         {
                     *           "client_port": 8082,
                     *           "server_port": 23,
                     *           "protocol": "TCP"
                     *         }
                     *       ],
                     *       "tcp_proxy": "close",
                     *       "tags": [
                     *         {
                     *           "key": "team",
                     *           "value": "payments"
                     *         }
                     *       ],
                     *       "description": "Billing back end"
                     *     }
                     */
                    "application/json": EndpointService;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    deleteEndpointService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Id of the endpoint service.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                vpc_endpoint_service_id: components["parameters"]["vpc_endpoint_service_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted, by the text of newer pages. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Accepted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    renameEndpointService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Id of the endpoint service.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                vpc_endpoint_service_id: components["parameters"]["vpc_endpoint_service_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endpoint_service_name": "billing-2"
                 *     }
                 */
                "application/json": RenameEndpointServiceRequest;
            };
        };
        responses: {
            /** @description The name after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoint_service_name": "billing-2"
                     *     }
                     */
                    "application/json": EndpointServiceName;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listServiceConnections: {
        parameters: {
            query?: {
                /**
                 * @description Keeps only the connection of the endpoint with this id.
                 * @example 9531985d-5d9d-49f8-9818-e811892f902b
                 */
                id?: string;
                /**
                 * @description Keeps only the connection with this packet mark. A string here, an integer in bodies.
                 * @example 322312312312
                 */
                marker_id?: string;
                /**
                 * @description Keeps only connections in this state.
                 * @example pendingAcceptance
                 */
                status?: "pendingAcceptance" | "accepted" | "rejected" | "failed";
                /**
                 * @description What to sort by: time of creation or of the last change.
                 *
                 *     The values lack a `d` that the response fields `created_at` and `updated_at` have. That is how the
                 *     vendor's pages and SDKs spell them; one regional edition of the pages spells them with the `d`.
                 * @example create_at
                 */
                sort_key?: components["parameters"]["sort_key"];
                /**
                 * @description Whether to sort in ascending or descending order.
                 * @example asc
                 */
                sort_dir?: components["parameters"]["sort_dir"];
                /**
                 * @description How many entries a page holds at most.
                 *
                 *     The pages contradict themselves: their text allows 0 to 1000, their printed minimum is 1. The
                 *     range here is the one that both accept.
                 * @example 50
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many matching entries to skip; the page starts with the one after them.
                 *
                 *     The text of the pages asks for a number above 0 and below the total, their printed minimum is 0.
                 *     The first page is the one at 0, and also the one without this parameter. The response to an offset
                 *     at or beyond the total is not documented; `EndPoint.0010` means an offset that the service
                 *     refused.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Id of the endpoint service.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                vpc_endpoint_service_id: components["parameters"]["vpc_endpoint_service_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of connections. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "connections": [
                     *         {
                     *           "id": "9531985d-5d9d-49f8-9818-e811892f902b",
                     *           "marker_id": 322312312312,
                     *           "created_at": "2025-03-06T14:20:05Z",
                     *           "updated_at": "2025-03-06T14:21:40Z",
                     *           "domain_id": "ae97ba94d0eda82f8f6d05584ef8aa38",
                     *           "status": "accepted",
                     *           "description": "Reporting"
                     *         },
                     *         {
                     *           "id": "4e1e7b1f-0f0b-4a1f-8a5e-6a2f5b9a7b11",
                     *           "marker_id": 322312312313,
                     *           "created_at": "2025-03-06T14:10:00Z",
                     *           "updated_at": "2025-03-06T14:11:30Z",
                     *           "domain_id": "ae97ba94d0eda82f8f6d05584ef8aa38",
                     *           "status": "failed",
                     *           "error": [
                     *             {
                     *               "error_code": "EndPoint.2022",
                     *               "error_message": "The endpoint could not be created."
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "total_count": 2
                     *     }
                     */
                    "application/json": ConnectionList;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    acceptOrRejectConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Id of the endpoint service.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                vpc_endpoint_service_id: components["parameters"]["vpc_endpoint_service_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": "receive",
                 *       "endpoints": [
                 *         "9531985d-5d9d-49f8-9818-e811892f902b"
                 *       ]
                 *     }
                 */
                "application/json": ConnectionDecision;
            };
        };
        responses: {
            /** @description The connection after the decision. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "connections": [
                     *         {
                     *           "id": "9531985d-5d9d-49f8-9818-e811892f902b",
                     *           "marker_id": 322312312312,
                     *           "created_at": "2025-03-06T14:20:05Z",
                     *           "updated_at": "2025-03-06T14:25:00Z",
                     *           "domain_id": "ae97ba94d0eda82f8f6d05584ef8aa38",
                     *           "status": "accepted"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": ChangedConnections;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    updateConnectionDescriptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Id of the endpoint service.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                vpc_endpoint_service_id: components["parameters"]["vpc_endpoint_service_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connections": [
                 *         {
                 *           "id": "9531985d-5d9d-49f8-9818-e811892f902b",
                 *           "description": "Reporting"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": ConnectionDescriptions;
            };
        };
        responses: {
            /** @description The connections after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "connections": [
                     *         {
                     *           "id": "9531985d-5d9d-49f8-9818-e811892f902b",
                     *           "marker_id": 322312312312,
                     *           "created_at": "2025-03-06T14:20:05Z",
                     *           "updated_at": "2025-03-06T14:21:40Z",
                     *           "domain_id": "ae97ba94d0eda82f8f6d05584ef8aa38",
                     *           "status": "accepted",
                     *           "description": "Reporting"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": ChangedConnections;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listServicePermissions: {
        parameters: {
            query?: {
                /**
                 * @description Keeps only permissions that contain this text.
                 * @example ae97ba94
                 */
                permission?: string;
                /**
                 * @description What to sort by. The pages name `create_at` alone; the SDKs also have `update_at`, though a
                 *     permission shows only when it was created.
                 * @example create_at
                 */
                sort_key?: "create_at";
                /**
                 * @description Whether to sort in ascending or descending order.
                 * @example asc
                 */
                sort_dir?: components["parameters"]["sort_dir"];
                /**
                 * @description How many entries a page holds at most; fewer than in the other lists. The text of the page
                 *     allows 0 to 500, its printed minimum is 1.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description How many matching entries to skip; the page starts with the one after them.
                 *
                 *     The text of the pages asks for a number above 0 and below the total, their printed minimum is 0.
                 *     The first page is the one at 0, and also the one without this parameter. The response to an offset
                 *     at or beyond the total is not documented; `EndPoint.0010` means an offset that the service
                 *     refused.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Id of the endpoint service.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                vpc_endpoint_service_id: components["parameters"]["vpc_endpoint_service_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of permissions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "permissions": [
                     *         {
                     *           "id": "2d6a9c1e-5a1f-4c7e-9c43-7f3d6f1e2a10",
                     *           "permission": "iam:domain::ae97ba94d0eda82f8f6d05584ef8aa38",
                     *           "created_at": "2025-03-05T09:00:00Z"
                     *         },
                     *         {
                     *           "id": "8c7d7c56-3a3d-4c55-8a77-0f5b8f6f5a21",
                     *           "permission": "*",
                     *           "created_at": "2025-03-05T08:00:00Z"
                     *         }
                     *       ],
                     *       "total_count": 2
                     *     }
                     */
                    "application/json": PermissionList;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    addOrRemoveServicePermissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Id of the endpoint service.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                vpc_endpoint_service_id: components["parameters"]["vpc_endpoint_service_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": "add",
                 *       "permissions": [
                 *         "iam:domain::ae97ba94d0eda82f8f6d05584ef8aa38",
                 *         "iam:domain::5fc973eea581490997e82ea11a1d0101"
                 *       ]
                 *     }
                 */
                "application/json": PermissionsChange;
            };
        };
        responses: {
            /** @description Permissions, as text. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "permissions": [
                     *         "iam:domain::ae97ba94d0eda82f8f6d05584ef8aa38",
                     *         "iam:domain::5fc973eea581490997e82ea11a1d0101"
                     *       ]
                     *     }
                     */
                    "application/json": PermissionTexts;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    batchAddServicePermissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Id of the endpoint service.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                vpc_endpoint_service_id: components["parameters"]["vpc_endpoint_service_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "permissions": [
                 *         {
                 *           "permission": "iam:domain::5fc973eea581490997e82ea11a1d0101",
                 *           "description": "Partner"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": PermissionsToAdd;
            };
        };
        responses: {
            /** @description Permissions of the service. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "permissions": [
                     *         {
                     *           "id": "2d6a9c1e-5a1f-4c7e-9c43-7f3d6f1e2a10",
                     *           "permission": "iam:domain::5fc973eea581490997e82ea11a1d0101",
                     *           "description": "Partner",
                     *           "created_at": "2025-03-05T09:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": ChangedPermissions;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    batchRemoveServicePermissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Id of the endpoint service.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                vpc_endpoint_service_id: components["parameters"]["vpc_endpoint_service_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "permissions": [
                 *         {
                 *           "id": "2d6a9c1e-5a1f-4c7e-9c43-7f3d6f1e2a10"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": PermissionsToRemove;
            };
        };
        responses: {
            /** @description Permissions of the service. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "permissions": []
                     *     }
                     */
                    "application/json": ChangedPermissions;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    updateServicePermissionDescription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Id of the endpoint service.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                vpc_endpoint_service_id: components["parameters"]["vpc_endpoint_service_id"];
                /**
                 * @description Id of the permission.
                 * @example 2d6a9c1e-5a1f-4c7e-9c43-7f3d6f1e2a10
                 */
                permission_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "permission": {
                 *         "description": "Partner, until June"
                 *       }
                 *     }
                 */
                "application/json": PermissionDescription;
            };
        };
        responses: {
            /** @description The permission after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "permissions": [
                     *         {
                     *           "id": "2d6a9c1e-5a1f-4c7e-9c43-7f3d6f1e2a10",
                     *           "permission": "iam:domain::5fc973eea581490997e82ea11a1d0101",
                     *           "description": "Partner, until June",
                     *           "created_at": "2025-03-05T09:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": ChangedPermissions;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listEndpoints: {
        parameters: {
            query?: {
                /**
                 * @description Keeps only endpoints whose service has this text in its name. The sources disagree on whether
                 *     case matters.
                 * @example billing
                 */
                endpoint_service_name?: string;
                /**
                 * @description Keeps only endpoints in this VPC.
                 * @example 0fd630f1-f29d-4da9-953f-48f1a09f76b5
                 */
                vpc_id?: string;
                /**
                 * @description Keeps only the endpoint with this id.
                 * @example 9531985d-5d9d-49f8-9818-e811892f902b
                 */
                id?: string;
                /** @description Keeps only endpoints at this edge site. Missing from the SDKs. */
                public_border_group?: string;
                /**
                 * @description What to sort by: time of creation or of the last change.
                 *
                 *     The values lack a `d` that the response fields `created_at` and `updated_at` have. That is how the
                 *     vendor's pages and SDKs spell them; one regional edition of the pages spells them with the `d`.
                 * @example create_at
                 */
                sort_key?: components["parameters"]["sort_key"];
                /**
                 * @description Whether to sort in ascending or descending order.
                 * @example asc
                 */
                sort_dir?: components["parameters"]["sort_dir"];
                /**
                 * @description How many entries a page holds at most.
                 *
                 *     The pages contradict themselves: their text allows 0 to 1000, their printed minimum is 1. The
                 *     range here is the one that both accept.
                 * @example 50
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many matching entries to skip; the page starts with the one after them.
                 *
                 *     The text of the pages asks for a number above 0 and below the total, their printed minimum is 0.
                 *     The first page is the one at 0, and also the one without this parameter. The response to an offset
                 *     at or beyond the total is not documented; `EndPoint.0010` means an offset that the service
                 *     refused.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
            };
            header?: never;
            path?: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of endpoints. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoints": [
                     *         {
                     *           "id": "9531985d-5d9d-49f8-9818-e811892f902b",
                     *           "service_type": "interface",
                     *           "status": "accepted",
                     *           "active_status": [
                     *             "active"
                     *           ],
                     *           "endpoint_service_name": "cn-north-4.billing.6513270e-269e-4d37-b2a7-4de452e6b438",
                     *           "endpoint_service_id": "6513270e-269e-4d37-b2a7-4de452e6b438",
                     *           "marker_id": 322312312312,
                     *           "enable_dns": true,
                     *           "dns_names": [
                     *             "vpcep-9531985d-5d9d-49f8-9818-e811892f902b.cn-north-4.huaweicloud.com"
                     *           ],
                     *           "ip": "192.168.0.32",
                     *           "vpc_id": "0fd630f1-f29d-4da9-953f-48f1a09f76b5",
                     *           "subnet_id": "0cb1e29c-658c-4a14-95e6-0af593bd04cf",
                     *           "created_at": "2025-03-06T14:20:05Z",
                     *           "updated_at": "2025-03-06T14:21:40Z",
                     *           "project_id": "922766581e27a1c08a6a63ec24ede6a4",
                     *           "tags": [
                     *             {
                     *               "key": "team",
                     *               "value": "payments"
                     *             }
                     *           ],
                     *           "whitelist": [],
                     *           "enable_whitelist": false
                     *         }
                     *       ],
                     *       "total_count": 1
                     *     }
                     */
                    "application/json": EndpointList;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    createEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": CreateEndpointRequest;
            };
        };
        responses: {
            /** @description The endpoint, as a rule still being created. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "9531985d-5d9d-49f8-9818-e811892f902b",
                     *       "service_type": "interface",
                     *       "status": "creating",
                     *       "active_status": [
                     *         "active"
                     *       ],
                     *       "endpoint_service_name": "cn-north-4.billing.6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "endpoint_service_id": "6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "marker_id": 322312312312,
                     *       "enable_dns": true,
                     *       "vpc_id": "0fd630f1-f29d-4da9-953f-48f1a09f76b5",
                     *       "subnet_id": "0cb1e29c-658c-4a14-95e6-0af593bd04cf",
                     *       "created_at": "2025-03-06T14:20:05Z",
                     *       "updated_at": "2025-03-06T14:20:05Z",
                     *       "project_id": "922766581e27a1c08a6a63ec24ede6a4",
                     *       "tags": [
                     *         {
                     *           "key": "team",
                     *           "value": "payments"
                     *         }
                     *       ],
                     *       "whitelist": [],
                     *       "enable_whitelist": false,
                     *       "routetables": [],
                     *       "specification_name": "default",
                     *       "enable_status": "enable"
                     *     }
                     */
                    "application/json": Endpoint;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /** @description Id of the endpoint. */
                vpc_endpoint_id: components["parameters"]["vpc_endpoint_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "9531985d-5d9d-49f8-9818-e811892f902b",
                     *       "service_type": "interface",
                     *       "status": "accepted",
                     *       "active_status": [
                     *         "active"
                     *       ],
                     *       "endpoint_service_name": "cn-north-4.billing.6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "endpoint_service_id": "6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "marker_id": 322312312312,
                     *       "enable_dns": true,
                     *       "dns_names": [
                     *         "vpcep-9531985d-5d9d-49f8-9818-e811892f902b.cn-north-4.huaweicloud.com"
                     *       ],
                     *       "ip": "192.168.0.32",
                     *       "vpc_id": "0fd630f1-f29d-4da9-953f-48f1a09f76b5",
                     *       "subnet_id": "0cb1e29c-658c-4a14-95e6-0af593bd04cf",
                     *       "created_at": "2025-03-06T14:20:05Z",
                     *       "updated_at": "2025-03-06T14:21:40Z",
                     *       "project_id": "922766581e27a1c08a6a63ec24ede6a4",
                     *       "tags": [
                     *         {
                     *           "key": "team",
                     *           "value": "payments"
                     *         }
                     *       ],
                     *       "whitelist": [],
                     *       "enable_whitelist": false,
                     *       "routetables": [],
                     *       "specification_name": "default",
                     *       "enable_status": "enable"
                     *     }
                     */
                    "application/json": Endpoint;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    updateEndpointWhitelist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /** @description Id of the endpoint. */
                vpc_endpoint_id: components["parameters"]["vpc_endpoint_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "whitelist": [
                 *         "192.168.1.1",
                 *         "10.0.0.0/8"
                 *       ],
                 *       "enable_whitelist": true
                 *     }
                 */
                "application/json": UpdateEndpointWhitelistRequest;
            };
        };
        responses: {
            /** @description The endpoint after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "9531985d-5d9d-49f8-9818-e811892f902b",
                     *       "service_type": "interface",
                     *       "status": "accepted",
                     *       "active_status": [
                     *         "active"
                     *       ],
                     *       "endpoint_service_name": "cn-north-4.billing.6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "endpoint_service_id": "6513270e-269e-4d37-b2a7-4de452e6b438",
                     *       "marker_id": 322312312312,
                     *       "vpc_id": "0fd630f1-f29d-4da9-953f-48f1a09f76b5",
                     *       "created_at": "2025-03-06T14:20:05Z",
                     *       "updated_at": "2025-03-06T15:00:00Z",
                     *       "project_id": "922766581e27a1c08a6a63ec24ede6a4",
                     *       "tags": [
                     *         {
                     *           "key": "team",
                     *           "value": "payments"
                     *         }
                     *       ],
                     *       "enable_dns": true,
                     *       "dns_names": [
                     *         "vpcep-9531985d-5d9d-49f8-9818-e811892f902b.cn-north-4.huaweicloud.com"
                     *       ],
                     *       "ip": "192.168.0.32",
                     *       "subnet_id": "0cb1e29c-658c-4a14-95e6-0af593bd04cf",
                     *       "whitelist": [
                     *         "192.168.1.1",
                     *         "10.0.0.0/8"
                     *       ],
                     *       "enable_whitelist": true
                     *     }
                     */
                    "application/json": Endpoint;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    deleteEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /** @description Id of the endpoint. */
                vpc_endpoint_id: components["parameters"]["vpc_endpoint_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted, by the text of newer pages. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Accepted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    updateEndpointRouteTables: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /** @description Id of the endpoint. */
                vpc_endpoint_id: components["parameters"]["vpc_endpoint_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "routetables": [
                 *         "705290f3-0d00-41f2-aedc-71f09844e879",
                 *         "8e81973e-0bec-47b0-b898-d190f9ebdacc"
                 *       ]
                 *     }
                 */
                "application/json": UpdateEndpointRouteTablesRequest;
            };
        };
        responses: {
            /** @description The route tables after the change, also when only part of it succeeded. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": EndpointRouteTables;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    updateEndpointPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /** @description Id of the endpoint. */
                vpc_endpoint_id: components["parameters"]["vpc_endpoint_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "policy_statement": [
                 *         {
                 *           "Effect": "Allow",
                 *           "Action": [
                 *             "obs:*:*"
                 *           ],
                 *           "Resource": [
                 *             "obs:*:*:*:invoices/*"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": UpdateEndpointPolicyRequest;
            };
        };
        responses: {
            /** @description The endpoint after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2f0c7d6a-3c1e-4d58-9a61-0b7e5c9d4f12",
                     *       "service_type": "gateway",
                     *       "status": "accepted",
                     *       "active_status": [
                     *         "active"
                     *       ],
                     *       "endpoint_service_name": "com.myhuaweicloud.cn-north-4.obs",
                     *       "endpoint_service_id": "a170b338-3926-4059-b28c-105d1fb17c23",
                     *       "marker_id": 322312312399,
                     *       "vpc_id": "0fd630f1-f29d-4da9-953f-48f1a09f76b5",
                     *       "created_at": "2025-03-06T14:20:05Z",
                     *       "updated_at": "2025-03-06T15:00:00Z",
                     *       "project_id": "922766581e27a1c08a6a63ec24ede6a4",
                     *       "tags": [],
                     *       "routetables": [
                     *         "705290f3-0d00-41f2-aedc-71f09844e879"
                     *       ],
                     *       "policy_statement": [
                     *         {
                     *           "Effect": "Allow",
                     *           "Action": [
                     *             "obs:*:*"
                     *           ],
                     *           "Resource": [
                     *             "obs:*:*:*:invoices/*"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": Endpoint;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    deleteEndpointPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /** @description Id of the endpoint. */
                vpc_endpoint_id: components["parameters"]["vpc_endpoint_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint after the change. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "2f0c7d6a-3c1e-4d58-9a61-0b7e5c9d4f12",
                     *       "service_type": "gateway",
                     *       "status": "accepted",
                     *       "active_status": [
                     *         "active"
                     *       ],
                     *       "endpoint_service_name": "com.myhuaweicloud.cn-north-4.obs",
                     *       "endpoint_service_id": "a170b338-3926-4059-b28c-105d1fb17c23",
                     *       "marker_id": 322312312399,
                     *       "vpc_id": "0fd630f1-f29d-4da9-953f-48f1a09f76b5",
                     *       "created_at": "2025-03-06T14:20:05Z",
                     *       "updated_at": "2025-03-06T15:00:00Z",
                     *       "project_id": "922766581e27a1c08a6a63ec24ede6a4",
                     *       "tags": [],
                     *       "routetables": [
                     *         "705290f3-0d00-41f2-aedc-71f09844e879"
                     *       ],
                     *       "policy_statement": [
                     *         {
                     *           "Effect": "Allow",
                     *           "Action": [
                     *             "*"
                     *           ],
                     *           "Resource": [
                     *             "*"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": Endpoint;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listQuotas: {
        parameters: {
            query?: {
                /**
                 * @description Keeps only the quota of this kind of resource; both when absent.
                 * @example endpoint
                 */
                type?: "endpoint_service" | "endpoint";
            };
            header?: never;
            path?: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quotas. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "quotas": {
                     *         "resources": [
                     *           {
                     *             "type": "endpoint",
                     *             "used": 4,
                     *             "quota": 150
                     *           },
                     *           {
                     *             "type": "endpoint_service",
                     *             "used": 10,
                     *             "quota": 100
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": QuotaList;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listProjectResourceTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Kind of resource. The SDKs describe the values wrongly, as a server and a virtual IP.
                 * @example endpoint_service
                 */
                resource_type: components["parameters"]["resource_type"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tags. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tags": [
                     *         {
                     *           "key": "team",
                     *           "values": [
                     *             "payments",
                     *             "platform"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": ProjectTagList;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    listResourceInstances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Kind of resource. The SDKs describe the values wrongly, as a server and a virtual IP.
                 * @example endpoint_service
                 */
                resource_type: components["parameters"]["resource_type"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": ListResourceInstancesRequest;
            };
        };
        responses: {
            /** @description A page of resources, or their number alone. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ResourceInstanceList;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    batchUpdateResourceTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id?: components["parameters"]["project_id"];
                /**
                 * @description Kind of resource. The SDKs describe the values wrongly, as a server and a virtual IP.
                 * @example endpoint_service
                 */
                resource_type: components["parameters"]["resource_type"];
                /**
                 * @description Id of the service or the endpoint.
                 * @example 6513270e-269e-4d37-b2a7-4de452e6b438
                 */
                resource_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": "create",
                 *       "tags": [
                 *         {
                 *           "key": "team",
                 *           "value": "payments"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": ResourceTagsChange;
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
}
