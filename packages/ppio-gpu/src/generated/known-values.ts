// Written by "npx --yes pnpm@10 generate" from specs/ppio-gpu/openapi.yaml. Do not edit.

/** Documented values, by schema and field. The service may use others. */
export const knownValues = {
  CreateInstanceRequest: { billing: { mode: ["postpaid", "prepaid", "spot"] } },
  Endpoint: { type: ["sync", "async"] },
  Job: { type: ["saveImage", "instanceMigrate"] },
  ImagePrewarmTask: { status: { status: ["pending", "running", "succeeded", "failed"] } },
  Product: {
    type: ["gpu", "cpu"],
    category: ["serverless", "instance"],
    billing_methods: ["postpaid", "prepaid", "spot"],
  },
  Instance: { type: ["gpu", "cpu"] },
  InstanceDetail: { type: ["gpu", "cpu"] },
  InstanceBilling: { mode: ["postpaid", "prepaid", "spot"] },
  Port: { protocol: ["tcp", "http"] },
  VolumeMount: { type: ["local", "network"] },
} as const;
