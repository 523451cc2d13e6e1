export const userAgent = "@cloud-clients/harbor/0.1.0";
