/** A permission to connect to a service: the wire form of `listServicePermissions`. */
export interface StoredPermission {
  id: string;
  /** `*`, `iam:domain::<account>` or `organizations:orgPath::<path>`. */
  permission: string;
  permission_type: "domainId" | "orgPath";
  description: string;
  created_at: string;
}
