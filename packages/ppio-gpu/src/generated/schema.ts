// Written by "pnpm generate" from specs/ppio-gpu/openapi.yaml. Do not edit.
export interface paths {
    "/gpus/v2/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instances
         * @description Gives the instances of the account in pages. Ask for the next page with the `next_cursor` of the last answer, and stop when it is empty or `has_more` is false; which of the two rules when they disagree is not documented. Neither are the order, how long a cursor lives, and what a changed filter does to one. The items lack `tools` and `pricing`, which `getInstance` returns. Values of environment variables come back in clear.
         */
        get: operations["listInstances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/instances/{instance_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one instance
         * @description Gives all that the list shows of an instance, and its access tools and prices besides. The passwords of the tools and the values of environment variables come back in clear: do not log the answer.
         */
        get: operations["getInstance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/instances/{instance_id}/ports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace the exposed ports of an instance
         * @description Replaces the whole set of exposed ports: a port that is not in the request is no longer exposed
         *     afterwards. To add or remove one, read the instance, change the list and send all of it. There is
         *     no version to send along, so that of two writers the later one wins.
         *
         *     The answer does not hold the ports. Read the instance again to learn their addresses.
         *
         *     Not documented: whether an empty list closes everything; whether a number may occur twice, under
         *     one protocol or both; whether the ports of built-in tools, such as Jupyter, belong to the list;
         *     how many ports are allowed; whether the instance must be running or is restarted. Version 1 of the
         *     API allowed 15 ports, those of the tools included, and reserved 2222, 2223 and 2224; whether this
         *     version does is unknown.
         */
        put: operations["updateInstancePorts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/instances/{instance_id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Renew a prepaid instance
         * @description Buys further months for an instance whose billing mode is `prepaid`. The months are added to what was bought before, so a repeated request buys them again: after an answer that got lost, read `billing.prepaid.end_time` before asking once more. What happens to an instance with another billing mode is not documented.
         */
        put: operations["renewInstance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/instances/{instance_id}/rootfs-expand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Enlarge the system disk of an instance
         * @description Adds gigabytes to the system disk. The number is an increment, not the new size, so a repeated request adds it again: after an answer that got lost, read `resource_specs.rootfs_size_gb` before asking once more. No operation that shrinks the disk is documented.
         */
        put: operations["expandInstanceRootfs"];
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
        /** @description Inferred: no page of this API describes the body of an error. Clients of third parties met the members below, none of them always; other members may appear, and a body may not be JSON at all. */
        Error: {
            /** @description A code for the error. Its type and values are not documented. */
            code?: unknown;
            /** @description A short word for the error. */
            reason?: string;
            /** @description A sentence for people. */
            message?: string;
            /** @description Either a sentence or an object that holds a `message`, depending on what answers. */
            error?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description An instance as the list shows it. `InstanceDetail` has its tools and prices besides. */
        Instance: {
            /**
             * @description Identifier of the instance.
             * @example ca338f12f3
             */
            id: string;
            /**
             * @description Display name.
             * @example example-instance
             */
            name?: string;
            /**
             * @description Kind of machine: with GPUs, or with CPUs only.
             * @example gpu
             */
            type?: "gpu" | "cpu" | (string & {});
            /**
             * @description Identifier of the product, that is the hardware offer, it was ordered from.
             * @example product-id
             */
            product_id?: string;
            /**
             * @description Address of the container image.
             * @example registry.example.com/namespace/image:tag
             */
            image?: string;
            /**
             * @description Identifier of the stored credential for the image's registry.
             * @example registry-auth-id
             */
            registry_auth_id?: string;
            /**
             * @description Entrypoint of the container; empty when none was given.
             * @example
             */
            entrypoint?: string;
            /**
             * @description Start command of the container; empty when none was given.
             * @example
             */
            command?: string;
            billing?: components["schemas"]["InstanceBilling"];
            /** @description Environment variables, with their values in clear. */
            envs?: components["schemas"]["EnvironmentVariable"][];
            /** @description Ports that are exposed, with the addresses they were given. */
            ports?: components["schemas"]["Port"][];
            resource_specs?: components["schemas"]["ResourceSpecs"];
            network?: components["schemas"]["NetworkAttachment"];
            /** @description Data disks and network storage that are mounted. */
            volumes?: components["schemas"]["VolumeMount"][];
            /**
             * @description Identifier of the region it runs in; what the filter `regions` takes.
             * @example region-id
             */
            region?: string;
            auto_migrate?: components["schemas"]["AutoMigrate"];
            status: components["schemas"]["InstanceStatus"];
            /**
             * Format: int64
             * @description When it was created, as Unix time in seconds.
             * @example 1714464000
             */
            created_at?: number;
            /**
             * Format: int64
             * @description When it was last started, as Unix time in seconds. Presumably 0 when it never was, as in `last_stopped_at`.
             * @example 1714467600
             */
            last_started_at?: number;
            /**
             * Format: int64
             * @description When it was last stopped, as Unix time in seconds; 0 when it never was. The vendor shows the 0 without explaining it: do not turn it into a date of 1970.
             * @example 0
             */
            last_stopped_at?: number;
            /**
             * @description Identifier of the member who created it.
             * @example member-id
             */
            member_id?: string;
            /**
             * @description Identifier of the account it belongs to: the owner of the team. The vendor calls it a UUID; other pages show other forms, so treat it as text.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            owner_id?: string;
            /**
             * @description Opaque text. The vendor's words call it the version of the instance, its name that of the region.
             * @example v1
             */
            region_version?: string;
        };
        /** @description An instance with all that is known of it: what the list shows, and its tools and prices. Holds passwords in clear. */
        InstanceDetail: {
            /**
             * @description Identifier of the instance.
             * @example ca338f12f3
             */
            id: string;
            /**
             * @description Display name.
             * @example example-instance
             */
            name?: string;
            /**
             * @description Kind of machine: with GPUs, or with CPUs only.
             * @example gpu
             */
            type?: "gpu" | "cpu" | (string & {});
            /**
             * @description Identifier of the product, that is the hardware offer, it was ordered from.
             * @example product-id
             */
            product_id?: string;
            /**
             * @description Address of the container image.
             * @example registry.example.com/namespace/image:tag
             */
            image?: string;
            /**
             * @description Identifier of the stored credential for the image's registry.
             * @example registry-auth-id
             */
            registry_auth_id?: string;
            /**
             * @description Entrypoint of the container; empty when none was given.
             * @example
             */
            entrypoint?: string;
            /**
             * @description Start command of the container; empty when none was given.
             * @example
             */
            command?: string;
            billing?: components["schemas"]["InstanceBilling"];
            /** @description Environment variables, with their values in clear. */
            envs?: components["schemas"]["EnvironmentVariable"][];
            /** @description Ports that are exposed, with the addresses they were given. */
            ports?: components["schemas"]["Port"][];
            resource_specs?: components["schemas"]["ResourceSpecs"];
            network?: components["schemas"]["NetworkAttachment"];
            /** @description Data disks and network storage that are mounted. */
            volumes?: components["schemas"]["VolumeMount"][];
            /**
             * @description Identifier of the region it runs in; what the filter `regions` takes.
             * @example region-id
             */
            region?: string;
            tools?: components["schemas"]["InstanceTools"];
            auto_migrate?: components["schemas"]["AutoMigrate"];
            status: components["schemas"]["InstanceStatus"];
            pricing?: components["schemas"]["InstancePricing"];
            /**
             * Format: int64
             * @description When it was created, as Unix time in seconds.
             * @example 1714464000
             */
            created_at?: number;
            /**
             * Format: int64
             * @description When it was last started, as Unix time in seconds. Presumably 0 when it never was, as in `last_stopped_at`.
             * @example 1714467600
             */
            last_started_at?: number;
            /**
             * Format: int64
             * @description When it was last stopped, as Unix time in seconds; 0 when it never was. The vendor shows the 0 without explaining it: do not turn it into a date of 1970.
             * @example 0
             */
            last_stopped_at?: number;
            /**
             * @description Identifier of the member who created it.
             * @example member-id
             */
            member_id?: string;
            /**
             * @description Identifier of the account it belongs to: the owner of the team. The vendor calls it a UUID; other pages show other forms, so treat it as text.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            owner_id?: string;
            /**
             * @description Opaque text. The vendor's words call it the version of the instance, its name that of the region.
             * @example v1
             */
            region_version?: string;
        };
        /** @description How the instance is paid for. */
        InstanceBilling: {
            /**
             * @description Billing mode.
             * @example prepaid
             */
            mode?: "postpaid" | "prepaid" | "spot" | (string & {});
            /** @description The prepaid period. Present when `mode` is `prepaid`. There is no such member for `spot`; see `pricing.spot` of one instance. */
            prepaid?: {
                /**
                 * @description Months bought.
                 * @example 1
                 */
                months?: number;
                /**
                 * Format: int64
                 * @description When the prepaid period ends, as Unix time in seconds.
                 * @example 1717056000
                 */
                end_time?: number;
                /** @description Automatic renewal. */
                auto_renew?: {
                    /**
                     * @description Whether the period is renewed by itself.
                     * @example true
                     */
                    enabled?: boolean;
                    /**
                     * @description Months bought at each renewal.
                     * @example 1
                     */
                    months?: number;
                    /**
                     * @description State of the renewal. Its values are not documented.
                     * @example active
                     */
                    status?: string;
                };
            };
        };
        /** @description An environment variable of the container. */
        EnvironmentVariable: {
            /**
             * @description Name of the variable.
             * @example ENV_NAME
             */
            key?: string;
            /**
             * Format: password
             * @description Value of the variable, in clear. Whoever may read the instance reads it, so treat it as a secret.
             * @example ENV_VALUE
             */
            value?: string;
        };
        /** @description A port that is exposed, as reading an instance shows it. */
        Port: {
            /**
             * @description Port number inside the container.
             * @example 8080
             */
            port: number;
            /**
             * @description Protocol the port speaks.
             * @example tcp
             */
            protocol: "tcp" | "http" | (string & {});
            /**
             * @description Address to reach the port at from outside, assigned while the instance runs. Its form is not documented and may differ by protocol: host and port, or a URL.
             * @example 1.2.3.4:8080
             */
            readonly endpoint?: string;
        };
        /** @description What the machine consists of, in part chosen by the platform. */
        ResourceSpecs: {
            /**
             * @description Size of the system disk in GB. Whether that means GB or GiB is not documented.
             * @example 20
             */
            rootfs_size_gb?: number;
            /**
             * @description Number of GPUs.
             * @example 1
             */
            gpu_num?: number;
            /**
             * @description Number of CPU cores, chosen by the platform.
             * @example 8
             */
            cpu_num?: number;
            /**
             * @description Memory in GB, chosen by the platform. Whether that means GB or GiB is not documented.
             * @example 32
             */
            memory_gb?: number;
            /**
             * @description Indices of the cards that were assigned.
             * @example [
             *       0
             *     ]
             */
            gpu_ids?: number[];
        };
        /** @description The VPC network the instance is attached to. */
        NetworkAttachment: {
            /**
             * @description Identifier of the network. The list page shows it empty; pages on networks show other forms, so treat it as text.
             * @example vpc-550e8400-e29b-41d4-a716-446655440000
             */
            id?: string;
            /**
             * @description Address of the instance inside the network.
             * @example 10.2.1.1
             */
            ip?: string;
        };
        /** @description A disk or network storage and where it is mounted. */
        VolumeMount: {
            /**
             * @description Kind of storage.
             * @example network
             */
            type?: "local" | "network" | (string & {});
            /**
             * @description Identifier of the storage, usually for `network`.
             * @example network-storage-id
             */
            id?: string;
            /**
             * @description Path in the container.
             * @example /data
             */
            mount_point?: string;
        };
        /** @description Automatic migration to another machine. */
        AutoMigrate: {
            /**
             * @description Whether the instance is migrated by itself.
             * @example false
             */
            enabled?: boolean;
            /**
             * @description Whether the system disk moves along.
             * @example false
             */
            include_system_disk?: boolean;
        };
        /** @description The state of the instance. What went wrong with a running instance stands here, not in an HTTP error. */
        InstanceStatus: {
            /**
             * @description The state. This version of the API shows `running` and lists nothing. Version 1 knows `toCreate`, `creating`, `pulling`, `running`, `toStart`, `starting`, `toStop`, `stopping`, `exited`, `toRestart`, `restarting`, `toRemove`, `removing`, `removed`, `toReset`, `resetting`, `migrating` and `freezing`; a client of a third party also expects `stopped`. Take them as a hint.
             * @example running
             */
            status: string;
            /**
             * @description Error code; empty when there is none. The codes are not documented.
             * @example
             */
            error?: string;
            /**
             * @description A description of the state, for people.
             * @example
             */
            message?: string;
        };
        /** @description Ways into the instance. Holds passwords in clear, and addresses of which no page says whether they are enough to get in. */
        InstanceTools: {
            /** @description The built-in Jupyter. */
            jupyter?: {
                /**
                 * @description Address of Jupyter.
                 * @example https://jupyter.example.com/instance/ca338f12f3
                 */
                endpoint?: string;
                /**
                 * @description Whether Jupyter is switched on.
                 * @example true
                 */
                enabled?: boolean;
                /**
                 * @description Port of Jupyter inside the container.
                 * @example 8888
                 */
                port?: number;
            };
            /** @description Access by SSH. Unlike the other tools it has neither a switch nor a port of its own; the port stands in the command. */
            ssh?: {
                /**
                 * @description The command to connect with, in one line. Opaque; its host need not share the API's domain.
                 * @example ssh -p 51039 root@proxy.example.com
                 */
                command?: string;
                /**
                 * Format: password
                 * @description Password for SSH, in clear. Do not log it.
                 * @example example-password
                 */
                password?: string;
                /**
                 * @description User for SSH.
                 * @example root
                 */
                username?: string;
            };
            /** @description The terminal in the browser. */
            web_terminal?: {
                /**
                 * @description WebSocket address of the terminal.
                 * @example wss://terminal.example.com/instance/ca338f12f3
                 */
                endpoint?: string;
                /**
                 * @description Whether the terminal is switched on.
                 * @example true
                 */
                enabled?: boolean;
                /**
                 * @description User for the terminal.
                 * @example root
                 */
                username?: string;
                /**
                 * Format: password
                 * @description Password for the terminal, in clear. Do not log it.
                 * @example example-password
                 */
                password?: string;
            };
            /** @description Where to read logs. */
            log?: {
                /**
                 * @description Address of the instance's log.
                 * @example https://log.example.com/instance/ca338f12f3
                 */
                instance_endpoint?: string;
                /**
                 * @description Address of the system's log.
                 * @example https://log.example.com/system/ca338f12f3
                 */
                system_endpoint?: string;
            };
        };
        /** @description What the instance costs. No currency is named. The prices outside `prepaid` have no documented scale or unit of time: compare them, do not convert them. */
        InstancePricing: {
            /**
             * Format: int64
             * @description Price of the instance, in an unknown unit.
             * @example 100
             */
            instance_price?: number;
            /**
             * Format: int64
             * @description List price of the instance, in the same unknown unit.
             * @example 120
             */
            instance_base_price?: number;
            /**
             * Format: int64
             * @description Price of the system disk, in the same unknown unit.
             * @example 10
             */
            rootfs_storage_price?: number;
            /** @description Prices for buying months ahead. Present only when `billing.mode` is `prepaid`. */
            prepaid?: {
                /** @description Prices, one for each number of months on offer. */
                monthly_price?: {
                    /**
                     * Format: int64
                     * @description Price for `month` months. Probably to be divided by ten to the power of `price_precision`; the pages do not say so.
                     * @example 1000
                     */
                    price?: number;
                    /**
                     * Format: int64
                     * @description List price for `month` months, on the scale of `price`.
                     * @example 1200
                     */
                    base_price?: number;
                    /**
                     * @description Number of months; what is called `months` in `billing`.
                     * @example 1
                     */
                    month?: number;
                    /**
                     * @description Precision of the prices beside it, probably their number of decimal places.
                     * @example 2
                     */
                    price_precision?: number;
                    /**
                     * @description Identifier of the offer.
                     * @example spec-1m
                     */
                    month_spec_id?: string;
                }[];
            };
            /** @description State of a spot instance. Present only when `billing.mode` is `spot`. */
            spot?: {
                /** @description State of the spot instance. Its values are not documented. */
                spot_status?: string;
                /**
                 * Format: int64
                 * @description When the instance is taken back, as Unix time in seconds. What stands here while nothing is planned is not documented.
                 */
                spot_reclaim_time?: number;
            };
        };
        /** @description A port to expose. The address is assigned by the service and not sent. */
        PortInput: {
            /** @description Port number inside the container. */
            port: number;
            /**
             * @description Protocol the port speaks.
             * @enum {string}
             */
            protocol: "tcp" | "http";
        };
    };
    responses: {
        /** @description Any other status. No page of this API describes one. */
        UnexpectedError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A parameter or the body does not fit. The status is known from the vendors' general error guides. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The API key is missing, wrong or deleted. The status is known from the vendors' general error guides. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The key may not do this, for instance because the account has not passed identity verification. The status is known from the vendors' general error guides. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is no such instance. The status is known from a client of a third party. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Too many requests. The status is known from the vendors' general error guides; neither a limit nor a `Retry-After` header is documented for this API. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The service is overloaded or down for a while. The status is known from the vendors' general error guides, which advise to wait longer after each attempt. */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No answer in time; whether the request took effect is unknown. The status is known from the vendors' general error guides. */
        GatewayTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface operations {
    listInstances: {
        parameters: {
            query?: {
                /**
                 * @description The most instances in one page. Left out or 0, the server uses a default of its own, which is not documented; neither is a maximum.
                 * @example 20
                 */
                limit?: number;
                /** @description Where to go on: the `next_cursor` of the page before. Left out or empty, the first page is given. Opaque. */
                cursor?: string;
                /**
                 * @description Only instances whose name or identifier matches this text loosely. How upper and lower case and the position count is not documented.
                 * @example example
                 */
                name?: string;
                /**
                 * @description Only instances in this state: a value of `status.status`. Any text is taken; the states are not listed for this version.
                 * @example running
                 */
                status?: string;
                /**
                 * @description Only instances in these regions, as region identifiers with commas between them.
                 * @example region-id
                 */
                regions?: string;
                /**
                 * @description Only instances that are billed this way. The empty string means any; better leave it out.
                 * @example prepaid
                 */
                billing_mode?: "postpaid" | "prepaid" | "spot" | "";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ca338f12f3",
                     *           "name": "example-instance",
                     *           "type": "gpu",
                     *           "product_id": "product-id",
                     *           "image": "registry.example.com/namespace/image:tag",
                     *           "registry_auth_id": "registry-auth-id",
                     *           "entrypoint": "",
                     *           "command": "",
                     *           "billing": {
                     *             "mode": "prepaid",
                     *             "prepaid": {
                     *               "months": 1,
                     *               "end_time": 1717056000,
                     *               "auto_renew": {
                     *                 "enabled": true,
                     *                 "months": 1,
                     *                 "status": "active"
                     *               }
                     *             }
                     *           },
                     *           "envs": [
                     *             {
                     *               "key": "ENV_NAME",
                     *               "value": "ENV_VALUE"
                     *             }
                     *           ],
                     *           "ports": [
                     *             {
                     *               "port": 8080,
                     *               "protocol": "tcp",
                     *               "endpoint": "1.2.3.4:8080"
                     *             },
                     *             {
                     *               "port": 9000,
                     *               "protocol": "http",
                     *               "endpoint": "http://1.2.3.4:9000"
                     *             }
                     *           ],
                     *           "resource_specs": {
                     *             "rootfs_size_gb": 20,
                     *             "gpu_num": 1,
                     *             "cpu_num": 8,
                     *             "memory_gb": 32,
                     *             "gpu_ids": [
                     *               0
                     *             ]
                     *           },
                     *           "network": {
                     *             "id": "vpc-550e8400-e29b-41d4-a716-446655440000",
                     *             "ip": "10.2.1.1"
                     *           },
                     *           "volumes": [
                     *             {
                     *               "type": "network",
                     *               "id": "network-storage-id",
                     *               "mount_point": "/data"
                     *             }
                     *           ],
                     *           "region": "region-id",
                     *           "auto_migrate": {
                     *             "enabled": false,
                     *             "include_system_disk": false
                     *           },
                     *           "status": {
                     *             "status": "running",
                     *             "error": "",
                     *             "message": ""
                     *           },
                     *           "created_at": 1714464000,
                     *           "last_started_at": 1714467600,
                     *           "last_stopped_at": 0,
                     *           "member_id": "member-id",
                     *           "owner_id": "550e8400-e29b-41d4-a716-446655440000",
                     *           "region_version": "v1"
                     *         }
                     *       ],
                     *       "next_cursor": "next-cursor-token",
                     *       "has_more": true
                     *     }
                     */
                    "application/json": {
                        /** @description The instances of this page. */
                        data: components["schemas"]["Instance"][];
                        /**
                         * @description What to send as `cursor` for the next page; empty when there is none. Opaque.
                         * @example next-cursor-token
                         */
                        next_cursor: string;
                        /**
                         * @description Whether another page follows.
                         * @example true
                         */
                        has_more: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ca338f12f3",
                     *       "name": "example-instance",
                     *       "type": "gpu",
                     *       "product_id": "product-id",
                     *       "image": "registry.example.com/namespace/image:tag",
                     *       "registry_auth_id": "registry-auth-id",
                     *       "entrypoint": "",
                     *       "command": "",
                     *       "billing": {
                     *         "mode": "prepaid",
                     *         "prepaid": {
                     *           "months": 1,
                     *           "end_time": 1717056000,
                     *           "auto_renew": {
                     *             "enabled": true,
                     *             "months": 1,
                     *             "status": "active"
                     *           }
                     *         }
                     *       },
                     *       "envs": [
                     *         {
                     *           "key": "ENV_NAME",
                     *           "value": "ENV_VALUE"
                     *         }
                     *       ],
                     *       "ports": [
                     *         {
                     *           "port": 8080,
                     *           "protocol": "tcp",
                     *           "endpoint": "1.2.3.4:8080"
                     *         },
                     *         {
                     *           "port": 9000,
                     *           "protocol": "http",
                     *           "endpoint": "http://1.2.3.4:9000"
                     *         }
                     *       ],
                     *       "resource_specs": {
                     *         "rootfs_size_gb": 20,
                     *         "gpu_num": 1,
                     *         "cpu_num": 8,
                     *         "memory_gb": 32,
                     *         "gpu_ids": [
                     *           0
                     *         ]
                     *       },
                     *       "network": {
                     *         "id": "vpc-550e8400-e29b-41d4-a716-446655440000",
                     *         "ip": "10.2.1.1"
                     *       },
                     *       "volumes": [
                     *         {
                     *           "type": "network",
                     *           "id": "network-storage-id",
                     *           "mount_point": "/data"
                     *         }
                     *       ],
                     *       "region": "region-id",
                     *       "tools": {
                     *         "jupyter": {
                     *           "endpoint": "https://jupyter.example.com/instance/ca338f12f3",
                     *           "enabled": true,
                     *           "port": 8888
                     *         },
                     *         "ssh": {
                     *           "command": "ssh -p 51039 root@proxy.example.com",
                     *           "password": "example-password",
                     *           "username": "root"
                     *         },
                     *         "web_terminal": {
                     *           "endpoint": "wss://terminal.example.com/instance/ca338f12f3",
                     *           "enabled": true,
                     *           "username": "root",
                     *           "password": "example-password"
                     *         },
                     *         "log": {
                     *           "instance_endpoint": "https://log.example.com/instance/ca338f12f3",
                     *           "system_endpoint": "https://log.example.com/system/ca338f12f3"
                     *         }
                     *       },
                     *       "auto_migrate": {
                     *         "enabled": false,
                     *         "include_system_disk": false
                     *       },
                     *       "status": {
                     *         "status": "running",
                     *         "error": "",
                     *         "message": ""
                     *       },
                     *       "pricing": {
                     *         "instance_price": 100,
                     *         "instance_base_price": 120,
                     *         "rootfs_storage_price": 10,
                     *         "prepaid": {
                     *           "monthly_price": [
                     *             {
                     *               "price": 1000,
                     *               "base_price": 1200,
                     *               "month": 1,
                     *               "price_precision": 2,
                     *               "month_spec_id": "spec-1m"
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "created_at": 1714464000,
                     *       "last_started_at": 1714467600,
                     *       "last_stopped_at": 0,
                     *       "member_id": "member-id",
                     *       "owner_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "region_version": "v1"
                     *     }
                     */
                    "application/json": components["schemas"]["InstanceDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    updateInstancePorts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: string;
            };
            cookie?: never;
        };
        /** @description The complete set of ports to expose. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ports": [
                 *         {
                 *           "port": 8080,
                 *           "protocol": "tcp"
                 *         },
                 *         {
                 *           "port": 9000,
                 *           "protocol": "http"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The complete set of ports to expose, without the addresses that reading them shows. */
                    ports: components["schemas"]["PortInput"][];
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": Record<string, unknown>;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    renewInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: string;
            };
            cookie?: never;
        };
        /** @description How long to prolong. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "months": 1
                 *     }
                 */
                "application/json": {
                    /** @description Months to buy, on top of those already bought. */
                    months: number;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": Record<string, unknown>;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    expandInstanceRootfs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: string;
            };
            cookie?: never;
        };
        /** @description By how much to enlarge. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rootfs_size_expand_gb": 20
                 *     }
                 */
                "application/json": {
                    /** @description Gigabytes to add to the present size. The range was not seen. */
                    rootfs_size_expand_gb: number;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
}
