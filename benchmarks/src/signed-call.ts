import { compare } from "./compare.js";
import { type Measured, ratioFigures } from "./comparison.js";
import { ours, reasonOf } from "./peers/clients.js";
import * as sdk from "./peers/huawei-sdk.js";
import * as own from "./peers/ours-signed.js";
import { mappings, serviceId } from "./peers/signed.js";
import { huawei } from "./peers/signing.js";
import { step } from "./report.js";

const service = JSON.stringify({ id: serviceId, ports: mappings });
const json = { "content-type": "application/json" };

// The SDK's stub below returns a plain object, so ours gets one as well: building a real Response
// costs as much as a third of either call and is neither's work.
const response: Pick<Response, "ok" | "status" | "headers" | "text"> = {
  ok: true,
  status: 200,
  headers: new Headers(json),
  text: async () => service,
};

/**
 * CPU of a signed call on a stub of the wire: ours beside the official SDK's core. Openapi-fetch, and a
 * Request for the stub, are part of ours; the SDK's stub gets a plain object.
 */
export async function signedCall(): Promise<Measured> {
  const client = own.connect(async () => response as Response);
  const sdkClient = sdk.connect(async (config) => ({
    data: service,
    status: 200,
    statusText: "OK",
    headers: json,
    config,
  }));
  const absent: Record<string, string> = {};
  const candidates: Record<string, () => Promise<unknown>> = { [ours]: () => own.put(client) };
  try {
    await sdk.put(sdkClient);
    candidates[huawei] = () => sdk.put(sdkClient);
  } catch (error) {
    absent[huawei] = reasonOf(error);
  }
  const work = "signed PUT on a stub";
  const { cpu } = await step(work, () => compare(candidates, { calls: 500 }));
  const measure = { name: "CPU", unit: "µs", samples: cpu };
  return {
    comparisons: [
      {
        work,
        about:
          "VPCEP, with an access key. The stub returns a plain object, to ours in the place of `fetch`, to the SDK in " +
          "that of axios' adapter.",
        ours,
        measures: [measure],
        absent,
      },
    ],
    figures: ratioFigures("CPU of a signed PUT, to the official SDK's core", measure, ours, huawei),
  };
}
