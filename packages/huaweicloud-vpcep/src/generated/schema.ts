// Written by "pnpm generate" from specs/huaweicloud-vpcep/openapi.yaml. Do not edit.
export interface paths {
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
         */
        get: operations["listEndpointServices"];
        put?: never;
        post?: never;
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
         *     According to the vendor's list of error codes, a service that does not exist is answered with
         *     status 400 and `EndPoint.2003`, not with 404.
         */
        get: operations["getEndpointService"];
        /**
         * Change an endpoint service
         * @description Changes the given fields of a service. `ports`, when given, takes the place of the whole stored
         *     list: the SDKs and the page of 2025-11-27 say so, earlier pages are silent. To change one mapping,
         *     read the list, change it and send all of it.
         *
         *     There is no version and no ETag: of two callers who do this at the same time, the later one wins
         *     and the other's change is lost.
         *
         *     Sending the same body again leads to the same state only while nobody else writes: after a lost
         *     answer a second sending can undo another caller's change. Not documented: what an empty body object
         *     does, whether an empty `ports` list is allowed, whether unknown fields are refused. Some states
         *     refuse changes (`EndPoint.3045`), and the backend may be fixed (`EndPoint.3054`, `EndPoint.3055`).
         *     `EndPoint.3044` means mappings that clash with another service, `EndPoint.3074` too many mappings.
         */
        put: operations["updateEndpointService"];
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
        get?: never;
        put?: never;
        /**
         * Create an endpoint
         * @description Creates an endpoint in a VPC and asks for its connection to an endpoint service. The base page
         *     says nothing on timing; newer sources say that the request is accepted at once and takes one to
         *     two minutes: poll `getEndpoint` until `status` is no longer `creating`. With a service that wants
         *     approval it stays `pendingAcceptance` until the owner decides.
         *
         *     Every accepted request creates one more endpoint, which may cost money. There is no client token,
         *     so a request whose answer was lost must not be sent again blindly.
         *
         *     `EndPoint.2003` means an unknown service, `EndPoint.2012` no right to connect to it,
         *     `Endpoint.1018` (spelt with a small `p`) an exceeded quota.
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
         *     the vendor's list of error codes, an endpoint that does not exist is answered with status 404 and
         *     `EndPoint.2006`.
         */
        get: operations["getEndpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description A port mapping as the service reports it; see `PortMapping` for its meaning.
         *
         *     Two examples on the vendor's pages show the ports as strings of digits. The tables, the other
         *     examples and the SDKs have integers, so a string here is to be treated as malformed.
         */
        StoredPortMapping: {
            /** @description Port that the endpoint offers. */
            client_port?: number;
            /** @description Port of the backend. */
            server_port?: number;
            /** @description Transport protocol; TCP when absent. */
            protocol?: "TCP" | "UDP" | (string & {});
        };
        /**
         * @description A tag of a resource. The pages mark neither field as required. They also disagree on the lengths;
         *     the limits here are the widest, from the SDKs. Older pages print 36 for keys and 43 for values.
         */
        Tag: {
            /**
             * @description Key, unique among the tags of a resource. Letters, digits, blanks and `_ . : = + - @`
             *     according to the SDKs, which also forbid the prefix `_sys_`.
             */
            key?: string;
            /** @description Value; may be empty. The characters of keys, and `/`. */
            value?: string;
        };
        /**
         * @description Why something failed: the inner part of a nested error body, and the `error` of a service
         *     according to the newer pages and the SDKs.
         */
        TaskError: {
            /** @description Error code, as in `EndPoint.3001`. */
            code?: string;
            /** @description What went wrong, for people. */
            message?: string;
        };
        /** @description Why something failed, in the form that endpoints use, and services on older pages. */
        ResourceError: {
            /** @description Error code, as in `EndPoint.2022`. */
            error_code?: string;
            /** @description What went wrong, for people. */
            error_message?: string;
        };
        /**
         * @description An endpoint service of the project. Creating, changing, listing and reading one return nearly the
         *     same fields, so they share this schema; the fields that only some of them return say so.
         *
         *     Only `id` is required: the pages mark nothing, and nothing can be done with a service without it.
         *     `ports` is therefore optional too, and a client must not take its absence for an empty list.
         */
        EndpointService: {
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
             */
            server_type?: "VM" | "VIP" | "LB" | (string & {});
            /** @description Id of the VPC of the backend. */
            vpc_id?: string;
            /** @description Id of the cluster. Returned on creating and changing. */
            pool_id?: string;
            /** @description Whether a new connection waits for the approval of the owner of the service. */
            approval_enabled?: boolean;
            /**
             * @description State of the service; endpoints can connect to it when it is `available`. `deleting` is listed
             *     for reading only.
             */
            status?: "creating" | "available" | "failed" | "deleting" | (string & {});
            /**
             * @description `gateway` services are configured by the vendor, `interface` services by the vendor or by
             *     users. Many pages print `gataway`; their examples and the SDKs have `gateway`.
             */
            service_type?: "gateway" | "interface" | (string & {});
            /** @description Editions of the service. Returned on listing and reading. Known from the SDKs only. */
            supported_editions?: ("profession" | "basic" | (string & {}))[];
            /**
             * @description IP version, for the professional edition. Returned on creating and changing. Known from the
             *     SDKs only.
             */
            ip_version?: "ipv4" | "ipv6" | (string & {});
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
            /** @description Kind of address range, `internal` by default. Not returned on listing. */
            cidr_type?: "public" | "internal" | (string & {});
            /** @description All port mappings of the service. Their order carries no meaning. */
            ports?: components["schemas"]["StoredPortMapping"][];
            /**
             * @description How data about the client reach the backend: not at all (`close`, the default), as a TCP
             *     option (`toa_open`), in the payload by the PROXY protocol (`proxy_open`), both ways (`open`),
             *     or in the payload together with the VNI (`proxy_vni`, in newer sources only).
             */
            tcp_proxy?: "close" | "toa_open" | "proxy_open" | "open" | "proxy_vni" | (string & {});
            /** @description Tags of the service. */
            tags?: components["schemas"]["Tag"][];
            /** @description Free text, without `<` and `>`. */
            description?: string;
            /** @description Number of endpoints whose connection is `creating` or `accepted`. Returned on listing. */
            connection_count?: number;
            /**
             * @description Why the service failed. Returned on listing and reading; some sources add: only while `status`
             *     is `failed`. They also disagree on the names of the fields of an entry, so both forms are
             *     accepted.
             */
            error?: (components["schemas"]["TaskError"] | components["schemas"]["ResourceError"])[];
            /** @description Edge site of the pool. Returned on listing. */
            public_border_group?: string;
            /**
             * @description Whether endpoints of this service may have a policy of their own, `false` by default. Known
             *     from the SDKs only.
             */
            enable_policy?: boolean;
        };
        /**
         * @description A page of endpoint services. Both fields are required here, though the pages mark nothing: without
         *     either of them a client cannot tell a short list from a broken one.
         */
        EndpointServiceList: {
            /** @description The services of this page. */
            endpoint_services: components["schemas"]["EndpointService"][];
            /** @description Number of services that match the filters, before `limit` and `offset`. */
            total_count: number;
        };
        /**
         * @description An error body in the form that every operation page documents. `error` is required, because it is
         *     what tells this form from the other; the pages do not say which of its fields are always present.
         */
        ErrorEnvelope: {
            error: components["schemas"]["TaskError"];
        };
        /**
         * @description An error body in the form that the general rules document, and that examples of real errors have.
         *     The API gateway in front of the service uses it with codes that start with `APIGW.`. `error_code`
         *     is required, because it is what tells this form from the other.
         */
        ErrorFlat: {
            /** @description Error code, as in `EndPoint.0022`. */
            error_code: string;
            /** @description What went wrong, for people. One code may come with different messages. */
            error_msg?: string;
        };
        /**
         * @description An error body. The vendor documents two forms and does not say when the service sends which: the
         *     code is `error.code` or else `error_code`, the message `error.message` or else `error_msg`.
         */
        Error: components["schemas"]["ErrorEnvelope"] | components["schemas"]["ErrorFlat"];
        /**
         * @description An endpoint service that everybody may connect to. Only `id` is required: the pages mark nothing,
         *     and nothing can be done with a service without it.
         */
        PublicEndpointService: {
            /** @description Id of the service. */
            id: string;
            /** @description Owner of the service. */
            owner?: string;
            /** @description Name of the service. */
            service_name?: string;
            /** @description Kind of the service. The page prints `gataway` in its table and `gateway` in its example. */
            service_type?: "gateway" | "interface" | (string & {});
            /**
             * Format: date-time
             * @description Time of creation.
             */
            created_at?: string;
            /**
             * @description Whether endpoints of this service cost money. The tables say boolean, every example shows a
             *     string: compare the value with both, because the string `"false"` is truthy.
             */
            is_charge?: boolean | ("true" | "false" | (string & {}));
            /** @description Whether endpoints of this service may have a policy of their own. Known from the SDKs only. */
            enable_policy?: boolean;
        };
        /**
         * @description A page of public endpoint services. Both fields are required for the reason given at
         *     `EndpointServiceList`.
         */
        PublicEndpointServiceList: {
            /** @description The services of this page. */
            endpoint_services: components["schemas"]["PublicEndpointService"][];
            /** @description Number of services that match the filters, before `limit` and `offset`. */
            total_count: number;
        };
        /**
         * @description A port mapping to be written: the endpoint offers `client_port` and passes what arrives there on
         *     to `server_port` of the backend.
         *
         *     No two mappings of one service may be equal. Among services that share a `port_id`, the pair of
         *     `server_port` and `protocol` must be unique. The pages mark no field as required; what the service
         *     does with a mapping that lacks a port is not documented.
         */
        PortMapping: {
            /** @description Port that the endpoint offers. */
            client_port?: number;
            /** @description Port of the backend. */
            server_port?: number;
            /**
             * @description Transport protocol; TCP when absent. The oldest page of the update operation allows both,
             *     later pages and the SDKs name TCP alone. `EndPoint.3075` means a protocol that the service
             *     refused.
             * @default TCP
             * @enum {string}
             */
            protocol?: "TCP" | "UDP";
        };
        /**
         * @description What to change. No field is required: the request works as a partial update, in which a field left
         *     out keeps its value; `approval_enabled` is the doubtful one. What an empty object does is not
         *     documented.
         */
        UpdateEndpointServiceRequest: {
            /**
             * @description Whether a new connection waits for the approval of the owner of the service.
             *
             *     The pages print "default true". They do not say whether that means that leaving it out sets it
             *     to `true`, so this schema declares no default. Send the value that you want to have.
             */
            approval_enabled?: boolean;
            /** @description Name part, from which the service makes the full name. Missing from the oldest page. */
            service_name?: string;
            /**
             * @description All port mappings that the service is to have: according to the SDKs and the page of
             *     2025-11-27 the given list takes the place of the whole stored list; earlier pages are silent.
             *     A mapping that is not in the list is gone. Left out, the stored list stays.
             *
             *     Whether an empty list is allowed is not documented.
             */
            ports?: components["schemas"]["PortMapping"][];
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
        };
        /** @description A statement of an access policy to be written. The names of the fields are capitalised. */
        PolicyStatement: {
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
        };
        /**
         * @description The endpoint to create. Some fields are for endpoints of interface services only, some for
         *     endpoints of gateway services only; the service decides by the kind of `endpoint_service_id`.
         */
        CreateEndpointRequest: {
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
            tags?: components["schemas"]["Tag"][];
            /**
             * @description Ids of route tables; for gateway services. The text calls it necessary for these, and also
             *     says that the default route table is taken when it is absent.
             */
            routetables?: string[];
            /**
             * @description IPv4 addresses and ranges (CIDR) that may use the endpoint, none by default; for interface
             *     services. How many are allowed is not documented; `EndPoint.2045` means too many.
             */
            whitelist?: string[];
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
            policy_statement?: components["schemas"]["PolicyStatement"][];
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
        };
        /** @description A statement of an access policy as the service reports it. */
        StoredPolicyStatement: {
            /** @description Whether the statement allows or denies the actions. */
            Effect?: "Allow" | "Deny" | (string & {});
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
        };
        /**
         * @description An endpoint of the project. Creating and reading one return nearly the same fields, so they share
         *     this schema; the fields that only one of them returns say so.
         *
         *     Only `id` is required: the pages mark nothing, and nothing can be done with an endpoint without
         *     it.
         */
        Endpoint: {
            /** @description Id of the endpoint. */
            id: string;
            /**
             * @description Kind of the service that the endpoint connects to. Many pages print `gataway`; the SDKs have
             *     `gateway`.
             */
            service_type?: "gateway" | "interface" | (string & {});
            /**
             * @description State of the connection to the service. The tables of the base pages lack `rejected` and
             *     `deleting`.
             */
            status?: "pendingAcceptance" | "creating" | "accepted" | "rejected" | "failed" | "deleting" | (string & {});
            /** @description State of the account. */
            active_status?: ("active" | "frozen" | "arrear_frozen" | "verify_frozen" | "police_frozen" | "illegal_frozen" | "partner_frozen" | (string & {}))[];
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
            tags?: components["schemas"]["Tag"][];
            /**
             * @description Why the endpoint failed. Returned on reading, only while `status` is `failed`. The base page
             *     has one object, the other sources an array of them.
             */
            error?: components["schemas"]["ResourceError"] | components["schemas"]["ResourceError"][];
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
            /** @description Whether the endpoint is switched on. */
            enable_status?: "enable" | "disable" | (string & {});
            /** @description Free text. */
            description?: string;
            /**
             * @description Access policy of the endpoint; only for gateway services. The base pages have an array of
             *     strings, the other sources one of objects.
             */
            policy_statement?: (components["schemas"]["StoredPolicyStatement"] | string)[];
            /**
             * @description Access policy for services other than object and file storage. Known from the SDKs only, which
             *     leave its content open.
             */
            policy_document?: {
                [key: string]: unknown;
            };
            /**
             * @deprecated
             * @description Id of the pool of the endpoint. Known from the SDKs only; about to be dropped.
             */
            endpoint_pool_id?: string;
            /** @description Edge site of the pool; only for edge pools. Known from the SDKs only. */
            public_border_group?: string;
            /** @description IPv6 address, for the professional edition. Known from the SDKs only. */
            ipv6_address?: string;
        };
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
                "application/json": components["schemas"]["Error"];
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
                "application/json": components["schemas"]["Error"];
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
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description The resource does not exist (`EndPoint.0005`), as in an unknown endpoint (`EndPoint.2006`). An
         *     unknown endpoint service is answered with status 400 instead.
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
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The resource does not support the method. */
        MethodNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The service cannot answer in a form that the request accepts. */
        NotAcceptable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A proxy on the way wants authentication. */
        ProxyAuthenticationRequired: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request took too long to arrive. */
        RequestTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request conflicts with the state of the resource. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
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
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The service does not support the function. */
        NotImplemented: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A server on the way got no valid answer. Whether the request took effect is unknown. */
        BadGateway: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The service cannot be reached at the moment. */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description The service did not answer in time (`EndPoint.0013`); whether the request took effect is unknown.
         *     The same status stands for a request without body (`EndPoint.0011`) or without headers
         *     (`EndPoint.0012`), which fails again however often it is sent.
         */
        GatewayTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
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
         *     The first page is the one at 0, and also the one without this parameter. The answer to an offset
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
        /**
         * @description Id of the endpoint.
         * @example 9531985d-5d9d-49f8-9818-e811892f902b
         */
        vpc_endpoint_id: string;
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
                 *     The first page is the one at 0, and also the one without this parameter. The answer to an offset
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
                project_id: components["parameters"]["project_id"];
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
                    "application/json": components["schemas"]["EndpointServiceList"];
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
                 *     The first page is the one at 0, and also the one without this parameter. The answer to an offset
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
                project_id: components["parameters"]["project_id"];
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
                    "application/json": components["schemas"]["PublicEndpointServiceList"];
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
                project_id: components["parameters"]["project_id"];
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
                    "application/json": components["schemas"]["EndpointService"];
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
                project_id: components["parameters"]["project_id"];
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
                 *           "protocol": "UDP"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UpdateEndpointServiceRequest"];
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
                     *           "protocol": "UDP"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EndpointService"];
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
        };
    };
    createEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the project that the request acts in, 32 hexadecimal digits in every example.
                 * @example 922766581e27a1c08a6a63ec24ede6a4
                 */
                project_id: components["parameters"]["project_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateEndpointRequest"];
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
                    "application/json": components["schemas"]["Endpoint"];
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
                project_id: components["parameters"]["project_id"];
                /**
                 * @description Id of the endpoint.
                 * @example 9531985d-5d9d-49f8-9818-e811892f902b
                 */
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
                    "application/json": components["schemas"]["Endpoint"];
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
        };
    };
}
