// Written by "npx --yes pnpm@10 generate" from specs/ppio-gpu/openapi.yaml. Do not edit.
/** @description An environment variable as it is set. Whether one of the two may be left out was not seen. */
export interface EnvironmentSetting {
    /**
     * @description Name of the variable.
     * @example ENV_NAME
     */
    key?: string;
    /**
     * Format: password
     * @description Value of the variable. It comes back in clear when the thing is read, so treat it as a secret.
     * @example ENV_VALUE
     */
    value?: string;
}
/** @description A port as an instance is created with it, or as a template holds it. Which members are required, and their ranges, were not seen here; replacing the ports of an instance requires both. */
export interface PortSetting {
    /**
     * @description Port number inside the container.
     * @example 8080
     */
    port?: number;
    /**
     * @description Protocol the port speaks, `tcp` or `http`.
     * @example tcp
     */
    protocol?: string;
}
/** @description Automatic migration to another machine. Which members are required was not seen. */
export interface MigrationSettings {
    /**
     * @description Whether automatic migration is on.
     * @example true
     */
    enabled?: boolean;
    /**
     * @description Whether the system disk moves along.
     * @example true
     */
    include_system_disk?: boolean;
}
/** @description The instance to create. What is required inside `resource`, `prepaid`, `envs`, `ports`, `network`, `volumes` and `tools` was not seen; neither were limits on lengths and counts other than those given here. */
export interface CreateInstanceRequest {
    /**
     * @description Display name. Nothing is said about its being unique.
     * @example example-instance
     */
    name: string;
    /**
     * @description Identifier of the product to order, from the list of products with category `instance`.
     * @example product-id
     */
    product_id: string;
    /**
     * @description Address of the container image.
     * @example registry.example.com/namespace/image:tag
     */
    image: string;
    /** @description How to pay. */
    billing: {
        /**
         * @description Billing mode. The page was cut off behind its first value; these three are those of the pages that read instances, and others may be taken, too.
         *
         *     Known values, to which others may be added: postpaid, prepaid, spot.
         * @example prepaid
         */
        mode: string;
        /** @description What to buy ahead; only with the mode `prepaid`. */
        prepaid?: {
            /**
             * @description Months to buy.
             * @example 1
             */
            months?: number;
            /** @description Automatic renewal. */
            auto_renew?: {
                /**
                 * @description Whether automatic renewal is on.
                 * @example true
                 */
                enabled?: boolean;
                /**
                 * @description Months to buy at each renewal.
                 * @example 1
                 */
                months?: number;
            };
        };
    };
    /** @description The machine to get. A client of a third party takes `rootfs_size_gb` and `gpu_num` for required; the pages do not say. */
    resource: {
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
         * @description Minimum CUDA version.
         * @example
         */
        min_cuda_version?: string;
    };
    /**
     * @description Kind of machine: with GPUs, or with CPUs only.
     * @default gpu
     * @example gpu
     * @enum {string}
     */
    type?: "gpu" | "cpu";
    /**
     * @description Identifier of a stored credential for the image's registry. This version of the API has no operation that stores one.
     * @example registry-auth-id
     */
    registry_auth_id?: string;
    /**
     * @description Entrypoint of the container.
     * @example
     */
    entrypoint?: string;
    /**
     * @description Start command of the container.
     * @example
     */
    command?: string;
    /** @description Environment variables. */
    envs?: EnvironmentSetting[];
    /** @description Ports to expose. */
    ports?: PortSetting[];
    /** @description The VPC network to attach to. */
    network?: {
        /**
         * @description Identifier of the network.
         * @example network-abc123
         */
        id?: string;
        /**
         * @description Address inside the network.
         * @example 10.2.1.1
         */
        ip?: string;
    };
    /** @description Disks and network storage to mount. */
    volumes?: {
        /**
         * @description Kind of storage, `local` or `network`.
         * @example network
         */
        type?: string;
        /**
         * @description Identifier of the storage, usually for `network`. This version of the API has no operation that creates one.
         * @example network-storage-id
         */
        id?: string;
        /**
         * @description Path in the container.
         * @example /data
         */
        mount_point?: string;
    }[];
    /**
     * @description Identifiers of the regions the instance may be placed in.
     * @example [
     *       "region-id"
     *     ]
     */
    candidate_regions?: string[];
    /** @description Built-in ways into the instance. */
    tools?: {
        /** @description The built-in Jupyter. */
        jupyter?: {
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
            /**
             * @description Protocol of Jupyter.
             * @example http
             */
            protocol?: string;
        };
    };
    auto_migrate?: MigrationSettings;
}
/** @description Inferred: no page of this API describes the body of an error. Clients of third parties met the members below, none of them always; other members may appear, and a body may not be JSON at all. */
export type ErrorType = {
    /** @description A code for the error. Its type and values are not documented. */
    code?: unknown;
    /** @description A short word for the error. */
    reason?: string;
    /** @description A sentence for people. */
    message?: string;
    /** @description Either a sentence or an object that holds a `message`, depending on what responds. */
    error?: unknown;
} & {
    [key: string]: unknown;
};
/** @description Not seen, so left open. Where the response of a change or a deletion is documented, it is an empty object. */
export interface UnseenResponse {
    [key: string]: unknown;
}
/** @description An empty object; there is nothing in it to read. */
export type EmptyResponse = Record<string, unknown>;
/** @description What the container is to be made of. Whether a member that is left out keeps its value is not documented; version 1 of the API demanded all of them. */
export interface UpgradeInstanceRequest {
    /**
     * @description Address of the container image.
     * @example registry.example.com/namespace/new-image:tag
     */
    image: string;
    /**
     * @description Identifier of a stored credential for the image's registry.
     * @example registry-auth-id
     */
    registry_auth_id?: string;
    /**
     * @description Entrypoint of the container.
     * @example
     */
    entrypoint?: string;
    /**
     * @description Start command of the container.
     * @example
     */
    command?: string;
    /** @description Environment variables. */
    envs?: EnvironmentSetting[];
    /**
     * @description Whether the data that is there is kept.
     * @example true
     */
    save_data?: boolean;
}
/** @description The state of a thing. What went wrong with it stands here, not in an HTTP error. That `status` is always there is taken to be so. */
export interface ResourceStatus {
    /**
     * @description The state. Its values are not documented, and the case of the words differs from one kind of thing to the other.
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
}
/** @description The workers of an endpoint: how many, and of what kind. Which members are required, and their ranges, were not seen; a client of a third party takes `max_replicas` for required. */
export interface WorkerConfig {
    /**
     * @description The fewest workers.
     * @example 0
     */
    min_replicas?: number;
    /**
     * @description The most workers.
     * @example 2
     */
    max_replicas?: number;
    /**
     * @description How long a worker may be idle before it is removed; seconds in version 1 of the API.
     * @example 300
     */
    idle_timeout?: number;
    /**
     * @description The most requests that one worker serves at the same time.
     * @example 10
     */
    max_concurrent_per_worker?: number;
    /**
     * @description Number of GPUs of a worker.
     * @example 1
     */
    gpu_num?: number;
    /**
     * @description Size of a worker's system disk in GB. Whether that means GB or GiB is not documented.
     * @example 20
     */
    rootfs_size_gb?: number;
    /**
     * @description Minimum CUDA version.
     * @example 12.4
     */
    min_cuda_version?: string;
    /**
     * @description How long a request may take; seconds in version 1 of the API.
     * @example 60
     */
    request_timeout?: number;
}
/** @description When workers are added. */
export interface ScalingPolicy {
    /**
     * @description Kind of policy. The pages show `queue` and list nothing; a client of a third party also knows `concurrency`.
     * @example queue
     */
    type?: string;
    /**
     * @description Threshold of the policy.
     * @example 100
     */
    value?: number;
}
/** @description Storage that is mounted into the workers of an endpoint. */
export interface EndpointVolume {
    /**
     * @description Identifier of the storage, usually for `network`.
     * @example storage-id
     */
    id?: string;
    /**
     * @description Kind of storage. The pages show `network`; instances also have `local`.
     * @example network
     */
    type?: string;
    /**
     * @description Size. No page names its unit, and the page of one endpoint does not show it.
     * @example 123
     */
    size?: number;
    /**
     * @description Path in the container.
     * @example /data
     */
    mount_point?: string;
}
/** @description A worker of an endpoint. */
export interface EndpointWorker {
    /**
     * @description Identifier of the worker.
     * @example worker-id
     */
    id?: string;
    /**
     * @description State of the worker; `ready` is the only value shown.
     * @example {
     *       "status": "ready",
     *       "error": "",
     *       "message": ""
     *     }
     */
    status?: ResourceStatus;
    /**
     * Format: password
     * @description Address of the worker's log. No page says whether the address alone is enough to read it, so treat it as a secret.
     * @example https://logs.example.com/worker-id
     */
    log?: string;
    /**
     * @description Whether the worker is healthy.
     * @example true
     */
    health?: boolean;
    /**
     * @description Whether the worker gets no further requests, because it is to go.
     * @example false
     */
    drain?: boolean;
}
/** @description How the health of a worker is probed. */
export interface HealthCheck {
    /**
     * @description Path that is requested.
     * @example /healthz
     */
    path?: string;
    /**
     * @description Port that is requested.
     * @example 8080
     */
    port?: number;
}
/** @description A serverless endpoint, as its own page and, without `type`, the list show it. Types were read off the vendor's samples. Which members are always there is not documented; `id` and `status` are taken to be. */
export interface Endpoint {
    /**
     * @description Identifier of the endpoint.
     * @example endpoint-id
     */
    id: string;
    /**
     * @description How the endpoint is called. The page of the list does not show it.
     *
     *     Known values, to which others may be added: sync, async.
     * @example sync
     */
    type?: string;
    /**
     * @description Display name.
     * @example example-endpoint
     */
    name?: string;
    /**
     * @description Name of the application.
     * @example example-app
     */
    app_name?: string;
    /**
     * @description State of the endpoint; `running` is the only value shown.
     * @example {
     *       "status": "running",
     *       "error": "",
     *       "message": ""
     *     }
     */
    status: ResourceStatus;
    /**
     * @description Address to call the endpoint at.
     * @example https://endpoint.example.com/endpoint-id
     */
    url?: string;
    /**
     * @description Identifier of the product, that is the hardware offer, the workers run on.
     * @example serverless-product-id
     */
    product_id?: string;
    worker_config?: WorkerConfig;
    policy?: ScalingPolicy;
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
     * @description Start command of the container.
     * @example python server.py
     */
    command?: string;
    /** @description Storage that is mounted. */
    volumes?: EndpointVolume[];
    /** @description Environment variables, with their values in clear. */
    envs?: EnvironmentSetting[];
    /**
     * @description Port numbers inside the container.
     * @example [
     *       8080
     *     ]
     */
    ports?: number[];
    /** @description The workers that exist. */
    workers?: EndpointWorker[];
    health_check?: HealthCheck;
    /**
     * @description Identifier of the region it runs in.
     * @example region-id
     */
    region_id?: string;
    /**
     * @description Identifier of the member who created it.
     * @example member-id
     */
    member_id?: string;
    /**
     * @description Identifier of the account it belongs to. Opaque.
     * @example 550e8400-e29b-41d4-a716-446655440000
     */
    owner_id?: string;
    /**
     * Format: int64
     * @description When it was created, as Unix time in seconds.
     * @example 1710000000
     */
    created_at?: number;
}
/** @description The endpoint to create. What is required inside `worker_config`, `policy`, `volumes` and `health_check`, and their ranges, was not seen. */
export interface CreateEndpointRequest {
    /**
     * @description How the endpoint is called: `sync` at its own `url`, `async` by way of a queue. Calling endpoints is outside of this API.
     * @example sync
     * @enum {string}
     */
    type: "sync" | "async";
    /**
     * @description Display name. Nothing is said about its being unique.
     * @example example-endpoint
     */
    name: string;
    /**
     * @description Name of the application.
     * @example example-app
     */
    app_name?: string;
    /**
     * @description Identifier of the product to order, from the list of products with category `serverless`.
     * @example serverless-product-id
     */
    product_id: string;
    /**
     * @description Address of the container image.
     * @example registry.example.com/namespace/image:tag
     */
    image: string;
    /**
     * @description Identifier of a stored credential for the image's registry.
     * @example registry-auth-id
     */
    registry_auth_id?: string;
    /**
     * @description Entrypoint of the container.
     * @example
     */
    entrypoint?: string;
    /**
     * @description Start command of the container.
     * @example python server.py
     */
    command?: string;
    worker_config: WorkerConfig;
    policy?: ScalingPolicy;
    health_check?: HealthCheck;
    /** @description Environment variables. */
    envs?: EnvironmentSetting[];
    /**
     * @description Port numbers inside the container: numbers alone, unlike those of instances. Version 1 of the API allowed one.
     * @example [
     *       8080
     *     ]
     */
    ports?: number[];
    /** @description Storage to mount. */
    volumes?: EndpointVolume[];
    /**
     * @description Identifier of the region to run in.
     * @example region-id
     */
    region_id?: string;
}
/** @description What to change. Nothing is required; whether a member that is left out keeps its value is not documented. Version 1 of the API demanded all of them, so sending everything is the cautious way. The members of `worker_config` were not seen here; they are those of the creation. */
export interface UpdateEndpointRequest {
    /**
     * @description Display name. Its length was not seen here.
     * @example example-endpoint-updated
     */
    name?: string;
    /**
     * @description Identifier of the product, from the list of products with category `serverless`.
     * @example serverless-product-id
     */
    product_id?: string;
    /**
     * @description Address of the container image.
     * @example registry.example.com/namespace/image:new-tag
     */
    image?: string;
    /**
     * @description Identifier of a stored credential for the image's registry.
     * @example registry-auth-id
     */
    registry_auth_id?: string;
    /**
     * @description Entrypoint of the container.
     * @example
     */
    entrypoint?: string;
    /**
     * @description Start command of the container.
     * @example python server.py
     */
    command?: string;
    worker_config?: WorkerConfig;
    policy?: ScalingPolicy;
    health_check?: HealthCheck;
    /** @description Environment variables. */
    envs?: EnvironmentSetting[];
    /**
     * @description Port numbers inside the container: numbers alone, unlike those of instances. Version 1 of the API allowed one.
     * @example [
     *       8080
     *     ]
     */
    ports?: number[];
    /** @description Storage to mount. */
    volumes?: EndpointVolume[];
    /**
     * @description Identifier of the region to run in.
     * @example region-id
     */
    region_id?: string;
}
/** @description A piece of work that goes on in the background. The page of one job was seen as far as `status`, the items of the list were not seen; so only `id` can be relied on, and other members may appear. */
export type Job = {
    /**
     * @description Identifier of the job.
     * @example job-id
     */
    id: string;
    /**
     * @description Kind of job. The vendor's list goes on behind these two.
     *
     *     Known values, to which others may be added: saveImage, instanceMigrate.
     * @example saveImage
     */
    type?: string;
    /**
     * @description Environment variables, as texts whose form is not documented.
     * @example []
     */
    envs?: string[];
    /**
     * @description State of the job; `Succeeded`, with a capital, is the only value shown.
     * @example {
     *       "status": "Succeeded",
     *       "error": "",
     *       "message": ""
     *     }
     */
    status?: ResourceStatus;
} & {
    [key: string]: unknown;
};
/** @description A container image. Its members were not seen. A client of a third party reads `name`, `image` and `tags`, whose items have `tag` and `image`; which member is the identifier that deleting an image takes is unknown. */
export interface Image {
    [key: string]: unknown;
}
/** @description A task that brings an image close to the machines of a region before it is needed. Types were read off the vendor's samples. Which members are always there is not documented; `task_id` and `status` are taken to be. */
export interface ImagePrewarmTask {
    /**
     * @description Identifier of the task.
     * @example prewarm-task-id
     */
    task_id: string;
    /**
     * @description Name of the image.
     * @example image:tag
     */
    name?: string;
    /**
     * @description Address of the container image.
     * @example registry.example.com/team/image:tag
     */
    image?: string;
    /**
     * @description Identifier of the region.
     * @example region-id
     */
    region_id?: string;
    /**
     * @description Identifiers of the products to cover.
     * @example [
     *       "product-a"
     *     ]
     */
    product_ids?: string[];
    /**
     * Format: int64
     * @description Size of the image in bytes.
     * @example 10737418240
     */
    image_size?: number;
    /**
     * Format: int64
     * @description When it was created, as Unix time in seconds.
     * @example 1714982400
     */
    created_at?: number;
    /**
     * Format: int64
     * @description When it was completed, as Unix time in seconds; 0 while it is not.
     * @example 0
     */
    completed_at?: number;
    /** @description State of the task. What went wrong stands here, not in an HTTP error. That `status` is always there is taken to be so. */
    status: {
        /**
         * @description The state; the values are those that the list can be filtered by.
         *
         *     Known values, to which others may be added: pending, running, succeeded, failed.
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
    /**
     * @description Identifier of the stored credential for the image's registry.
     * @example registry-auth-id
     */
    registry_auth_id?: string;
    /**
     * @description A remark of whoever created the task.
     * @example
     */
    note?: string;
    /**
     * @description Messages. The sample shows one that is empty.
     * @example [
     *       ""
     *     ]
     */
    reason?: string[];
}
/** @description The image to bring close, and where. */
export interface CreateImagePrewarmTaskRequest {
    /**
     * @description Address of the container image.
     * @example registry.example.com/team/image:tag
     */
    image: string;
    /**
     * @description Identifier of the region.
     * @example region-id
     */
    region_id: string;
    /**
     * @description Identifier of a stored credential for the image's registry.
     * @example registry-auth-id
     */
    registry_auth_id?: string;
    /**
     * @description Identifiers of the products to cover. What leaving it out covers is not documented.
     * @example [
     *       "product-a",
     *       "product-b"
     *     ]
     */
    product_ids?: string[];
    /**
     * @description A remark. Its length was not seen.
     * @example
     */
    note?: string;
}
/** @description What a catalogue shows of a template. */
export interface TemplateMetadata {
    /**
     * @description A long description.
     * @example PyTorch 2.3 with CUDA 12
     */
    readme?: string;
    /**
     * @description Address of a logo.
     * @example https://example.com/logo.png
     */
    logo?: string;
    /**
     * @description A short description.
     * @example PyTorch development template
     */
    description?: string;
    /**
     * @description Author of the template.
     * @example PAI
     */
    author?: string;
    /**
     * @description Words to find the template by.
     * @example [
     *       "pytorch",
     *       "cuda"
     *     ]
     */
    tags?: string[];
}
/** @description A template: what to start an instance from. Types were read off the vendor's samples. Which members are always there is not documented; `id` is taken to be. */
export interface Template {
    /**
     * @description Identifier of the template.
     * @example tpl-001
     */
    id: string;
    /**
     * @description Identifier of the account it belongs to. Opaque.
     * @example 550e8400-e29b-41d4-a716-446655440000
     */
    owner_id?: string;
    /**
     * @description Display name.
     * @example pytorch-2.3-cuda12
     */
    name?: string;
    /**
     * @description Kind of thing it is for. The pages show `instance` and list nothing.
     * @example instance
     */
    type?: string;
    /**
     * @description Address of the container image.
     * @example registry.example.com/ml/pytorch:2.3-cuda12
     */
    image?: string;
    /**
     * @description Identifier of the stored credential for the image's registry.
     * @example auth-001
     */
    registry_auth_id?: string;
    /**
     * @description Start command of the container.
     * @example
     */
    command?: string;
    /**
     * @description Entrypoint of the container.
     * @example /bin/bash
     */
    entrypoint?: string;
    /**
     * @description Size of the system disk in GB. Whether that means GB or GiB is not documented.
     * @example 50
     */
    rootfs_size_gb?: number;
    /** @description Ports to expose. */
    ports?: PortSetting[];
    /** @description Environment variables, with their values in clear. */
    envs?: EnvironmentSetting[];
    metadata?: TemplateMetadata;
    /**
     * @description Minimum CUDA version.
     * @example 12.2
     */
    min_cuda_version?: string;
    /**
     * @description Who sees it. The pages show `community` and list nothing.
     * @example community
     */
    visibility?: string;
    /**
     * Format: int64
     * @description When it was created, as Unix time in seconds.
     * @example 1715750400
     */
    created_at?: number;
    /**
     * Format: int64
     * @description When it was last changed, as Unix time in seconds.
     * @example 1715750400
     */
    updated_at?: number;
    /**
     * @description Identifier of the member who created it.
     * @example member-id
     */
    member_id?: string;
}
/** @description The template to create. What is required inside its parts was not seen. */
export interface CreateTemplateRequest {
    /**
     * @description Display name. No page gives its length.
     * @example pytorch-2.3-cuda12
     */
    name: string;
    /**
     * @description Kind of thing it is for. The pages show `instance` and list nothing.
     * @example instance
     */
    type: string;
    /**
     * @description Address of the container image.
     * @example registry.example.com/ml/pytorch:2.3-cuda12
     */
    image: string;
    /**
     * @description Identifier of a stored credential for the image's registry.
     * @example auth-001
     */
    registry_auth_id?: string;
    /**
     * @description Start command of the container.
     * @example
     */
    command?: string;
    /**
     * @description Entrypoint of the container.
     * @example /bin/bash
     */
    entrypoint?: string;
    /**
     * @description Size of the system disk in GB. Whether that means GB or GiB is not documented.
     * @example 50
     */
    rootfs_size_gb?: number;
    /** @description Ports to expose. */
    ports?: PortSetting[];
    /** @description Environment variables. */
    envs?: EnvironmentSetting[];
    metadata?: TemplateMetadata;
    /**
     * @description Minimum CUDA version.
     * @example 12.2
     */
    min_cuda_version?: string;
}
/** @description What to change. Which members are required, and whether one that is left out keeps its value, was not seen. */
export interface UpdateTemplateRequest {
    /**
     * @description Display name. No page gives its length.
     * @example pytorch-2.3-cuda12
     */
    name?: string;
    /**
     * @description Kind of thing it is for. The pages show `instance` and list nothing.
     * @example instance
     */
    type?: string;
    /**
     * @description Address of the container image.
     * @example registry.example.com/ml/pytorch:2.3-cuda12
     */
    image?: string;
    /**
     * @description Identifier of a stored credential for the image's registry.
     * @example auth-001
     */
    registry_auth_id?: string;
    /**
     * @description Start command of the container.
     * @example jupyter lab --ip=0.0.0.0
     */
    command?: string;
    /**
     * @description Entrypoint of the container.
     * @example /bin/bash
     */
    entrypoint?: string;
    /**
     * @description Size of the system disk in GB. Whether that means GB or GiB is not documented.
     * @example 50
     */
    rootfs_size_gb?: number;
    /** @description Ports to expose. */
    ports?: PortSetting[];
    /** @description Environment variables. */
    envs?: EnvironmentSetting[];
    /** @description What a catalogue shows of the template. Whether `author` may be sent was not seen. */
    metadata?: {
        /**
         * @description A long description.
         * @example PyTorch 2.3 with CUDA 12
         */
        readme?: string;
        /**
         * @description Address of a logo.
         * @example https://example.com/logo.png
         */
        logo?: string;
        /**
         * @description A short description.
         * @example PyTorch development template
         */
        description?: string;
        /**
         * @description Words to find the template by.
         * @example [
         *       "pytorch",
         *       "cuda"
         *     ]
         */
        tags?: string[];
    };
    /**
     * @description Minimum CUDA version.
     * @example 12.2
     */
    min_cuda_version?: string;
}
/** @description A private network (VPC). Its own page was seen as far as `status`, the items of the list as far as `id`; so only `id` can be relied on, and other members may appear. */
export type Network = {
    /**
     * @description Identifier of the network. Opaque; pages on instances show another form.
     * @example network-abc123
     */
    id: string;
    /**
     * @description Identifier of the account it belongs to. Opaque.
     * @example 550e8400-e29b-41d4-a716-446655440000
     */
    owner_id?: string;
    /**
     * @description Display name.
     * @example dev-vpc
     */
    name?: string;
    /**
     * @description State of the network; `running` is the only value shown.
     * @example {
     *       "status": "running",
     *       "error": "",
     *       "message": ""
     *     }
     */
    status?: ResourceStatus;
} & {
    [key: string]: unknown;
};
/** @description The machine that a product stands for. */
export interface ProductSpecs {
    /** @description The GPUs. */
    gpu?: {
        /**
         * @description Identifier of the kind of GPU.
         * @example spec-a100-80g
         */
        spec_id?: string;
        /**
         * @description Name of the kind of GPU.
         * @example A100
         */
        name?: string;
        /**
         * @description Memory of a GPU in GB.
         * @example 80
         */
        memory_gb?: number;
        /**
         * @description The fewest GPUs of one machine.
         * @example 1
         */
        min?: number;
        /**
         * @description The most GPUs of one machine.
         * @example 8
         */
        max?: number;
        /**
         * @description How many GPUs are free now.
         * @example 6
         */
        available?: number;
        /**
         * @description How many GPUs one machine could get now.
         * @example 6
         */
        max_available?: number;
    };
    /**
     * @description Number of CPU cores.
     * @example 16
     */
    cpu?: number;
    /**
     * @description Memory in GB.
     * @example 128
     */
    memory_gb?: number;
    /** @description Sizes that the system disk may have. */
    rootfs?: {
        /**
         * @description The smallest size in GB.
         * @example 50
         */
        min_gb?: number;
        /**
         * @description The largest size in GB.
         * @example 500
         */
        max_gb?: number;
        /**
         * @description How many GB are free of charge.
         * @example 50
         */
        free_gb?: number;
    };
}
/** @description What a product costs. */
export interface ProductPricing {
    /**
     * @description Number of decimal places of every price of the product.
     * @example 3
     */
    precision?: number;
    /** @description Price of paying as you go. */
    postpaid?: {
        /**
         * Format: int64
         * @description List price.
         * @example 18000
         */
        base_price?: number;
        /**
         * Format: int64
         * @description Price after discount.
         * @example 12600
         */
        final_price?: number;
        /**
         * @description What the price is for. The pages show `per_hour` and list nothing.
         * @example per_hour
         */
        unit?: string;
    };
    /** @description Price as a spot instance. A client of a third party also meets null. */
    spot?: {
        /**
         * Format: int64
         * @description List price.
         * @example 12600
         */
        base_price?: number;
        /**
         * Format: int64
         * @description Price after discount.
         * @example 6000
         */
        final_price?: number;
        /**
         * @description What the price is for. The pages show `per_hour` and list nothing.
         * @example per_hour
         */
        unit?: string;
    } | null;
    /** @description List of prices for buying by the month. */
    prepaid?: {
        /**
         * @description Identifier of the offer.
         * @example spec_a100_1m
         */
        spec_id?: string;
        /**
         * @description Number of months; what is called `months` in the billing of an instance.
         * @example 1
         */
        duration_months?: number;
        /**
         * Format: int64
         * @description Price after discount. Whether it is for one month or for all of them is not documented.
         * @example 9072000
         */
        final_price?: number;
        /**
         * Format: int64
         * @description List price, presumably for the term of `final_price`.
         * @example 12960000
         */
        base_price?: number;
    }[];
    /**
     * Format: int64
     * @description Price of a GB of disk. What span of time it is for is not documented.
     * @example 50
     */
    storage_price_per_gb?: number;
}
/** @description A hardware offer. Which members are always there is not documented; `id` is taken to be. All prices of a product are whole numbers, to be divided by ten to the power of `pricing.precision`, as a client of a third party confirms; no currency is named. */
export interface Product {
    /**
     * @description Identifier of the product; what creating an instance or an endpoint takes.
     * @example prod-a100-80g
     */
    id: string;
    /**
     * @description Display name.
     * @example A100-80G
     */
    name?: string;
    /**
     * @description Kind of machine: with GPUs, or with CPUs only.
     *
     *     Known values, to which others may be added: gpu, cpu.
     * @example gpu
     */
    type?: string;
    /**
     * @description Whether it is for instances or for serverless endpoints.
     *
     *     Known values, to which others may be added: serverless, instance.
     * @example instance
     */
    category?: string;
    /**
     * @description A short description.
     * @example NVIDIA A100 80GB
     */
    description?: string;
    /**
     * @description Identifiers of the regions it is offered in.
     * @example [
     *       "region-id"
     *     ]
     */
    region_ids?: string[];
    resource_spec?: ProductSpecs;
    pricing?: ProductPricing;
    /**
     * @description Ways it can be paid for; what is called `billing.mode` on instances.
     * @example [
     *       "postpaid",
     *       "prepaid",
     *       "spot"
     *     ]
     */
    billing_methods?: string[];
    /**
     * @description How much is in stock. The pages show `normal` and list nothing.
     * @example normal
     */
    inventory_state?: string;
    /**
     * @description Whether it can be ordered now.
     * @example true
     */
    deployable?: boolean;
    /** @description Whether it is on special offer. */
    activity?: {
        /**
         * @description Whether it belongs to a special offer.
         * @example false
         */
        is_activity_product?: boolean;
        /**
         * @description Whether the special offer is on.
         * @example false
         */
        active?: boolean;
        /**
         * @description Whether it can be bought within the special offer.
         * @example true
         */
        purchasable?: boolean;
    };
}
/** @description A region. It was seen as far as `id`, which is taken to be always there. A client of a third party meets a `name`, a list `gpus`, and flags that tell whether network storage and networks are there. */
export type Region = {
    /**
     * @description Identifier of the region; what filters and creations take.
     * @example region-id
     */
    id: string;
} & {
    [key: string]: unknown;
};
/** @description An instance as the list shows it; `InstanceDetail` adds its tools and prices. The vendor marks nothing as required; `id` and `status` are taken to be. */
export interface Instance {
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
     *
     *     Known values, to which others may be added: gpu, cpu.
     * @example gpu
     */
    type?: string;
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
    billing?: InstanceBilling;
    /** @description Environment variables, with their values in clear. */
    envs?: EnvironmentVariable[];
    /** @description Ports that are exposed, with the addresses they were given. */
    ports?: Port[];
    resource_specs?: ResourceSpecs;
    network?: NetworkAttachment;
    /** @description Data disks and network storage that are mounted. */
    volumes?: VolumeMount[];
    /**
     * @description Identifier of the region it runs in; what the filter `regions` takes.
     * @example region-id
     */
    region?: string;
    auto_migrate?: AutoMigrate;
    status: InstanceStatus;
    /**
     * Format: int64
     * @description When it was created, as Unix time in seconds.
     * @example 1714464000
     */
    created_at?: number;
    /**
     * Format: int64
     * @description When it was last started, as Unix time in seconds. What stands here when it never was is not documented; presumably 0.
     * @example 1714467600
     */
    last_started_at?: number;
    /**
     * Format: int64
     * @description When it was last stopped, as Unix time in seconds. The vendor's sample is 0, without a word on what that means; presumably that it never was. Do not turn it into a date of 1970.
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
}
/** @description An instance with all that is known of it: what the list shows, and its tools and prices. Holds passwords in clear. The vendor marks nothing as required; `id` and `status` are taken to be. */
export interface InstanceDetail {
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
     *
     *     Known values, to which others may be added: gpu, cpu.
     * @example gpu
     */
    type?: string;
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
    billing?: InstanceBilling;
    /** @description Environment variables, with their values in clear. */
    envs?: EnvironmentVariable[];
    /** @description Ports that are exposed, with the addresses they were given. */
    ports?: Port[];
    resource_specs?: ResourceSpecs;
    network?: NetworkAttachment;
    /** @description Data disks and network storage that are mounted. */
    volumes?: VolumeMount[];
    /**
     * @description Identifier of the region it runs in; what the filter `regions` takes.
     * @example region-id
     */
    region?: string;
    tools?: InstanceTools;
    auto_migrate?: AutoMigrate;
    status: InstanceStatus;
    pricing?: InstancePricing;
    /**
     * Format: int64
     * @description When it was created, as Unix time in seconds.
     * @example 1714464000
     */
    created_at?: number;
    /**
     * Format: int64
     * @description When it was last started, as Unix time in seconds. What stands here when it never was is not documented; presumably 0.
     * @example 1714467600
     */
    last_started_at?: number;
    /**
     * Format: int64
     * @description When it was last stopped, as Unix time in seconds. The vendor's sample is 0, without a word on what that means; presumably that it never was. Do not turn it into a date of 1970.
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
}
/** @description How the instance is paid for. */
export interface InstanceBilling {
    /**
     * @description Billing mode.
     *
     *     Known values, to which others may be added: postpaid, prepaid, spot.
     * @example prepaid
     */
    mode?: string;
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
             * @description Whether automatic renewal is on.
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
}
/** @description An environment variable of the container. */
export interface EnvironmentVariable {
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
}
/** @description A port that is exposed, as reading an instance shows it. The vendor marks nothing as required here; `port` and `protocol` are taken to be, as in what is sent. */
export interface Port {
    /**
     * @description Port number inside the container.
     * @example 8080
     */
    port: number;
    /**
     * @description Protocol the port speaks.
     *
     *     Known values, to which others may be added: tcp, http.
     * @example tcp
     */
    protocol: string;
    /**
     * @description Address to reach the port at from outside, assigned while the instance runs. Its form is not documented and may differ by protocol: host and port, or a URL.
     * @example 203.0.113.10:8080
     */
    readonly endpoint?: string;
}
/** @description What the machine consists of, in part chosen by the platform. */
export interface ResourceSpecs {
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
}
/** @description The VPC network the instance is attached to. */
export interface NetworkAttachment {
    /**
     * @description Identifier of the network. The list page shows it empty; pages on networks show other forms, so treat it as text.
     * @example network-abc123
     */
    id?: string;
    /**
     * @description Address of the instance inside the network.
     * @example 10.2.1.1
     */
    ip?: string;
}
/** @description A disk or network storage and where it is mounted. */
export interface VolumeMount {
    /**
     * @description Kind of storage.
     *
     *     Known values, to which others may be added: local, network.
     * @example network
     */
    type?: string;
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
}
/** @description Automatic migration to another machine. */
export interface AutoMigrate {
    /**
     * @description Whether automatic migration is on.
     * @example false
     */
    enabled?: boolean;
    /**
     * @description Whether the system disk moves along.
     * @example false
     */
    include_system_disk?: boolean;
}
/** @description The state of the instance. What went wrong with a running instance stands here, not in an HTTP error. The vendor marks nothing as required; `status` is taken to be. */
export interface InstanceStatus {
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
}
/** @description Ways into the instance. Holds passwords in clear, and addresses of which no page says whether they are enough to get in. */
export interface InstanceTools {
    /** @description The built-in Jupyter. */
    jupyter?: {
        /**
         * Format: password
         * @description Address of Jupyter. No page says whether the address alone is enough to get in, so treat it as a secret.
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
         * Format: password
         * @description WebSocket address of the terminal. No page says whether the address alone is enough to get in, so treat it as a secret.
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
         * Format: password
         * @description Address of the instance's log. No page says whether the address alone is enough to read it, so treat it as a secret.
         * @example https://log.example.com/instance/ca338f12f3
         */
        instance_endpoint?: string;
        /**
         * Format: password
         * @description Address of the system's log. No page says whether the address alone is enough to read it, so treat it as a secret.
         * @example https://log.example.com/system/ca338f12f3
         */
        system_endpoint?: string;
    };
}
/** @description What the instance costs. Neither currency nor scale nor term of the prices outside `prepaid` is documented: do not convert them, and do not compare different fields with one another. */
export interface InstancePricing {
    /**
     * Format: int64
     * @description Price of the instance. Its unit and term are not documented.
     * @example 100
     */
    instance_price?: number;
    /**
     * Format: int64
     * @description List price of the instance. Its unit and term are not documented.
     * @example 120
     */
    instance_base_price?: number;
    /**
     * Format: int64
     * @description Price of the system disk's storage. Its unit and term are not documented.
     * @example 10
     */
    rootfs_storage_price?: number;
    /** @description Prices for buying months ahead. Present only when `billing.mode` is `prepaid`. */
    prepaid?: {
        /** @description List of prices for buying by the month. */
        monthly_price?: {
            /**
             * Format: int64
             * @description Price of buying by the month. Whether it is for one month or for all `month` months is not documented. Probably to be divided by ten to the power of `price_precision`; the pages do not say so.
             * @example 1000
             */
            price?: number;
            /**
             * Format: int64
             * @description List price of buying by the month. Whether it is for one month or for all `month` months is not documented; neither is its scale.
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
             * @description Identifier of the monthly specification.
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
}
/** @description A port to expose. The address is assigned by the service and not sent. */
export interface PortInput {
    /** @description Port number inside the container. */
    port: number;
    /**
     * @description Protocol the port speaks.
     * @enum {string}
     */
    protocol: "tcp" | "http";
}
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
         * @description Returns the instances of the account in pages. The list ends when `next_cursor` is empty or `has_more` is false; which of the two rules when they disagree is not documented. Neither are the order, how long a cursor lives, and what a changed filter does to one. The items lack `tools` and `pricing`, which `getInstance` returns. Values of environment variables come back in clear.
         *
         *     Safe to retry: it only reads. Its page was seen in full.
         */
        get: operations["listInstances"];
        put?: never;
        /**
         * Create an instance
         * @description Orders a machine and starts a container on it. The response holds the identifier alone; the instance
         *     is not running yet: read it until `status.status` is `running` or `status.error` is set, and limit
         *     the wait. Every accepted request orders one more machine, which costs money, and there is nothing to
         *     tell a repeated request from a new one: after a response that got lost, look for the instance in the
         *     list before asking once more.
         *
         *     The request was seen as a sample and in parts; what is open says so.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        post: operations["createInstance"];
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
         * @description Returns everything the list shows of an instance, with its access tools and prices. Passwords of the tools, addresses that may let in whoever has them, and values of environment variables come back in clear: do not log the response.
         *
         *     Safe to retry: it only reads. Its page was seen in full.
         */
        get: operations["getInstance"];
        put?: never;
        post?: never;
        /**
         * Delete an instance
         * @description Removes an instance and gives its machine back. Which states allow it, and how long it takes, is not documented. Sent again, it may find nothing (404); that it can hit nothing else is inferred, because the service assigns the identifiers and no page says that one is used twice.
         *
         *     Safe to retry. Its page was seen in part.
         */
        delete: operations["deleteInstance"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/instances/{instance_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Start an instance
         * @description Starts an instance that is stopped, presumably responding before it runs: read the instance until `status.status` is `running` or `status.error` is set, and limit the wait. What the service returns when the instance is started already is not documented. Sent again after somebody has stopped the instance, it starts it once more, and billing with it.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        put: operations["startInstance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/instances/{instance_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Stop an instance
         * @description Stops an instance that is running, presumably responding before it has stopped. What stopping saves, and what the service returns when the instance is stopped already, is not documented. Sent again after somebody has started the instance, it stops their work.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        put: operations["stopInstance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/instances/{instance_id}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Restart an instance
         * @description Stops an instance and starts it again. The response is empty, and presumably comes before it runs. Sent again, it restarts the instance once more.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        put: operations["restartInstance"];
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
         *     The response does not hold the ports. Read the instance again to learn their addresses.
         *
         *     Not documented: whether an empty list closes everything; whether a number may occur twice, under
         *     one protocol or both; whether the ports of built-in tools, such as Jupyter, belong to the list;
         *     how many ports are allowed; whether the instance must be running or is restarted. Version 1 of the
         *     API allowed 15 ports, those of the tools included, and reserved 2222, 2223 and 2224; whether this
         *     version does is unknown.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        put: operations["updateInstancePorts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/instances/{instance_id}/upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change what an instance runs
         * @description Replaces image, commands and environment variables, and sets the container up anew. Sent again, it does that once more, and with `save_data` false whatever was stored in the meantime is lost. Whether a member that is left out keeps its value is not documented.
         *
         *     Not safe to retry. Its page was seen as rendered: types of nested fields come from samples.
         */
        put: operations["upgradeInstance"];
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
         * @description Buys further months for an instance whose billing mode is `prepaid`. The months are added to what was bought before, so a repeated request buys them again: after a response that got lost, read `billing.prepaid.end_time` before asking once more. What happens to an instance with another billing mode is not documented.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        put: operations["renewInstance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/instances/{instance_id}/auto-renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set automatic renewal of an instance
         * @description Switches automatic renewal of a prepaid instance on or off, and says for how many months each time. What happens to an instance with another billing mode is not documented. Sent again, it can switch on what somebody has switched off in between, and the next period is bought.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        put: operations["setInstanceAutoRenew"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/instances/{instance_id}/billing-mode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the billing mode of an instance
         * @description Changes how an instance is paid for. Going to `prepaid` buys months; whether the same request sent again buys them again is not documented. Whether a third value follows the two that were seen is unknown.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        put: operations["updateInstanceBillingMode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/instances/{instance_id}/migrate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Migrate an instance
         * @description Moves an instance to another machine. The platform may refuse to keep the data, by the vendor's own words; how it says so is not documented. The response was not seen: read the instance to learn how far it is. Sent again, it migrates once more.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        put: operations["migrateInstance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/instances/{instance_id}/auto-migrate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set automatic migration of an instance
         * @description Switches automatic migration to another machine on or off. Sent again, it can undo what somebody else has set in between.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        put: operations["setInstanceAutoMigrate"];
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
         * @description Adds gigabytes to the system disk. The number is an increment, not the new size, so a repeated request adds it again: after a response that got lost, read `resource_specs.rootfs_size_gb` before asking once more. No operation that shrinks the disk is documented.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        put: operations["expandInstanceRootfs"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/instances/{instance_id}/web-terminal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch the web terminal of an instance
         * @description Switches the terminal in the browser on or off. The member is called `enable` here and `enabled` where the instance is read. Sent again, it can open a terminal that somebody has closed in between.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        put: operations["setInstanceWebTerminal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List endpoints
         * @description Returns the serverless endpoints of the account in pages. Neither the order nor how long a cursor lives is documented. The items lack `type`, which `getEndpoint` returns. Values of environment variables come back in clear.
         *
         *     Safe to retry: it only reads. Its page was seen as rendered: types of nested fields come from samples.
         */
        get: operations["listEndpoints"];
        put?: never;
        /**
         * Create an endpoint
         * @description Creates a serverless endpoint: a pool of workers that grows and shrinks with its requests. The response holds the identifier alone: read the endpoint until `status.status` is `running` or `status.error` is set, and limit the wait. Every accepted request creates one more, which may cost money, and there is nothing to tell a repeated request from a new one.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        post: operations["createEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/endpoints/{endpoint_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one endpoint
         * @description Returns one serverless endpoint with its workers. Values of environment variables come back in clear: do not log the response.
         *
         *     Safe to retry: it only reads. Its page was seen as rendered: types of nested fields come from samples.
         */
        get: operations["getEndpoint"];
        /**
         * Change an endpoint
         * @description Changes an endpoint. Not documented: whether a field that is left out keeps its value, and whether a list that is given (`envs`, `ports`, `volumes`) takes the place of the stored one. Reading the endpoint and sending all of it is the cautious way. There is no version to send along: sent again, a request can undo what somebody else has written in between.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        put: operations["updateEndpoint"];
        post?: never;
        /**
         * Delete an endpoint
         * @description Deletes an endpoint and its workers. What happens to requests under way is not documented. Sent again, it may find nothing (404); that it can hit nothing else is inferred, because the service assigns the identifiers and no page says that one is used twice.
         *
         *     Safe to retry. Its page was seen in full.
         */
        delete: operations["deleteEndpoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description Returns jobs in pages.
         *
         *     The response was not seen. That it has the form of all other lists is implied by the parameters;
         *     `next_cursor` and `has_more` are therefore optional, and a list whose response has neither ends there.
         *     Its items are taken to be what `getJob` returns. Whether there are filters besides `job_id` and
         *     `type` was not seen either.
         *
         *     Safe to retry: it only reads. Its page was seen in part.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/jobs/save-image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save an instance as an image
         * @description Starts a job that saves the container of an instance as an image and stores it under the given address. The response holds the identifier of the job: read it until `status.status` is `Succeeded` or `status.error` is set, and limit the wait. Which states of the instance allow it is not documented. Sent again, it starts one more job.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        post: operations["saveImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one job
         * @description Returns one job. Poll it to learn whether the work is done; of the states only `Succeeded` was seen, and a failure stands in `status.error`. Limit the wait. What follows `status` in the response was not seen.
         *
         *     Safe to retry: it only reads. Its page was seen in part.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/jobs/{job_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job
         * @description Stops a job that is under way. What becomes of what it has done so far, and what the service returns when the job is over already, is not documented. No operation starts a stopped job again, so that sending this again undoes nothing. The verb is POST, unlike that of the actions on instances.
         *
         *     Safe to retry. Its page was seen in full.
         */
        post: operations["stopJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List images
         * @description Returns images in pages: those that the platform offers, those of its community, and the account's
         *     own.
         *
         *     The members of an image were not seen, and neither were `next_cursor` and `has_more`, which the
         *     parameters imply; they are therefore optional, and a list whose response has neither ends there.
         *
         *     Safe to retry: it only reads. Its page was seen in part.
         */
        get: operations["listImages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/images/{image_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an image
         * @description Deletes an image. Whether one that is in use can be deleted is not documented. Neither is what the identifier of an image is: should it be a name that can be given again, the same request sent again can delete a newer image.
         *
         *     Not safe to retry. Its page was seen in full.
         */
        delete: operations["deleteImage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/prewarm-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List image prewarm tasks
         * @description Returns prewarm tasks in pages. Neither the order nor how long a cursor lives is documented.
         *
         *     Safe to retry: it only reads. Its page was seen as rendered: types of nested fields come from samples.
         */
        get: operations["listImagePrewarmTasks"];
        put?: never;
        /**
         * Create an image prewarm task
         * @description Starts to bring an image close to the machines of a region, so that instances start sooner. The response was not seen: look for the task in the list. A repeated request creates one more task.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        post: operations["createImagePrewarmTask"];
        /**
         * Delete image prewarm tasks
         * @description Deletes several prewarm tasks at once. The identifiers stand in the body, although the verb is DELETE: OpenAPI gives such a body no meaning, and proxies on the way may drop it. What an unknown identifier among them does is not documented. Sent again, it can hit nothing else; that is inferred, because the service assigns the identifiers and no page says that one is used twice.
         *
         *     Safe to retry. Its page was seen in full.
         */
        delete: operations["deleteImagePrewarmTasks"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/prewarm-tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one image prewarm task
         * @description Returns one prewarm task. On its own page only `task_id`, `name` and `image` were seen; the rest is taken from the items of the list.
         *
         *     Safe to retry: it only reads. Its page was seen in part.
         */
        get: operations["getImagePrewarmTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List templates
         * @description Returns templates in pages: the account's own and those of the community. Neither the order nor how long a cursor lives is documented. Values of environment variables come back in clear.
         *
         *     Safe to retry: it only reads. Its page was seen as rendered: types of nested fields come from samples.
         */
        get: operations["listTemplates"];
        put?: never;
        /**
         * Create a template
         * @description Creates a template. The response holds the identifier alone. Nothing is said about names being unique, and a repeated request creates one more.
         *
         *     Not safe to retry. Its page was seen as rendered: types of nested fields come from samples.
         */
        post: operations["createTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/templates/{template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one template
         * @description Returns one template. To read a template of the community, send `is_community`; what it does to the account's own templates is not documented. Values of environment variables come back in clear.
         *
         *     Safe to retry: it only reads. Its page was seen as rendered: types of nested fields come from samples.
         */
        get: operations["getTemplate"];
        /**
         * Change a template
         * @description Changes a template. Not documented: whether a field that is left out keeps its value, and whether a list that is given (`ports`, `envs`) takes the place of the stored one. Reading the template and sending all of it is the cautious way. There is no version to send along: sent again, a request can undo what somebody else has written in between.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        put: operations["updateTemplate"];
        post?: never;
        /**
         * Delete a template
         * @description Deletes a template. Sent again, it may find nothing (404); that it can hit nothing else is inferred, because the service assigns the identifiers and no page says that one is used twice.
         *
         *     Safe to retry. Its page was seen in part.
         */
        delete: operations["deleteTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/networks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List networks
         * @description Returns private networks (VPC) in pages.
         *
         *     Of the items only `id` was seen; the rest is taken from `getNetwork`. Neither `next_cursor` nor
         *     `has_more` was seen, which the parameters imply; they are therefore optional, and a list whose
         *     response has neither ends there.
         *
         *     Safe to retry: it only reads. Its page was seen in part.
         */
        get: operations["listNetworks"];
        put?: never;
        /**
         * Create a network
         * @description Creates a private network (VPC) in a region. The response was not seen: look for the network in the list. A repeated request may create one more; whether names are unique is not documented.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        post: operations["createNetwork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/networks/{network_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one network
         * @description Returns one private network (VPC). What follows `status` in the response was not seen.
         *
         *     Safe to retry: it only reads. Its page was seen in part.
         */
        get: operations["getNetwork"];
        /**
         * Rename a network
         * @description Renames a private network (VPC). Sent again, it can undo a change by somebody else.
         *
         *     Not safe to retry. Its page was seen in part.
         */
        put: operations["updateNetwork"];
        post?: never;
        /**
         * Delete a network
         * @description Deletes a private network (VPC). Whether one that instances are attached to can be deleted is not documented. Sent again, it may find nothing (404); that it can hit nothing else is inferred, because the service assigns the identifiers and no page says that one is used twice.
         *
         *     Safe to retry. Its page was seen in full.
         */
        delete: operations["deleteNetwork"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List products
         * @description Returns the hardware offers that instances or serverless endpoints can be ordered from, with prices
         *     and what is free now.
         *
         *     As far as the page was seen, the list is not paged: there is no parameter for it, and the sample
         *     has `data` alone. It is therefore declared as a list of one page. Clients of third parties
         *     send `limit` and look for a cursor all the same; should a response hold a `next_cursor` or `has_more:
         *     true`, it is not the whole list, and a client must not take it for one. Whether parameters follow
         *     `region_ids` was not seen.
         *
         *     The page describes `type` as `gpu` when empty, yet requires it; a client of a third party was
         *     refused with 400 without either of the two required parameters.
         *
         *     Safe to retry: it only reads. Its page was seen in part.
         */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gpus/v2/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List regions
         * @description Returns the regions in pages. The page calls the list public, yet declares the key as for all
         *     operations.
         *
         *     Of the items only `id` was seen. Neither `next_cursor` nor `has_more` was seen, which the parameters
         *     imply; they are therefore optional, and a list whose response has neither ends there.
         *
         *     Safe to retry: it only reads. Its page was seen in part.
         */
        get: operations["listRegions"];
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
        EnvironmentSetting: EnvironmentSetting;
        PortSetting: PortSetting;
        MigrationSettings: MigrationSettings;
        CreateInstanceRequest: CreateInstanceRequest;
        Error: ErrorType;
        UnseenResponse: UnseenResponse;
        EmptyResponse: EmptyResponse;
        UpgradeInstanceRequest: UpgradeInstanceRequest;
        ResourceStatus: ResourceStatus;
        WorkerConfig: WorkerConfig;
        ScalingPolicy: ScalingPolicy;
        EndpointVolume: EndpointVolume;
        EndpointWorker: EndpointWorker;
        HealthCheck: HealthCheck;
        Endpoint: Endpoint;
        CreateEndpointRequest: CreateEndpointRequest;
        UpdateEndpointRequest: UpdateEndpointRequest;
        Job: Job;
        Image: Image;
        ImagePrewarmTask: ImagePrewarmTask;
        CreateImagePrewarmTaskRequest: CreateImagePrewarmTaskRequest;
        TemplateMetadata: TemplateMetadata;
        Template: Template;
        CreateTemplateRequest: CreateTemplateRequest;
        UpdateTemplateRequest: UpdateTemplateRequest;
        Network: Network;
        ProductSpecs: ProductSpecs;
        ProductPricing: ProductPricing;
        Product: Product;
        Region: Region;
        Instance: Instance;
        InstanceDetail: InstanceDetail;
        InstanceBilling: InstanceBilling;
        EnvironmentVariable: EnvironmentVariable;
        Port: Port;
        ResourceSpecs: ResourceSpecs;
        NetworkAttachment: NetworkAttachment;
        VolumeMount: VolumeMount;
        AutoMigrate: AutoMigrate;
        InstanceStatus: InstanceStatus;
        InstanceTools: InstanceTools;
        InstancePricing: InstancePricing;
        PortInput: PortInput;
    };
    responses: {
        /** @description A parameter or the body does not fit. The status is known from the vendors' general error guides. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description The API key is missing, wrong or deleted. The status is known from the vendors' general error guides. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description The key may not do this, for instance because the account has not passed identity verification. The status is known from the vendors' general error guides. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description Too many requests. The status is known from the vendors' general error guides; neither a limit nor a `Retry-After` header is documented for this API. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description The service is overloaded or down for a while. The status is known from the vendors' general error guides, which advise to wait longer after each attempt. */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description No response in time; whether the request took effect is unknown. The status is known from the vendors' general error guides. */
        GatewayTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description Any other status. No page of this API describes one. */
        UnexpectedError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
        /** @description Nothing has this identifier. The status is known from a client of a third party. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorType;
            };
        };
    };
    parameters: {
        /**
         * @description Identifier of the instance.
         * @example ca338f12f3
         */
        instance_id: string;
        /**
         * @description The most items in one page. Left out or 0, the server uses a default of its own, which is not documented; neither is a maximum.
         * @example 20
         */
        limit: number;
        /**
         * @description Where to go on: the `next_cursor` of the page before. Left out or empty, the first page is given. Opaque.
         * @example next-cursor-token
         */
        cursor: string;
        /**
         * @description Identifier of the endpoint.
         * @example endpoint-id
         */
        endpoint_id: string;
        /**
         * @description Identifier of the job.
         * @example job-id
         */
        job_id: string;
        /**
         * @description Identifier of the image.
         * @example image-id
         */
        image_id: string;
        /**
         * @description Identifier of the prewarm task.
         * @example prewarm-task-id
         */
        task_id: string;
        /**
         * @description Identifier of the template.
         * @example tpl-001
         */
        template_id: string;
        /**
         * @description Identifier of the network. Unlike all other identifiers, it has no documented length.
         * @example network-abc123
         */
        network_id: string;
    };
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
                /**
                 * @description Where to go on: the `next_cursor` of the page before. Left out or empty, the first page is given. Opaque.
                 * @example next-cursor-token
                 */
                cursor?: string;
                /**
                 * @description Only instances whose name or identifier matches this text loosely. How upper and lower case and the position count is not documented.
                 * @example example
                 */
                name?: string;
                /**
                 * @description Only instances in this state, presumably a value of `status.status`. The page gives a length of 0 to 63 characters and lists no values; what the service does with a word it does not know is not documented.
                 * @example running
                 */
                status?: string;
                /**
                 * @description Only instances in these regions, as region identifiers separated by ASCII commas.
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
                     *               "endpoint": "203.0.113.10:8080"
                     *             },
                     *             {
                     *               "port": 9000,
                     *               "protocol": "http",
                     *               "endpoint": "http://203.0.113.10:9000"
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
                     *             "id": "network-abc123",
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
                        data: Instance[];
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
    createInstance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The instance to create. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "example-instance",
                 *       "product_id": "product-id",
                 *       "image": "registry.example.com/namespace/image:tag",
                 *       "billing": {
                 *         "mode": "prepaid",
                 *         "prepaid": {
                 *           "months": 1,
                 *           "auto_renew": {
                 *             "enabled": true,
                 *             "months": 1
                 *           }
                 *         }
                 *       },
                 *       "resource": {
                 *         "rootfs_size_gb": 20,
                 *         "gpu_num": 1,
                 *         "min_cuda_version": ""
                 *       },
                 *       "type": "gpu",
                 *       "registry_auth_id": "registry-auth-id",
                 *       "entrypoint": "",
                 *       "command": "",
                 *       "envs": [
                 *         {
                 *           "key": "ENV_NAME",
                 *           "value": "ENV_VALUE"
                 *         }
                 *       ],
                 *       "ports": [
                 *         {
                 *           "port": 8080,
                 *           "protocol": "tcp"
                 *         }
                 *       ],
                 *       "network": {
                 *         "id": "network-abc123",
                 *         "ip": "10.2.1.1"
                 *       },
                 *       "volumes": [
                 *         {
                 *           "type": "network",
                 *           "id": "network-storage-id",
                 *           "mount_point": "/data"
                 *         }
                 *       ],
                 *       "candidate_regions": [
                 *         "region-id"
                 *       ],
                 *       "tools": {
                 *         "jupyter": {
                 *           "enabled": true,
                 *           "port": 8888,
                 *           "protocol": "http"
                 *         }
                 *       },
                 *       "auto_migrate": {
                 *         "enabled": false,
                 *         "include_system_disk": false
                 *       }
                 *     }
                 */
                "application/json": CreateInstanceRequest;
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ca338f12f3"
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description Identifier of the new instance.
                         * @example ca338f12f3
                         */
                        id: string;
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
                     *           "endpoint": "203.0.113.10:8080"
                     *         },
                     *         {
                     *           "port": 9000,
                     *           "protocol": "http",
                     *           "endpoint": "http://203.0.113.10:9000"
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
                     *         "id": "network-abc123",
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
                    "application/json": InstanceDetail;
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
    deleteInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: components["parameters"]["instance_id"];
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
                    /** @example {} */
                    "application/json": UnseenResponse;
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
    startInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: components["parameters"]["instance_id"];
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
                    /** @example {} */
                    "application/json": UnseenResponse;
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
    stopInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: components["parameters"]["instance_id"];
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
                    /** @example {} */
                    "application/json": UnseenResponse;
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
    restartInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: components["parameters"]["instance_id"];
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
                    /** @example {} */
                    "application/json": EmptyResponse;
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
                    ports: PortInput[];
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
    upgradeInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: components["parameters"]["instance_id"];
            };
            cookie?: never;
        };
        /** @description What the container is to be made of. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "image": "registry.example.com/namespace/new-image:tag",
                 *       "registry_auth_id": "registry-auth-id",
                 *       "entrypoint": "",
                 *       "command": "",
                 *       "envs": [
                 *         {
                 *           "key": "ENV_NAME",
                 *           "value": "ENV_VALUE"
                 *         }
                 *       ],
                 *       "save_data": true
                 *     }
                 */
                "application/json": UpgradeInstanceRequest;
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
                    "application/json": EmptyResponse;
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
                instance_id: components["parameters"]["instance_id"];
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
                    "application/json": EmptyResponse;
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
    setInstanceAutoRenew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: components["parameters"]["instance_id"];
            };
            cookie?: never;
        };
        /** @description How to renew. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "auto_renew": {
                 *         "enabled": true,
                 *         "months": 1
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description Settings of automatic renewal. */
                    auto_renew: {
                        /**
                         * @description Whether automatic renewal is on.
                         * @example true
                         */
                        enabled?: boolean;
                        /**
                         * @description Months to buy at each renewal. What 0 means is not documented.
                         * @example 1
                         */
                        months?: number;
                    };
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
                    "application/json": EmptyResponse;
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
    updateInstanceBillingMode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: components["parameters"]["instance_id"];
            };
            cookie?: never;
        };
        /** @description How to pay. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "prepaid",
                 *       "months": 1
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The new billing mode; what is called `billing.mode` elsewhere. The page was cut off behind these two values, so that others may be taken, too.
                     *
                     *     Known values, to which others may be added: prepaid, postpaid.
                     * @example prepaid
                     */
                    type: string;
                    /**
                     * @description Months to buy, for `prepaid`. The range was not seen.
                     * @example 1
                     */
                    months?: number;
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
                    "application/json": UnseenResponse;
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
    migrateInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: components["parameters"]["instance_id"];
            };
            cookie?: never;
        };
        /** @description How to migrate; an empty object is enough. Whether there are further members was not seen. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "save_data": true
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Whether the data that is there is kept.
                     * @example true
                     */
                    save_data?: boolean;
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
                    "application/json": UnseenResponse;
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
    setInstanceAutoMigrate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: components["parameters"]["instance_id"];
            };
            cookie?: never;
        };
        /** @description How to migrate. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "auto_migrate": {
                 *         "enabled": true,
                 *         "include_system_disk": true
                 *       }
                 *     }
                 */
                "application/json": {
                    auto_migrate: MigrationSettings;
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
                    "application/json": UnseenResponse;
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
                instance_id: components["parameters"]["instance_id"];
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
                    "application/json": UnseenResponse;
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
    setInstanceWebTerminal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the instance.
                 * @example ca338f12f3
                 */
                instance_id: components["parameters"]["instance_id"];
            };
            cookie?: never;
        };
        /** @description On or off. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enable": true
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Whether the terminal is to be on.
                     * @example true
                     */
                    enable: boolean;
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
                    "application/json": UnseenResponse;
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
    listEndpoints: {
        parameters: {
            query?: {
                /**
                 * @description The most items in one page. Left out or 0, the server uses a default of its own, which is not documented; neither is a maximum.
                 * @example 20
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Where to go on: the `next_cursor` of the page before. Left out or empty, the first page is given. Opaque.
                 * @example next-cursor-token
                 */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Only endpoints that match this text. What it is compared with is not documented.
                 * @example example
                 */
                keyword?: string;
                /**
                 * @description Only endpoints that these members created, as identifiers separated by ASCII commas.
                 * @example member-id
                 */
                member_ids?: string;
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
                     *           "id": "endpoint-id",
                     *           "name": "example-endpoint",
                     *           "app_name": "example-app",
                     *           "status": {
                     *             "status": "running",
                     *             "error": "",
                     *             "message": ""
                     *           },
                     *           "url": "https://endpoint.example.com/endpoint-id",
                     *           "product_id": "serverless-product-id",
                     *           "worker_config": {
                     *             "min_replicas": 0,
                     *             "max_replicas": 2,
                     *             "idle_timeout": 300,
                     *             "max_concurrent_per_worker": 10,
                     *             "gpu_num": 1,
                     *             "rootfs_size_gb": 20,
                     *             "min_cuda_version": "12.4",
                     *             "request_timeout": 60
                     *           },
                     *           "policy": {
                     *             "type": "queue",
                     *             "value": 100
                     *           },
                     *           "image": "registry.example.com/namespace/image:tag",
                     *           "registry_auth_id": "registry-auth-id",
                     *           "entrypoint": "",
                     *           "command": "python server.py",
                     *           "volumes": [
                     *             {
                     *               "id": "storage-id",
                     *               "type": "network",
                     *               "size": 123,
                     *               "mount_point": "/data"
                     *             }
                     *           ],
                     *           "envs": [
                     *             {
                     *               "key": "ENV_NAME",
                     *               "value": "ENV_VALUE"
                     *             }
                     *           ],
                     *           "ports": [
                     *             8080
                     *           ],
                     *           "workers": [
                     *             {
                     *               "id": "worker-id",
                     *               "status": {
                     *                 "status": "ready",
                     *                 "error": "",
                     *                 "message": ""
                     *               },
                     *               "log": "https://logs.example.com/worker-id",
                     *               "health": true,
                     *               "drain": false
                     *             }
                     *           ],
                     *           "health_check": {
                     *             "path": "/healthz",
                     *             "port": 8080
                     *           },
                     *           "region_id": "region-id",
                     *           "member_id": "member-id",
                     *           "owner_id": "550e8400-e29b-41d4-a716-446655440000",
                     *           "created_at": 1710000000
                     *         }
                     *       ],
                     *       "next_cursor": "next-cursor-token",
                     *       "has_more": true
                     *     }
                     */
                    "application/json": {
                        /** @description The endpoints of this page. */
                        data: Endpoint[];
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
    createEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The endpoint to create. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "sync",
                 *       "name": "example-endpoint",
                 *       "app_name": "example-app",
                 *       "product_id": "serverless-product-id",
                 *       "image": "registry.example.com/namespace/image:tag",
                 *       "registry_auth_id": "registry-auth-id",
                 *       "entrypoint": "",
                 *       "command": "python server.py",
                 *       "worker_config": {
                 *         "min_replicas": 0,
                 *         "max_replicas": 2,
                 *         "idle_timeout": 300,
                 *         "max_concurrent_per_worker": 10,
                 *         "gpu_num": 1,
                 *         "rootfs_size_gb": 20,
                 *         "min_cuda_version": "12.4",
                 *         "request_timeout": 60
                 *       },
                 *       "policy": {
                 *         "type": "queue",
                 *         "value": 100
                 *       },
                 *       "health_check": {
                 *         "path": "/healthz",
                 *         "port": 8080
                 *       },
                 *       "envs": [
                 *         {
                 *           "key": "ENV_NAME",
                 *           "value": "ENV_VALUE"
                 *         }
                 *       ],
                 *       "ports": [
                 *         8080
                 *       ],
                 *       "volumes": [
                 *         {
                 *           "id": "storage-id",
                 *           "type": "network",
                 *           "size": 123,
                 *           "mount_point": "/data"
                 *         }
                 *       ],
                 *       "region_id": "region-id"
                 *     }
                 */
                "application/json": CreateEndpointRequest;
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "endpoint-id"
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description Identifier of the new endpoint.
                         * @example endpoint-id
                         */
                        id: string;
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
    getEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the endpoint.
                 * @example endpoint-id
                 */
                endpoint_id: components["parameters"]["endpoint_id"];
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
                     *       "id": "endpoint-id",
                     *       "type": "sync",
                     *       "name": "example-endpoint",
                     *       "app_name": "example-app",
                     *       "status": {
                     *         "status": "running",
                     *         "error": "",
                     *         "message": ""
                     *       },
                     *       "url": "https://endpoint.example.com/endpoint-id",
                     *       "product_id": "serverless-product-id",
                     *       "worker_config": {
                     *         "min_replicas": 0,
                     *         "max_replicas": 2,
                     *         "idle_timeout": 300,
                     *         "max_concurrent_per_worker": 10,
                     *         "gpu_num": 1,
                     *         "rootfs_size_gb": 20,
                     *         "min_cuda_version": "12.4",
                     *         "request_timeout": 60
                     *       },
                     *       "policy": {
                     *         "type": "queue",
                     *         "value": 100
                     *       },
                     *       "image": "registry.example.com/namespace/image:tag",
                     *       "registry_auth_id": "registry-auth-id",
                     *       "entrypoint": "",
                     *       "command": "python server.py",
                     *       "volumes": [
                     *         {
                     *           "id": "storage-id",
                     *           "type": "network",
                     *           "size": 123,
                     *           "mount_point": "/data"
                     *         }
                     *       ],
                     *       "envs": [
                     *         {
                     *           "key": "ENV_NAME",
                     *           "value": "ENV_VALUE"
                     *         }
                     *       ],
                     *       "ports": [
                     *         8080
                     *       ],
                     *       "workers": [
                     *         {
                     *           "id": "worker-id",
                     *           "status": {
                     *             "status": "ready",
                     *             "error": "",
                     *             "message": ""
                     *           },
                     *           "log": "https://logs.example.com/worker-id",
                     *           "health": true,
                     *           "drain": false
                     *         }
                     *       ],
                     *       "health_check": {
                     *         "path": "/healthz",
                     *         "port": 8080
                     *       },
                     *       "region_id": "region-id",
                     *       "member_id": "member-id",
                     *       "owner_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "created_at": 1710000000
                     *     }
                     */
                    "application/json": Endpoint;
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
    updateEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the endpoint.
                 * @example endpoint-id
                 */
                endpoint_id: components["parameters"]["endpoint_id"];
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "example-endpoint-updated",
                 *       "product_id": "serverless-product-id",
                 *       "image": "registry.example.com/namespace/image:new-tag",
                 *       "registry_auth_id": "registry-auth-id",
                 *       "entrypoint": "",
                 *       "command": "python server.py",
                 *       "worker_config": {
                 *         "min_replicas": 0,
                 *         "max_replicas": 2,
                 *         "idle_timeout": 300,
                 *         "max_concurrent_per_worker": 10,
                 *         "gpu_num": 1,
                 *         "rootfs_size_gb": 20,
                 *         "min_cuda_version": "12.4",
                 *         "request_timeout": 60
                 *       },
                 *       "policy": {
                 *         "type": "queue",
                 *         "value": 100
                 *       },
                 *       "health_check": {
                 *         "path": "/healthz",
                 *         "port": 8080
                 *       },
                 *       "envs": [
                 *         {
                 *           "key": "ENV_NAME",
                 *           "value": "ENV_VALUE"
                 *         }
                 *       ],
                 *       "ports": [
                 *         8080
                 *       ],
                 *       "volumes": [
                 *         {
                 *           "id": "storage-id",
                 *           "type": "network",
                 *           "size": 123,
                 *           "mount_point": "/data"
                 *         }
                 *       ],
                 *       "region_id": "region-id"
                 *     }
                 */
                "application/json": UpdateEndpointRequest;
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
                    "application/json": EmptyResponse;
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
    deleteEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the endpoint.
                 * @example endpoint-id
                 */
                endpoint_id: components["parameters"]["endpoint_id"];
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
                    /** @example {} */
                    "application/json": EmptyResponse;
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
    listJobs: {
        parameters: {
            query?: {
                /**
                 * @description The most items in one page. Left out or 0, the server uses a default of its own, which is not documented; neither is a maximum.
                 * @example 20
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Where to go on: the `next_cursor` of the page before. Left out or empty, the first page is given. Opaque.
                 * @example next-cursor-token
                 */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Only the job with this identifier.
                 * @example job-id
                 */
                job_id?: string;
                /**
                 * @description Only jobs of this kind. `saveImage` and `instanceMigrate` were seen; the list of kinds goes on.
                 * @example saveImage
                 */
                type?: string;
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
                     *           "id": "job-id",
                     *           "type": "saveImage",
                     *           "envs": [],
                     *           "status": {
                     *             "status": "Succeeded",
                     *             "error": "",
                     *             "message": ""
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": "",
                     *       "has_more": false
                     *     }
                     */
                    "application/json": {
                        /** @description The jobs of this page. */
                        data: Job[];
                        /**
                         * @description What to send as `cursor` for the next page; empty when there is none. Opaque. Not seen on this page; the other lists have it.
                         * @example next-cursor-token
                         */
                        next_cursor?: string;
                        /**
                         * @description Whether another page follows. Not seen on this page; the other lists have it.
                         * @example true
                         */
                        has_more?: boolean;
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
    saveImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What to save, and where. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "instance_id": "ca338f12f3",
                 *       "image": "registry.example.com/team/image:tag",
                 *       "registry_auth_id": "registry-auth-id"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Identifier of the instance.
                     * @example ca338f12f3
                     */
                    instance_id: string;
                    /**
                     * @description Address to store the image under.
                     * @example registry.example.com/team/image:tag
                     */
                    image: string;
                    /**
                     * @description Identifier of a stored credential for the registry.
                     * @example registry-auth-id
                     */
                    registry_auth_id?: string;
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
                    /**
                     * @example {
                     *       "job_id": "job-id"
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description Identifier of the job.
                         * @example job-id
                         */
                        job_id: string;
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
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the job.
                 * @example job-id
                 */
                job_id: components["parameters"]["job_id"];
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
                     *       "id": "job-id",
                     *       "type": "saveImage",
                     *       "envs": [],
                     *       "status": {
                     *         "status": "Succeeded",
                     *         "error": "",
                     *         "message": ""
                     *       }
                     *     }
                     */
                    "application/json": Job;
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
    stopJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the job.
                 * @example job-id
                 */
                job_id: components["parameters"]["job_id"];
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
                    /** @example {} */
                    "application/json": EmptyResponse;
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
    listImages: {
        parameters: {
            query?: {
                /**
                 * @description The most items in one page. Left out or 0, the server uses a default of its own, which is not documented; neither is a maximum.
                 * @example 20
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Where to go on: the `next_cursor` of the page before. Left out or empty, the first page is given. Opaque.
                 * @example next-cursor-token
                 */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Only images of this kind. The text of the page allows the empty string, its list of values does not; leave it out instead.
                 * @example private
                 */
                type?: "base" | "community" | "private";
                /**
                 * @description Only images whose name matches this text. How it is compared is not documented.
                 * @example pytorch
                 */
                name?: string;
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
                     *           "name": "pytorch",
                     *           "image": "registry.example.com/base/pytorch:2.3"
                     *         }
                     *       ],
                     *       "next_cursor": "",
                     *       "has_more": false
                     *     }
                     */
                    "application/json": {
                        /** @description The images of this page. */
                        data: Image[];
                        /**
                         * @description What to send as `cursor` for the next page; empty when there is none. Opaque. Not seen on this page; the other lists have it.
                         * @example next-cursor-token
                         */
                        next_cursor?: string;
                        /**
                         * @description Whether another page follows. Not seen on this page; the other lists have it.
                         * @example true
                         */
                        has_more?: boolean;
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
    deleteImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the image.
                 * @example image-id
                 */
                image_id: components["parameters"]["image_id"];
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
                    /** @example {} */
                    "application/json": EmptyResponse;
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
    listImagePrewarmTasks: {
        parameters: {
            query?: {
                /**
                 * @description The most items in one page. Left out or 0, the server uses a default of its own, which is not documented; neither is a maximum.
                 * @example 20
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Where to go on: the `next_cursor` of the page before. Left out or empty, the first page is given. Opaque.
                 * @example next-cursor-token
                 */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Only tasks in this state. The empty string means any; better leave it out.
                 * @example running
                 */
                status?: "pending" | "running" | "succeeded" | "failed" | "";
                /**
                 * @description Only tasks for this region.
                 * @example region-id
                 */
                region_id?: string;
                /**
                 * @description Only tasks whose image name or note matches this text loosely.
                 * @example image
                 */
                name?: string;
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
                     *           "task_id": "prewarm-task-id",
                     *           "name": "image:tag",
                     *           "image": "registry.example.com/team/image:tag",
                     *           "region_id": "region-id",
                     *           "product_ids": [
                     *             "product-a"
                     *           ],
                     *           "image_size": 10737418240,
                     *           "created_at": 1714982400,
                     *           "completed_at": 0,
                     *           "status": {
                     *             "status": "running",
                     *             "error": "",
                     *             "message": ""
                     *           },
                     *           "registry_auth_id": "registry-auth-id",
                     *           "note": "",
                     *           "reason": [
                     *             ""
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": "next-cursor-token",
                     *       "has_more": true
                     *     }
                     */
                    "application/json": {
                        /** @description The tasks of this page. */
                        data: ImagePrewarmTask[];
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
    createImagePrewarmTask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The image, and where it is to be. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "image": "registry.example.com/team/image:tag",
                 *       "region_id": "region-id",
                 *       "registry_auth_id": "registry-auth-id",
                 *       "product_ids": [
                 *         "product-a",
                 *         "product-b"
                 *       ],
                 *       "note": ""
                 *     }
                 */
                "application/json": CreateImagePrewarmTaskRequest;
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
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    deleteImagePrewarmTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The tasks to delete. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "task_ids": [
                 *         "prewarm-task-a",
                 *         "prewarm-task-b"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Identifiers of the tasks. No limit on their number was seen.
                     * @example [
                     *       "prewarm-task-a",
                     *       "prewarm-task-b"
                     *     ]
                     */
                    task_ids: string[];
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
                    "application/json": EmptyResponse;
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
    getImagePrewarmTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the prewarm task.
                 * @example prewarm-task-id
                 */
                task_id: components["parameters"]["task_id"];
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
                     *       "task_id": "prewarm-task-id",
                     *       "name": "image:tag",
                     *       "image": "registry.example.com/team/image:tag",
                     *       "region_id": "region-id",
                     *       "product_ids": [
                     *         "product-a"
                     *       ],
                     *       "image_size": 10737418240,
                     *       "created_at": 1714982400,
                     *       "completed_at": 0,
                     *       "status": {
                     *         "status": "running",
                     *         "error": "",
                     *         "message": ""
                     *       },
                     *       "registry_auth_id": "registry-auth-id",
                     *       "note": "",
                     *       "reason": [
                     *         ""
                     *       ]
                     *     }
                     */
                    "application/json": ImagePrewarmTask;
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
    listTemplates: {
        parameters: {
            query?: {
                /**
                 * @description The most items in one page. Left out or 0, the server uses a default of its own, which is not documented; neither is a maximum.
                 * @example 20
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Where to go on: the `next_cursor` of the page before. Left out or empty, the first page is given. Opaque.
                 * @example next-cursor-token
                 */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Only templates whose name matches this text. How it is compared is not documented.
                 * @example pytorch
                 */
                name?: string;
                /**
                 * @description Only templates of this kind. The values are not documented.
                 * @example instance
                 */
                type?: string;
                /**
                 * @description Only templates with these visibilities, separated by ASCII commas. The values are not documented.
                 * @example community
                 */
                visibilities?: string;
                /**
                 * @description Only templates that these members created, as identifiers separated by ASCII commas.
                 * @example member-id
                 */
                member_ids?: string;
                /**
                 * @description Whether to show only templates that the account itself has given to the community.
                 * @example true
                 */
                is_my_community?: boolean;
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
                     *           "id": "tpl-001",
                     *           "owner_id": "550e8400-e29b-41d4-a716-446655440000",
                     *           "name": "pytorch-2.3-cuda12",
                     *           "type": "instance",
                     *           "image": "registry.example.com/ml/pytorch:2.3-cuda12",
                     *           "registry_auth_id": "auth-001",
                     *           "command": "",
                     *           "entrypoint": "/bin/bash",
                     *           "rootfs_size_gb": 50,
                     *           "ports": [
                     *             {
                     *               "protocol": "http",
                     *               "port": 8888
                     *             }
                     *           ],
                     *           "envs": [
                     *             {
                     *               "key": "ENV",
                     *               "value": "prod"
                     *             }
                     *           ],
                     *           "metadata": {
                     *             "readme": "PyTorch 2.3 with CUDA 12",
                     *             "logo": "https://example.com/logo.png",
                     *             "description": "PyTorch development template",
                     *             "author": "PAI",
                     *             "tags": [
                     *               "pytorch",
                     *               "cuda"
                     *             ]
                     *           },
                     *           "min_cuda_version": "12.2",
                     *           "visibility": "community",
                     *           "created_at": 1715750400,
                     *           "updated_at": 1715750400,
                     *           "member_id": "member-id"
                     *         }
                     *       ],
                     *       "next_cursor": "next-cursor-token",
                     *       "has_more": true
                     *     }
                     */
                    "application/json": {
                        /** @description The templates of this page. */
                        data: Template[];
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
    createTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The template to create. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "pytorch-2.3-cuda12",
                 *       "type": "instance",
                 *       "image": "registry.example.com/ml/pytorch:2.3-cuda12",
                 *       "registry_auth_id": "auth-001",
                 *       "command": "",
                 *       "entrypoint": "/bin/bash",
                 *       "rootfs_size_gb": 50,
                 *       "ports": [
                 *         {
                 *           "protocol": "http",
                 *           "port": 8888
                 *         }
                 *       ],
                 *       "envs": [
                 *         {
                 *           "key": "ENV",
                 *           "value": "prod"
                 *         }
                 *       ],
                 *       "metadata": {
                 *         "readme": "PyTorch 2.3 with CUDA 12",
                 *         "logo": "https://example.com/logo.png",
                 *         "description": "PyTorch development template",
                 *         "author": "PAI",
                 *         "tags": [
                 *           "pytorch",
                 *           "cuda"
                 *         ]
                 *       },
                 *       "min_cuda_version": "12.2"
                 *     }
                 */
                "application/json": CreateTemplateRequest;
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "template_id": "tpl-001"
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description Identifier of the new template.
                         * @example tpl-001
                         */
                        template_id: string;
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
    getTemplate: {
        parameters: {
            query?: {
                /**
                 * @description Whether to look among the templates of the community.
                 * @example true
                 */
                is_community?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Identifier of the template.
                 * @example tpl-001
                 */
                template_id: components["parameters"]["template_id"];
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
                     *       "id": "tpl-001",
                     *       "owner_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "name": "pytorch-2.3-cuda12",
                     *       "type": "instance",
                     *       "image": "registry.example.com/ml/pytorch:2.3-cuda12",
                     *       "registry_auth_id": "auth-001",
                     *       "command": "",
                     *       "entrypoint": "/bin/bash",
                     *       "rootfs_size_gb": 50,
                     *       "ports": [
                     *         {
                     *           "protocol": "http",
                     *           "port": 8888
                     *         }
                     *       ],
                     *       "envs": [
                     *         {
                     *           "key": "ENV",
                     *           "value": "prod"
                     *         }
                     *       ],
                     *       "metadata": {
                     *         "readme": "PyTorch 2.3 with CUDA 12",
                     *         "logo": "https://example.com/logo.png",
                     *         "description": "PyTorch development template",
                     *         "author": "PAI",
                     *         "tags": [
                     *           "pytorch",
                     *           "cuda"
                     *         ]
                     *       },
                     *       "min_cuda_version": "12.2",
                     *       "visibility": "community",
                     *       "created_at": 1715750400,
                     *       "updated_at": 1715750400,
                     *       "member_id": "member-id"
                     *     }
                     */
                    "application/json": Template;
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
    updateTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the template.
                 * @example tpl-001
                 */
                template_id: components["parameters"]["template_id"];
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "pytorch-2.3-cuda12",
                 *       "type": "instance",
                 *       "image": "registry.example.com/ml/pytorch:2.3-cuda12",
                 *       "registry_auth_id": "auth-001",
                 *       "command": "jupyter lab --ip=0.0.0.0",
                 *       "entrypoint": "/bin/bash",
                 *       "rootfs_size_gb": 50,
                 *       "ports": [
                 *         {
                 *           "protocol": "http",
                 *           "port": 8888
                 *         }
                 *       ],
                 *       "envs": [
                 *         {
                 *           "key": "ENV",
                 *           "value": "prod"
                 *         }
                 *       ],
                 *       "metadata": {
                 *         "readme": "PyTorch 2.3 with CUDA 12",
                 *         "logo": "https://example.com/logo.png",
                 *         "description": "PyTorch development template",
                 *         "tags": [
                 *           "pytorch",
                 *           "cuda"
                 *         ]
                 *       },
                 *       "min_cuda_version": "12.2"
                 *     }
                 */
                "application/json": UpdateTemplateRequest;
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
                    "application/json": UnseenResponse;
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
    deleteTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the template.
                 * @example tpl-001
                 */
                template_id: components["parameters"]["template_id"];
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
                    /** @example {} */
                    "application/json": UnseenResponse;
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
    listNetworks: {
        parameters: {
            query?: {
                /**
                 * @description The most items in one page. Left out or 0, the server uses a default of its own, which is not documented; neither is a maximum.
                 * @example 20
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Where to go on: the `next_cursor` of the page before. Left out or empty, the first page is given. Opaque.
                 * @example next-cursor-token
                 */
                cursor?: components["parameters"]["cursor"];
                /**
                 * @description Only networks whose name matches this text. How it is compared is not documented.
                 * @example dev-vpc
                 */
                name?: string;
                /**
                 * @description Only networks that these members created, as identifiers separated by ASCII commas.
                 * @example member-id
                 */
                member_ids?: string;
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
                     *           "id": "network-abc123"
                     *         }
                     *       ],
                     *       "next_cursor": "",
                     *       "has_more": false
                     *     }
                     */
                    "application/json": {
                        /** @description The networks of this page. */
                        data: Network[];
                        /**
                         * @description What to send as `cursor` for the next page; empty when there is none. Opaque. Not seen on this page; the other lists have it.
                         * @example next-cursor-token
                         */
                        next_cursor?: string;
                        /**
                         * @description Whether another page follows. Not seen on this page; the other lists have it.
                         * @example true
                         */
                        has_more?: boolean;
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
    createNetwork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The network to create. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region_id": "region-id",
                 *       "name": "dev-vpc"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Identifier of the region. The vendor's sample calls it a cluster, as version 1 of the API did.
                     * @example region-id
                     */
                    region_id: string;
                    /**
                     * @description Display name.
                     * @example dev-vpc
                     */
                    name: string;
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
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    getNetwork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the network. Unlike all other identifiers, it has no documented length.
                 * @example network-abc123
                 */
                network_id: components["parameters"]["network_id"];
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
                     *       "id": "network-abc123",
                     *       "owner_id": "550e8400-e29b-41d4-a716-446655440000",
                     *       "name": "dev-vpc",
                     *       "status": {
                     *         "status": "running",
                     *         "error": "",
                     *         "message": ""
                     *       }
                     *     }
                     */
                    "application/json": Network;
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
    updateNetwork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the network. Unlike all other identifiers, it has no documented length.
                 * @example network-abc123
                 */
                network_id: components["parameters"]["network_id"];
            };
            cookie?: never;
        };
        /** @description The new name. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "dev-vpc-renamed"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Display name. Whether it is required, and its length, was not seen; creating allows 1 to 30.
                     * @example dev-vpc-renamed
                     */
                    name?: string;
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
                    "application/json": UnseenResponse;
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
    deleteNetwork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of the network. Unlike all other identifiers, it has no documented length.
                 * @example network-abc123
                 */
                network_id: components["parameters"]["network_id"];
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
                    /** @example {} */
                    "application/json": EmptyResponse;
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
    listProducts: {
        parameters: {
            query: {
                /**
                 * @description Kind of machine.
                 * @example gpu
                 */
                type: "gpu" | "cpu";
                /**
                 * @description Whether to show offers for instances or for serverless endpoints.
                 * @example instance
                 */
                category: "serverless" | "instance";
                /**
                 * @description Only offers of this class of CPU cores.
                 * @example 16
                 */
                cpu?: number;
                /**
                 * @description Only offers of this class of memory, in GB.
                 * @example 128
                 */
                memory_gb?: number;
                /**
                 * @description Only offers for a system disk of this size, in GB.
                 * @example 50
                 */
                rootfs_size?: number;
                /**
                 * @description Only offers that can be paid for this way.
                 * @example postpaid
                 */
                billing_method?: "postpaid" | "prepaid" | "spot";
                /**
                 * @description Only offers in these regions. How several are written was not seen; other filters of this API put commas between them.
                 * @example region-id
                 */
                region_ids?: string;
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
                     *           "id": "prod-a100-80g",
                     *           "name": "A100-80G",
                     *           "type": "gpu",
                     *           "category": "instance",
                     *           "description": "NVIDIA A100 80GB",
                     *           "region_ids": [
                     *             "region-id"
                     *           ],
                     *           "resource_spec": {
                     *             "gpu": {
                     *               "spec_id": "spec-a100-80g",
                     *               "name": "A100",
                     *               "memory_gb": 80,
                     *               "min": 1,
                     *               "max": 8,
                     *               "available": 6,
                     *               "max_available": 6
                     *             },
                     *             "cpu": 16,
                     *             "memory_gb": 128,
                     *             "rootfs": {
                     *               "min_gb": 50,
                     *               "max_gb": 500,
                     *               "free_gb": 50
                     *             }
                     *           },
                     *           "pricing": {
                     *             "precision": 3,
                     *             "postpaid": {
                     *               "base_price": 18000,
                     *               "final_price": 12600,
                     *               "unit": "per_hour"
                     *             },
                     *             "spot": {
                     *               "base_price": 12600,
                     *               "final_price": 6000,
                     *               "unit": "per_hour"
                     *             },
                     *             "prepaid": [
                     *               {
                     *                 "spec_id": "spec_a100_1m",
                     *                 "duration_months": 1,
                     *                 "final_price": 9072000,
                     *                 "base_price": 12960000
                     *               }
                     *             ],
                     *             "storage_price_per_gb": 50
                     *           },
                     *           "billing_methods": [
                     *             "postpaid",
                     *             "prepaid",
                     *             "spot"
                     *           ],
                     *           "inventory_state": "normal",
                     *           "deployable": true,
                     *           "activity": {
                     *             "is_activity_product": false,
                     *             "active": false,
                     *             "purchasable": true
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The products. */
                        data: Product[];
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
    listRegions: {
        parameters: {
            query?: {
                /**
                 * @description The most items in one page. Left out or 0, the server uses a default of its own, which is not documented; neither is a maximum.
                 * @example 20
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Where to go on: the `next_cursor` of the page before. Left out or empty, the first page is given. Opaque.
                 * @example next-cursor-token
                 */
                cursor?: components["parameters"]["cursor"];
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
                     *           "id": "region-id"
                     *         }
                     *       ],
                     *       "next_cursor": "",
                     *       "has_more": false
                     *     }
                     */
                    "application/json": {
                        /** @description The regions of this page. */
                        data: Region[];
                        /**
                         * @description What to send as `cursor` for the next page; empty when there is none. Opaque. Not seen on this page; the other lists have it.
                         * @example next-cursor-token
                         */
                        next_cursor?: string;
                        /**
                         * @description Whether another page follows. Not seen on this page; the other lists have it.
                         * @example true
                         */
                        has_more?: boolean;
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
}
