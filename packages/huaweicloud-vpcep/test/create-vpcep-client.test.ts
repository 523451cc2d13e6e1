import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createVpcepClient, listEndpointServices, unwrap } from "../src/index.js";

const region = "cn-north-4";
const variables = ["HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_PROJECT_ID"];

beforeEach(() => {
  for (const name of variables) vi.stubEnv(name, "");
});
afterEach(() => vi.unstubAllEnvs());

function recorder(body = '{"endpoint_services":[],"total_count":0}') {
  const sent: { url: string; headers: Headers }[] = [];
  const fetch = async ({ url, headers }: Request): Promise<Response> => {
    sent.push({ url, headers });
    return new Response(body);
  };
  return { fetch, sent };
}

describe("a VPCEP client", () => {
  it("says which variable to set for what is missing", () => {
    expect(() => createVpcepClient({ region })).toThrow(/HUAWEICLOUD_SDK_PROJECT_ID/);
    expect(() => createVpcepClient({ region, projectId: "p" })).toThrow(/HUAWEICLOUD_SDK_AK/);
    vi.stubEnv("HUAWEICLOUD_SDK_AK", "ak");
    expect(() => createVpcepClient({ region, projectId: "p" })).toThrow(/HUAWEICLOUD_SDK_SK/);
  });

  it("refuses a token beside an access key, and half an access key", () => {
    const accessKey = { id: "ak", secret: "sk" };
    expect(() => createVpcepClient({ region, projectId: "p", token: "t", accessKey })).toThrow(
      /both set/,
    );
    expect(() =>
      createVpcepClient({ region, projectId: "p", accessKey: { id: "ak", secret: "" } }),
    ).toThrow(/accessKey.secret is missing/);
  });

  it.each([
    [{ ak: "AKSECRET" }, /no option "ak": the pair is accessKey: \{ id, secret \}/],
    [{ project: "p" }, /createVpcepClient has no option "project": did you mean projectId\?/],
    [{ accesskey: {} }, /did you mean accessKey\?/],
    [
      { accessKey: { ak: "AKSECRET", secret: "SKSECRET" } },
      /accessKey has no option "ak": it is id/,
    ],
    [{ accessKey: "AKSECRET" }, /the options of accessKey must be an object, not text/],
    [{ accessKey: null }, /the options of accessKey must be an object, not null/],
    [{ token: "t", retry: { max: 1 } }, /retry has no option "max": did you mean maxMs\?/],
    [{ token: "t", hooks: { onResponce: () => {} } }, /did you mean onResponse\?/],
  ])("refuses an option that does not exist, and shows no secret: %o", (options, message) => {
    const create = () => createVpcepClient({ region, projectId: "p", ...options } as object);
    expect(create).toThrow(message);
    expect(create).not.toThrow(/SECRET/);
  });

  it("takes what is undefined for what is left out", () => {
    const maybe: string | undefined = [][0];
    const accessKey = { id: "ak", secret: "sk", securityToken: maybe };
    const client = createVpcepClient({
      region,
      projectId: "p",
      token: maybe,
      baseUrl: maybe,
      accessKey,
    });
    const query = { status: undefined, limit: undefined };
    expect(listEndpointServices(client, query, { overlap: undefined })).toHaveProperty("collect");
  });

  it("refuses a region that cannot be", () => {
    for (const region of ["", "-", "cn_north", "CN-north-4", "cn-north-4.evil", "a--b", "a/b"]) {
      const options = { region, projectId: "p", token: "t" };
      expect(() => createVpcepClient(options)).toThrow(/^region must be a region such as/);
    }
  });

  it("signs with the key of the environment and names the project", async () => {
    vi.stubEnv("HUAWEICLOUD_SDK_AK", "ak-of-env");
    vi.stubEnv("HUAWEICLOUD_SDK_SK", "sk-of-env");
    vi.stubEnv("HUAWEICLOUD_SDK_PROJECT_ID", "project-of-env");
    const { fetch, sent } = recorder();
    await unwrap(
      createVpcepClient({ region, fetch }).GET("/v1/{project_id}/vpc-endpoint-services"),
    );
    expect(sent[0]?.url).toContain("/v1/project-of-env/");
    expect(sent[0]?.headers.get("x-project-id")).toBe("project-of-env");
    expect(sent[0]?.headers.get("authorization")).toMatch(/^SDK-HMAC-SHA256 Access=ak-of-env, /);
  });

  it("fills the project into a raw call, and lets one name another", async () => {
    const { fetch, sent } = recorder();
    const client = createVpcepClient({ region, projectId: "mine", token: "t", fetch });
    await client.GET("/v1/{project_id}/vpc-endpoint-services");
    await client.GET("/v1/{project_id}/vpc-endpoint-services", {
      params: { path: { project_id: "other" } },
    });
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([
      "/v1/mine/vpc-endpoint-services",
      "/v1/other/vpc-endpoint-services",
    ]);
    expect(sent[0]?.headers.get("x-auth-token")).toBe("t");
  });

  it("types the parameters that a call must still name", () => {
    const client = createVpcepClient({
      region,
      projectId: "p",
      token: "t",
      fetch: recorder().fetch,
    });
    const path = "/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}";
    expect(client.GET(path, { params: { path: { vpc_endpoint_id: "e" } } })).toBeInstanceOf(
      Promise,
    );
    // @ts-expect-error the endpoint is not named
    return expect(client.GET(path, { params: { path: {} } })).rejects.toThrow(/vpc_endpoint_id/);
  });

  it("keeps every digit of marker_id, as a string", async () => {
    const { fetch } = recorder('{"id":"e","marker_id":422321321312321321}');
    const client = createVpcepClient({ region, projectId: "p", token: "t", fetch });
    const endpoint = await unwrap(
      client.GET("/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}", {
        params: { path: { vpc_endpoint_id: "e" } },
      }),
    );
    const marker: string | undefined = endpoint.marker_id;
    expect(marker).toBe("422321321312321321");
  });
});
