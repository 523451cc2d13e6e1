/** What is sent to the VPCEP API, and with which key. */
export const endpoint = "https://vpcep.cn-north-4.myhuaweicloud.com";
export const accessKey = { id: "AKIDEXAMPLE0123456789", secret: "SKexample0123456789" };
export const serviceId = "s";
export const mappings = [{ client_port: 80, server_port: 8080, protocol: "TCP" as const }];
