/** A template as the emulator keeps it: the wire form of `getTemplate`, all fields present. */
export interface StoredTemplate {
  id: string;
  owner_id: string;
  name: string;
  type: string;
  image: string;
  registry_auth_id: string;
  command: string;
  entrypoint: string;
  rootfs_size_gb: number;
  ports: { port: number; protocol: string }[];
  envs: { key: string; value: string }[];
  metadata: StoredTemplateMetadata;
  min_cuda_version: string;
  visibility: string;
  /** Unix time in seconds. */
  created_at: number;
  updated_at: number;
  member_id: string;
}

/** What a catalogue shows of a template. */
export interface StoredTemplateMetadata {
  readme: string;
  logo: string;
  description: string;
  author: string;
  tags: string[];
}
