// Stands in for S3: `node s3.js FOLDER BUCKET` serves the folder on loopback and prints its address.
import S3rver from "@20minutes/s3rver";

const [directory, name] = process.argv.slice(2);
const server = new S3rver({
  address: "127.0.0.1",
  port: 0,
  silent: true,
  directory,
  configureBuckets: [{ name }],
});
const { port } = await server.run();
console.log(`listening at http://127.0.0.1:${port}`);
